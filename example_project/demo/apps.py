from django.apps import AppConfig


class DemoConfig(AppConfig):
    """``manage.py demo``: the whole site with invented content, ready to be tried."""

    name = "example_project.demo"
    label = "demo"
    verbose_name = "Demonstration"
