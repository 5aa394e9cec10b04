"""The ways from an update in the admin to mailing it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from ..mailing import permissions
from ..mailing.admin import sending
from ..mailing.models import Broadcast
from .emails import UpdateMail
from .pages import UpdateMixin

MAIL = gettext_lazy("Mail to supporters")


def page_buttons(page, user, view_name=None, next_url=None):
    """Hook: adds "Mail to supporters" to the menu of an update. Costs no query."""
    if issubclass(page.specific_class or type(page), UpdateMixin) and permissions.may_send(user):
        url = sending.address(UpdateMail, page.pk)
        yield Button(MAIL, url=url, icon_name="mail", priority=5)


def after_publish_page(request, page):
    """Hook: says of an update that nobody was told by mail yet, with the way there. Publishing
    alone mails nothing, and whoever edits may think that it does."""
    if not isinstance(page, UpdateMixin) or not permissions.may_send(request.user):
        return
    news = UpdateMail().find(page.pk)
    if not (news.languages and news.action and permissions.may_send(request.user, news.action)):
        return
    if Broadcast.objects.filter(kind=UpdateMail.name, object_id=news.object_id).exists():
        return
    button = messages.button(sending.address(UpdateMail, news.object_id), MAIL)
    messages.info(request, _("Supporters have not been told by mail yet."), buttons=[button])
