"""Asking for a sweep: a rule, or a filtered list; then what it would find; then yes."""

from datetime import date

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import logs, words
from ...actions.admin.verbs import ReasonForm
from ...actions.titles import title_of
from ...supporters import countries
from .. import permissions, sweeping
from ..logs import swept_by
from ..sweeps import Sweep, SweepVerb
from .filters import SignatureFilterSet
from .of_petition import OfPetitionMixin
from .sweep_forms import RuleForm

#: So many days and countries are told apart.
MOST = 10


class SweepAskView(OfPetitionMixin, WagtailAdminTemplateMixin, TemplateView):
    """Counts without changing anything, and on POST starts. Subclasses say what is meant.

    Not atomic: starting owns its transactions.
    """

    template_name = "wagtail_campaign/admin/sweep_ask.html"
    right = permissions.MODERATE
    header_icon = "cross"

    def crumbs_between(self):
        return [{"url": self.address("sweeps"), "label": _("Bulk changes")}]

    @property
    def sees_people(self) -> bool:
        return permissions.can(self.request.user, permissions.PERSONAL)

    def ask(self, sweep: Sweep, reason=None):
        """The page that says what the sweep would find, with the button."""
        found = sweeping.dry_count(sweep)
        return self.render_to_response(
            self.get_context_data(
                sweep=sweep,
                said=swept_by(sweep.said()),
                found=found,
                tables=[
                    (_("By day"), most(found.days, lambda day: words.day(date.fromisoformat(day)))),
                    (_("By country"), most(found.countries, countries.name)),
                ],
                sample=self.sample(sweep) if self.sees_people else [],
                explanation=explain(sweep.verb, found.total),
                button=button(sweep.verb, found.total),
                serious=sweep.verb in {SweepVerb.INVALIDATE, SweepVerb.ERASE},
                reason=reason or ReasonForm(),
            )
        )

    def sample(self, sweep: Sweep) -> list:
        """Some of those found; that somebody looked is logged."""
        rows = sweeping.sample(sweep)
        if rows:
            ids = [row.pk for row in rows]
            logs.note(
                [self.petition],
                "campaign.view_personal_data",
                self.request.user,
                label=title_of,
                ids=ids,
            )
        return rows

    def start(self, sweep: Sweep):
        """Starts it where the reason is good, and shows how far it is."""
        reason = ReasonForm(self.request.POST)
        if not reason.is_valid():
            return self.ask(sweep, reason)
        sweep.reason, sweep.user = reason.cleaned_data["reason"], self.request.user
        sweeping.start(sweep)
        if sweep.is_busy:
            messages.success(self.request, _("It is under way. This page shows how far it is."))
        return HttpResponseRedirect(self.address("sweep", sweep.pk))


class RuleView(SweepAskView):
    """Signatures to invalidate, by a rule. What is typed is in no address: all goes by POST."""

    page_title = gettext_lazy("Invalidate by a rule")

    def get(self, request, *args, **kwargs):
        return self.edit(self.form())

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        step = request.POST.get("step")
        if not form.is_valid() or step == "change":
            return self.edit(form)
        sweep = form.save(commit=False)
        return self.start(sweep) if step == "start" else self.ask(sweep)

    def form(self, data=None) -> RuleForm:
        sweep = Sweep(petition=self.petition, verb=SweepVerb.INVALIDATE, by_rule=True)
        return RuleForm(
            data, instance=sweep, for_user=self.request.user, sees_people=self.sees_people
        )

    def edit(self, form):
        """The rule itself, to be filled in."""
        self.rule = form
        context = self.get_context_data(form=form)
        return self.response_class(
            self.request, "wagtail_campaign/admin/rule.html", context, using=self.template_engine
        )

    def get_context_data(self, **kwargs):
        rule = self.form(self.request.POST) if self.request.method == "POST" else None
        return super().get_context_data(**{"rule": rule, "back": self.address("sweeps")} | kwargs)


class FilteredView(SweepAskView):
    """What the list of signatures was narrowed down to; the filter is in the address, as codes."""

    def get(self, request, *args, **kwargs):
        return self.ask(self.sweep)

    def post(self, request, *args, **kwargs):
        return self.start(self.sweep)

    @cached_property
    def sweep(self) -> Sweep:
        """404 for a filter or a verb that isn't one."""
        given = self.request.GET.copy()
        verb = (given.pop("verb", None) or [""])[-1]
        filters = SignatureFilterSet(given, request=self.request)
        if verb not in SweepVerb or not filters.is_valid():
            raise Http404
        chosen = filters.form.cleaned_data
        signed = chosen.get("created_at")
        return Sweep(
            petition=self.petition,
            verb=SweepVerb(verb),
            signature_state=chosen.get("state") or "",
            country=chosen.get("country") or "",
            language=chosen.get("language") or "",
            signed_from=signed.start if signed else None,
            signed_until=signed.stop if signed else None,
        )

    @property
    def page_title(self):
        return self.sweep.get_verb_display()

    def get_context_data(self, **kwargs):
        query = self.request.GET.copy()
        query.pop("verb", None)
        query["petition"] = self.petition.pk
        back = f"{reverse('campaign_signatures:index')}?{query.urlencode()}"
        return super().get_context_data(**kwargs) | {"back": back}


def most(numbers: dict[str, int], say) -> list[tuple[str, int]]:
    """(label, number) of the largest, and one line for the rest."""
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    lines = [(say(code) or _("Unknown"), number) for code, number in ordered[:MOST]]
    if rest := ordered[MOST:]:
        others = _("Others (%(count)s)") % {"count": words.number(len(rest))}
        lines.append((others, sum(number for _code, number in rest)))
    return lines


def explain(verb: str, number: int) -> list[str]:
    """What will happen, in sentences."""
    if not number:
        return [_("Nothing is found: there is nothing to do.")]
    match verb:
        case SweepVerb.INVALIDATE:
            return [
                ngettext(
                    "%(number)s confirmed signature is taken out of the count and off the page.",
                    "%(number)s confirmed signatures are taken out of the count and off the page.",
                    number,
                )
                % {"number": words.number(number)},
                _("Nobody is told. The same address can’t sign this petition again."),
                _("You can undo it at any time. What was erased before is left out."),
            ]
        case SweepVerb.RESTORE:
            return [
                ngettext(
                    "%(number)s invalidated signature counts again.",
                    "%(number)s invalidated signatures count again.",
                    number,
                )
                % {"number": words.number(number)},
            ]
        case SweepVerb.RESEND:
            return [
                _("The link to confirm is mailed once more to the address that was given."),
                _("No address gets more than a few such mails a day: over that it waits its turn."),
            ]
    return [
        _("What the supporters told us is destroyed, with the consents and our mails."),
        _("What is confirmed still counts, as “Supporter”. What isn’t vanishes."),
        _("This can’t be undone."),
    ]


def button(verb: str, number: int) -> str:
    """What the button says, with the number."""
    number = words.number(number)
    match verb:
        case SweepVerb.INVALIDATE:
            return _("Invalidate %(number)s") % {"number": number}
        case SweepVerb.RESTORE:
            return _("Restore %(number)s") % {"number": number}
        case SweepVerb.RESEND:
            return _("Mail to %(number)s") % {"number": number}
    return _("Erase %(number)s for ever") % {"number": number}
