"""The pages that are measured: a petition, and beside it what it is compared with."""

from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image as Drawing
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page, Site

from wagtail_campaign.pages.models import PetitionPage

from .comparison.models import FormField, FormPage, PlainPage

PARAGRAPHS = 12
SENTENCE = "They ask for the wages they were promised, and for the release of those arrested. "


def build() -> None:
    """Makes the site: its pages are found again by ``petition()``, ``plain()`` and ``form()``."""
    for code in ("en", "ru", "kk"):
        Locale.objects.create(language_code=code)
    Collection.add_root(name="Root")
    home = Page.add_root(title="Root", slug="root").add_child(title="Home", slug="home")
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    texts = {
        "addressed_to": "The Ministry of Foreign Affairs",
        "intro": SENTENCE * 2,
        "image": _image(),
        "body": [
            ("heading", "Who they are"),
            *[("paragraph", f"<p>{SENTENCE * 5}</p>")] * PARAGRAPHS,
        ],
    }
    _publish(home, PetitionPage(title="Free the strikers", slug="petition", **texts))
    _publish(home, PlainPage(title="Free the strikers", slug="plain", **texts))
    fields = [("First name", "singleline"), ("Email", "email"), ("Country", "singleline")]
    form_page = FormPage(title="Sign", slug="form")
    form_page.form_fields = [
        FormField(label=label, field_type=kind, sort_order=order)
        for order, (label, kind) in enumerate(fields)
    ]
    _publish(home, form_page)


def petition() -> PetitionPage:
    return PetitionPage.objects.get()


def plain() -> PlainPage:
    return PlainPage.objects.get()


def form() -> FormPage:
    return FormPage.objects.get()


def _publish(home: Page, page: Page) -> None:
    home.add_child(instance=page)
    page.save_revision().publish()


def _image():
    drawn = BytesIO()
    Drawing.new("RGB", (1600, 900), "#884422").save(drawn, "PNG")
    image = get_image_model()(title="Strikers", file=ImageFile(drawn, name="strikers.png"))
    image.save()
    return image
