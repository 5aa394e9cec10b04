"""An urgent action, or a part of it, on any page; and the ways to embassies and to alerts."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..actions.blocks import ActionChooserBlock, CampaignBlock, OfActionBlock
from ..supporters import countries
from . import alert_forms, finder, languages, letters
from .pages import UrgentActionMixin
from .targets import Mission


def states() -> list[tuple[str, str]]:
    """All countries, in the order of the editor's language."""
    return countries.choices(get_language() or "en")


class UrgentActionChooserBlock(ActionChooserBlock):
    """Chooses among urgent actions only."""

    page_class = UrgentActionMixin


class OfUrgentActionBlock(OfActionBlock):
    """Base of the blocks about one urgent action."""

    page = UrgentActionChooserBlock(label=_("Urgent action"))


class UrgentActionBlock(OfUrgentActionBlock):
    """How far an urgent action is, its deadline, and the ways to write."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: its title.")
    )

    class Meta:
        label = _("Urgent action")
        icon = "warning"
        description = _("How many letters were written, the days left, and whom to write to.")
        part = "wagtail_campaign/urgent_actions/block_panel.html"


class LetterBlock(OfUrgentActionBlock):
    """The letter to start from, to be read and copied; whom it goes to is left open."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: its title.")
    )
    language = blocks.ChoiceBlock(
        choices=languages.choices,
        label=_("Language of the letter"),
        required=False,
        help_text=_("Empty: that of the page."),
    )

    def get_context(self, value, parent_context=None):
        """Adds the ``letter``, None while there is none."""
        context = super().get_context(value, parent_context)
        if context["is_shown"]:
            reader = context["action_page"].locale.language_code
            action = context["action_page"].get_action()
            wanted = value["language"] or get_language() or reader
            context["letter"], _beside = letters.draft(action, None, wanted, reader)
        return context

    class Meta:
        label = _("Example letter")
        icon = "doc-full"
        description = _("The letter of an urgent action, to be read and copied.")
        part = "wagtail_campaign/urgent_actions/block_letter.html"


class DeadlineBlock(OfUrgentActionBlock):
    """Until when letters help: the days left in words, and a way to write."""

    class Meta:
        label = _("Deadline of an urgent action")
        icon = "time"
        description = _("How many days are left to write, with a way to do so.")
        part = "wagtail_campaign/urgent_actions/block_deadline.html"


class EmbassyFinderBlock(CampaignBlock):
    """Find the embassy nearest to the reader, on the page that carries it (``?country=DE``)."""

    state = blocks.ChoiceBlock(choices=states, label=_("Embassies of"))
    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("Empty: “Find the embassy”."),
    )

    def get_context(self, value, parent_context=None):
        """Adds ``country`` and ``missions`` (see ``finder.found``), and the ``anchor``."""
        context = super().get_context(value, parent_context)
        anchor = f"campaign-finder-{value['state'] or ''}"
        return context | finder.found(context.get("request"), value["state"]) | {"anchor": anchor}

    def get_preview_value(self):
        """The state whose embassies were entered last."""
        newest = Mission.objects.order_by("-pk").first()
        return self.normalize({"state": newest.country if newest else "", "heading": ""})

    class Meta:
        label = _("Find the embassy")
        icon = "site"
        description = _("Readers choose where they live and get the nearest embassy of a state.")
        part = "wagtail_campaign/urgent_actions/block_finder.html"


class AlertsBlock(CampaignBlock):
    """The form by which readers are told of urgent actions by mail."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("Empty: “Urgent actions by e-mail”."),
    )

    def get_context(self, value, parent_context=None):
        """Adds what the form shows; it is sent in the name of the page that carries it."""
        context = super().get_context(value, parent_context)
        page = context["carrier"]
        language = page.locale.language_code if page else get_language() or "en"
        return context | alert_forms.shown(page, alert_forms.wording(language))

    class Meta:
        label = _("Urgent actions by mail")
        icon = "mail"
        description = _("A form to be told of urgent actions by mail. It is confirmed by a link.")
        part = "wagtail_campaign/urgent_actions/block_alerts.html"
