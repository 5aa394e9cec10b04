"""The account of the offline Stripe, and buttons for what banks, donors and time would do."""

from datetime import UTC, datetime

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from example_project.demo_inbox.views import language_of

from . import asking, rows


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account(request):
    """The page; ``?lang=`` chooses its language. A POST presses a button of it."""
    language = language_of(request)
    status, refused, shown = 200, "", {}
    with translation.override(language):
        try:
            if request.method == "POST":
                deed, _space, about = request.POST.get("do", "").partition(" ")
                try:
                    asking.do(deed, about)
                    return redirect(f"{request.path}?lang={language}")
                except asking.Refused as error:
                    status, refused = 400, str(error)
            shown = in_words(asking.account())
        except asking.NotThere:
            status = 503
        context = {
            **shown,
            "refused": refused,
            "language": language,
            "languages": settings.LANGUAGES,
        }
        response = render(request, "demo_stripe/account.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Content-Language"] = language
    return response


def in_words(found: dict) -> dict:
    """What the page shows of ``asking.account()``."""
    state = found["state"]
    return {
        "state": state,
        "now": datetime.fromtimestamp(state["now"], UTC),
        "sessions": [rows.session(one) for one in found["sessions"]],
        "subscriptions": [
            rows.subscription(one, state["declining"]) for one in found["subscriptions"]
        ],
        "payments": [rows.payment(one, found["disputes"]) for one in found["payments"]],
        "events": [
            {
                "type": one.type,
                "at": datetime.fromtimestamp(one.created, UTC),
                "delivery": rows.delivery(one, state),
            }
            for one in found["events"]
        ],
    }
