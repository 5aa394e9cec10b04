"""What is still missing of a fund, and the ways to mend it."""

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from ...actions.admin import preflight as shared
from ...actions.permissions import may_edit
from ...actions.preflight import Problem
from ...actions.siblings import source_page
from .. import permissions
from ..models import Fund
from ..preflight import notes, problems


class PreflightPanel(shared.PreflightPanel):
    """What is missing of the fund of a page."""

    class BoundPanel(shared.PreflightPanel.BoundPanel):
        rights = (permissions.SETTINGS,)
        not_yet = _(
            "Once the page is saved and opened again, this says what is still missing: the key of"
            " Stripe’s, amounts, translations, mails."
        )

        def live(self, action):
            return preflight(action, self.request.user, self.instance)


def preflight(fund: Fund, user, page: Page | None = None) -> dict:
    """The problems as the template has them: see ``actions.admin.preflight.told``."""
    finder, own = AdminURLFinder(user), may_edit(user, fund)
    addresses = {
        "edit": reverse("campaign_funds:edit", args=[fund.pk]) if own else None,
        "translate": _translating(fund, user),
    }

    def address(problem: Problem) -> str | None:
        if isinstance(problem.where, Page):
            return finder.get_edit_url(problem.where)
        return addresses.get(problem.where)

    return shared.told(problems(fund, page), address, notes())


def _translating(fund: Fund, user) -> str | None:
    if not apps.is_installed("wagtail_localize"):
        return None
    source, right = source_page(fund.key), "wagtail_localize.submit_translation"
    may = source and user.has_perm(right)
    return reverse("wagtail_localize:submit_page_translation", args=[source.pk]) if may else None
