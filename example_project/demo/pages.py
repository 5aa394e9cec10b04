"""The pages of the demo in English, built from ``content``."""

from datetime import timedelta
from pathlib import Path

from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from wagtail_campaign.pages.models import (
    ChainPage,
    DonationPage,
    EmbassyFinderPage,
    PetitionPage,
    SponsorPage,
    UpdatePage,
    UrgentActionPage,
)

from ..contact.models import ContactPage
from ..site_content.models import (
    ArticleCategory,
    ArticleIndexPage,
    ArticlePage,
    HomePage,
    StandardPage,
)
from . import gifts, letters
from .content import actions, articles, contact, fund, privacy, sponsors, telling, urgent

IMAGES = Path(__file__).parent / "images"
# Fields made of blocks: blocks may name pages, so they are filled when all pages are there.
STREAMS = {"body", "actions", "menu", "foot_menu", "next_steps", "questions", "types"}


def create() -> None:
    """Makes the site with its categories, its pages and the settings of the petition."""
    for welcome_page in Page.objects.filter(depth=2):
        welcome_page.delete()
    Site.objects.all().delete()

    root = Page.get_first_root_node()
    home = add(root, HomePage, actions.HOME, image=picture("pump"))
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    pages = {
        "PETITION": add(home, PetitionPage, actions.PETITION, image=picture("banners")),
        "URGENT": add(home, UrgentActionPage, urgent.URGENT, image=picture("lamp")),
        "SOLIDARITY": add(home, UrgentActionPage, urgent.SOLIDARITY, image=picture("window")),
        "EMBASSIES": add(home, EmbassyFinderPage, urgent.EMBASSIES),
        "BUSES": add(home, PetitionPage, telling.BUSES, image=picture("bus")),
        "DONATE": add(home, DonationPage, fund.FUND, image=picture("bread")),
        "SPONSORS": add(home, SponsorPage, sponsors.SPONSORS, image=picture("register")),
        "ARTICLES": add(home, ArticleIndexPage, articles.INDEX),
        "SUPPORT": add(home, StandardPage, actions.SUPPORT),
        "CONTACT": add(home, ContactPage, contact.CONTACT),
        "PRIVACY": add(home, StandardPage, privacy.PRIVACY),
    }
    letters.prepare(pages)
    gifts.prepare(pages["DONATE"].get_or_create_action())
    home.action_page = pages["PETITION"]
    fill(home, actions.HOME, pages)
    fill(pages["PETITION"], actions.PETITION, pages)
    fill(pages["URGENT"], urgent.URGENT, pages)
    fill(pages["SOLIDARITY"], urgent.SOLIDARITY, pages)
    fill(pages["EMBASSIES"], urgent.EMBASSIES, pages)
    fill(pages["BUSES"], telling.BUSES, pages)
    fill(pages["DONATE"], fund.FUND, pages)
    fill(pages["SPONSORS"], sponsors.SPONSORS, pages)
    fill(pages["ARTICLES"], articles.INDEX, pages)
    fill(pages["SUPPORT"], actions.SUPPORT, pages)
    fill(pages["CONTACT"], contact.CONTACT, pages)
    fill(pages["PRIVACY"], privacy.PRIVACY, pages)

    goals = {"PETITION": actions.PETITION_GOAL, "BUSES": telling.BUSES_GOAL}
    for name, goal in goals.items():
        petition = pages[name].get_or_create_action()
        petition.goal = goal
        petition.save()
    for content in telling.UPDATES:
        add_update(pages["PETITION"], UpdatePage, pages, content)
    for content in urgent.CHAIN:
        add_update(pages["URGENT"], ChainPage, pages, content)

    categories = {}
    for slug, name, description in articles.CATEGORIES:
        categories[slug] = ArticleCategory.objects.create(
            slug=slug, name=name, description=description
        )
    for content in articles.ARTICLES:
        add_article(pages, categories, content)


def add(parent, page_class, content: dict, **values):
    """A new page under another, with all of its content but blocks; not yet published."""
    plain = {key: value for key, value in content.items() if key not in STREAMS}
    page = page_class(live=False, **plain, **values)
    return parent.add_child(instance=page)


def fill(page, content: dict, pages: dict) -> None:
    """Gives a page its blocks and publishes it."""
    for field in STREAMS & content.keys():
        setattr(page, field, with_pages(content[field], pages))
    page.save_revision().publish()


def add_article(pages: dict, categories: dict, content: dict) -> None:
    """A published article, dated as many days before today as its content says."""
    plain = {key: value for key, value in content.items() if key not in {"days_ago", "picture"}}
    page = add(
        pages["ARTICLES"],
        ArticlePage,
        {**plain, "category": categories[content["category"]]},
        date=timezone.localdate() - timedelta(days=content["days_ago"]),
        image=picture(content["picture"]),
    )
    fill(page, content, pages)


def add_update(parent, page_class, pages: dict, content: dict) -> None:
    """A published update on an action."""
    plain = {key: value for key, value in content.items() if key not in {"days_ago", "picture"}}
    page = add(parent, page_class, plain, image=picture(content["picture"]))
    fill(page, content, pages)


def with_pages(value, pages: dict):
    """A value of blocks in which the words in capitals have become pages. What leads to a page that
    there isn't is left out."""
    if isinstance(value, dict):
        return {
            key: pages.get(inner) if key == "page" else with_pages(inner, pages)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        there = [inner for inner in value if not leads_nowhere(inner, pages)]
        return type(value)(with_pages(inner, pages) for inner in there)
    return value


def leads_nowhere(value, pages: dict) -> bool:
    """Whether a block, or its pair of name and value, names a page that isn't among ``pages``."""
    if isinstance(value, tuple):
        value = value[-1]
    return isinstance(value, dict) and bool(value.get("page")) and value["page"] not in pages


def picture(name: str, description: str = ""):
    """One of the drawings, put into the image library once."""
    about = {"title": f"Linocut: {name}", "description": description}
    if found := get_image_model().objects.filter(**about).first():
        return found
    with open(IMAGES / f"{name}.png", "rb") as file:
        return get_image_model().objects.create(**about, file=ImageFile(file, name=f"{name}.png"))
