import os
import socket

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from config import static
from config.management.commands import serve


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind((serve.HOST, 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind((serve.HOST, 0))
        return probe.getsockname()[1]


@pytest.fixture
def started(monkeypatch):
    """Everything up to the moment at which the server would take over."""
    calls = []

    def call(name, *args, stdout=None, **options):
        calls.append(name)

    monkeypatch.setattr(serve, "call_command", call)
    monkeypatch.setattr(static, "collect", lambda: calls.append("collect"))
    monkeypatch.setattr(os, "execv", lambda path, words: calls.append(words[1:]))
    monkeypatch.delenv("PORT", raising=False)
    return calls


def test_a_taken_port_is_a_sentence_that_says_what_to_do(taken_port):
    with pytest.raises(CommandError) as refusal:
        call_command("serve", f"--port={taken_port}")

    assert str(refusal.value) == (
        f"Port {taken_port} is already in use. "
        f"Choose another one: make run PORT={taken_port + 1}"
    )


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", ""])
def test_a_port_is_a_number(port):
    with pytest.raises(CommandError, match="PORT must be a number from 1 to 65535"):
        call_command("serve", f"--port={port}")


@pytest.mark.django_db
def test_the_site_is_prepared_before_it_is_served(started, free_port, capsys):
    call_command("serve", f"--port={free_port}")

    assert started == [
        "migrate",
        "createcachetable",
        "load_facts",
        "build_questions",
        "collect",
        "demo_accounts",
        ["-m", "gunicorn", "--config", "python:config.server"],
    ]
    assert os.environ["PORT"] == str(free_port)
    assert f"http://127.0.0.1:{free_port}/" in capsys.readouterr().out


@pytest.mark.django_db
def test_outside_demo_mode_no_accounts_are_made(started, free_port, settings):
    settings.DEMO = False

    call_command("serve", f"--port={free_port}")

    assert "demo_accounts" not in started


def test_a_taken_port_stops_it_before_any_work(started, taken_port):
    with pytest.raises(CommandError):
        call_command("serve", f"--port={taken_port}")

    assert started == []
