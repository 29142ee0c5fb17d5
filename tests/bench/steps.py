"""Runs a step of the measuring in a process of its own, on a database of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def run(module: str, *arguments: str, database: Path) -> dict[str, Any]:
    """What `python -m tests.bench.MODULE ARGUMENTS` writes as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        cwd=ROOT,
        env=os.environ | settings(database),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def settings(database: Path) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "SECRET_KEY": "nothing is signed here",
        "BESA_DEMO": "1",
    }


def say(text: str, end: str = "\n") -> None:
    sys.stderr.write(f"{text:<60}{end}")
    sys.stderr.flush()
