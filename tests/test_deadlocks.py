"""What was broken off in a deadlock is done again."""

import pytest
from django.db import OperationalError

from wagtail_campaign.deadlocks import repeated


class PostgresSays(Exception):
    sqlstate = "40P01"


def deadlocks(number, error):
    """A verb that is broken off so many times, and the list of its attempts."""
    attempts = []

    @repeated
    def verb(what):
        attempts.append(what)
        if len(attempts) <= number:
            raise error
        return what.upper()

    return verb, attempts


def postgres():
    error = OperationalError("deadlock detected")
    error.__cause__ = PostgresSays()
    return error


@pytest.mark.parametrize("error", [OperationalError(1213, "Deadlock found"), postgres()])
def test_a_verb_that_gave_way_is_done_again(error):
    verb, attempts = deadlocks(3, error)
    assert verb("sign") == "SIGN"
    assert attempts == ["sign"] * 4


def test_it_is_not_tried_for_ever():
    verb, attempts = deadlocks(9, OperationalError(1213, "Deadlock found"))
    with pytest.raises(OperationalError):
        verb("sign")
    assert len(attempts) == 4


def test_other_troubles_are_raised_at_once():
    verb, attempts = deadlocks(1, OperationalError(2006, "Server has gone away"))
    with pytest.raises(OperationalError):
        verb("sign")
    assert len(attempts) == 1
