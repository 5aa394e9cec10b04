"""The actions' own questions as columns of an export."""

from django.db.models import Exists, OuterRef

from ..questions import Question, in_words
from ..spreadsheets import safe


class AnswerColumns:
    """A column for each question that was ever asked of the records of a queryset, whose ``field``
    is their action, in the editor's language; looked up once. A copied action's questions that are
    still called the same share theirs with the original's."""

    def __init__(self, records, field: str):
        asked = records.filter(**{f"{field}__key": OuterRef("action_key")})
        actions = records.model._meta.get_field(field).related_model.objects
        questions = list(Question.objects.filter(Exists(asked)).order_by("position", "pk"))
        keys = {question.action_key for question in questions}
        ids = dict(actions.filter(key__in=keys).values_list("key", "pk"))
        columns, self._places = {}, {}
        # Those of one action side by side.
        for question in sorted(questions, key=lambda question: ids[question.action_key]):
            same = str(question.uuid), question.label
            place = columns.setdefault(same, len(columns))
            asked_in = ids[question.action_key], str(question.uuid)
            self._places[asked_in] = place, question.answer_labels
        self.headings = [safe(label) for _uuid, label in columns]
        self._empty = [""] * len(columns)

    def __bool__(self):
        return bool(self.headings)

    def cells(self, action: int, answers: dict | None) -> list[str]:
        """The columns of one supporter's answers to an action (its id); None of who was erased."""
        if not answers:
            return self._empty
        cells = list(self._empty)
        for uuid, answer in answers.items():
            place, answer_labels = self._places.get((action, uuid), (None, {}))
            if place is not None:
                cells[place] = safe("; ".join(in_words(answer, answer_labels)))
        return cells
