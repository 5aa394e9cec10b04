"""The reference names everything that there is, and no link in the documentation leads nowhere."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.dispatch import Signal
from django.urls import URLPattern, reverse
from wagtail import hooks

from wagtail_campaign import api, blocks, checks, conf, signals, urls
from wagtail_campaign.headless.views import document_of
from wagtail_campaign.mailing import kinds, work

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PACKAGE = ROOT / "wagtail_campaign"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def reference(name: str) -> str:
    return (DOCS / "reference" / f"{name}.md").read_text()


def assert_named(names, text: str) -> None:
    """Each name stands in the text as code, alone or at the start of a command or heading."""
    names = list(names)
    assert names
    code = r"(`|^#+ ){}(?![\w-])"
    assert [name for name in names if not re.search(code.format(re.escape(name)), text, re.M)] == []


def test_every_setting_has_its_heading_and_its_default():
    text = reference("settings")
    for name, default in conf.DEFAULTS.items():
        section = re.search(rf"^### {conf.PREFIX}{name}\n\n(.+?)(?=\n##|\Z)", text, re.M | re.S)
        assert section, name
        assert f"default `{default}`" in section[1], name
    assert len(re.findall("^### ", text, re.M)) == len(conf.DEFAULTS)


def test_every_check_is_named():
    modules = Path(checks.__file__).parent.glob("*.py")
    source = "\n".join(module.read_text() for module in modules)
    numbers = set(re.findall(r'^ +"([EW]\d{3})",$', source, re.M))
    text = reference("checks")
    assert_named((f"wagtail_campaign.{number}" for number in numbers), text)
    assert numbers == set(re.findall(r"^\| `wagtail_campaign\.([EW]\d{3})`", text, re.M))


def test_every_signal_is_named():
    assert_named(
        (n for n, v in vars(signals).items() if isinstance(v, Signal)), reference("signals")
    )


def test_every_command_and_every_job_is_named():
    commands = (PACKAGE / "management" / "commands").glob("[a-z]*.py")
    text = reference("commands")
    assert_named((command.stem for command in commands), text)
    jobs = [name.replace("“", '"').replace("”", '"') for _, name, _ in sorted(work._jobs)]
    named = re.findall(r"^\| ([^|]+?) \| ", text.partition("| job |")[2], re.M)
    assert named == jobs


@pytest.mark.django_db
def test_every_permission_is_named():
    # Viewsets register theirs when the addresses of the admin are read.
    reverse("wagtailadmin_home")
    shown = [hook() for hook in hooks.get_hooks("register_permissions")]
    offered = {
        permission.codename
        for queryset in shown
        for permission in queryset.filter(content_type__app_label="wagtail_campaign")
    }
    assert_named(offered, reference("permissions"))
    ours = Permission.objects.filter(content_type__app_label="wagtail_campaign")
    assert {permission.codename for permission in ours} == offered


def test_every_mail_is_named():
    assert_named((kind.name for kind in kinds.all_kinds()), reference("mails"))


def test_every_block_and_every_list_of_blocks_is_named():
    assert_named(blocks.__all__, reference("blocks"))


def test_every_template_is_named():
    folder = PACKAGE / "templates" / "wagtail_campaign"
    templates = [str(path.relative_to(folder)) for path in folder.rglob("*.*")]
    mails = tuple(f"mails/{kind.name}." for kind in kinds.all_kinds())
    assert_named(
        (t for t in templates if not t.startswith(("admin/", *mails))), reference("templates")
    )


def test_every_custom_property_is_named():
    sheet = (PACKAGE / "static" / "wagtail_campaign" / "campaign.css").read_text()
    assert_named(set(re.findall(r"var\((--campaign-[a-z-]+)", sheet)), reference("templates"))


def test_every_address_is_named():
    names = names_of(urls.urlpatterns)
    assert_named((name for name in names if not name.startswith("api_")), reference("urls"))


def test_every_operation_of_the_api_is_named():
    document = document_of(api.api)
    assert_named(
        (
            f"{method.upper()} {path.partition('/api/v1/')[2]}"
            for path, operations in document["paths"].items()
            for method in operations
        ),
        reference("api"),
    )


def names_of(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name
        else:
            yield from names_of(pattern.url_patterns)


def test_every_field_of_a_record_is_named():
    text = reference("models")
    for model in apps.get_app_config("wagtail_campaign").get_models():
        assert model.__name__ in text
        if model.__name__ in {"Petition", "Signature", "Supporter", "Consent", "Mail", "MagicLink"}:
            names = [field.name for field in model._meta.concrete_fields if field.name != "id"]
            assert_named(names, text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_link_leads_nowhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text())):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), target
        if anchor:
            assert anchor in anchors(path), target


def anchors(page: Path) -> set[str]:
    """Where headings can be linked to: as GitHub and MyST make them."""
    headings = re.findall(r"^#+ (.+)$", without_code(page.read_text()), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def without_code(text: str) -> str:
    return re.sub(r"^\s*```.*?^\s*```", "", text, flags=re.M | re.S)
