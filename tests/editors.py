"""Those who work in the admin, each with the rights that a test is about."""

import csv
import io
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from tests.conftest import Visitor

ALL_RIGHTS = (
    "view_numbers",
    "view_personal_data",
    "export_signature",
    "moderate_signature",
    "change_petition",
)
numbers = count(1)


def editor(*rights, edits=(), deletes=False) -> Visitor:
    """A browser in which somebody with these rights is signed in, who may edit these pages.

    Their user is ``browser.user``.
    """
    name = f"editor{next(numbers)}"
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    group.permissions.add(*Permission.objects.filter(codename__in=rights))
    codenames = ["change_page", *(["publish_page", "bulk_delete_page"] if deletes else [])]
    for page in edits:
        for permission in Permission.objects.filter(codename__in=codenames):
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = get_user_model().objects.create_user(name, f"{name}@campaign.example.org", "secret")
    user.groups.add(group)
    return signed_in(user)


def superuser() -> Visitor:
    """A browser in which a superuser is signed in."""
    name = f"root{next(numbers)}"
    return signed_in(get_user_model().objects.create_superuser(name, f"{name}@example.org", "x"))


def signed_in(user) -> Visitor:
    browser = Visitor()
    browser.force_login(user)
    browser.user = user
    return browser


def text(response) -> str:
    """What a page says."""
    return response.content.decode()


def table(response, delimiter=",") -> list[list[str]]:
    """The rows of a CSV download."""
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content), delimiter=delimiter))
