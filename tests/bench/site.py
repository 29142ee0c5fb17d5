"""The site as visitors get it, with a database of its own, for as long as it is measured."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

ROOT = Path(__file__).parents[2]
PATIENCE = 180  # seconds until it must be there


def prepare(folder: Path) -> None:
    """Make this process read the database that the site will have."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'base.sqlite3'}",
        "SECRET_KEY": "nothing is signed here that lasts longer than the measuring",
        "BESA_DEMO": "1",
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # beside Playwright, which runs an event loop
    }
    django.setup()


def fill() -> None:
    """What `make run` does before it serves, for pages that need no server."""
    from django.core.management import call_command

    from config import static

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_facts", verbosity=0)
    call_command("build_questions", verbosity=0)
    static.collect()


@contextmanager
def served() -> Iterator[str]:
    """Serve as `make run` does, and say where."""
    with tempfile.TemporaryDirectory(prefix="besa-site-") as folder:
        prepare(Path(folder))
        port = _free_port()
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=ROOT,
            stdout=sys.stderr,
        )
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, server: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("The site did not start.")
