from django.apps import AppConfig


class DemoStripeConfig(AppConfig):
    """Shows the account of the offline Stripe, and lets a visitor play bank and time."""

    name = "example_project.demo_stripe"
    label = "demo_stripe"
    verbose_name = "Demo Stripe"
