"""What Stripe sends to ``/campaign/stripe/webhook/``.

====================================================  ======
no signature, a wrong or an old one, no JSON           400
more than 256 KB                                       413
another method than POST                               405
an event that was written down, now or before          200
of a type, an account or a mode that isn't ours        200
the database is away: Stripe tries again               500
====================================================  ======

Anything but 2xx makes Stripe try again for three days, and at last switch the endpoint off: so what
is signed and means nothing here is answered by 200.
https://docs.stripe.com/webhooks
"""

import logging

from django.db import transaction
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ..stripe_api import gateway
from . import received

logger = logging.getLogger(__name__)

#: Bytes; an event has a few thousand.
MOST = 262_144


@transaction.non_atomic_requests
@csrf_exempt
@require_POST
def webhook(request):
    """Verifies, writes down, and says so; looking at it comes after."""
    try:
        length = int(request.headers.get("Content-Length") or 0)
    except ValueError:
        return HttpResponse(status=400)
    if length > MOST:
        return HttpResponse(status=413)
    # Of what doesn't say how long it is, no more is read than that.
    body = request.read(MOST + 1)
    if len(body) > MOST:
        return HttpResponse(status=413)
    try:
        signature = request.headers.get("Stripe-Signature", "")
        event = gateway.read_event(body, signature)
    except gateway.BadSignature:
        logger.warning("Something came to the webhook that Stripe didn't sign with our secret")
        return HttpResponse(status=400)
    received.receive(event)
    return HttpResponse(status=200)
