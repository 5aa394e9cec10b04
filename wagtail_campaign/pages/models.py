"""The ready-made page types, thin: their fields and behaviour are in the abstract ones."""

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Page

from ..blocks import NEXT_STEPS_BLOCKS, QUESTION_BLOCKS, SPONSOR_TYPE_BLOCKS, TEXT_BLOCKS
from ..donations.pages import AbstractDonationPage
from ..headless.serializers import blocks
from ..petitions.pages import AbstractPetitionPage
from ..sponsors.pages import AbstractSponsorPage
from ..updates.pages import AbstractUpdatePage
from ..urgent_actions.chain import AbstractChainPage
from ..urgent_actions.directory.finder import AbstractEmbassyFinderPage
from ..urgent_actions.pages import AbstractUrgentActionPage

# Without the app Django would put these models into wagtail_campaign, and a migration with them.
if not apps.is_installed("wagtail_campaign.pages"):
    raise ImproperlyConfigured(
        'Put "wagtail_campaign.pages" into INSTALLED_APPS to use its page types, or subclass'
        " wagtail_campaign.petitions.pages.AbstractPetitionPage."
    )


def questions_tab() -> ObjectList:
    """The tab of a page with ``questions``."""
    said = _(
        "What you want to know beyond the fields of the form. Ask little: with each question some"
        " go away, and answers are personal data. They are never public, nor handed over. Those to"
        " a question that you remove stay until the supporter is erased."
    )
    return ObjectList([HelpPanel(content=said), FieldPanel("questions")], heading=_("Questions"))


class UpdatePage(AbstractUpdatePage):
    """News of an action, under its page; it can be mailed to those who asked for that."""

    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)

    subpage_types = []
    content_panels = [*AbstractUpdatePage.content_panels, FieldPanel("body")]

    api_fields = [*AbstractUpdatePage.api_fields, blocks("body")]

    class Meta:
        verbose_name = _("update")
        verbose_name_plural = _("updates")


class PetitionPage(AbstractPetitionPage):
    """A petition: image and text, progress, the form; in as many languages as the site has."""

    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)
    questions = StreamField(
        QUESTION_BLOCKS, verbose_name=_("own questions"), blank=True, max_num=20
    )
    next_steps = StreamField(NEXT_STEPS_BLOCKS, verbose_name=_("next steps"), blank=True)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*AbstractPetitionPage.content_panels, FieldPanel("body")], heading=_("Content")
            ),
            questions_tab(),
            ObjectList(
                [
                    *AbstractPetitionPage.after_signing_panels,
                    FieldPanel(
                        "next_steps",
                        help_text=_("Other pages where those who confirmed can help."),
                    ),
                ],
                heading=_("After signing"),
            ),
            ObjectList(AbstractPetitionPage.consent_panels, heading=_("Consents")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings"), classname="settings"),
        ]
    )

    api_fields = [*AbstractPetitionPage.api_fields, blocks("body"), blocks("next_steps")]

    class Meta:
        verbose_name = _("petition page")
        verbose_name_plural = _("petition pages")


class ChainPage(AbstractChainPage):
    """Further information on an urgent action, its outcome, or a stop; under its page."""

    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)

    subpage_types = []
    content_panels = [*AbstractChainPage.content_panels, FieldPanel("body")]

    api_fields = [*AbstractChainPage.api_fields, blocks("body")]

    class Meta:
        verbose_name = _("news of an urgent action")
        verbose_name_plural = _("news of urgent actions")


class UrgentActionPage(AbstractUrgentActionPage):
    """An urgent action: who is in danger, to whom to write, and the letter to start from."""

    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)
    next_steps = StreamField(NEXT_STEPS_BLOCKS, verbose_name=_("next steps"), blank=True)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*AbstractUrgentActionPage.content_panels, FieldPanel("body")],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    *AbstractUrgentActionPage.after_writing_panels,
                    FieldPanel(
                        "next_steps",
                        help_text=_("Other pages where those who confirmed can help."),
                    ),
                ],
                heading=_("After writing"),
            ),
            ObjectList(AbstractUrgentActionPage.consent_panels, heading=_("Consents")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings"), classname="settings"),
        ]
    )

    api_fields = [*AbstractUrgentActionPage.api_fields, blocks("body"), blocks("next_steps")]

    class Meta:
        verbose_name = _("urgent action page")
        verbose_name_plural = _("urgent action pages")


class EmbassyFinderPage(AbstractEmbassyFinderPage):
    """Find the embassy or consulate of a state that is nearest to you."""

    subpage_types = []

    class Meta:
        verbose_name = _("embassy finder")
        verbose_name_plural = _("embassy finders")


class DonationPage(AbstractDonationPage):
    """What money is collected for, how much there is, and the form to give."""

    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)
    questions = StreamField(
        QUESTION_BLOCKS, verbose_name=_("own questions"), blank=True, max_num=20
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*AbstractDonationPage.content_panels, FieldPanel("body")], heading=_("Content")
            ),
            questions_tab(),
            ObjectList(AbstractDonationPage.after_giving_panels, heading=_("Giving")),
            ObjectList(AbstractDonationPage.consent_panels, heading=_("Consents")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings"), classname="settings"),
        ]
    )

    api_fields = [*AbstractDonationPage.api_fields, blocks("body")]

    class Meta:
        verbose_name = _("donation page")
        verbose_name_plural = _("donation pages")


class SponsorPage(AbstractSponsorPage):
    """Those who lend the campaign their names, and the form to join them."""

    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)
    types = StreamField(
        SPONSOR_TYPE_BLOCKS, verbose_name=_("types of sponsors"), blank=True, max_num=30
    )
    next_steps = StreamField(NEXT_STEPS_BLOCKS, verbose_name=_("next steps"), blank=True)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*AbstractSponsorPage.content_panels, FieldPanel("body")], heading=_("Content")
            ),
            ObjectList(
                [
                    HelpPanel(
                        content=_(
                            "Whoever joins chooses among these, and the list is sorted by them, in"
                            " this order. You may reword a type later, and it stays the same; those"
                            " of a type that you remove are listed among the others."
                        )
                    ),
                    FieldPanel("types"),
                ],
                heading=_("Types"),
            ),
            ObjectList(
                [
                    *AbstractSponsorPage.after_joining_panels,
                    FieldPanel(
                        "next_steps",
                        help_text=_("Other pages where those who confirmed can help."),
                    ),
                ],
                heading=_("After joining"),
            ),
            ObjectList(AbstractSponsorPage.consent_panels, heading=_("Consents")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings"), classname="settings"),
        ]
    )

    api_fields = [*AbstractSponsorPage.api_fields, blocks("body"), blocks("next_steps")]

    class Meta:
        verbose_name = _("sponsor page")
        verbose_name_plural = _("sponsor pages")
