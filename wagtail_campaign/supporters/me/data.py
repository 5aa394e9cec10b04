"""All that is stored about an address, to take along: ``GET /campaign/me/data.json``.

===============================  ================================================================
key                              what it is
===============================  ================================================================
``format``                       "wagtail-campaign/1"; the number rises when a key changes meaning
``made_at``                      when this file was made; all times are ISO 8601, in UTC
``acts[]``                       one for each thing that was done, newest first
``acts[].kind``, ``.id``         what it is ("petition": a signature), and its number here
``acts[].page``                  ``title``, ``url``, ``language``; null where it was deleted
``acts[].record``                what the act itself holds: ``state``, ``public_name`` …
``acts[].supporter``             what was typed: name, address, country …; ``address_key_id`` names
                                 the key under which a fingerprint of the address is kept
``acts[].answers[]``             what else the form asked: ``question``, in the reader's language,
                                 and ``answers``, a list of what was typed or chosen
``acts[].consents[]``            ``id``, ``purpose``, the exact ``wording``, its ``language``,
                                 ``given_at``, ``withdrawn_at``
``acts[].ticked[]``              the same for boxes ticked and not yet confirmed, without
                                 ``id`` and times
``acts[].mails[]``               ``kind``, ``state``, ``language``, ``created_at``, ``sent_at``
``links[]``                      links to this page: ``asked_for_at``, ``mailed_at``, ``used_at``
===============================  ================================================================
"""

from django.utils import timezone

from ...actions.sites import page_address
from .. import acts
from ..models import ConsentWording, MagicLink, Supporter

FORMAT = "wagtail-campaign/1"


def everything(email_keys: list[str]) -> dict:
    """What is stored about the address with these keys; times are aware datetimes."""
    links = MagicLink.objects.filter(email_key__in=email_keys).order_by("pk")
    return {
        "format": FORMAT,
        "made_at": timezone.now(),
        "acts": [of_act(act) for act in acts.of(email_keys)],
        "links": [
            {
                "asked_for_at": link.created_at,
                "mailed_at": link.mailed_at,
                "used_at": link.used_at,
            }
            for link in links
        ],
    }


def of_act(act: acts.Act) -> dict:
    """One act: see above."""
    supporter, page = act.supporter, act.page
    return {
        "kind": act.slice,
        "id": act.pk,
        "page": page
        and {
            "title": page.title,
            "url": page_address(page),
            "language": page.locale.language_code,
        },
        "record": act.data(),
        "supporter": _supporter(supporter),
        "answers": [{"question": asked, "answers": said} for asked, said in act.answers],
        "consents": [
            {
                "id": consent.pk,
                **_wording(consent.wording),
                "given_at": consent.given_at,
                "withdrawn_at": consent.withdrawn_at,
            }
            for consent in act.consents
        ],
        "ticked": [_wording(wording) for wording in act.ticked],
        "mails": [
            {
                "kind": mail.kind,
                "state": mail.state,
                "language": mail.language,
                "created_at": mail.created_at,
                "sent_at": mail.sent_at,
            }
            for mail in act.mails()
        ],
    }


def _supporter(supporter: Supporter) -> dict:
    return {
        "first_name": supporter.first_name,
        "last_name": supporter.last_name,
        "email": supporter.email,
        "country": supporter.country,
        "postcode": supporter.postcode,
        "organisation": supporter.organisation,
        "comment": supporter.comment,
        "language": supporter.language,
        "shown_as": supporter.display,
        "address_key_id": supporter.key_id,
        "page_revision": supporter.revision_id,
        "created_at": supporter.created_at,
    }


def _wording(wording: ConsentWording) -> dict:
    return {
        "purpose": wording.purpose,
        "wording": wording.text,
        "language": wording.language,
    }
