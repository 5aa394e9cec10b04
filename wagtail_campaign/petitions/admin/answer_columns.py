"""The petitions' own questions as columns of an export."""

from django.db.models import Exists, OuterRef

from ...actions.questions import Question, in_words
from ...actions.spreadsheets import safe
from ..models import Petition


class AnswerColumns:
    """A column for each question that was ever asked of the signatures of a queryset, in the
    editor's language; looked up once. A copied petition's questions that are still called the same
    share theirs with the original's."""

    def __init__(self, signatures):
        asked = signatures.filter(petition__key=OuterRef("action_key"))
        questions = list(Question.objects.filter(Exists(asked)).order_by("position", "pk"))
        keys = {question.action_key for question in questions}
        petitions = dict(Petition.objects.filter(key__in=keys).values_list("key", "pk"))
        columns, self._places = {}, {}
        # Those of one petition side by side.
        for question in sorted(questions, key=lambda question: petitions[question.action_key]):
            same = str(question.uuid), question.label
            place = columns.setdefault(same, len(columns))
            asked_in = petitions[question.action_key], str(question.uuid)
            self._places[asked_in] = place, question.answer_labels
        self.headings = [safe(label) for _uuid, label in columns]
        self._empty = [""] * len(columns)

    def __bool__(self):
        return bool(self.headings)

    def cells(self, petition: int, answers: dict | None) -> list[str]:
        """The columns of one supporter's answers; None of who was erased."""
        if not answers:
            return self._empty
        cells = list(self._empty)
        for uuid, answer in answers.items():
            place, answer_labels = self._places.get((petition, uuid), (None, {}))
            if place is not None:
                cells[place] = safe("; ".join(in_words(answer, answer_labels)))
        return cells
