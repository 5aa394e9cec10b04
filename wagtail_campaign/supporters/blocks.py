"""What is kept and for how long, on any page: the privacy page above all."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from . import retention


class RetentionBlock(blocks.StaticBlock):
    """The table of what is kept, made from the settings in force, in the language of the page."""

    def get_context(self, value, parent_context=None):
        """Adds ``rows``, as ``retention.table`` gives them."""
        return super().get_context(value, parent_context) | {"rows": retention.table()}

    def get_api_representation(self, value, context=None):
        """The ``rows`` of the table: {"what", "why", "how_long"}."""
        rows = [
            {"what": row.what, "why": row.why, "how_long": row.how_long}
            for row in retention.table()
        ]
        return {"rows": rows}

    class Meta:
        label = _("What is kept, and for how long")
        admin_text = _("A table that is made from the settings of the site; nothing to fill in.")
        icon = "history"
        group = _("Campaign")
        description = _(
            "What this site keeps of those who sign, why, and for how long: for the privacy page."
        )
        template = "wagtail_campaign/retention_block.html"
        preview_template = "wagtail_campaign/blocks/preview.html"
