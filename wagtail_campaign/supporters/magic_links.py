"""The way into ``/campaign/me/``: asked for with an address, mailed to it, used once, for an hour.

Nobody can tell from asking whether an address is known here: each time one row is written, with
the keys of the address. Who it belongs to is looked up when the mail is written: by a worker, or by
the next pass of ``campaign_work`` where the site has none, for a look-up and a mail within the
request would tell by the time they take.
"""

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend

from ..mailing import outbox
from . import addresses, tokens
from .emails import MagicLinkMail
from .models import MagicLink, Supporter


def ask(address: str, language: str, site_id: int | None = None) -> None:
    """Has a link mailed to an address, if anything was done here with it. The same work either way.

    ``language`` and ``site_id`` (of a Wagtail ``Site``) are those of the page it was asked from.
    """
    email_key, *older_keys = addresses.email_keys(address)
    link = MagicLink(email_key=email_key, older_keys=older_keys, language=language, site_id=site_id)
    with transaction.atomic(durable=True):
        link.save(force_insert=True)
        if not isinstance(mail.get_backend(), ImmediateBackend):
            transaction.on_commit(lambda: mail.enqueue(link.pk), robust=True)


@task()
def mail(link_id: int) -> None:
    """Writes the mail with a link, once, to the address as it was typed with the latest act.

    Of an address that did nothing here it deletes the link.
    """
    with transaction.atomic():
        waiting = MagicLink.objects.filter(pk=link_id, mailed_at=None)
        link = waiting.select_for_update().first()
        if link is None:
            return
        supporters = Supporter.objects.filter(email_key__in=link.keys)
        supporter = supporters.order_by("-pk").first()
        if supporter is None:
            link.delete()
            return
        link.mailed_at = timezone.now()
        link.save(update_fields=["mailed_at"])
        outbox.put(MagicLinkMail, link.pk, supporter, language=link.language)


def find(purpose: str, text: str) -> MagicLink | None:
    """The link that a token proves for a purpose ("me", "session"), None where there is none."""
    token = tokens.parse(text)
    if token is None or token.slice != "me":
        return None
    link = MagicLink.objects.filter(pk=token.pk).first()
    # A row that is gone is compared all the same: the time of the answer tells nothing.
    proven = tokens.proves(token, purpose, link.nonce if link else "")
    return link if link and proven else None


def use(link: MagicLink) -> bool:
    """Uses a link up. True for the one call that did it."""
    now = timezone.now()
    unused = MagicLink.objects.filter(pk=link.pk, used_at=None)
    return bool(unused.filter(created_at__gt=now - link.GOOD_FOR).update(used_at=now))


def session(text: str) -> MagicLink | None:
    """The link behind a cookie, None where it was used more than an hour ago or was ended."""
    link = find("session", text)
    recent = link and link.used_at and link.used_at > timezone.now() - link.GOOD_FOR
    return link if recent else None


def speak(link: MagicLink, language: str) -> None:
    """Changes the language of a session."""
    MagicLink.objects.filter(pk=link.pk).update(language=language)


def end(link: MagicLink) -> None:
    """Ends the session of a link: its cookie proves nothing any more."""
    MagicLink.objects.filter(pk=link.pk).delete()


def forget(keys: list[str]) -> bool:
    """Deletes all links of an address of which nothing else is left; True where that was so."""
    if Supporter.objects.filter(email_key__in=keys).exists():
        return False
    MagicLink.objects.filter(email_key__in=keys).delete()
    return True
