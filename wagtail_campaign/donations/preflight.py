"""What is still missing before a fund can take gifts, and where it is mended.

Of the names of pages there are "edit" and "translate". What ``manage.py check`` tells the site
builder is told here in the editor's language: the conditions are those of ``checks``.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.coreutils import get_content_languages

from ..actions import siblings, words
from ..actions.preflight import Problem
from ..checks import mail, payments
from .amounts import doubts, offers
from .models import Fund, FundCurrency
from .stripe_api import checkout, gateway

#: The checks of the settings, in words for editors.
SAID = {
    "E013": gettext_lazy("The key of Stripe’s is of no use."),
    "E014": gettext_lazy(
        "The secret of the webhook is missing: what Stripe tells is not believed, and gifts are"
        " seen late."
    ),
    "E015": gettext_lazy("The live key would be sent to another server than Stripe’s."),
    "E016": gettext_lazy("The language that was set for Stripe’s page is none of its own."),
    "W014": gettext_lazy("Test key: nobody is charged, and nothing that is given is real."),
    "W016": gettext_lazy("The key of Stripe’s is missing: nothing can be given."),
}


def problems(fund: Fund, page=None) -> list[Problem]:
    """What there is to mend; ``page`` is the one in the editor, whose own publishing is not asked
    for. Two queries."""
    return [
        *_of_the_settings(),
        *_of_the_currencies(fund),
        *_of_the_pages(fund, page),
        *_of_the_mails(),
    ]


def notes() -> list[str]:
    """What is good to know: which money it is, and where donors read another language."""
    said = _(
        "Stripe’s page isn’t there in the language “%(language)s”: donors see it in “%(instead)s”."
    )
    live = [_("The key is live: gifts are real money.")] if gateway.is_live() else []
    return live + [
        said % {"language": words.language(code), "instead": words.language(instead)}
        for code, instead in _checkouts()
        if instead.partition("-")[0] not in ("auto", code.partition("-")[0])
    ]


def _of_the_settings():
    for number in payments.wrong_settings():
        said = _("%(said)s (For whoever runs the site: %(number)s.)")
        yield Problem(said % {"said": SAID[number], "number": number})


def _of_the_currencies(fund: Fund):
    rows = offers.currencies_of(fund)
    for place, row in enumerate(rows):
        found = doubts.of_currency(row, fund)
        if row.currency != fund.goal_currency and not row.rate:
            found.append(("rate", _("Empty: what is given in it isn’t in the total.")))
        for name, said in found:
            named = FundCurrency._meta.get_field(name).verbose_name
            field = f"currencies-{place}-{name}" if row.pk else ""
            yield Problem(f"{row.currency}, {named}: {said}", "edit", field=field)


def _of_the_pages(fund: Fund, page):
    found = {
        other.locale.language_code: other
        for other in siblings.pages_of(fund.key).filter(alias_of=None).select_related("locale")
    }
    for code in get_content_languages():
        language, other = {"language": words.language(code)}, found.get(code)
        if other is None:
            said = _("The page isn’t translated into the language “%(language)s”.")
            yield Problem(said % language, "translate" if found else None)
        elif not other.live and not (page and page.pk == other.pk):
            said = _("The page in the language “%(language)s” isn’t published.")
            yield Problem(said % language, other)
    for code, instead in _checkouts():
        if instead == "auto":
            said = _("Stripe’s page isn’t there in the language “%(language)s”.")
            yield Problem(said % {"language": words.language(code)})


def _of_the_mails():
    for template, _problem in mail.broken_templates("donations."):
        said = _("The template of a mail is missing or broken: %(template)s")
        yield Problem(said % {"template": template})
    for code, _name in mail.untranslated():
        said = _("The mails are not translated into the language “%(language)s”.")
        yield Problem(said % {"language": words.language(code)})


def _checkouts() -> list[tuple[str, str]]:
    """(language of the site, that of Stripe's page)."""
    return [(code, checkout.locale(code)) for code in get_content_languages()]
