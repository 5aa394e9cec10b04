"""The tutorial can be followed by a program, as ``tools/try_wheel.sh`` does with the wheel."""

import re
import subprocess

import pytest

from tests.test_docs import ROOT
from tools import follow_tutorial, tutorial_steps

TUTORIAL = follow_tutorial.TUTORIAL.read_text()


def test_every_block_says_which_file_it_is_and_every_command_is_one():
    script = "".join(follow_tutorial.script())
    assert subprocess.run(["bash", "-n", "-c", script], check=False).returncode == 0
    for command in ("wagtail start mysite", "createsuperuser --noinput", "campaign_start"):
        assert command in script


def test_what_is_done_in_a_browser_is_done_for_each_chapter_that_has_steps():
    chapters = re.split(r"^## ", TUTORIAL, flags=re.M)[1:]
    stepped = [chapter.partition("\n")[0] for chapter in chapters if "\n1. " in chapter]
    assert stepped == list(tutorial_steps.STEPS)


def test_the_readme_puts_the_package_in_by_the_same_lines():
    for line in (
        'INSTALLED_APPS += ["wagtail_campaign", "wagtail_campaign.pages"]',
        'urlpatterns = [path("campaign/", include("wagtail_campaign.urls")), *urlpatterns]',
    ):
        assert line in TUTORIAL and line in (ROOT / "README.md").read_text()


@pytest.mark.parametrize(
    ("where", "before", "after"),
    [
        ("at the end", "a\n", "a\n\nnew\n"),
        ("in place of all that is there", "a\n", "new\n"),
        ("instead of the line a", "a\nb\n", "new\nb\n"),
        ('instead of the last "x = […]"', "x = [\n1\n]\nx = [\n2\n]\n", "x = [\n1\n]\nnew\n\n"),
    ],
)
def test_a_block_comes_to_its_place(tmp_path, where, before, after):
    file = tmp_path / "file"
    file.write_text(before)
    follow_tutorial.write(str(file), where, "new\n")
    assert file.read_text() == after


@pytest.mark.parametrize("where", ["a new file", "somewhere", "instead of the line b"])
def test_a_place_that_is_not_there_ends_it(tmp_path, where):
    file = tmp_path / "file"
    file.write_text("a\n")
    with pytest.raises(SystemExit):
        follow_tutorial.write(str(file), where, "new\n")
