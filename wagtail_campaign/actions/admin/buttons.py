"""The ways from a page in the admin to its action."""

from collections.abc import Iterator

from django.urls import reverse
from wagtail.admin.widgets.button import Button

from ..permissions import can


def to_settings(page, user, label: str, url_name: str, right: str) -> Iterator[Button]:
    """To the live settings, for who may change them."""
    if can(user, right):
        yield Button(label, url=reverse(url_name, args=[page.pk]), icon_name="cog", priority=5)


def to_records(page, user, label: str, url_name: str, rights) -> Iterator[Button]:
    """To the list of what was done for it, for who has one of these rights."""
    if can(user, *rights):
        yield Button(label, url=reverse(url_name, args=[page.pk]), icon_name="list-ul", priority=6)
