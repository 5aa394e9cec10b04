"""What every page with an action behind it does: find the action, be cacheable, be given again."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.cache import patch_cache_control

from ..conf import conf
from . import question_blocks, tallies
from .models import Action
from .questions import Asked


class ActionPageMixin(models.Model):
    """Base of the four page mixins; comes before ``Page`` in the bases of an abstract page.

    Slices set the attributes below and implement ``get_live()``. A concrete page may have
    ``questions``, a StreamField of ``QUESTION_BLOCKS``.
    """

    #: The slice's subclass of ``Action``.
    action_model: type[Action]
    #: The names of its Tallies; what a page shows is their sum.
    metrics: tuple[str, ...]
    #: The first part of the tokens in its mails: see ``supporters.links.MailedLink``.
    mailed_slice: str
    #: What its button says where another page leads to it.
    call_to_action: str
    #: The folder of its templates below ``wagtail_campaign/``, "" for a site's own kind of action.
    template_folder = ""

    class Meta:
        abstract = True

    @property
    def audiences(self) -> tuple[str, ...]:
        """The slices whose supporters its news go to: see ``mailing.announcements.News``."""
        return (self.mailed_slice,)

    def part_templates(self, name: str) -> list[str]:
        """Where the template of a part is: "sentence", "deadline", "state_title". That of the kind
        of action comes before the one for all kinds."""
        folders = [self.template_folder, "elements"] if self.template_folder else ["elements"]
        return [f"wagtail_campaign/{folder}/{name}.html" for folder in folders]

    @property
    def action_key(self):
        """The UUID shared by the page in all its languages, and by its aliases."""
        page = self
        while page.alias_of_id:
            page = page.alias_of
        return page.translation_key

    def get_action(self) -> Action | None:
        """The action, None where none is made yet (an unsaved page in a preview)."""
        return self.action_model.objects.filter(key=self.action_key).first()

    def get_or_create_action(self) -> Action:
        """The action, made with its tally where it is missing. Never called by a GET."""
        action, created = self.action_model.objects.get_or_create(key=self.action_key)
        if created:
            for metric in self.metrics:
                tallies.create(action.key, metric)
        return action

    def questions_asked(self) -> tuple[Asked, ...]:
        """Its own questions: the blocks of its StreamField ``questions``, if it has one."""
        return question_blocks.asked(getattr(self, "questions", None))

    def api_forms(self, live) -> dict[str, tuple]:
        """What can be done here by JSON while it is open: {verb: (name of the address, its
        arguments, the empty form)}."""
        return {}

    def api_content(self, live) -> dict:
        """What Wagtail's API says of the action beside what it says of all: numbers and names, as
        the page shows them, in the language that is active."""
        return {}

    def draw_ask(self, via: str, invitation: str = "") -> str:
        """What stands in place of a link to this page where somebody else's supporters are asked
        to go on, as HTML; "" where the link will do. ``via``: the source that its links carry."""
        return ""

    def serve(self, request, *args, **kwargs):
        """Serves the page; those without a session get it with leave for shared caches to
        keep it for a while."""
        response = super().serve(request, *args, **kwargs)
        if request.method in {"GET", "HEAD"} and conf.PAGE_MAX_AGE:
            if settings.SESSION_COOKIE_NAME in request.COOKIES:
                patch_cache_control(response, private=True)
            else:
                # Browsers ask again, so that who comes back from confirming sees it counted.
                patch_cache_control(
                    response, public=True, max_age=0, s_maxage=self.shared_seconds(request)
                )
        return response

    def shared_seconds(self, request) -> int:
        """For how long a shared cache may keep it: never past the next opening or closing."""
        live = self.get_live(request)
        return max(0, min([conf.PAGE_MAX_AGE, *seconds_to(live.opens_at, live.closes_at)]))


def seconds_to(*moments) -> list[int]:
    """The seconds from now to those of the moments that are still to come."""
    now = timezone.now()
    return [int((moment - now).total_seconds()) for moment in moments if moment and moment > now]
