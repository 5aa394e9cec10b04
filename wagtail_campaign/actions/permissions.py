"""Whose records an editor may see: those of actions whose page they may edit.

It is the page in the source language that decides, as personal data belong to all languages at
once: who may only translate sees none.
"""

import swapper
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import Exists, OuterRef, Q
from wagtail.permissions import page_permission_policy

from .models import Action
from .pages import ActionPageMixin


def can(user, *rights: str) -> bool:
    """Whether a user has one of the rights of the package, for whichever actions."""
    return any(user.has_perm(f"wagtail_campaign.{right}") for right in rights)


def holders(*rights: str):
    """The active users who have one of the rights of the package, by a group, by themselves, or as
    superusers: a queryset."""
    wanted = Permission.objects.filter(
        content_type__app_label="wagtail_campaign", codename__in=rights
    )
    has = Q(is_superuser=True) | Q(user_permissions__in=wanted) | Q(groups__permissions__in=wanted)
    return get_user_model().objects.filter(has, is_active=True).distinct()


def editable(user, actions, key: str = "key"):
    """Those of a queryset of actions whose source page the user may edit; or of other rows, by the
    field in which they have the ``key`` of an action.

    A superuser gets all; an action whose page was deleted is nobody else's.
    """
    if user.is_active and user.is_superuser:
        return actions.all()
    pages = swapper.load_model("wagtailcore", "Page").objects
    older = pages.filter(
        translation_key=OuterRef("translation_key"), alias_of=None, pk__lt=OuterRef("pk")
    )
    may_edit = page_permission_policy.instances_user_has_permission_for(user, "change")
    sources = may_edit.type(ActionPageMixin).filter(~Exists(older), alias_of=None)
    return actions.filter(**{f"{key}__in": sources.values("translation_key")})


def may_edit(user, action: Action) -> bool:
    """Whether the user may edit the source page of an action."""
    return editable(user, type(action).objects.filter(pk=action.pk)).exists()
