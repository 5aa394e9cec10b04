"""What a site can listen to. Each is sent after the commit, and a failing receiver harms nothing.

``sender`` is the class of the record. None carries personal data: receivers are given records and
ids, and read what they may.
"""

import logging

from django.db import transaction
from django.dispatch import Signal

logger = logging.getLogger(__name__)

# A petition was signed and waits to be confirmed. Arguments: ``signature``.
signature_made = Signal()

# A signature was confirmed and counts now. Arguments: ``signature``.
signature_confirmed = Signal()

# A supporter took a signature back, or said that they hadn't signed. Arguments: ``signature``.
signature_withdrawn = Signal()

# Moderators took signatures out of the count. Arguments: ``petition``, ``ids`` (list of int),
# ``reason`` (str), ``user``.
signatures_invalidated = Signal()

# Moderators took them back in. Arguments: ``petition``, ``ids``, ``reason``, ``user`` as above.
signatures_restored = Signal()

# A letter was written, or said to be sent, and waits to be confirmed. Arguments: ``letter``.
letter_made = Signal()

# A letter was confirmed and counts now. Arguments: ``letter``.
letter_confirmed = Signal()

# A supporter took a letter back. Arguments: ``letter``.
letter_withdrawn = Signal()

# Moderators took letters that had not gone out of the count. Arguments: ``urgent_action``, ``ids``
# (list of int), ``reason`` (str), ``user``.
letters_declined = Signal()

# Somebody wants to give and goes to pay. Arguments: ``donation``.
donation_made = Signal()

# A gift was paid, is being processed, has failed or was abandoned, or was put to Stripe once more
# after that. Arguments: ``donation``, ``was`` (its state before: see ``donations.states``).
donation_changed = Signal()

# Somebody lends a name, and has yet to confirm it. Arguments: ``sponsor``.
sponsor_joined = Signal()

# An entry was confirmed and waits for a moderator. Arguments: ``sponsor``.
sponsor_confirmed = Signal()

# An entry was published by a moderator, and counts. Arguments: ``sponsor``, ``user``.
sponsor_published = Signal()

# A moderator declined an entry, or took it off the list. Arguments: ``sponsor``, ``reason`` (str),
# ``user``.
sponsor_declined = Signal()

# An entry was changed by its sponsor, at once where it is listed. Arguments: ``sponsor``.
sponsor_changed = Signal()

# A sponsor took the name back. Arguments: ``sponsor``.
sponsor_withdrawn = Signal()

# The personal data of one act was erased. Arguments: ``action_key`` (UUID).
supporter_erased = Signal()

# A count passed 100, 250, 500, 1,000 … for the first time. Sent by ``campaign_work``; of several
# steps passed since its last pass only the highest. Arguments: ``action``, ``number`` (int).
milestone_reached = Signal()

# The live settings of an action were changed. Arguments: ``action``, ``was`` (its state before).
action_changed = Signal()


def send_on_commit(signal: Signal, sender: type, **arguments) -> None:
    """Sends a signal once the transaction is committed; not at all if it isn't."""
    if not signal.has_listeners(sender):
        return

    def send():
        for receiver, answer in signal.send_robust(sender, **arguments):
            if isinstance(answer, Exception):
                logger.error("%r failed", receiver, exc_info=answer)

    transaction.on_commit(send)
