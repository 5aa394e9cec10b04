"""The way from an update in the admin to mailing it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from ..mailing import permissions
from ..mailing.admin import sending
from .emails import UpdateMail
from .pages import UpdateMixin


def page_buttons(page, user, view_name=None, next_url=None):
    """Hook: adds "Mail to supporters" to the menu of an update. Costs no query."""
    if issubclass(page.specific_class or type(page), UpdateMixin) and permissions.may_send(user):
        url = sending.address(UpdateMail, page.pk)
        yield Button(_("Mail to supporters"), url=url, icon_name="mail", priority=5)
