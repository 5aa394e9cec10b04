from django.apps import AppConfig


class SiteContentConfig(AppConfig):
    """The page types that any campaign site has of its own: home, articles, plain pages."""

    name = "example_project.site_content"
    label = "site_content"
    verbose_name = "Site content"
