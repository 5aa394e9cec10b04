"""Messages, as HTTP: the form of the contact page, and the steps after it."""

import uuid

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from wagtail_campaign.actions import doors, taking
from wagtail_campaign.actions.again import page_again, through_hooks
from wagtail_campaign.actions.http import public, public_form

from . import services
from .forms import MessageForm
from .models import ContactPage

#: What stands in the place of an action's key: messages belong to none.
KEY = uuid.uuid5(uuid.NAMESPACE_URL, "example_project.contact")


@public_form
@require_POST
def send(request, page_id):
    """Takes a message. 303 to "check your mail", else the page again: 422 or 429."""
    page = doors.find_page(page_id, ContactPage)
    with translation.override(page.locale.language_code):
        return through_hooks(request, page, lambda: _send(request, page))


def _send(request, page):
    form = MessageForm(request.POST)
    return taking.take(
        request,
        doors.of_no_action(page, KEY),
        form,
        verb=services.write,
        done=reverse("contact:check_mail", args=[page.pk]),
        again=lambda status: page_again(request, page, form, status),
    )


@public
@require_safe
def check_mail(request, page_id):
    """ "Check your mail": the same for all who wrote."""
    return _step(request, page_id, "contact/check_mail.html")


@public
@require_safe
def thanks(request, page_id):
    """ "Your message is on its way": the same for all who confirmed."""
    return _step(request, page_id, "contact/thanks.html")


def _step(request, page_id, template):
    page = doors.find_page(page_id, ContactPage)
    return taking.beside(request, page, lambda: render(request, template, {"page": page}))
