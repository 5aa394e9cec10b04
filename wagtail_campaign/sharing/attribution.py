"""Whose page led here: a word for ``?via=`` that only the site can make.

It says of which action's page somebody came on, and nothing of them: it is the same for all who
come from there in that month. ``petition-12-<64 hex digits>``, as the tokens in mails are.
"""

from django.utils import timezone

from ..supporters import tokens

PURPOSE = "came from"


def made(slice: str, pk: int) -> str:
    """The word of an action: the first part of the tokens in its mails ("petition"), and its id."""
    return tokens.make(PURPOSE, slice, pk, _months()[0])


def proven(word: str) -> str:
    """Whose page a word proves, as it is written down: "petition:12"; "" for any other, and for one
    that is older than the month before this one. (A word that people type has no colon.)"""
    token = tokens.parse(word)
    if token is None or not any(tokens.proves(token, PURPOSE, month) for month in _months()):
        return ""
    return f"{token.slice}:{token.pk}"


def _months() -> list[str]:
    """This month and the one before: nothing more exact, or the word would say who it was."""
    now = timezone.now()
    number = now.year * 12 + now.month
    return [str(number), str(number - 1)]
