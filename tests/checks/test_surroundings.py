"""``manage.py check`` says where cache, database or ``campaign_work`` are not as they should be."""

from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from wagtail_campaign.mailing import work
from wagtail_campaign.mailing.models import Work

from .asked import database_said, said

DUMMY = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


def test_a_cache_of_each_process_is_warned_of():
    assert said(CACHES=DUMMY) == {"W006"}


@pytest.mark.django_db
def test_work_that_was_never_done_or_not_lately_is_said():
    assert database_said("W008") == ["campaign_work has never run."]
    work.run_pass()
    assert database_said("W008") == []
    Work.objects.update(finished_at=timezone.now() - timedelta(minutes=61))
    assert "campaign_work has not run since" in database_said("W008")[0]


def test_sqlite_as_django_sets_it_up_is_warned_of():
    if connections["default"].vendor != "sqlite":
        assert "W009" not in said()
        return
    options = connections["default"].settings_dict["OPTIONS"]
    kept = options.pop("transaction_mode")
    try:
        assert said() == {"W009"}
    finally:
        options["transaction_mode"] = kept
