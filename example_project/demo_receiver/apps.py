from django.apps import AppConfig


class DemoReceiverConfig(AppConfig):
    """Another system, as a campaign has some: it is told by webhook what happens on the site."""

    name = "example_project.demo_receiver"
    label = "demo_receiver"
    verbose_name = "Demo receiver"
