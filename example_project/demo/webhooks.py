"""The webhook of the demo: another system, on the same machine, is told what happens."""

from django.conf import settings
from django.contrib.auth import get_user_model

from wagtail_campaign.webhooks import endpoints, events
from wagtail_campaign.webhooks.models import Endpoint

from ..demo_receiver import store
from .users import ADMINISTRATOR

NAME, PATH = "Demo receiver", "/demo/webhooks/"


def tell_the_receiver() -> None:
    """Sets the endpoint up, once: who deletes it is left in peace. Its address follows the port."""
    # Whoever listens everywhere is called at home.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.HOST, settings.HOST)
    host = f"[{host}]" if ":" in host else host
    url = f"http://{host}:{settings.PORT}{PATH}"
    if store.remembered()["secret"]:
        Endpoint.objects.filter(url__endswith=PATH).update(url=url)
        return
    every = [event.name for event in events.all_events()]
    user = get_user_model().objects.filter(username=ADMINISTRATOR).first()
    store.remember(secret=endpoints.add(Endpoint(name=NAME, url=url, events=every), user))
