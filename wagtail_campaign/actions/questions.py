"""An action's own questions, beside what every form asks.

They are content: blocks of its pages, versioned and translated with them. A question is the same in
every language by the UUID of its block, a choice by that of its item. What they were called is
written down as well, so that answers can be read when no page asks any more.
"""

from copy import deepcopy
from dataclasses import dataclass

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .titles import readers_language


class Kind(models.TextChoices):
    """How a question is answered."""

    TEXT = "text", _("Short text")
    CHOICE = "choice", _("One choice")
    CHOICES = "choices", _("Several choices")
    TICK = "tick", _("Checkbox")


@dataclass(frozen=True)
class Asked:
    """A question as one page asks it, in its language. It can be hashed, cached and pickled."""

    uuid: str
    kind: str
    label: str
    help_text: str = ""
    required: bool = False
    #: (UUID, words) of each.
    choices: tuple[tuple[str, str], ...] = ()


class Question(models.Model):
    """What a question of an action was called last, in each language; removing it leaves this.

    A copied page asks the same for another action, so that a UUID is unique with the action only.
    """

    action_key = models.UUIDField()
    uuid = models.UUIDField()
    kind = models.CharField(max_length=7, choices=Kind.choices)
    # The one in which it was asked first: said to those whose own is missing.
    language = models.CharField(max_length=12)
    #: {language: words}.
    labels = models.JSONField(default=dict)
    #: {UUID: {language: words}}, with the choices that are no longer offered.
    choices = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["action_key", "uuid"], name="campaign_question_of_action"
            )
        ]

    def __str__(self):
        return str(self.uuid)

    @property
    def label(self) -> str:
        """What it was called, in the reader's language."""
        return self._read(self.labels)

    @property
    def answer_labels(self) -> dict:
        """Answer -> its words in the reader's language: for True, and for every choice that was
        ever offered."""
        choices = {uuid: self._read(labels) for uuid, labels in self.choices.items()}
        return {True: gettext("Yes"), **choices}

    def _read(self, words: dict[str, str]) -> str:
        found = words.get(readers_language()) or words.get(self.language)
        return found or next(iter(words.values()), "")

    def learn(self, asked: Asked, language: str, position: int) -> bool:
        """Takes over what a page says, unsaved; whether that was anything new."""
        before = deepcopy((self.labels, self.choices, self.position))
        self.labels[language] = asked.label
        for uuid, words in asked.choices:
            self.choices.setdefault(uuid, {})[language] = words
        if language == self.language:
            # A translation may lag behind.
            self.position = position
        return before != (self.labels, self.choices, self.position)


def keep(action_key, language: str, asked: tuple[Asked, ...]) -> None:
    """Writes down what a live page asks, as far as that is new."""
    if not asked or not _news(Question.objects, action_key, language, asked):
        return
    with transaction.atomic():
        locked = Question.objects.select_for_update()
        news = _news(locked, action_key, language, asked)
        # Another process may have been as quick, and may have them in another order.
        new = sorted((q for q in news if not q.pk), key=lambda question: question.uuid)
        Question.objects.bulk_create(new, ignore_conflicts=True)
        old = [question for question in news if question.pk]
        Question.objects.bulk_update(old, ["labels", "choices", "position"])


def _news(questions, action_key, language: str, asked) -> list[Question]:
    known = {str(q.uuid): q for q in questions.filter(action_key=action_key)}
    news = []
    for position, now in enumerate(asked):
        question = known.get(now.uuid) or Question(
            action_key=action_key, uuid=now.uuid, kind=now.kind, language=language
        )
        if question.learn(now, language, position) or not question.pk:
            news.append(question)
    return news


def of_actions(action_keys) -> dict:
    """{action key: {UUID: Question}} of all that was ever asked, in order, in one query."""
    found = {}
    for question in Question.objects.filter(action_key__in=set(action_keys)).order_by(
        "position", "pk"
    ):
        found.setdefault(question.action_key, {})[str(question.uuid)] = question
    return found


def answered(answers: dict, known: dict[str, Question]) -> list[tuple[str, list[str]]]:
    """(question, what was answered) in the reader's language and the order of the form.

    ``answers`` is that of a ``Supporter``; ``known`` its action's, as ``of_actions`` gives them.
    """
    unknown = Question(labels={"": gettext("Question")})
    asked = {**known, **{uuid: unknown for uuid in answers if uuid not in known}}
    return [
        (question.label, in_words(answers[uuid], question.answer_labels))
        for uuid, question in asked.items()
        if uuid in answers
    ]


def in_words(answer, answer_labels: dict) -> list[str]:
    """What was answered: each choice, "Yes" for a box that was ticked, or the text."""
    chosen = answer if isinstance(answer, list) else [answer]
    return [answer_labels.get(one, one) for one in chosen]
