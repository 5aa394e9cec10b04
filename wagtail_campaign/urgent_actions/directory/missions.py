"""Missions: embassies and consulates, which are targets too, and which of them is near."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...supporters import countries
from ..country_codes import CountryCodeField, check_countries, codes_in
from .targets import Target


class MissionKind(models.TextChoices):
    """What kind of mission a state has in another."""

    EMBASSY = "embassy", _("Embassy")
    CONSULATE = "consulate", _("Consulate")
    MISSION = "mission", _("Mission to an international organisation")


class Mission(Target):
    """An embassy or consulate of a state in a host country."""

    kind = models.CharField(
        _("kind"), max_length=9, choices=MissionKind.choices, default=MissionKind.EMBASSY
    )
    host = CountryCodeField(_("host country"))
    covers = models.CharField(
        _("also for"),
        max_length=200,
        blank=True,
        validators=[check_countries],
        help_text=_("Codes of other countries that it is accredited to: AT LI"),
    )

    class Meta:
        verbose_name = _("embassy or consulate")
        verbose_name_plural = _("embassies and consulates")
        default_permissions = ("add", "change", "delete")
        indexes = [models.Index(fields=["host"], name="campaign_mission_host")]

    def clean(self):
        super().clean()
        self.covers = " ".join(codes_in(self.covers.upper()))

    @property
    def covered(self) -> list[str]:
        """The codes of the other countries."""
        return self.covers.split()

    @property
    def host_name(self) -> str:
        """The host country in the reader's language."""
        return countries.name(self.host)


def missions_for(state: str, country: str) -> list[Mission]:
    """The missions of a state for who lives in a country: those in it, embassies first; where there
    is none, those that cover it from elsewhere."""
    missions = Mission.objects.filter(country=state, is_active=True).prefetch_related(
        "words", "contacts"
    )
    order = list(MissionKind.values)
    missions = sorted(missions, key=lambda mission: (order.index(mission.kind), mission.pk))
    there = [mission for mission in missions if mission.host == country]
    return there or [mission for mission in missions if country in mission.covered]
