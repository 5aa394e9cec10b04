"""The letter that a supporter starts from: which template, in which language, for whom."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..directory.targets import Target
from ..models import LetterTemplate, UrgentAction
from . import placeholders

# Whatever stands before it: mail programs make a link also of "_http://" and "WWW.".
LINK = re.compile(r"(?i)(:)(//)|(www)(\.)(?=\w)")
TAG = re.compile(r"<(?=[a-zA-Z/!])")


@dataclass(frozen=True)
class Draft:
    """A letter in one language, to be edited: what only its writer knows stands in brackets."""

    language: str
    subject: str
    text: str


def draft(
    action: UrgentAction, target: Target | None, wanted: str, reader: str
) -> tuple[Draft | None, Draft | None]:
    """The letter in the language asked for, or the one that suits target and reader best; beside it
    the same in the reader's own language, None where that is the same. (None, None) without any,
    and while somebody whom it is about doesn't agree to publication.
    """
    templates = {template.language: template for template in action.templates.all()}
    read = target.languages if target else []
    order = [code for code in (wanted, *read, reader, "en") if code in templates]
    order += sorted(templates)
    if not order:
        return None, None
    persons = list(action.persons.prefetch_related("words"))
    if not all(person.has_agreed for person in persons):
        # The page stays when a consent is taken back, and names nobody any more.
        return None, None

    def filled(template: LetterTemplate) -> Draft:
        code = template.language
        subject, text = (
            placeholders.fill(part, code, action, persons, target)
            for part in (template.subject, template.text)
        )
        return Draft(code, subject, text)

    own = templates.get(reader)
    beside = filled(own) if own and reader != order[0] else None
    return filled(templates[order[0]]), beside


def neutral(text: str) -> str:
    """A letter without anything that a mail program would make a link or markup of."""
    text = LINK.sub(lambda match: " ".join(filter(None, match.groups())), text)
    return TAG.sub("< ", text)


def own_share(start: str, written: str) -> int:
    """How much of a letter its writer has written, in whole per cent."""
    before, after = start.split(), written.split()
    if not after:
        return 0
    kept = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in kept)
    return round(100 * (len(after) - same) / len(after))
