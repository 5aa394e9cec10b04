"""What a worker does with mails; inline where a site has no worker. Ids only."""

from django_tasks import task

from . import delivery


@task()
def deliver(mail_id: int) -> None:
    """Sends one mail of the outbox, if it is still to be sent."""
    delivery.deliver(mail_id)
