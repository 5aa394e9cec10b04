from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from wagtail.models import Site

from wagtail_campaign.actions import first_pages
from wagtail_campaign.donations.first_page import FIRST_PAGE as FIRST_DONATION_PAGE
from wagtail_campaign.petitions.first_page import FIRST_PAGE as FIRST_PETITION
from wagtail_campaign.sponsors.first_page import FIRST_PAGE as FIRST_SPONSOR_PAGE

FIRST_PAGES = [FIRST_PETITION, FIRST_SPONSOR_PAGE, FIRST_DONATION_PAGE]
SAID = {
    "made": "made, as a draft",
    "published": "published",
    "there": "is there already",
    "own": "left alone, the site has a page of this kind",
    "no type": "not made, no page type of this kind may stand below the front page",
    "kept": "a draft still, its page type asks for more",
}


class Command(BaseCommand):
    help = (
        "Makes the first pages of a campaign below the front page of a site, in each of its"
        " languages: a petition, a sponsor page and a donation page. As drafts; what is there"
        " already stays as it is, so it can be run again, as after adding a language."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--site",
            action="append",
            metavar="HOST[:PORT]",
            help="For this site, as Settings, Sites has it; may be repeated. Default: the default"
            " site.",
        )
        parser.add_argument("--publish", action="store_true", help="Publish what is made, too.")

    def handle(self, *, site, publish, **options):
        for chosen in [find_site(name) for name in site] if site else [default_site()]:
            self.stdout.write(f"{chosen.root_url}:")
            done = [d for first in FIRST_PAGES for d in first_pages.make(chosen, first, publish)]
            for each in done:
                self.stdout.write(f"  {each.language}  “{each.title}”: {SAID[each.what]}")
                if each.why:
                    self.stdout.write(f"      {each.why}")
            self.stdout.write("")
            for line in next_steps(done):
                self.stdout.write(line)


def default_site() -> Site:
    found = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if found is None:
        raise CommandError("There is no default site. Name one: --site example.org")
    return found


def find_site(name: str) -> Site:
    host, _, port = name.partition(":")
    sites = Site.objects.filter(hostname=host).select_related("root_page")
    found = [site for site in sites if not port or str(site.port) == port]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{s.hostname}:{s.port}" for s in Site.objects.order_by("pk"))
    raise CommandError(f"{len(found)} sites are called {name}. There are: {known}")


def next_steps(done: list[first_pages.Done]) -> list[str]:
    ours = [each for each in done if each.what in {"made", "published", "there", "kept"}]
    drafts = [each for each in ours if not each.page.live]
    lines = []
    if drafts:
        lines += ["Next: put your own words into the drafts, and publish them.", ""]
    elif ours:
        lines += ["Next: put your own words into the pages.", ""]
    edit = "wagtailadmin_pages:edit"
    lines += [f"  {each.language}  {reverse(edit, args=[each.page.pk])}" for each in ours]
    return [*lines, ""] if lines else []
