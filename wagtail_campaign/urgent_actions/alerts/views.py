"""Alerts, as HTTP: the form, on a page of its own or in a block, and the steps after it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from ...actions import taking
from ...actions.again import through_hooks
from ...actions.doors import Door
from ...actions.http import public, public_form
from . import forms as alert_forms
from . import services
from .doors import door_of, find_page
from .forms import AlertForm

TEMPLATES = "wagtail_campaign/urgent_actions"


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request, page_id):
    """Asks for alerts from a live page of any type. 303 to "check your mail", else 422 or 429."""
    page = find_page(page_id)
    request.LANGUAGE_CODE = page.locale.language_code
    with translation.override(page.locale.language_code):
        return through_hooks(request, page, lambda: _subscribe(request, page))


def _subscribe(request, page):
    door = door_of(page)
    form = AlertForm.at(door, request.POST or None)
    if request.method != "POST":
        return _show(request, page, door, form, 200)
    return taking.take(
        request,
        door,
        form,
        verb=services.subscribe,
        done=reverse("wagtail_campaign:alert_check_mail", args=[page.pk]),
        again=lambda status: _show(request, page, door, form, status),
    )


def _show(request, page, door: Door, form, status: int):
    words = alert_forms.wording(door.language)
    context = {"page": page, **alert_forms.shown(page, words, form)}
    return render(request, f"{TEMPLATES}/alert.html", context, status=status)


@public
@require_safe
def check_mail(request, page_id):
    """ "Check your mail": the same for all who asked."""
    return _step(request, page_id, "alert_check_mail.html")


@public
@require_safe
def thanks(request, page_id):
    """ "You will be told": the same for all who confirmed."""
    return _step(request, page_id, "alert_thanks.html")


def _step(request, page_id, template):
    page = find_page(page_id)
    return taking.beside(
        request, page, lambda: render(request, f"{TEMPLATES}/{template}", {"page": page})
    )
