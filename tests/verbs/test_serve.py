"""``serve``: tokens by the command line, and a server that is really asked."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.serving.asking import ORDER, bearer
from tests.verbs.command import Command

NEEDED_S = 60


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "home", capsys)


@pytest.fixture
def address(command: Command) -> Iterator[str]:
    """Of a server in a process of its own, which ends by itself when it is asked to."""
    words = [sys.executable, "-m", "station", "--home", str(command.home), "serve", "--port", "0", "--json"]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        yield json.loads(server.stdout.readline())["address"]
        if sys.platform != "win32":
            server.send_signal(signal.SIGINT)
            _, said = server.communicate(timeout=NEEDED_S)
            assert (server.returncode, said) == (0, "")
    finally:
        server.kill()
        server.communicate()


def test_an_order_by_http_is_in_the_book(command: Command, address: str) -> None:
    """Sent over a socket with a token of the command line, then listed by the command line."""
    made = command.json("serve", "tokens", "add", "erp", "--may", "write")
    sent = httpx.post(f"{address}/orders", json={"orders": [ORDER]}, headers=bearer(made["token"]), timeout=NEEDED_S)
    assert (sent.status_code, sent.json()["new"]) == (200, 1)
    assert command.json("orders", "show", "ERP-1")["state"] == "ready"
    assert httpx.get(f"{address}/health", timeout=NEEDED_S).json()["ok"] is True


def test_tokens(command: Command) -> None:
    """Shown once, listed without it, revoked."""
    assert "nobody may call yet" in command("serve", "tokens")
    token = command("serve", "tokens", "add", "erp").strip()
    assert token.startswith("sealbench_")
    assert token not in command("serve", "tokens")
    assert command.json("serve", "tokens")["tokens"][0]["rights"] == ["read"]
    command("serve", "tokens", "revoke", "erp")
    assert "revoked" in command("serve", "tokens")
    command("serve", "tokens", "revoke", "erp", exits=1)


def test_only_a_supervisor_makes_tokens(command: Command) -> None:
    """Where the book has people: what reads addresses is not everybody's to give."""
    command("users", "add", "--badge", "B7", "--name", "李示例")
    command("users", "add", "--badge", "S1", "--name", "王示例", "--supervisor")
    command("serve", "tokens", "add", "erp", "--by", "B7", exits=2)
    command("serve", "tokens", "add", "erp", "--by", "S1")


@pytest.mark.parametrize(
    ("words", "exits", "said"),
    [
        (("--host", "0.0.0.0"), 2, "nothing would be encrypted"),
        (("--cert", "a.pem"), 2, "belong together"),
        (("--cert", "a.pem", "--key", "b.pem", "--port", "0"), 3, "the certificate cannot be used"),
        (("--host", "192.0.2.1", "--plain"), 1, "nobody can be served there"),
        (("--port", "99999"), 2, "--port"),
        (("--rate", "0"), 2, "--rate"),
    ],
)
def test_what_cannot_be_served(command: Command, words: tuple[str, ...], exits: int, said: str) -> None:
    """One sentence with the way out, and no server."""
    command("serve", *words, exits=exits)
    assert said in command.err
    assert "Traceback" not in command.err
