"""The rooms of the package: who may import whom, and what no template may hold."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

import wagtail_campaign

PACKAGE = Path(wagtail_campaign.__file__).parent
EXAMPLE = Path(__file__).parents[1] / "example_project"
SHARED = {
    "actions",
    "embeds",
    "headless",
    "mailing",
    "osdi",
    "sharing",
    "supporters",
    "updates",
    "webhooks",
}
#: Folders that are no rooms of a slice.
OTHERS = {
    "checks",
    "pages",
    "management",
    "migrations",
    "offline_stripe",
    "templatetags",
    "templates",
    "static",
    "locale",
}
SLICES = {
    folder.name
    for folder in PACKAGE.iterdir()
    if (folder / "__init__.py").exists() and folder.name not in SHARED | OTHERS
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted((PACKAGE / "templates").rglob("*.*"))
#: The admin has sessions, and Wagtail's own scripts.
PUBLIC = [path for path in TEMPLATES if "admin" not in path.parts]
#: The one module of the package that starts the offline Stripe.
STARTS_STRIPE = "management/commands/campaign_stripe.py"
#: What a room of a slice doesn't reach for, as design has it: the way is view, verb, record.
NOT_FOR = {
    "models": {"admin", "services", "forms", "views", "pages", "emails", "links", "due", "mailing"},
    "forms": {"admin", "services", "views", "pages", "emails", "links", "due", "mailing"},
    "services": {"admin", "forms", "views", "pages", "links", "due"},
    "emails": {"admin", "services", "forms", "views", "pages", "due"},
    "views": {"admin", "emails", "due", "mailing"},
    "due": {"admin", "forms", "views", "pages"},
    "pages": {"services", "views", "emails", "due"},
    "blocks": {"services", "forms", "views", "emails", "due", "mailing"},
}


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def imports(path: Path) -> set[tuple[str, ...]]:
    """The modules of the package that a module imports, anywhere in it: ("actions", "live")."""
    folders = path.relative_to(PACKAGE).parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            targets = [alias.name.split(".") for alias in node.names]
            found |= {tuple(t[1:]) for t in targets if t[0] == "wagtail_campaign"}
        elif isinstance(node, ast.ImportFrom):
            start = list(folders[: len(folders) - node.level + 1]) if node.level else []
            module = node.module.split(".") if node.module else []
            if not node.level:
                if module[0] != "wagtail_campaign":
                    continue
                module = module[1:]
            found |= {(*start, *module, alias.name) for alias in node.names}
    return found


def is_registered(node) -> bool:
    """Whether a decorator says what it is: ``@hooks.register("construct_homepage_panels")``,
    ``@endpoint("GET", "/v1/refunds/{id}", …)``."""
    calls = [call for call in node.decorator_list if isinstance(call, ast.Call) and call.args]
    names = [ast.unparse(call.func) for call in calls]
    return any("register" in name or name == "endpoint" for name in names)


def test_there_is_something_to_look_at():
    assert "petitions" in SLICES
    assert ("conf", "conf") in imports(PACKAGE / "actions" / "doors.py")
    assert ("supporters", "consents") in imports(PACKAGE / "actions" / "doors.py")
    assert len(MODULES) > 50 and len(PUBLIC) > 20


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_slices_import_no_slice_and_what_they_share_imports_none(path):
    room = path.relative_to(PACKAGE).parts[0]
    reached = {target[0] for target in imports(path) if target}
    if room in SLICES:
        assert not reached & (SLICES - {room})
    if room in SHARED:
        assert not reached & SLICES
        assert not reached & {"slices", "receivers", "urls", "blocks", "wagtail_hooks"}
    if room != "pages":
        assert "pages" not in reached
    if room != "offline_stripe":
        assert ("offline_stripe" in reached) == (name(path) == STARTS_STRIPE)


def test_beside_that_command_the_demo_alone_knows_the_offline_stripe():
    known = {
        path.relative_to(EXAMPLE).parts[0]
        for path in EXAMPLE.rglob("*.py")
        if "wagtail_campaign.offline_stripe" in path.read_text()
    }
    assert known == {"demo", "demo_stripe"}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in SLICES], ids=name
)
def test_rooms_of_a_slice_reach_only_inwards(path):
    slice_, room = path.relative_to(PACKAGE).parts[0], path.stem
    reached = {t[1] if t[0] == slice_ else t[0] for t in imports(path) if len(t) > 1}
    assert not reached & NOT_FOR.get(room, set())


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_one_module_alone_loads_stripe_and_only_once_it_is_needed(path):
    if "offline_stripe" in path.parts:
        return
    tree = ast.parse(path.read_text())
    loads = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    stripes = [n for n in loads if re.match(r"(from|import) stripe\b", ast.unparse(n))]
    assert not set(stripes) & set(tree.body)
    assert bool(stripes) == (name(path) == "donations/stripe_api/client.py")


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent.name == "stripe_api"], ids=name
)
def test_what_is_asked_of_stripe_knows_no_gift(path):
    reached = {target[:2] for target in imports(path)}
    assert reached <= {("donations", "stripe_api"), ("conf", "conf")}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.stem.endswith(("emails", "announcements"))], ids=name
)
def test_no_mail_makes_an_address_of_the_public_site_by_itself(path):
    # ``sites.link`` does, as it may be one of the front end.
    assert not re.search(r"""reverse\(\s*f?["']wagtail_campaign:""", path.read_text())
    assert ("actions", "sites", "absolute") not in imports(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_everything_public_says_what_it_is(path):
    tree = ast.parse(path.read_text())
    # What Django finds by its place has its meaning from there.
    if not tree.body or path.name == "apps.py" or "commands" in path.parts:
        return
    assert ast.get_docstring(tree), "the module"
    kinds = (ast.ClassDef, ast.FunctionDef)
    public = [n for n in tree.body if isinstance(n, kinds) and not n.name.startswith("_")]
    assert not [n.name for n in public if not ast.get_docstring(n) and not is_registered(n)]


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_template_has_inline_script_or_style(path):
    text = path.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"\son[a-z]+\s*=", text)
    assert "javascript:" not in text
    # Mail programs know no other place for it.
    assert "<style" not in text or "mails" in path.parts


@pytest.mark.parametrize("path", PUBLIC, ids=name)
def test_no_public_template_needs_a_session_or_another_site(path):
    text = path.read_text()
    assert "csrf_token" not in text
    assert not re.search(r"\brequest\.(user|session)\b|\buser\.|\bmessages\b", text)
    assert not re.search(r"""(src|srcset|poster|data)\s*=\s*["']?(https?:)?//""", text)
    assert not re.search(r"""<link[^>]*href\s*=\s*["']?(https?:)?//""", text)
    assert "safe }}" not in text.replace("|safe", "safe"), "nothing typed is trusted"


@pytest.mark.parametrize(
    "path",
    sorted(p for p in (PACKAGE / "static").rglob("*") if p.suffix in {".css", ".js"}),
    ids=name,
)
def test_no_asset_loads_from_another_site(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    assert not re.search(r"@import|url\(\s*[\"']?(https?:)?//", text)
    assert not re.search(r"""(fetch|import|sendBeacon)\s*\(?\s*["'`](https?:)?//""", text)
    assert not re.search(r"\b(eval|innerHTML|document\.cookie|document\.write)\b", text)


@pytest.mark.django_db
def test_the_migrations_are_complete(settings):
    settings.MIGRATION_MODULES = {}
    loader = MigrationLoader(None, ignore_no_migrations=True)
    models, migrations = ProjectState.from_apps(apps), loader.project_state()
    ours = {"wagtail_campaign", "wagtail_campaign_pages"}
    changes = MigrationAutodetector(migrations, models).changes(loader.graph, trim_to_apps=ours)
    assert not changes.keys() & ours


@pytest.mark.parametrize(
    "path",
    sorted([*PACKAGE.rglob("migrations/0*.py"), *EXAMPLE.rglob("migrations/0*.py")]),
    ids=lambda path: "/".join(path.parts[-4:]),
)
def test_migrations_name_the_page_as_wagtail_7_knows_it_too(path):
    # makemigrations under Wagtail 8 writes a setting that Wagtail 7.4 doesn't have.
    assert "WAGTAIL_PAGE_MODEL" not in path.read_text()
