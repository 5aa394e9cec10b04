"""Parts of an action, of whatever kind, on any page."""

from django.utils.translation import gettext_lazy as _

from .blocks import ActionChooserBlock, OfActionBlock


class OfAnyActionBlock(OfActionBlock):
    """Base of the blocks about an action of any kind."""

    page = ActionChooserBlock(label=_("Page"), help_text=_("The page of an action."))

    def part_of(self, context: dict, name: str) -> dict:
        """The templates of a part of the action, as the context has them."""
        page = context.get("action_page")
        return {name: page.part_templates(name)} if page else {}


class ProgressBlock(OfAnyActionBlock):
    """How far an action is, and a way to take part."""

    class Meta:
        label = _("Progress")
        icon = "tasks"
        description = _(
            "How many have signed or written, or what was given, and how far it is to the goal;"
            " with a way to take part."
        )
        part = "wagtail_campaign/blocks/progress.html"


class FiguresBlock(OfAnyActionBlock):
    """How many took part, in a sentence that is right in each language."""

    def get_context(self, value, parent_context=None):
        """Adds ``sentence``: its templates."""
        context = super().get_context(value, parent_context)
        return context | self.part_of(context, "sentence")

    class Meta:
        label = _("Figures in a sentence")
        icon = "list-ol"
        description = _(
            "“1,337 people from 41 countries have signed.”, always with today’s numbers."
        )
        part = "wagtail_campaign/blocks/figures.html"


class DeadlineBlock(OfAnyActionBlock):
    """Until when an action is open: the days left in words, and a way to take part."""

    def get_context(self, value, parent_context=None):
        """Adds ``deadline`` and ``state_title``: the templates of either."""
        context = super().get_context(value, parent_context)
        return context | self.part_of(context, "deadline") | self.part_of(context, "state_title")

    class Meta:
        label = _("Deadline")
        icon = "time"
        description = _("How many days are left, with a way to take part.")
        part = "wagtail_campaign/blocks/deadline.html"
