"""What the package hooks into Wagtail, gathered from its rooms."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.viewsets.base import ViewSetGroup

from .actions import copying, guards, logs
from .actions.admin.home import CampaignPanel
from .donations import permissions as donation_permissions
from .donations.admin import buttons as donation_buttons
from .donations.admin import welcome as donation_welcome  # noqa: F401
from .donations.admin.reconciliation import ReconciliationMenuItem
from .donations.admin.viewsets import DonationViewSet, FundViewSet, RecurringViewSet
from .donations.models import Donation, Fund
from .donations.recurring import RecurringDonation
from .mailing.admin import first_steps as mail_steps  # noqa: F401
from .mailing.admin.broadcasts import BroadcastsViewSet
from .mailing.admin.dashboard import MailPanel
from .mailing.admin.outbox import OutboxViewSet
from .osdi import permissions as osdi_permissions
from .osdi.admin.viewset import TokensViewSet
from .petitions import permissions
from .petitions.admin import buttons
from .petitions.admin import welcome as petition_welcome  # noqa: F401
from .petitions.admin.dashboard import LatestPetitionsPanel
from .petitions.admin.viewsets import KeptMenuItem, PetitionViewSet, SignatureViewSet
from .petitions.models import Petition, Signature
from .sponsors import permissions as sponsor_permissions
from .sponsors.admin import buttons as sponsor_buttons
from .sponsors.admin import welcome as sponsor_welcome  # noqa: F401
from .sponsors.admin.viewsets import SponsorListViewSet, SponsorViewSet
from .sponsors.models import Sponsor, SponsorList
from .updates import buttons as update_buttons
from .urgent_actions import permissions as urgent_permissions
from .urgent_actions.admin import buttons as urgent_buttons
from .urgent_actions.admin import refusals
from .urgent_actions.admin import welcome as urgent_welcome  # noqa: F401
from .urgent_actions.admin.contact_viewset import ContactsMenuItem, ContactViewSet
from .urgent_actions.admin.dashboard import LatestUrgentActionsPanel
from .urgent_actions.admin.letter_viewset import LetterURLFinder, LetterViewSet
from .urgent_actions.admin.missions import MissionViewSet
from .urgent_actions.admin.persons import PersonViewSet
from .urgent_actions.admin.refused_panel import RefusedPanel
from .urgent_actions.admin.targets import TargetViewSet
from .urgent_actions.admin.viewsets import UrgentActionViewSet
from .urgent_actions.models import Letter, UrgentAction
from .webhooks import permissions as webhook_permissions
from .webhooks.admin.buttons import EndpointURLFinder
from .webhooks.admin.dashboard import WebhooksPanel
from .webhooks.admin.viewset import WebhooksViewSet
from .webhooks.models import Endpoint


class CampaignViewSetGroup(ViewSetGroup):
    """The menu "Campaign"; each user sees the items that their rights open."""

    items = (
        PetitionViewSet,
        SignatureViewSet,
        UrgentActionViewSet,
        LetterViewSet,
        PersonViewSet,
        TargetViewSet,
        MissionViewSet,
        SponsorListViewSet,
        SponsorViewSet,
        FundViewSet,
        DonationViewSet,
        RecurringViewSet,
        BroadcastsViewSet,
        OutboxViewSet,
        WebhooksViewSet,
        TokensViewSet,
    )
    menu_label = _("Campaign")
    menu_name = "campaign"
    menu_icon = "group"
    menu_order = 250


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [CampaignViewSetGroup(), ContactViewSet()]


hooks.register("register_log_actions", logs.register_all)
hooks.register("register_permissions", permissions.for_group_editor)
hooks.register("register_permissions", osdi_permissions.for_group_editor)
hooks.register("register_permissions", urgent_permissions.for_group_editor)
hooks.register("register_permissions", donation_permissions.for_group_editor)
hooks.register("register_permissions", sponsor_permissions.for_group_editor)
hooks.register("register_permissions", webhook_permissions.for_group_editor)
hooks.register("register_reports_menu_item", KeptMenuItem)
hooks.register("register_reports_menu_item", ContactsMenuItem)
hooks.register("register_reports_menu_item", ReconciliationMenuItem)
hooks.register("before_delete_page", guards.before_delete_page)
hooks.register("before_bulk_action", guards.before_bulk_action)
hooks.register("before_publish_page", refusals.before_publish_page)
hooks.register("before_edit_page", refusals.before_edit_page, order=-1)
hooks.register("before_bulk_action", refusals.before_bulk_action)
hooks.register("after_publish_page", update_buttons.after_publish_page)
hooks.register("after_copy_page", copying.after_copy_page)
for page_buttons in (
    buttons.page_buttons,
    update_buttons.page_buttons,
    urgent_buttons.page_buttons,
    donation_buttons.page_buttons,
    sponsor_buttons.page_buttons,
):
    hooks.register("register_page_header_buttons", page_buttons)
    hooks.register("register_page_listing_more_buttons", page_buttons)


@hooks.register("construct_homepage_panels")
def add_home_panels(request, panels):
    panels += [
        CampaignPanel(),
        MailPanel(),
        WebhooksPanel(),
        LatestUrgentActionsPanel(),
        LatestPetitionsPanel(),
        RefusedPanel(),
    ]


register_admin_url_finder(Petition, buttons.PetitionURLFinder)
register_admin_url_finder(Signature, buttons.SignatureURLFinder)
register_admin_url_finder(Letter, LetterURLFinder)
register_admin_url_finder(UrgentAction, urgent_buttons.UrgentActionURLFinder)
register_admin_url_finder(Fund, donation_buttons.FundURLFinder)
register_admin_url_finder(Donation, donation_buttons.DonationURLFinder)
register_admin_url_finder(RecurringDonation, donation_buttons.RecurringURLFinder)
register_admin_url_finder(SponsorList, sponsor_buttons.SponsorListURLFinder)
register_admin_url_finder(Sponsor, sponsor_buttons.SponsorURLFinder)
register_admin_url_finder(Endpoint, EndpointURLFinder)
