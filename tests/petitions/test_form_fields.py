"""The fields of a form are made once for all petitions that ask the same."""

from wagtail_campaign.petitions.forms import SignatureForm
from wagtail_campaign.petitions.models import Ask, Petition

WORDINGS = {"updates": ("a" * 64, "Send me news.")}


def form(data=None, **asks):
    asks = dict.fromkeys(Petition.ASKED, Ask.REQUIRED) | asks
    return SignatureForm(data, asks=asks, wordings=WORDINGS)


def offered(form):
    return [value for value, _ in form.fields["display"].widget.choices]


def test_one_petition_does_not_change_the_form_of_another():
    everything = form()
    assert form().fields["email"] is everything.fields["email"]
    short = form(last_name=Ask.OFF, comment=Ask.OPTIONAL)
    assert offered(short) == ["anonymous", "full"]
    assert not short.fields["comment"].required and "last_name" not in short.fields
    assert offered(everything) == offered(form()) == ["anonymous", "initial", "full"]
    assert everything.fields["comment"].required
    assert offered(SignatureForm(asks={}, wordings={})) == ["anonymous", "full"]


def test_a_form_that_loses_a_field_loses_it_alone():
    lost = form()
    del lost.fields["email"]
    assert "email" in form().fields


def test_the_fields_stand_in_their_order():
    names = [field.name for field in form().typed]
    assert names == list(SignatureForm.ORDER)
    assert [field.name for field in form().consents] == ["consent_updates"]
