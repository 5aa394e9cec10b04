"""What mails need: a sender, templates and languages, a worker, and links that lead somewhere."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError
from django.template import TemplateDoesNotExist, TemplateSyntaxError, loader
from django.utils import translation
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.coreutils import get_content_languages

from ..actions.sites import unreachable
from ..mailing import delivery, kinds
from ..mailing.tasks import deliver
from .saying import TAG, error, warning


@checks.register(TAG)
def mails_have_a_sender(app_configs, **kwargs):
    """W004: mail from webmaster@localhost goes nowhere."""
    if settings.DEBUG or not delivery.sends_from_nowhere():
        return []
    return [
        warning(
            "W004",
            f"Mails would be sent from {delivery.sender()}.",
            "Set WAGTAIL_CAMPAIGN_MAIL_FROM or DEFAULT_FROM_EMAIL to an address of your domain.",
        )
    ]


@checks.register(TAG)
def mails_have_their_templates(app_configs, **kwargs):
    """E005, W005: every mail in every language of the site."""
    return [
        error(
            "E005",
            f"The mail template {template} can't be used: {problem}",
            "Mend or remove the site's own version of it.",
        )
        for template, problem in broken_templates()
    ] + [
        warning(
            "W005",
            f"The mails of wagtail_campaign are not translated into {name} ({code}).",
            "Supporters who sign there would get English mails: put a catalogue for the"
            " package's texts into LOCALE_PATHS, or leave the language out.",
        )
        for code, name in untranslated()
    ]


def broken_templates(prefix: str = "") -> list[tuple[str, Exception]]:
    """(name, why) of the templates of mails that can't be used; of kinds that begin with something
    ("donations."), or of all."""
    found = []
    for kind in kinds.all_kinds():
        for part in kind.parts if kind.name.startswith(prefix) else ():
            try:
                loader.get_template(kind.template(part))
            except (TemplateDoesNotExist, TemplateSyntaxError) as problem:
                found.append((kind.template(part), problem))
    return found


def untranslated() -> list[tuple[str, str]]:
    """(code, name) of the site's languages in which mails would be English."""
    return [
        (code, name)
        for code, name in get_content_languages().items()
        if not code.startswith("en") and not _is_translated(code)
    ]


def _is_translated(code: str) -> bool:
    subject = "Please confirm your e-mail address"
    with translation.override(code):
        return translation.gettext(subject) != subject


@checks.register(TAG, deploy=True)
def mail_is_sent_by_a_worker(app_configs, **kwargs):
    """W010: within the request the time of an answer tells whether a mail was sent."""
    if not isinstance(deliver.get_backend(), ImmediateBackend):
        return []
    return [
        warning(
            "W010",
            "Mail is sent while the supporter waits for the answer.",
            "Give Django Tasks a back end with a worker (TASKS). Without one a slow mail server"
            " slows every signature down, and who watches the clock can tell whether an address"
            " was written to today.",
        )
    ]


@checks.register(checks.Tags.database)
def links_lead_to_the_site(app_configs, databases, **kwargs):
    """W011: Wagtail's first site is localhost with port 80. Asked by ``migrate`` and
    ``check --database default``."""
    if "default" not in (databases or []):
        return []
    try:
        sites = unreachable()
    except DatabaseError:
        return []  # Not migrated yet.
    return [
        warning(
            "W011",
            f"Links in mails would begin with {site.root_url}/.",
            "Set host name and port in the admin under Settings, Sites: those by which the site"
            " is reached (with runserver localhost and 8000, live your domain and 443).",
        )
        for site in sites
    ]
