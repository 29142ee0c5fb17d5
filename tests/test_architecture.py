"""Imports point one way, config -> classroom -> quiz -> relations; accounts know none."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

FORBIDDEN = {
    "accounts": {"classroom", "config", "quiz", "relations", "tests"},
    "relations": {"accounts", "classroom", "config", "quiz", "tests"},
    "quiz": {"classroom", "config", "tests"},
    "classroom": {"config", "tests"},
    "quiz/questions": {
        "django.db",
        "django.http",
        "quiz.models",
        "quiz.play",
        "quiz.views",
    },
    "config": {"tests"},
}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{a.name}" for a in node.names}
    return names


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


@pytest.mark.parametrize(("folder", "forbidden"), FORBIDDEN.items())
def test_imports_point_one_way(folder, forbidden):
    paths = sorted((ROOT / folder).rglob("*.py"))
    assert paths

    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in paths
        for name in imported(path)
        if any(is_within(name, package) for package in forbidden)
    ]

    assert wrong == []
