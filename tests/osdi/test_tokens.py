"""Access tokens in the admin: made, shown once, listed, deleted."""

import pytest
from django.contrib.auth.models import Permission
from wagtail.models import ModelLogEntry

from wagtail_campaign.osdi.models import AccessToken

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, django_user_model):
    user = django_user_model.objects.create_user("editor", is_staff=True)
    for codename in ("access_admin", "read_osdi"):
        user.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(user)
    return user


def test_a_token_is_made_shown_once_and_reads(client, editor):
    assert client.get("/admin/campaign/tokens/add/").status_code == 200
    made = client.post("/admin/campaign/tokens/add/", {"name": "Our CRM"})
    secret = made.context["secret"]
    assert secret in made.content.decode() and "no-store" in made.headers["Cache-Control"]
    assert client.get("/campaign/osdi/", headers={"OSDI-API-Token": secret}).status_code == 200
    listed = client.get("/admin/campaign/tokens/").content.decode()
    assert "Our CRM" in listed and secret not in listed
    entry = ModelLogEntry.objects.get(action="campaign.add_access_token")
    assert secret not in repr(vars(entry))


def test_a_deleted_one_reads_no_more(client, editor):
    token, secret = AccessToken.make(editor, "Our CRM")
    page = f"/admin/campaign/tokens/{token.pk}/delete/"
    assert client.get(page).status_code == 200
    assert client.post(page).status_code == 302
    assert client.get("/campaign/osdi/", headers={"OSDI-API-Token": secret}).status_code == 401
    assert client.post(page, follow=True).status_code == 404
    assert ModelLogEntry.objects.filter(action="campaign.delete_access_token").count() == 1


def test_a_token_needs_a_name(client, editor):
    assert client.post("/admin/campaign/tokens/add/", {"name": " "}).context["form"].errors
    assert not AccessToken.objects.exists()


def test_whoever_has_not_the_right_sees_none_and_the_list_says_who_lost_it(client, editor):
    AccessToken.make(editor, "Our CRM")
    editor.user_permissions.remove(Permission.objects.get(codename="read_osdi"))
    for path in ("", "add/", "1/delete/"):
        assert client.get(f"/admin/campaign/tokens/{path}").status_code == 302
    editor.is_superuser = True
    editor.save()
    assert "may not any more" not in client.get("/admin/campaign/tokens/").content.decode()


def test_nobody_there_yet(client, editor):
    assert "No other program reads here" in client.get("/admin/campaign/tokens/").content.decode()
