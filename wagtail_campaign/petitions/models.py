"""The petition behind its page in all languages, and those who signed it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..actions.asks import Ask, ask
from ..actions.models import Action
from ..actions.records import Record
from ..actions.records import RecordState as SignatureState
from ..supporters.models import said_in_public

METRIC = "signatures"
PAPER = "paper"
# What a petition shows is the sum of both.
COUNTED = (METRIC, PAPER)


class Petition(Action):
    """What a petition asks of its supporters, and whether it is open: live, in every language."""

    ask_last_name = ask(
        _("last name"), Ask.REQUIRED, _("“Optional” lets people sign who have one name only.")
    )
    ask_country = ask(_("country"), Ask.REQUIRED)
    ask_postcode = ask(_("postcode"), Ask.OFF)
    ask_organisation = ask(_("organisation"), Ask.OFF)
    ask_comment = ask(
        _("comment"), Ask.OPTIONAL, _("For you and, if they agree, those addressed; never public.")
    )

    forgets = models.BooleanField(
        _("sign and forget"),
        default=False,
        help_text=_(
            "As soon as somebody has confirmed, what they told us is destroyed, but for what a"
            " consent they gave needs: the address for news, the name for handing over. The"
            " signature still counts, once per address. You can’t find, name or write to those"
            " people any more, and they can’t see their signature under “my actions”. It holds for"
            " those who confirm from now on, and can’t be switched off once somebody has signed."
        ),
    )

    #: The fields of the form that a petition can switch, by their names in it.
    ASKED = ("last_name", "country", "postcode", "organisation", "comment")
    COPIED = (*Action.COPIED, "forgets", *(f"ask_{name}" for name in ASKED))

    class Meta:
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")
        default_permissions = ("change",)

    def clean(self):
        super().clean()
        promised = Petition.objects.filter(pk=self.pk, forgets=True, signatures__isnull=False)
        if not self.forgets and promised.exists():
            said = _("Those who signed were promised it: it can’t be switched off any more.")
            raise ValidationError({"forgets": said}, code="promised")

    def asks(self) -> dict[str, str]:
        """Field name -> ``Ask``, for the fields that can be switched."""
        return {name: getattr(self, f"ask_{name}") for name in self.ASKED}

    def is_held(self) -> bool:
        """Withdrawn signatures don't hold it: nothing can become of them any more."""
        standing = self.signatures.exclude(state=SignatureState.WITHDRAWN)
        return standing.exists() or self.paper_batches.exists()


class Signature(Record):
    """One supporter's name under a petition.

    ``dedupe_key`` is unique with the petition: of all the rows of one address one can count. It
    outlives the Supporter, so that who was forgotten or invalidated can't sign twice.
    """

    mailed_slice = "petition"

    petition = models.ForeignKey(
        Petition, on_delete=models.PROTECT, related_name="signatures", db_index=False
    )
    public_name = models.CharField(_("public name"), max_length=125, blank=True)
    created_at = models.DateTimeField(_("signed"), default=timezone.now)
    # Which sweep invalidated it, until somebody decides about it alone. Without an index, which
    # signing would pay for: what is undone is looked for by id.
    sweep = models.ForeignKey(
        "wagtail_campaign.Sweep",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        db_index=False,
        editable=False,
    )

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        default_permissions = ()
        permissions = [
            ("view_numbers", _("See how many signed")),
            ("view_personal_data", _("See who signed")),
            ("export_signature", _("Export signatures")),
            ("moderate_signature", _("Invalidate, restore, resend and erase signatures")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "dedupe_key"], name="campaign_signature_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["petition", "state", "-confirmed_at"], name="campaign_signature_latest"
            ),
            models.Index(fields=["state", "created_at"], name="campaign_signature_due"),
            # The list of the admin, newest first, and what is rare in it.
            models.Index(fields=["created_at", "id"], name="campaign_signature_newest"),
            models.Index(fields=["country", "created_at", "id"], name="campaign_signature_country"),
        ]

    @property
    def action(self) -> Petition:
        return self.petition

    @property
    def said_in_public(self) -> str:
        """The public name in the reader's language."""
        return said_in_public(self.public_name, self.country)
