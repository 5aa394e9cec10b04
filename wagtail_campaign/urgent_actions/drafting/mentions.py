"""What must not be said of a person of concern: found in letters whatever their spelling."""

import unicodedata

# Letters that look the same in two scripts: who would hide a word, or types it on another keyboard.
ALIKE = str.maketrans("aceopxyhkmtbiıіәəөүұқғңһ", "асеорхункмтвиииээоуукгнх")


def folded(text: str) -> str:
    """A text as it is compared: without case, marks, punctuation; in one script if it looks so."""
    text = unicodedata.normalize("NFKD", text).casefold()
    letters = [c for c in text if not unicodedata.combining(c)]
    text = "".join(c if c.isalnum() else " " for c in letters).translate(ALIKE)
    return " ".join(text.split())


def found_in(text: str, persons) -> list[str]:
    """Those of the words never to be mentioned, of any of the persons, that a text has."""
    text = folded(text)
    return [word for person in persons for word in person.mentions if _has(text, folded(word))]


def _has(text: str, word: str) -> bool:
    # At the start of a word: editors write the part that is the same in all cases.
    return bool(word) and f" {word}" in f" {text}"
