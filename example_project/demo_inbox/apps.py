from django.apps import AppConfig


class DemoInboxConfig(AppConfig):
    """Keeps the mail that the demo sends, instead of sending it, and shows it."""

    name = "example_project.demo_inbox"
    label = "demo_inbox"
    verbose_name = "Demo inbox"
