"""Moderators take signatures out of the count and back in."""

import pytest

from tests.crowd import at_once
from tests.editors import superuser
from tests.people import count, signature_of
from wagtail_campaign import signals
from wagtail_campaign.actions import logs, tallies
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import live, moderation, repeats, services
from wagtail_campaign.petitions.models import Petition, Signature, SignatureState


def signers(page, number, **typed):
    return [
        signature_of(page, email=f"signer{page.pk}-{i}@example.org", **typed) for i in range(number)
    ]


def ids_of(signatures):
    return [signature.pk for signature in signatures]


@pytest.fixture
def moderator(db):
    return superuser().user


@pytest.fixture
def second_page(page, home):
    return home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))


@pytest.fixture
def heard(request):
    """What listeners to a signal were told."""
    heard = []

    def hear(signal):
        def listener(sender, signal, **arguments):
            heard.append(arguments)

        signal.connect(listener, weak=False)
        request.addfinalizer(lambda: signal.disconnect(listener))
        return heard

    return hear


def test_an_invalidated_signature_leaves_the_count_and_the_page(page, petition, moderator):
    kept, false = signers(page, 2, display="full")
    assert moderation.invalidate(petition, [false.pk], "A bot", moderator) == 1
    assert count(petition) == 1
    assert live.read(petition).latest == [(kept.public_name, "KZ")]
    false.refresh_from_db()
    assert false.state == SignatureState.INVALID
    assert tallies.recount() == []


def test_a_restored_signature_counts_again(page, petition, moderator):
    signature = signature_of(page, display="full")
    moderation.invalidate(petition, [signature.pk], "A bot", moderator)
    assert moderation.restore(petition, [signature.pk], "No bot after all", moderator) == 1
    assert count(petition) == 1
    assert live.read(petition).latest == [("Dana Akhmetova", "KZ")]
    assert tallies.recount() == []


def test_doing_it_twice_is_the_same_as_once(page, petition, moderator):
    ids = ids_of(signers(page, 3))
    assert moderation.invalidate(petition, ids, "Bots", moderator) == 3
    assert moderation.invalidate(petition, ids, "Bots", moderator) == 0
    assert count(petition) == 0
    assert moderation.restore(petition, ids, "People", moderator) == 3
    assert moderation.restore(petition, ids, "People", moderator) == 0
    assert count(petition) == 3


def test_only_confirmed_signatures_are_taken_out(page, petition, moderator):
    pending = signature_of(page, confirmed=False)
    withdrawn = signature_of(page, email="other@example.org")
    services.withdraw(withdrawn)
    ids = ids_of([pending, withdrawn])
    assert moderation.invalidate(petition, ids, "?", moderator) == 0
    assert moderation.restore(petition, ids, "?", moderator) == 0
    assert count(petition) == 0


def test_several_petitions_at_once_each_keep_their_own_count(
    page, petition, second_page, moderator
):
    first, second = signers(page, 3), signers(second_page, 2)
    chosen = ids_of([first[0], first[1], second[0]])
    assert moderation.invalidate(Signature.objects, chosen, "Bots", moderator) == 3
    assert count(petition) == 1
    assert count(second_page.get_action()) == 1


def test_signatures_of_another_petition_are_out_of_reach(page, petition, second_page, moderator):
    other = signature_of(second_page)
    assert moderation.invalidate(petition, [other.pk], "Mine?", moderator) == 0
    assert count(second_page.get_action()) == 1


def test_the_address_of_an_invalidated_signature_cant_come_back(page, petition, moderator):
    signature = signature_of(page, email="bot@example.org")
    moderation.invalidate(petition, [signature.pk], "A bot", moderator)
    again = signature_of(page, confirmed=False, email="bot@example.org")
    assert repeats.has_signed(again)
    assert not services.confirm(again)
    assert count(petition) == 0
    moderation.restore(petition, [signature.pk], "A person", moderator)
    assert count(petition) == 1


def test_who_was_invalidated_and_erased_still_counts_once_when_restored(page, petition, moderator):
    signature = signature_of(page, email="aigul@example.org", display="full")
    moderation.invalidate(petition, [signature.pk], "A bot", moderator)
    moderation.erase(signature, moderator)
    assert not services.confirm(signature_of(page, confirmed=False, email="aigul@example.org"))
    moderation.restore(petition, [signature.pk], "A person", moderator)
    assert count(petition) == 1
    assert live.read(petition).latest == [("", "KZ")]


def test_listeners_hear_which_signatures_of_which_petition(
    page, second_page, moderator, heard, after_commit
):
    first, second = signers(page, 2), signers(second_page, 1)
    told = heard(signals.signatures_invalidated)
    with after_commit():
        ids = ids_of([*first, *second])
        moderation.invalidate(Signature.objects, ids, "Bots", moderator)
    assert {call["petition"].pk: call["ids"] for call in told} == {
        page.get_action().pk: ids_of(first),
        second_page.get_action().pk: ids_of(second),
    }
    assert all(call["reason"] == "Bots" and call["user"] == moderator for call in told)
    told = heard(signals.signatures_restored)
    told.clear()
    with after_commit():
        moderation.restore(Signature.objects, ids_of(second), "People", moderator)
    assert [call["ids"] for call in told] == [ids_of(second)]


def test_the_reason_stays_in_the_log_of_the_signature(page, petition, moderator):
    signature = signature_of(page)
    moderation.invalidate(petition, [signature.pk], "Signed from one machine", moderator)
    [entry] = logs.of(signature)
    assert (entry.user, entry.message) == (moderator, "Invalidated: Signed from one machine")
    assert "dana" not in str([entry.data, entry.label]).lower()


def test_nobody_sees_the_old_count_after_it(page, petition, moderator, client, after_commit):
    signature = signature_of(page, display="full")
    assert b"Dana Akhmetova" in client.get(page.url).content
    with after_commit():
        moderation.invalidate(petition, [signature.pk], "A bot", moderator)
    assert b"Dana Akhmetova" not in client.get(page.url).content


@pytest.mark.django_db(transaction=True)
def test_moderators_at_once_move_each_signature_once(page, home, moderator):
    other = home.add_child(instance=PetitionPage(title="A lawyer", slug="lawyer"))
    ids = ids_of([*signers(page, 6), *signers(other, 6)])

    def invalidate(i):
        return moderation.invalidate(Signature.objects, ids[i % 3 :], "Bots", moderator)

    assert sum(at_once(8, invalidate)) == len(ids)
    assert [count(petition) for petition in Petition.objects.all()] == [0, 0]

    def restore(i):
        return moderation.restore(Signature.objects, ids[: len(ids) - i % 3], "People", moderator)

    assert sum(at_once(8, restore)) == len(ids)
    assert [count(petition) for petition in Petition.objects.all()] == [6, 6]
    assert tallies.recount() == []
