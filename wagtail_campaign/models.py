"""All records of the package, gathered from its slices."""

from .actions.models import Tally  # noqa: F401
from .actions.questions import Question  # noqa: F401
from .donations.bursts import Burst  # noqa: F401
from .donations.me.reasons import EndingReason  # noqa: F401
from .donations.models import Donation, Fund, FundCurrency  # noqa: F401
from .donations.money_back.refunding import RefundOrder  # noqa: F401
from .donations.money_back.refunds import Dispute, FraudWarning, Refund  # noqa: F401
from .donations.offline_gifts import OfflineGift  # noqa: F401
from .donations.recurring import RecurringDonation  # noqa: F401
from .donations.syncing.received import StripeEvent  # noqa: F401
from .headless.models import TakenRequest  # noqa: F401
from .mailing.models import Broadcast, Mail, Work  # noqa: F401
from .osdi.models import AccessToken  # noqa: F401
from .petitions.breakdown import Breakdown  # noqa: F401
from .petitions.exports import Export, ExportPart  # noqa: F401
from .petitions.models import Petition, Signature  # noqa: F401
from .petitions.outcomes import Outcome  # noqa: F401
from .petitions.paper import PaperBatch  # noqa: F401
from .petitions.sweeps import Sweep  # noqa: F401
from .sponsors.models import Sponsor, SponsorContact, SponsorList  # noqa: F401
from .supporters.models import (  # noqa: F401
    Consent,
    ConsentWording,
    MagicLink,
    Supporter,
)
from .urgent_actions.alerts.models import Alert  # noqa: F401
from .urgent_actions.directory.contacts import Contact  # noqa: F401
from .urgent_actions.directory.missions import Mission  # noqa: F401
from .urgent_actions.directory.targets import Target, TargetWords  # noqa: F401
from .urgent_actions.models import (  # noqa: F401
    Letter,
    LetterTemplate,
    LetterText,
    UrgentAction,
)
from .urgent_actions.persons import Person, PersonWords  # noqa: F401
from .webhooks.models import Delivery, Endpoint  # noqa: F401
