"""What the tutorial's numbered steps do in a browser, done in the folder of its site; each section
has a function. See ``follow_tutorial.py``."""

import io
import os
import re
import sys
from contextlib import redirect_stdout

import django


def main(heading: str) -> None:
    sys.path.insert(0, os.getcwd())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings.dev")
    django.setup()
    STEPS[heading]()
    print(f"Done: {heading}")


def write_a_petition() -> None:
    """The port of the site, and the petition's page, by the forms of the admin."""
    from wagtail.models import Site

    admin, site = editor(), Site.objects.get()
    home = admin.get("/admin/")
    expect(home, 200, "Next: Tell the site its address")
    form = {"hostname": "localhost", "port": "8000", "site_name": "", "is_default_site": "on"}
    expect(
        admin.post(f"/admin/sites/edit/{site.pk}/", form | {"root_page": site.root_page_id}), 302
    )
    expect(admin.get("/admin/"), 200, "Next: Make your first petition")
    add = f"/admin/pages/add/wagtail_campaign_pages/petitionpage/{site.root_page_id}/"
    typed = {
        "title": "Free the strikers",
        "addressed_to": "The ministry",
        "intro": "We ask for their freedom.",
        "slug": "free-the-strikers",
        **streams("body", "questions", "next_steps"),
        "action-publish": "action-publish",
    }
    expect(admin.post(add, typed), 302)
    expect(visitor().get(path("free-the-strikers")), 200, "Be the first to sign.")


def sign_it() -> None:
    """The form, the mail in the terminal, its link, and the page again; and a second time."""
    page = visitor().get(path("free-the-strikers"))
    action = re.search(r'<form[^>]*action="([^"#]+/sign/)', text(page))[1]
    typed = {
        "first_name": "Maria",
        "last_name": "Kim",
        "email": "maria@example.org",
        "country": "DE",
        "display": "full",
    }
    printed = printed_by(lambda: expect(visitor().post(action, typed), 303))
    link = re.search(r"http://localhost:8000(/campaign/confirm/\S+/)", printed)[1]
    expect(visitor().get(link), 200, "Confirm my signature")
    expect(visitor().post(link), 303)
    expect(visitor().get(path("free-the-strikers")), 200, "Maria Kim")
    assert "nothing" in printed_by(lambda: expect(visitor().post(action, typed), 303))
    expect(editor().get("/admin/campaign/signatures/"), 200, "Maria Kim", "Not confirmed")
    expect(editor().get("/admin/"), 200, "in seven days")


def call_for_more() -> None:
    """Three blocks on the front page."""
    from home.models import HomePage

    home, petition = HomePage.objects.get(), page_of("free-the-strikers")
    blocks = [
        ("campaign_call", {"page": petition.pk, "text": "It takes two minutes.", "style": "panel"}),
        ("campaign_figures", {"page": petition.pk}),
        ("campaign_ways", {"kinds-count": "0"}),
    ]
    typed = {"title": home.title, "slug": home.slug, "action-publish": "action-publish"}
    typed["body-count"] = str(len(blocks))
    for number, (kind, values) in enumerate(blocks):
        typed |= {f"body-{number}-deleted": "", f"body-{number}-order": str(number)}
        typed |= {f"body-{number}-type": kind, f"body-{number}-id": ""}
        typed |= {f"body-{number}-value-{name}": value for name, value in values.items()}
    expect(editor().post(f"/admin/pages/{home.pk}/edit/", typed), 302)
    expect(
        visitor().get("/"),
        200,
        "It takes two minutes.",
        "<strong>1</strong> person has signed.",
        "Ways to help",
        "Sign the petition",
    )


def do_what_is_due() -> None:
    """The link into "my actions", which waits for the command."""
    from django.core.management import call_command

    expect(visitor().post("/campaign/me/", {"email": "maria@example.org"}), 303)
    printed = printed_by(lambda: call_command("campaign_work"))
    assert "links into “my actions” written: 1" in printed, printed
    link = re.search(r"http://localhost:8000(/campaign/me/\S+/)", printed)[1]
    expect(visitor().get(link), 200)


def add_a_second_language() -> None:
    """The locale with its aliases, and the translation of the petition."""
    from wagtail.models import Locale
    from wagtail_localize.models import Translation, TranslationSource

    english = Locale.objects.get()
    admin = editor()
    typed = {
        "language_code": "ru",
        "component-wagtail_localize_localesynchronization-enabled": "on",
        "component-wagtail_localize_localesynchronization-sync_from": str(english.pk),
    }
    expect(admin.post("/admin/locales/new/", typed), 302)
    russian = Locale.objects.get(language_code="ru")
    expect(visitor().get("/ru/free-the-strikers/"), 200, "Подписать петицию")
    petition = page_of("free-the-strikers", locale=english)
    submit = f"/admin/localize/submit/page/{petition.pk}/"
    expect(admin.post(submit, {"locales": [russian.pk], "include_subtree": ""}), 302)
    source = TranslationSource.objects.get(object_id=petition.translation_key)
    translation = Translation.objects.get(source=source, target_locale=russian)
    catalogue = translation.export_po()
    for entry in catalogue:
        if entry.msgctxt == "title":
            entry.msgstr = "Свободу забастовщикам"
    translation.import_po(catalogue)
    translation.save_target()
    expect(visitor().get("/ru/free-the-strikers/"), 200, "Свободу забастовщикам", "Maria Kim")
    expect(visitor().get("/en/free-the-strikers/"), 200, "Free the strikers")
    # The front page has none of its own in Russian: its blocks speak it all the same.
    expect(visitor().get("/ru/"), 200, "Подписать петицию", "Свободу забастовщикам")


STEPS = {
    "Write a petition": write_a_petition,
    "Sign it": sign_it,
    "Call for more": call_for_more,
    "Do what is due": do_what_is_due,
    "Add a second language": add_a_second_language,
}


def visitor():
    """A browser without a session."""
    from django.test import Client

    return Client(headers={"host": "localhost:8000"})


def editor():
    """A browser in which the user of the tutorial is signed in."""
    from django.contrib.auth import get_user_model

    browser = visitor()
    browser.force_login(get_user_model().objects.get(username="editor"))
    return browser


def streams(*names: str) -> dict[str, str]:
    """StreamFields of a form, with nothing in them."""
    return {f"{name}-count": "0" for name in names}


def page_of(slug: str, **more):
    from wagtail_campaign.pages.models import PetitionPage

    return PetitionPage.objects.get(slug=slug, **more)


def path(slug: str) -> str:
    return f"/{slug}/"


def printed_by(do) -> str:
    """What is printed in the terminal meanwhile: mails, above all."""
    out = io.StringIO()
    with redirect_stdout(out):
        do()
    return out.getvalue()


def text(response) -> str:
    return response.content.decode()


def expect(response, status: int, *words: str) -> None:
    """The answer has to have this status, and to say these words."""
    said = text(response)
    assert response.status_code == status, f"{response.status_code} instead of {status}\n{said}"
    missing = [each for each in words if each not in " ".join(said.split())]
    assert not missing, f"{missing} isn’t in\n{said}"


if __name__ == "__main__":
    main(sys.argv[1])
