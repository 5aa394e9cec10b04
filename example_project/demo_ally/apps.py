from django.apps import AppConfig


class DemoAllyConfig(AppConfig):
    """The web site of an ally that shows the campaign's actions in a frame."""

    name = "example_project.demo_ally"
    label = "demo_ally"
    verbose_name = "Demo ally"
