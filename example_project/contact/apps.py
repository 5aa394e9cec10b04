from django.apps import AppConfig


class ContactConfig(AppConfig):
    """The contact page, and messages on their way."""

    name = "example_project.contact"
    label = "contact"
    verbose_name = "Contact"

    def ready(self):
        from . import acts, due, emails, links, retention  # noqa: F401
