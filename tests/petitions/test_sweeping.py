"""What is done to many signatures at once: exactly those that were meant, counted rightly."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.editors import superuser
from tests.people import count, signature_of
from tests.supporters.visits import work_off
from wagtail_campaign import signals
from wagtail_campaign.actions import logs, tallies
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions import moderation, services, sweeping
from wagtail_campaign.petitions.models import Signature, SignatureState
from wagtail_campaign.petitions.sweeps import FORGOTTEN, Sweep, SweepState, SweepVerb

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(db):
    return superuser().user


@pytest.fixture
def rule(petition, moderator):
    """``rule(domain="…")``: a rule that was not started."""

    def rule(verb=SweepVerb.INVALIDATE, **said):
        return Sweep(petition=petition, verb=verb, user=moderator, reason="A burst", **said)

    return rule


@pytest.fixture
def burst(page):
    """Five bots, and two people."""
    bots = [signature_of(page, email=f"bot{i}@burst.example") for i in range(5)]
    people = [signature_of(page, email=f"person{i}@example.org") for i in range(2)]
    return bots, people


@pytest.fixture
def small_steps(monkeypatch):
    """Two in a batch, and nothing at once."""
    monkeypatch.setattr(sweeping, "BATCH", 2)
    monkeypatch.setattr(sweeping, "AT_ONCE", 0)


def states(signatures) -> list[str]:
    for signature in signatures:
        signature.refresh_from_db()
    return [signature.state for signature in signatures]


def found(sweep) -> int:
    return sweeping.dry_count(sweep).total


def test_a_rule_is_counted_before_anything_is_changed(burst, rule, petition):
    counted = sweeping.dry_count(rule(domain="burst.example"))
    assert counted.total == 5
    assert counted.countries == {"KZ": 5}
    assert sum(counted.days.values()) == 5
    assert count(petition) == 7
    assert not Sweep.objects.exists()


def test_a_rule_takes_out_what_it_found_and_nothing_else(burst, rule, petition):
    bots, people = burst
    sweep = sweeping.start(rule(domain="burst.example"))
    assert states(bots) == [SignatureState.INVALID] * 5
    assert states(people) == [SignatureState.CONFIRMED] * 2
    assert (sweep.state, sweep.found, sweep.done) == (SweepState.DONE, 5, 5)
    assert count(petition) == 2
    assert tallies.recount() == []


def test_undoing_it_restores_exactly_those(burst, rule, petition, moderator):
    bots, people = burst
    moderation.invalidate(petition, [people[0].pk], "Something else", moderator)
    sweep = sweeping.start(rule(domain="burst.example"))
    assert sweeping.undo(sweep, "They were people", moderator)
    assert states(bots) == [SignatureState.CONFIRMED] * 5
    assert states(people) == [SignatureState.INVALID, SignatureState.CONFIRMED]
    assert (sweep.state, sweep.undone) == (SweepState.UNDONE, 5)
    assert count(petition) == 6
    assert tallies.recount() == []


def test_what_somebody_decided_about_since_stays_as_it_is(burst, rule, petition, moderator):
    bots, _people = burst
    sweep = sweeping.start(rule(domain="burst.example"))
    restored, again, erased = bots[0], bots[1], bots[2]
    moderation.restore(petition, [restored.pk, again.pk], "People", moderator)
    moderation.invalidate(petition, [again.pk], "No, bots", moderator)
    moderation.erase(erased, moderator)
    sweeping.undo(sweep, "All people", moderator)
    confirmed, invalid = SignatureState.CONFIRMED, SignatureState.INVALID
    assert states(bots) == [confirmed, invalid, invalid, confirmed, confirmed]
    assert sweep.undone == 2
    assert count(petition) == 5
    assert tallies.recount() == []


def test_undoing_twice_is_the_same_as_once(burst, rule, petition, moderator):
    sweep = sweeping.start(rule(domain="burst.example"))
    assert sweeping.undo(sweep, "People", moderator)
    assert not sweeping.undo(sweep, "People", moderator)
    assert count(petition) == 7


def test_what_was_erased_before_is_left_alone_as_it_could_never_be_restored(burst, rule, petition):
    bots, _people = burst
    services.erase(bots[0])
    assert found(rule(country="KZ")) == 6
    sweeping.start(rule(country="KZ"))
    assert states(bots[:1]) == [SignatureState.CONFIRMED]
    assert count(petition) == 1


def test_who_signs_while_it_is_under_way_is_none_of_its_business(page, burst, rule, small_steps):
    sweep = sweeping.start(rule(domain="burst.example"))
    late = signature_of(page, email="late@burst.example")
    work_off()
    assert states([late]) == [SignatureState.CONFIRMED]
    sweep.refresh_from_db()
    assert sweep.done == 5


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ({"domain": "burst.example"}, 1),
        ({"domain": "example"}, 0),
        ({"address_pattern": "*@*.EXAMPLE"}, 1),
        ({"address_pattern": "a_b%*@*"}, 1),
        ({"address_pattern": "axb*@*"}, 0),
        ({"name_pattern": "Ser* Aig*"}, 0),
        ({"name_pattern": "aig*serik*"}, 1),
        ({"name_pattern": "Aigul"}, 0),
        ({"name_pattern": "Madonna"}, 1),
        ({"country": "DE"}, 1),
        ({"language": "en"}, 2),
        ({"language": "ru"}, 0),
        ({"country": "DE", "domain": "burst.example"}, 0),
        ({"country": "KZ", "domain": "burst.example"}, 1),
    ],
)
def test_what_rules_find(page, rule, said, number):
    signature_of(page, first_name="Aigul", last_name="Serikova", email="a_b%c@burst.example")
    signature_of(page, first_name="Madonna", last_name="", email="m@example.org", country="DE")
    assert found(rule(**said)) == number


def test_a_time_window_finds_who_signed_in_it(page, rule):
    moments = [datetime(2026, 3, 1, hour, tzinfo=UTC) for hour in (9, 12, 15)]
    signed = [signature_of(page, email=f"{m.hour}@example.org") for m in moments]
    for signature, moment in zip(signed, moments, strict=True):
        Signature.objects.filter(pk=signature.pk).update(created_at=moment)
    start, end = moments[1] - timedelta(hours=1), moments[1]
    assert sweeping.start(rule(signed_from=start, signed_until=end)).done == 1
    confirmed, invalid = SignatureState.CONFIRMED, SignatureState.INVALID
    assert states(signed) == [confirmed, invalid, confirmed]


def test_one_killed_between_batches_goes_on_and_counts_stay_right(
    burst, rule, petition, small_steps, monkeypatch, moderator
):
    bots, _people = burst
    sweep = sweeping.start(rule(domain="burst.example"))
    for left in (5, 3, 1):
        assert count(petition) == left + 2
        assert sweeping._next(sweep.pk) is not None
        assert tallies.recount() == []
    real = moderation.move

    def dies(*args, **kwargs):
        real(*args, **kwargs)
        raise RuntimeError("killed")

    sweep.refresh_from_db()
    work_off()
    sweeping.undo(sweep, "People", moderator)
    monkeypatch.setattr(moderation, "move", dies)
    assert work_off()["signatures changed in bulk"] == -1
    assert count(petition) == 2
    assert tallies.recount() == []
    monkeypatch.setattr(moderation, "move", real)
    assert work_off()["signatures changed in bulk"] == 5
    sweep.refresh_from_db()
    assert (sweep.state, sweep.undone) == (SweepState.UNDONE, 5)
    assert states(bots) == [SignatureState.CONFIRMED] * 5
    assert tallies.recount() == []


def test_a_stopped_one_can_be_undone(burst, rule, petition, small_steps, moderator):
    sweep = sweeping.start(rule(domain="burst.example"))
    sweeping._next(sweep.pk)
    assert sweeping.stop(sweep)
    work_off()
    assert count(petition) == 5
    sweep.refresh_from_db()
    sweeping.undo(sweep, "People", moderator)
    work_off()
    assert count(petition) == 7


def test_a_filtered_list_is_restored(burst, rule, petition):
    sweeping.start(rule(domain="burst.example"))
    restored = sweeping.start(rule(verb=SweepVerb.RESTORE, country="KZ"))
    assert restored.done == 5
    assert count(petition) == 7
    assert not Signature.objects.filter(sweep__isnull=False).exists()


def test_a_filtered_list_is_erased(page, burst, rule, petition):
    pending = signature_of(page, confirmed=False, email="waits@example.org")
    sweep = sweeping.start(rule(verb=SweepVerb.ERASE))
    assert sweep.done == 8
    assert not Signature.objects.filter(pk=pending.pk).exists()
    assert not Signature.objects.filter(supporter__isnull=False).exists()
    assert count(petition) == 7
    assert tallies.recount() == []


def test_a_filter_by_state_narrows_a_verb_down(page, burst, rule):
    signature_of(page, confirmed=False, email="waits@example.org")
    assert found(rule(verb=SweepVerb.ERASE, signature_state="pending")) == 1
    assert found(rule(signature_state="pending")) == 0


def test_the_link_is_mailed_again_to_those_who_wait_once_each(page, burst, rule):
    waiting = signature_of(page, confirmed=False, email="waits@example.org")
    before = Mail.objects.filter(object_id=waiting.pk).update(state="sent")
    sweep = sweeping.start(rule(verb=SweepVerb.RESEND))
    assert sweep.done == 1
    assert Mail.objects.filter(object_id=waiting.pk).count() == before + 1
    sweeping.go_on(sweep)
    assert Mail.objects.filter(object_id=waiting.pk).count() == before + 1


def test_it_is_one_entry_in_the_log_without_what_was_typed(burst, rule, petition, moderator):
    sweep = sweeping.start(rule(domain="burst.example", country="KZ"))
    sweeping.undo(sweep, "They were people", moderator)
    undone, done = logs.of(petition)[:2]
    assert done.message == "Invalidate: 5 signatures (Domain, Country: Kazakhstan): A burst"
    assert undone.message == "Undid the invalidation of 5 signatures: They were people"
    assert "burst" not in str(done.data["by"])
    bots, _people = burst
    assert not logs.of(bots[0]).exists()


def test_listeners_hear_of_each_batch(burst, rule, small_steps, after_commit):
    heard = []

    def listen(sender, petition, ids, reason, user, **kwargs):
        heard.append((len(ids), reason, user))

    signals.signatures_invalidated.connect(listen)
    with after_commit():
        sweep = sweeping.start(rule(domain="burst.example"))
        sweeping.go_on(sweep)
    assert heard == [(number, "A burst", sweep.user) for number in (2, 2, 1)]


def test_patterns_are_forgotten_a_month_later_and_it_can_still_be_undone(
    burst, rule, petition, clock, moderator
):
    sweep = sweeping.start(rule(domain="burst.example", address_pattern="bot*@*"))
    clock.forward(days=29)
    work_off()
    sweep.refresh_from_db()
    assert sweep.domain == "burst.example"
    clock.forward(days=2)
    assert work_off()["rules forgotten"] == 2
    sweep.refresh_from_db()
    assert (sweep.domain, sweep.address_pattern) == (FORGOTTEN, FORGOTTEN)
    assert sweeping.undo(sweep, "People", moderator)
    assert count(petition) == 7
