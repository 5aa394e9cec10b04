"""Entries that editors write down: one by hand, or a whole list from a file."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import signals
from ..actions import live, logs
from ..actions.siblings import source_page
from ..actions.titles import title_of
from ..deadlocks import repeated
from ..supporters import addresses
from ..supporters.models import Display, Supporter
from ..webhooks import outbox
from . import entries, hooks, repeats, services
from .models import Sponsor, SponsorContact, SponsorList
from .services import ListedAlready
from .states import Kind, SponsorState


@dataclass(frozen=True)
class Told:
    """An entry as an editor gives it: ``entry`` is {field of ``Sponsor``: value}. ``email`` and the
    rest are of who stands behind it, and may be missing; then nobody can change it but editors."""

    kind: Kind
    language: str
    entry: dict
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    authority: str = ""


@repeated
def enter(sponsor_list: SponsorList, told: list[Told], user, deed: str = "") -> list[Sponsor]:
    """Writes entries down and publishes them, all or none: an editor has looked at them. Nobody is
    mailed. ``deed`` is what is logged of the list, of many; else each is logged itself.

    Raises ``ListedAlready``, whose ``number`` is the place of the entry that is there already.
    """
    made = []
    try:
        with transaction.atomic(durable=True):
            for each in told:
                made.append(_enter(sponsor_list, each, user))
            if deed:
                logs.note([sponsor_list], deed, user, label=title_of, number=len(made))
            else:
                logs.note(made, "campaign.enter_sponsor", user)
            transaction.on_commit(lambda: live.forget(sponsor_list.key))
    except (IntegrityError, ListedAlready) as error:
        raise ListedAlready(len(made)) from error
    return made


def _enter(sponsor_list: SponsorList, told: Told, user) -> Sponsor:
    page = source_page(sponsor_list.key)
    sponsor = Sponsor(
        sponsor_list=sponsor_list,
        kind=told.kind,
        language=told.language,
        page_id=page.pk if page else None,
        is_entered=True,
        confirmed_at=timezone.now(),
        **told.entry,
    )
    sponsor.supporter = _supporter(sponsor, told) if told.email else None
    if sponsor.supporter:
        subject = repeats.subject(sponsor)
        sponsor.dedupe_key = addresses.dedupe_key(subject, told.email)
        sponsor.key_id = addresses.writing_key_id()
    services.refuse_twice(sponsor, {})
    # Saved first as nothing that counts, then published as all others are.
    sponsor.state = SponsorState.WAITING
    entries.fit(sponsor)
    sponsor.save()
    entries.write(
        sponsor,
        sponsor_list.key,
        state=SponsorState.PUBLISHED,
        published_at=timezone.now(),
        reviewed=entries.said(sponsor),
    )
    outbox.put(hooks.PUBLISHED, sponsor)
    signals.send_on_commit(signals.sponsor_published, Sponsor, sponsor=sponsor, user=user)
    return sponsor


def _supporter(sponsor: Sponsor, told: Told) -> Supporter:
    supporter = Supporter.objects.create(
        first_name=told.first_name,
        last_name=told.last_name,
        email=told.email,
        email_key=addresses.email_key(told.email),
        key_id=addresses.writing_key_id(),
        country=sponsor.country,
        language=told.language,
        display=Display.ANONYMOUS,
        page_id=sponsor.page_id,
    )
    if sponsor.is_organisation:
        SponsorContact.objects.create(supporter=supporter, authority=told.authority)
    return supporter
