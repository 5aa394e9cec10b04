"""The admin of a kind of actions."""

from django.utils.functional import cached_property
from wagtail.admin.viewsets.base import ViewSet


class ActionViewSet(ViewSet):
    """Its addresses and menu item. Slices set ``model``, and for the live settings
    ``settings_class`` and its ``panels``."""

    model: type
    settings_class: type
    panels = None

    @cached_property
    def settings_view(self):
        """The view of the live settings, with the form that its panels make."""
        panel = self.panels.bind_to_model(self.model)
        return self.settings_class.as_view(panel=panel, form_class=panel.get_form_class())
