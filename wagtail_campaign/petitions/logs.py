"""How the site history tells what editors did with petitions."""

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.log_actions import LogFormatter

from ..actions import words
from ..actions.logs import register
from ..actions.models import State
from ..supporters import countries
from .models import SignatureState
from .sweeps import SweepVerb


@register("campaign.invalidate")
class Invalidated(LogFormatter):
    label = gettext_lazy("Invalidate a signature")

    def format_message(self, log_entry):
        return _("Invalidated: %(reason)s") % {"reason": log_entry.data.get("reason", "")}


@register("campaign.restore")
class Restored(LogFormatter):
    label = gettext_lazy("Restore a signature")

    def format_message(self, log_entry):
        return _("Restored: %(reason)s") % {"reason": log_entry.data.get("reason", "")}


@register("campaign.resend")
class Resent(LogFormatter):
    label = gettext_lazy("Mail the link to confirm again")
    message = gettext_lazy("Mailed the link to confirm again")


@register("campaign.erase")
class Erased(LogFormatter):
    label = gettext_lazy("Erase personal data")
    message = gettext_lazy("Erased the personal data")


@register("campaign.forget")
class Forgotten(LogFormatter):
    """By ``campaign_work``, so by nobody."""

    label = gettext_lazy("Forget who signed")
    message = gettext_lazy("Forgot who had signed")


@register("campaign.view_personal_data")
class Viewed(LogFormatter):
    """On a signature that was opened, or on a petition of which a list with names was shown."""

    label = gettext_lazy("See personal data")

    def format_message(self, log_entry):
        ids = log_entry.data.get("ids")
        if ids is None:
            return _("Saw the personal data")
        return ngettext(
            "Saw the personal data of %(count)s signature",
            "Saw the personal data of %(count)s signatures",
            len(ids),
        ) % {"count": len(ids)}


@register("campaign.export")
class Exported(LogFormatter):
    label = gettext_lazy("Export signatures")

    def format_message(self, log_entry):
        what = (
            _("Exported signatures with names and addresses")
            if log_entry.data.get("personal")
            else _("Exported signatures without names")
        )
        filters = log_entry.data.get("filters") or {}
        said = ", ".join(
            f"{label}: {say(filters[name])}"
            for name, (label, say) in FILTERS.items()
            if name in filters
        )
        return f"{what} ({said})" if said else what


#: What the list can be filtered by: what it is called, and how to say a code that was chosen. The
#: petition is what the entry is about.
FILTERS = {
    "state": (gettext_lazy("State"), lambda code: dict(SignatureState.choices).get(code, code)),
    "language": (gettext_lazy("Language"), words.language),
    "country": (gettext_lazy("Country"), countries.name),
    "created_at": (gettext_lazy("Signed"), str),
}


@register("campaign.sweep")
class Swept(LogFormatter):
    """``verb``, how many it ``found``, what it went ``by``: codes, moments, True for a pattern."""

    label = gettext_lazy("Change signatures in bulk")

    def format_message(self, log_entry):
        data = log_entry.data
        verb = dict(SweepVerb.choices).get(data.get("verb"), "")
        said = ", ".join(swept_by(data.get("by") or {}))
        what = ngettext(
            "%(verb)s: %(number)s signature", "%(verb)s: %(number)s signatures", data["found"]
        ) % {"verb": verb, "number": words.number(data["found"])}
        what = f"{what} ({said})" if said else what
        return f"{what}: {data['reason']}" if data.get("reason") else what


@register("campaign.sweep_undo")
class SweepUndone(LogFormatter):
    """How many it had taken out: ``number``."""

    label = gettext_lazy("Undo a change in bulk")

    def format_message(self, log_entry):
        number = log_entry.data["number"]
        return ngettext(
            "Undid the invalidation of %(number)s signature: %(reason)s",
            "Undid the invalidation of %(number)s signatures: %(reason)s",
            number,
        ) % {"number": words.number(number), "reason": log_entry.data.get("reason", "")}


def _moment(value) -> str:
    return words.moment(parse_datetime(value) if isinstance(value, str) else value)


#: What a sweep can go by, in the same way.
SWEPT_BY = {
    "domain": (gettext_lazy("Domain"), str),
    "address_pattern": (gettext_lazy("Address"), str),
    "name_pattern": (pgettext_lazy("person", "Name"), str),
    "country": FILTERS["country"],
    "language": FILTERS["language"],
    "signed_from": (gettext_lazy("Signed from"), _moment),
    "signed_until": (gettext_lazy("Signed until"), _moment),
    "signature_state": FILTERS["state"],
}


def swept_by(by: dict) -> list[str]:
    """What a sweep went by, in words: {field: value}; True for what isn't told."""
    return [
        str(label) if by[name] is True else f"{label}: {say(by[name])}"
        for name, (label, say) in SWEPT_BY.items()
        if by.get(name)
    ]


@register("campaign.hand_over")
class HandedOver(LogFormatter):
    label = gettext_lazy("Export for handing over")
    message = gettext_lazy("Exported the names of those who agreed to the hand-over")


@register("campaign.paper")
class PaperCounted(LogFormatter):
    """``was`` and ``number``: how many signatures a batch had and has; 0 is none."""

    label = gettext_lazy("Enter or correct paper signatures")

    def format_message(self, log_entry):
        said = {key: log_entry.data.get(key, "") for key in ("was", "number", "place")}
        return _("Paper signatures: %(was)s → %(number)s %(place)s") % said


@register("campaign.outcome")
class Declared(LogFormatter):
    """``kind``: the outcome; ``back``: it was taken back."""

    label = gettext_lazy("Declare an outcome")

    def format_message(self, log_entry):
        kind = dict(State.choices).get(log_entry.data.get("kind"), "")
        words = _("Took back: %(kind)s") if log_entry.data.get("back") else _("Declared: %(kind)s")
        return words % {"kind": kind}
