"""Who may do what with targets, embassies and persons: Wagtail's rights to add, change, delete."""

from ..directory.missions import Mission
from ..directory.targets import Target


def may(user, verb: str, model) -> bool:
    """Whether a user may "add", "change" or "delete" records of a model."""
    return user.has_perm(f"wagtail_campaign.{verb}_{model._meta.model_name}")


def sees(user, model) -> bool:
    """Whether a user has any of the three."""
    return any(may(user, verb, model) for verb in ("add", "change", "delete"))


def changeable(user):
    """The targets, embassies among them, that a user may change."""
    targets = Target.objects.select_related("mission")
    if not may(user, "change", Target):
        targets = targets.filter(mission__isnull=False)
    if not may(user, "change", Mission):
        targets = targets.filter(mission__isnull=True)
    return targets


def itself(target: Target) -> Target:
    """A target as what it is: an embassy as one. Costs a query unless "mission" was selected."""
    if isinstance(target, Mission):
        return target
    return getattr(target, "mission", target)
