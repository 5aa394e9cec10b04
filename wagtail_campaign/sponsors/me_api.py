"""A sponsor's entry under "my actions" by JSON: as ``me_views.py`` has it changed and proved."""

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from ninja import Router, Schema
from pydantic import Field

from ..headless import acts, idempotency, problems
from ..headless.actions import Form
from ..headless.acts import Done
from ..headless.answers import answers
from ..headless.bodies import Fields
from ..headless.described import describe
from ..headless.me import CHANGES, READS, inside
from ..headless.paths import Id
from ..supporters.me.mine import UNCHANGED, Outcome
from . import changing
from .acts import SponsorAct

router = Router(tags=["My actions"], auth=inside)


class EntrySaid(Schema):
    """One's own entry."""

    id: int
    state: str = Field(description="Where it stands, in words.")
    form: Form | None = Field(description="To change it, with what stands in it; null: not now.")
    domain: str = Field(description="What an organisation can prove: that this is its domain.")
    dns_record: str = Field(
        description="The text of the TXT record that proves it; “” where there is nothing to prove."
    )
    dns_asked_at: datetime | None = Field(description="Since when the record is looked for.")
    dns_looked_at: datetime | None = Field(description="When it was looked for last.")


@router.get(
    "/{pk}", response=answers((200, EntrySaid), *READS), url_name="api_my_sponsor", by_alias=True
)
def entry(request, pk: Id):
    """One's own entry, as it stands and as it can be changed."""
    act = acts.find(request, SponsorAct.slice, pk)
    sponsor = act.record
    return {
        "id": act.pk,
        "state": act.state,
        "form": _form(act) if act.can_change else None,
        "domain": act.domain if sponsor.is_organisation else "",
        "dns_record": act.dns_record,
        "dns_asked_at": sponsor.dns_asked_at,
        "dns_looked_at": sponsor.dns_looked_at,
    }


def _form(act: SponsorAct) -> dict:
    language = translation.get_language()
    return {
        "method": "POST",
        "url": reverse("wagtail_campaign:api_my_sponsor", args=[act.pk]),
        "schema": describe(changing.form_of(act, language), language),
    }


@router.post("/{pk}", response=answers((200, Done), *CHANGES), url_name="api_my_sponsor")
def change(request, pk: Id, typed: Fields):
    """Changes the entry at once, in every language; what isn't sent is emptied. The campaign looks
    at it afterwards; an organisation with another name or web site is no longer verified."""
    return _change(request, acts.find(request, SponsorAct.slice, pk), typed.as_form())


@router.patch("/{pk}", response=answers((200, Done), *CHANGES), url_name="api_my_sponsor")
def change_in_part(request, pk: Id, typed: Fields):
    """The same, but what isn't sent stays; null empties a field."""
    act = acts.find(request, SponsorAct.slice, pk)
    standing = changing.standing(changing.form_of(act, translation.get_language()))
    return _change(request, act, typed.over(standing))


def _change(request, act: SponsorAct, data) -> dict:
    if idempotency.is_repeat(request):
        return acts.done(UNCHANGED)
    form = changing.form_of(act, translation.get_language(), data)
    changed = changing.change(act, form)
    if changed is None:
        raise problems.of_form(form)
    return acts.done(Outcome(changing.notice(act)) if changed else UNCHANGED)


@router.post(
    "/{pk}/prove", response=answers((200, Done), *CHANGES), url_name="api_my_sponsor_prove"
)
def prove(request, pk: Id):
    """Has the record in its domain looked for, every hour for a week."""
    return acts.done(
        Outcome("domain") if changing.prove(acts.find(request, SponsorAct.slice, pk)) else UNCHANGED
    )
