"""Once a day, to whom an editor named: how many letters went out to whom; never a letter itself."""

import logging
from datetime import timedelta

from django.core.mail import EmailMessage
from django.db.models import Count
from django.template import loader
from django.utils import timezone, translation

from ...actions.siblings import source_page
from ...actions.titles import title_of
from ...mailing import delivery, server
from ...mailing.models import MailState
from ..directory.targets import Target
from ..models import Delivery, Letter, UrgentAction

logger = logging.getLogger(__name__)

EVERY = timedelta(days=1)
TEMPLATE = "wagtail_campaign/mails/urgent_actions.digest"


def mail_due(renew=lambda: None) -> int:
    """Mails the numbers of each action that has some new ones, a day after the last; how many."""
    now = timezone.now()
    number = 0
    for action in UrgentAction.objects.exclude(copies_to=""):
        since = action.digest_at or action.created_at
        if now - since < EVERY:
            continue
        renew()
        # Before it is sent: who is cut off between misses one, and nobody gets two.
        UrgentAction.objects.filter(pk=action.pk).update(digest_at=now)
        if rows := went_out(action, since, now):
            number += _mail(action, rows)
    return number


def went_out(action: UrgentAction, since, until) -> list[tuple[str, int]]:
    """(target, how many letters) that the site sent between two moments."""
    sent = Letter.objects.filter(
        urgent_action=action,
        delivery=Delivery.SENT,
        delivered_at__gte=since,
        delivered_at__lt=until,
    )
    counted = sent.order_by().values_list("target").annotate(Count("pk"))
    written_to = Target.objects.filter(letters__urgent_action=action).distinct()
    targets = {target.pk: target for target in written_to.prefetch_related("words")}
    named = [(str(targets[pk]) if pk in targets else "–", number) for pk, number in counted]
    return sorted(named, key=lambda pair: -pair[1])


def _mail(action: UrgentAction, rows: list) -> bool:
    page = source_page(action.key)
    language = page.locale.language_code if page else "en"
    context = {"title": title_of(action), "rows": rows, "total": sum(n for _, n in rows)}
    with translation.override(language):
        subject = loader.render_to_string(f"{TEMPLATE}.subject.txt", context)
        text = loader.render_to_string(f"{TEMPLATE}.txt", context)
    message = EmailMessage(
        " ".join(subject.split()), text.strip() + "\n", delivery.sender(), [action.copies_to]
    )
    connection = server.connection()
    try:
        state, said = server.hand_over(message, connection)
    finally:
        server.close(connection)
    if state != MailState.SENT:
        logger.warning("Numbers of urgent action %s: %s, %s", action.pk, state, said)
    return state == MailState.SENT
