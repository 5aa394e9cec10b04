"""The mail that shows supporters what they did."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from ..actions.sites import link as link_of
from ..mailing.kinds import MailKind, register
from .models import MagicLink


@register
class MagicLinkMail(MailKind):
    """The way into ``/campaign/me/``; ``object_id`` is the id of the MagicLink.

    Whoever knows an address can cause it. What comes too late to be used is not sent.
    """

    name = "supporters.magic_link"
    label = _("Link to “your actions”")
    unrequested = True
    # Who signs with a stranger's address again and again must not lock them out of their acts.
    purpose = "me"

    def context(self, mail) -> dict | None:
        link = MagicLink.objects.filter(pk=mail.object_id).first()
        return self.context_of(link) if link and link.is_fresh else None

    def context_of(self, link: MagicLink) -> dict:
        """What the templates are given."""
        site = Site.objects.filter(pk=link.site_id).first()
        return {"link_url": link_of("me_link", site, link.language, link.token("me"))}
