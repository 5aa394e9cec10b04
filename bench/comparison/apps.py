from django.apps import AppConfig


class ComparisonConfig(AppConfig):
    name = "bench.comparison"
    label = "comparison"
    default_auto_field = "django.db.models.BigAutoField"
