"""Goals that raise themselves, and the milestones on the way.

Steps are 100, 250, 500, 1,000, 2,500 and so on. A goal is computed where it is shown and written
nowhere; only the last milestone is, so that it is told once.
"""

from decimal import Decimal

from .. import signals
from .models import Action

#: The first step, and how the next three of each power of ten follow from it.
FIRST = 100
STEPS = (Decimal("2.5"), Decimal(5), Decimal(10))
#: From this share of a goal on, the next step is shown: nobody works for a goal that is as good
#: as reached.
NEAR = Decimal("0.9")


def next_step(number: int) -> int:
    """The first step above a number: 100 for 99, 250 for 100, 25,000 for 12,000."""
    base = FIRST
    while base * 10 <= number:
        base *= 10
    if number < base:
        return base
    return next(int(base * step) for step in STEPS if base * step > number)


def shown(goal: int, raises: bool, count: int) -> int:
    """The goal that progress is shown towards; 0, no goal, stays none."""
    while raises and goal and count >= goal * NEAR:
        goal = next_step(goal)
    return goal


def last_step(number: int) -> int:
    """The highest step that a number has reached, 0 below the first."""
    step, reached = FIRST, 0
    while step <= number:
        reached, step = step, next_step(step)
    return reached


def tell_milestone(action: Action, count: int) -> bool:
    """Sends ``signals.milestone_reached`` where a count has passed a step that it hadn't before.

    Once for each step, however many ask at once; of several that are passed together the highest.
    """
    reached = last_step(count)
    if reached <= action.milestone:
        return False
    # Not save(): what a page shows of the action doesn't change.
    lower = type(action).objects.filter(pk=action.pk, milestone__lt=reached)
    if not lower.update(milestone=reached):
        return False
    signals.send_on_commit(signals.milestone_reached, type(action), action=action, number=reached)
    return True
