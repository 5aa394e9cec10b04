from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "tests.site"
    label = "tests_site"
    default_auto_field = "django.db.models.BigAutoField"
