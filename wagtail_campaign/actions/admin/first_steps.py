"""The steps of a site that has just begun which are the same for actions of all kinds."""

import swapper
from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale, Site
from wagtail.permissions import page_permission_policy, site_permission_policy

from .. import words
from ..pages import ActionPageMixin
from ..sites import unreachable
from . import welcome
from .welcome import Step


def first_of_its_kind(request, page_class: type, label: str, why: str, button: str) -> Step | None:
    """The step of making the first page of a kind of action: None where there is one already, or
    the user can't make one below the front page of a site."""
    if page_class.action_model.objects.exists():
        return None
    url = _where_to_add(request.user, page_class)
    return Step(label, why, url, button) if url else None


def _where_to_add(user, page_class: type) -> str | None:
    for site in Site.objects.select_related("root_page").order_by("-is_default_site", "pk"):
        front = site.root_page.specific
        if not front.permissions_for_user(user).can_add_subpage():
            continue
        for model in front.creatable_subpage_models():
            if issubclass(model, page_class) and model.can_create_at(front):
                names = [model._meta.app_label, model._meta.model_name]
                return reverse("wagtailadmin_pages:add", args=[*names, front.pk])
    return None


def _pages(user, right: str):
    """The pages with an action on which a user has a right, the oldest first."""
    allowed = page_permission_policy.instances_user_has_permission_for(user, right)
    return allowed.type(ActionPageMixin).filter(alias_of=None).order_by("pk")


def _live():
    pages = swapper.load_model("wagtailcore", "Page").objects.live()
    return pages.type(ActionPageMixin).filter(alias_of=None).order_by("pk")


@welcome.step(10)
def tell_the_address(request) -> Step | None:
    """Links in mails would lead nowhere."""
    if not apps.is_installed("wagtail.sites"):
        return None
    site = next(iter(unreachable()), None)
    if site is None or not site_permission_policy.user_has_permission(request.user, "change"):
        return None
    return Step(
        _("Tell the site its address"),
        _("Links in mails would begin with %(address)s, where nobody finds it.")
        % {"address": site.root_url},
        reverse("wagtailsites:edit", args=[site.pk]),
        _("Set host name and port"),
    )


@welcome.step(30)
def publish(request) -> Step | None:
    """There is a draft, and no page that the public sees."""
    draft = _pages(request.user, "publish").filter(live=False).first()
    if draft is None or _live().exists():
        return None
    return Step(
        _("Publish “%(title)s”") % {"title": draft.title},
        _("It is a draft: only editors see it."),
        reverse("wagtailadmin_pages:edit", args=[draft.pk]),
        _("Open the draft"),
    )


@welcome.step(40)
def write_the_consents(request) -> Step | None:
    """The boxes of the first page have our words, all of them."""
    page = _pages(request.user, "change").specific().first()
    if page is None:
        return None
    wordings = [f.name for f in page._meta.fields if f.name.endswith("_wording")]
    if not wordings or any(getattr(page, name) for name in wordings):
        return None
    return Step(
        _("Write what supporters agree to"),
        _("“%(title)s” says it in our words. Say what you will really send, and to whom.")
        % {"title": page.title},
        reverse("wagtailadmin_pages:edit", args=[page.pk]) + "#tab-consents",
        _("Write the words"),
    )


@welcome.step(60)
def translate(request) -> Step | None:
    """The site has a language in which the first page has no page of its own."""
    if not apps.is_installed("wagtail_localize"):
        return None
    if not request.user.has_perm("wagtail_localize.submit_translation"):
        return None
    page = _live().first()
    if page is None:
        return None
    done = page.get_translations(inclusive=True).filter(alias_of=None).values("locale")
    locale = Locale.objects.exclude(pk__in=done).order_by("pk").first()
    if locale is None:
        return None
    return Step(
        _("Translate “%(title)s”") % {"title": page.title},
        _("There is no page yet in this language: %(language)s.")
        % {"language": words.language(locale.language_code)},
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        _("Translate it"),
    )


@welcome.step(70)
def try_it(request) -> Step | None:
    """Nobody has taken part yet: the editor may be the first."""
    page = _live().first()
    url = page.get_url(request) if page else None
    if not url:
        return None
    return Step(
        _("Take part yourself"),
        _("Do what supporters will do, and open the mail. You can take it back afterwards."),
        url,
        _("Open the page"),
    )
