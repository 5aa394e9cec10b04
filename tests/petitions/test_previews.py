import pytest
from django.test import RequestFactory
pytestmark = pytest.mark.django_db
def test_previews(pages, client, django_user_model):
    u = django_user_model.objects.create_superuser("a","a@example.org","a")
    for page in pages.values():
        for mode, label in page.preview_modes:
            r = page.make_preview_request(preview_mode=mode)
            assert r.status_code == 200, mode
            print(mode, len(r.content if hasattr(r,'content') else r.rendered_content))
