"""The pages that are measured: a petition, and beside it what it is compared with."""

from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image as Drawing
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page, Site

from wagtail_campaign.pages.models import DonationPage, PetitionPage, UpdatePage

from .comparison.models import FormField, FormPage, PlainPage

PARAGRAPHS = 12
THREE_FIELDS = [("First name", "singleline"), ("Email", "email"), ("Country", "singleline")]
WHOLE_FORM = [
    *THREE_FIELDS,
    ("Last name", "singleline"),
    ("Comment", "multiline"),
    ("Display", "singleline"),
    ("Updates", "checkbox"),
    ("News", "checkbox"),
    ("Handover", "checkbox"),
]
SENTENCE = "They ask for the wages they were promised, and for the release of those arrested. "


def build() -> None:
    """Makes the site; the functions below find its pages again."""
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
    _publish(home, DonationPage(title="Strike fund", slug="donate", intro=SENTENCE))
    _publish(home, PlainPage(title="Free the strikers", slug="plain", **texts))
    _publish(home, _form_page("form", THREE_FIELDS))
    _publish(home, _form_page("whole-form", WHOLE_FORM))


def petition() -> PetitionPage:
    return PetitionPage.objects.get()


def fund() -> DonationPage:
    return DonationPage.objects.get()


def languages() -> dict[str, int]:
    """The page of the petition for each language: here they are one, as nobody reads it."""
    return dict.fromkeys(("en", "ru", "kk"), petition().pk)


def post_update() -> UpdatePage:
    """News on the petition, new and published."""
    update = UpdatePage(title="Two are free", slug="two", intro=SENTENCE * 2)
    _publish(petition(), update)
    return update


def plain() -> PlainPage:
    return PlainPage.objects.get()


def form() -> FormPage:
    """The form page with three fields."""
    return FormPage.objects.get(slug="form")


def whole_form() -> FormPage:
    """The form page that asks what the petition asks."""
    return FormPage.objects.get(slug="whole-form")


def _form_page(slug: str, fields: list[tuple[str, str]]) -> FormPage:
    page = FormPage(title="Sign", slug=slug)
    page.form_fields = [
        FormField(label=label, field_type=kind, sort_order=order)
        for order, (label, kind) in enumerate(fields)
    ]
    return page


def _publish(home: Page, page: Page) -> None:
    home.add_child(instance=page)
    page.save_revision().publish()


def _image():
    drawn = BytesIO()
    Drawing.new("RGB", (1600, 900), "#884422").save(drawn, "PNG")
    image = get_image_model()(title="Strikers", file=ImageFile(drawn, name="strikers.png"))
    image.save()
    return image
