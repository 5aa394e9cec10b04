"""Letters in the admin: the list over all languages, and the queue."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton

from ...actions import words
from ...actions.admin.records import RecordListView, RecordsMixin
from ...actions.records import RecordState
from .. import moderation, permissions
from ..models import Channel, Delivery, Letter
from . import letter_numbers
from .letter_filters import LetterFilterSet, called


class LettersMixin(RecordsMixin):
    """What all pages about letters have in common: who may, and of which urgent actions."""

    rights = permissions.ANY_OF_LETTERS
    namespace = "campaign_letters"
    list_title = gettext_lazy("Letters")
    deed_of_looking = "campaign.view_letter"

    @property
    def scope(self):
        return permissions.letters_of(self.request.user)


def reason_of(letter: Letter) -> str:
    """Why a letter is where it is; its contact and target come along with it."""
    match letter.delivery:
        case Delivery.HELD if letter.channel == Channel.CAMPAIGN:
            return _("To be read before it is handed over")
        case Delivery.HELD if moderation.address_for(letter) is None:
            return _("No address of the target works")
        case Delivery.HELD:
            return _("Mentions what must not be said, or had no address")
        case Delivery.QUEUED if letter.channel == Channel.CAMPAIGN:
            return _("Accepted: to be handed over")
        case Delivery.REFUSED | Delivery.UNKNOWN:
            return letter.error
        case Delivery.CANCELLED if letter.state == RecordState.INVALID:
            return _("Declined")
    return ""


class LetterListView(LettersMixin, RecordListView):
    """All letters that the user may see, newest first; who wrote them only when asked for."""

    model = Letter
    template_name = "wagtail_campaign/admin/letters.html"
    results_template_name = "wagtail_campaign/admin/letters_results.html"
    index_url_name = "campaign_letters:index"
    index_results_url_name = "campaign_letters:index_results"
    page_title = gettext_lazy("Letters")
    header_icon = "mail"
    verbose_name_plural = gettext_lazy("letters")
    filterset_class = LetterFilterSet
    action_field = "urgent_action"
    personal, moderate = permissions.PERSONAL, permissions.MODERATE
    made_label, action_label = gettext_lazy("Written"), gettext_lazy("Urgent action")
    obj_type = "letter"
    # Beside all the rest there is no room for it; one can filter by it.
    language_columns = ()

    def get_base_queryset(self):
        letters = super().get_base_queryset().select_related("contact")
        return letters.prefetch_related("target__words", "target__contacts")

    def actions_of_user(self):
        return permissions.actions_of(self.request.user)

    @cached_property
    def more_columns(self):
        language = (get_language() or "en").split("-")[0]
        return [
            Column(
                "target",
                label=pgettext("letter", "Target"),
                classname="campaign-wide",
                accessor=lambda letter: called(letter.target, language),
            ),
            Column("channel", label=_("Way"), accessor="get_channel_display"),
            Column(
                "delivery",
                label=_("Delivery"),
                classname="campaign-wide",
                accessor=delivery_and_reason,
            ),
        ]

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {"queue": self.queue()}

    def queue(self) -> list[dict]:
        """The ways to what is where in the queue, with numbers, of the chosen action or of all."""
        actions = [self.chosen_action] if self.chosen_action else self.actions_of_user()
        numbers = letter_numbers.queue_of([action.pk for action in actions])
        query = self.query_of_filters()
        now = query.get("delivery", "")
        ways = []
        for delivery in (*letter_numbers.QUEUE, Delivery.SENT):
            query["delivery"] = delivery
            ways.append(
                {
                    "label": Delivery(delivery).label,
                    "number": words.number(numbers[delivery]) if delivery in numbers else "",
                    "url": f"{reverse('campaign_letters:index')}?{query.urlencode()}",
                    "is_here": delivery == now,
                }
            )
        return ways

    @cached_property
    def header_buttons(self):
        if not self.can(permissions.PERSONAL):
            return []
        url = reverse("campaign_letters:find")
        return [HeaderButton(_("Find a person"), url=url, icon_name="search")]

    @cached_property
    def header_more_buttons(self):
        action = self.chosen_action
        if not action:
            return []
        buttons = []
        if action.is_solidarity and self.can(permissions.PERSONAL):
            url = reverse("campaign_letters:bundle", args=[action.pk])
            buttons.append(Button(_("Letters to hand over"), url=url, icon_name="download"))
        if self.can(permissions.NUMBERS):
            url = reverse("campaign_letters:figures", args=[action.pk])
            buttons.append(Button(_("Numbers"), url=url, icon_name="view"))
        return buttons


def delivery_of(letter: Letter) -> str:
    """Where a letter is, in a word. One that isn't confirmed has not set out."""
    return letter.get_delivery_display() if letter.state != RecordState.PENDING else ""


def delivery_and_reason(letter: Letter) -> str:
    """Where a letter is, and why."""
    where, why = delivery_of(letter), reason_of(letter)
    return f"{where}: {why}" if where and why else where
