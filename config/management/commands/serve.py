"""What `make run` does once the packages are there: prepare the site and serve it."""

import errno
import os
import socket
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from config import static

HOST = "127.0.0.1"


def port_number(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 65535:
        return int(text)
    raise CommandError(f"PORT must be a number from 1 to 65535, not {text!r}.")


def require_free(port: int) -> None:
    """Refuse a port on which the server could not listen, before any work is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reasons = {
                errno.EADDRINUSE: "is already in use",
                errno.EACCES: "is reserved for the system",
            }
            reason = reasons.get(error.errno or 0, f"cannot be used ({error.strerror})")
            other = port + 1 if 1024 <= port < 65535 else 8001
            raise CommandError(
                f"Port {port} {reason}. Choose another one: make run PORT={other}"
            ) from None


class Command(BaseCommand):
    help = "Prepares the database, the questions and the static files, then serves."
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000")

    def handle(self, *args, port, **options):
        port = port_number(port)
        require_free(port)
        self.prepare()
        self.announce(port)
        self.stdout.flush()
        connections.close_all()
        os.environ["PORT"] = str(port)
        server = ["-m", "gunicorn", "--config", "python:config.server"]
        os.execv(sys.executable, [sys.executable, *server])  # noqa: S606

    def prepare(self):
        """Every step changes nothing when it has nothing to do."""
        self.step("Database")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        self.step("Facts")
        call_command("load_facts", stdout=self.stdout)
        self.step("Questions")
        call_command("build_questions", stdout=self.stdout)
        self.step("Static files")
        static.collect()

    def step(self, title):
        self.stdout.write(self.style.MIGRATE_HEADING(title))
        self.stdout.flush()

    def announce(self, port):
        if settings.DEMO:
            self.step("Accounts to try it with")
            call_command("demo_accounts", stdout=self.stdout)
        self.step("Ready")
        self.stdout.write(f"  Besa        http://{HOST}:{port}/")
        self.stdout.write(f"  For staff   http://{HOST}:{port}/admin/")
        self.stdout.write("  Stop it with Ctrl-C.")
