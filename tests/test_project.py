"""Things that are true of the whole project, checked so nobody has to remember."""

import re
import subprocess
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template.loader import get_template
from django.templatetags.static import static

from config import settings as published

ROOT = Path(__file__).parent.parent
APPS = ("accounts", "classroom", "config", "quiz", "relations")
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
PYTHON = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py"))

# Spelt so that these patterns do not find themselves.
REGISTRY = re.compile(r"p[y]pi\.|python[h]osted|npm[j]s|un[p]kg|js[d]elivr|cdn[j]s")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|work|home|opt|Users)/\w")


def tracked() -> list[Path]:
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    paths = [ROOT / name for name in listing.split("\0") if name]
    return [path for path in paths if path.is_file()]


def text_of(path: Path) -> str:
    return path.read_bytes().decode(errors="ignore")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


class Markup(HTMLParser):
    """Collects what a strict content security policy would block."""

    def __init__(self):
        super().__init__()
        self.blocked = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given):
            self.blocked.append(f"<{tag}>")
        self.blocked += [
            name
            for name, value in attrs
            if name == "style"
            or re.fullmatch(r"on\w+|(data-)?hx-on.*", name)
            or (value or "").strip().lower().startswith("javascript:")
        ]


def blocked_in(html: str) -> list[str]:
    parser = Markup()
    parser.feed(re.sub(r"{%.*?%}|{#.*?#}", " ", html, flags=re.DOTALL))
    return parser.blocked


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color: red'>",
        "<style>p {}</style>",
        "<script>go()</script>",
        "<a onclick='go()'>",
        "<a href='javascript:go()'>",
        "<form data-hx-on::after-request='go()'>",
    ],
)
def test_what_the_policy_would_block_is_noticed(html):
    assert len(blocked_in(html)) == 1


def test_templates_hold_nothing_the_policy_would_block():
    assert TEMPLATES
    found = {named(path): blocked_in(text_of(path)) for path in TEMPLATES}

    assert {name: blocked for name, blocked in found.items() if blocked} == {}


def test_facts_are_text_wherever_they_are_shown():
    trusting = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|{%\s*autoescape\s+off")
    python = re.compile(r"\bmark_safe\b|\bSafeString\b|except Exception\b|except:\s")

    assert [named(path) for path in TEMPLATES if trusting.search(text_of(path))] == []
    assert [named(path) for path in PYTHON if python.search(text_of(path))] == []


def named_parts() -> set[str]:
    """Every "page.html#part" that a view renders or a template includes."""
    pattern = re.compile(r"""["']([\w/.-]+\.html#\w+)["']""")
    found = (pattern.findall(text_of(path)) for path in [*PYTHON, *TEMPLATES])
    return {name for names in found for name in names}


def test_named_parts_exist():
    for name in named_parts():
        get_template(name)


def test_every_template_compiles():
    folder = ROOT / "templates"
    for path in TEMPLATES:
        get_template(str(path.relative_to(folder)))


def static_references() -> set[str]:
    pattern = re.compile(r"""{%\s*static\s+["']([^"']+)["']""")
    found = (pattern.findall(text_of(path)) for path in TEMPLATES)
    return {name for names in found for name in names}


def test_static_files_that_templates_name_are_found():
    assert [name for name in static_references() if not finders.find(name)] == []


def test_static_files_are_collected_for_production(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = published.STORAGES
    # Compressing takes seconds and proves nothing.
    settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["css", "js", "svg", "txt", "md"]

    call_command("collectstatic", interactive=False, verbosity=0)

    for name in static_references():
        url = static(name)  # a missing file is an error here, as it is in production
        assert re.search(r"\.[0-9a-f]{12}\.", url)
        assert (tmp_path / url.removeprefix(settings.STATIC_URL)).exists()


def test_no_file_names_a_package_registry_or_a_path_of_some_machine():
    found = [
        f"{named(path)}: {match.group()}"
        for path in tracked()
        for match in [
            REGISTRY.search(text_of(path)) or MACHINE_PATH.search(text_of(path))
        ]
        if match
    ]

    assert found == []


def locked(name: str) -> dict[str, str]:
    """What a lock file pins; every pin must carry hashes."""
    text = (ROOT / name).read_text()
    pins = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+).*\\$", text, re.MULTILINE)
    assert "://" not in text
    assert len(pins) == len(re.findall(r"^[\w.-]+.*==", text, re.MULTILINE))
    assert len(re.findall(r"^\S.*\\\n    --hash=", text, re.MULTILINE)) == len(pins)
    return dict(pins)


def test_both_locks_pin_the_same_versions():
    run, develop = locked("requirements.txt"), locked("requirements-dev.txt")

    assert run.items() <= develop.items()


def test_a_visitor_downloads_no_test_tool():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    tools = {
        re.split(r"[\[<>=]", requirement)[0]
        for requirement in project["dependency-groups"]["dev"]
    }

    assert tools & locked("requirements.txt").keys() == set()
