"""Embassies and consulates in the admin: targets with a host country."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from ...supporters import countries
from ..directory.missions import Mission
from .target_filters import MissionFilterSet
from .targets import PARTS, TargetListView, TargetViewSet


class MissionListView(TargetListView):
    """Embassies and consulates by state and host country."""

    filterset_class = MissionFilterSet

    def own_columns(self):
        return [
            Column(
                "host",
                label=_("Host country"),
                sort_key="host",
                accessor=lambda mission: countries.name(mission.host),
            ),
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
        ]


class MissionViewSet(TargetViewSet):
    """Embassies, consulates and other missions."""

    model = Mission
    name = url_namespace = "campaign_missions"
    url_prefix = "campaign/embassies"
    icon = "site"
    menu_label = gettext_lazy("Embassies")
    menu_name = "campaign-embassies"
    index_view_class = MissionListView
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("country"), FieldPanel("host")]),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("covers")]),
                FieldPanel("reads"),
                FieldPanel("is_active"),
            ],
            heading=gettext_lazy("Embassy or consulate"),
        ),
        *PARTS,
    ]
