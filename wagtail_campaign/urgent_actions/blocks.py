"""An urgent action, or a part of it, on any page; and the ways to embassies and to alerts."""

from dataclasses import asdict

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..actions.blocks import ActionChooserBlock, CampaignBlock, OfActionBlock, shown_in_public
from ..supporters import countries
from . import languages
from .alerts import forms as alert_forms
from .directory import finder
from .directory.missions import Mission
from .drafting import letters
from .pages import UrgentActionMixin


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
            context["letter"] = self.letter(value, context["action_page"])
        return context

    def letter(self, value, page) -> letters.Draft | None:
        """The letter of an urgent action's page, in the language chosen."""
        reader = page.locale.language_code
        wanted = value["language"] or get_language() or reader
        letter, _beside = letters.draft(page.get_action(), None, wanted, reader)
        return letter

    def get_api_representation(self, value, context=None):
        """As for every block about an action; and the ``letter`` while letters can be written:
        {"language", "subject", "text"}, or None."""
        said = super().get_api_representation(value, context)
        page = shown_in_public(value["page"])
        is_open = bool(page) and said["action"]["is_open"]
        letter = self.letter(value, page) if is_open else None
        return said | {"letter": asdict(letter) if letter else None}

    class Meta:
        label = _("Example letter")
        icon = "doc-full"
        description = _("The letter of an urgent action, to be read and copied.")
        part = "wagtail_campaign/urgent_actions/block_letter.html"


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
        """Adds what ``finder.found_with_letters`` gives, and the ``anchor``."""
        context = super().get_context(value, parent_context)
        places = finder.found_with_letters(context.get("request"), value["state"])
        return context | places | {"anchor": f"campaign-finder-{value['state'] or ''}"}

    def get_api_representation(self, value, context=None):
        """As for every block; and the name of the state, in the reader's language."""
        said = super().get_api_representation(value, context)
        return said | {"state_name": countries.name(value["state"] or "")}

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
