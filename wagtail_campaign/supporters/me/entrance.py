"""Coming in and going out: ask for a link, use it, leave. The mail is the only proof."""

from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import magic_links
from . import asking, languages, listing
from .forms import AskForm
from .http import inside, let_in, let_out, me_view, show, to
from .notices import IN, said


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
def me(request):
    """Inside: the list. Outside: the form; sent, it is always answered by 303 to "check your mail",

    422 with errors beside the field, 429 with Retry-After where the network sent too many.
    """
    if request.method == "POST":
        return _ask(request)
    if request.campaign_me:
        return listing.acts_of_mine(request)
    return show(request, "ask", {"form": AskForm(), "notice": said(request)})


def _ask(request):
    form = AskForm(request.POST)
    if refused := asking.receive(request, form, request.LANGUAGE_CODE):
        return refused.answer(lambda status: show(request, "ask", {"form": form}, status=status))
    return to(request, "me_check_mail")


@me_view
@require_safe
def check_mail(request):
    """ "Check your mail": the same for every address."""
    return show(request, "check_mail")


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
def link(request, token):
    """A mailed link: a page with a button, which uses it up and lets in.

    404 for a link that never was, 410 for one that was used or ran out.
    """
    found = magic_links.find("me", token)
    if found is None:
        return show(request, "link_over", status=404)
    if found.language in languages.codes():
        request.LANGUAGE_CODE = found.language
    with translation.override(request.LANGUAGE_CODE):
        using = request.method == "POST"
        if using and magic_links.use(found):
            request.campaign_me = found
            # With its language, for whose browser keeps no cookie comes out at the form.
            response = to(request, "me", say=IN, leaving=True)
            let_in(request, response, found)
            return response
        # A second press of the button, or a step back, from the browser that is inside already.
        if request.campaign_me == found:
            return to(request, "me")
        if found.is_fresh and not using:
            return show(request, "link", {"campaign_languages": []})
        return show(request, "link_over", {"campaign_languages": []}, status=410)


@me_view
@require_POST
@inside
def leave(request):
    """Ends the session, for whoever has the cookie."""
    magic_links.end(request.campaign_me)
    response = to(request, "me", say="out", leaving=True)
    let_out(response)
    return response


@me_view
@require_POST
@inside
def speak(request):
    """Changes the language of the session, to ``language``."""
    languages.speak(request.campaign_me, request.POST.get("language"))
    return to(request, "me")
