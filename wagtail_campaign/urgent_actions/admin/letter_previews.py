"""A letter to start from as it begins for each target, and what stands in braces."""

from django.utils.translation import gettext as _

from ..directory.targets import Target
from ..drafting import placeholders
from ..drafting.letters import Draft
from ..models import LetterTemplate, UrgentAction
from ..persons import CASES


def targets_of(action: UrgentAction):
    """The targets that are written to, with their words."""
    return action.targets.filter(is_active=True).order_by("pk").prefetch_related("words")


def filled_in(template: LetterTemplate, targets) -> list[tuple[Target, Draft, bool]]:
    """(target, the letter as it begins for it, whether it is in a language that the target reads)
    for each of the targets."""
    action, code = template.urgent_action, template.language
    persons = list(action.persons.prefetch_related("words"))

    def letter(target):
        subject, text = (
            placeholders.fill(part, code, action, persons, target)
            for part in (template.subject, template.text)
        )
        return Draft(code, subject, text)

    return [(target, letter(target), code in target.languages) for target in targets]


def explained(template: LetterTemplate) -> list[tuple[str, str, str]]:
    """(what stands in braces, what that is, what becomes of it for the first target): "" for what
    would be refused, as a person has no name in that case."""
    said = {
        "salutation": _("how the target is greeted, as a whole"),
        "target": _("name and office of the target"),
        "deadline": _("the day of the deadline"),
        "person": _("the names of the persons of concern"),
        "name": _("the name of who writes"),
        "city": _("their city"),
        "country": _("their country"),
    } | {f"person:{case}": label for case, label in CASES.items()}
    action = template.urgent_action
    persons = list(action.persons.prefetch_related("words"))
    target = targets_of(action).first()
    code = template.language

    def becomes(name):
        if name.startswith("person") and any(
            placeholders.missing(person, code, name.partition(":")[2]) for person in persons
        ):
            return ""
        return placeholders.fill(f"{{{name}}}", code, action, persons, target)

    return [(f"{{{name}}}", said[name], becomes(name)) for name in placeholders.ordered()]
