"""``db roles`` and ``doctor`` where the order book is a server that many share."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from station import doctor
from station.doctor import State
from station.home import Home
from tests.verbs.command import Command


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "home", capsys)


@pytest.mark.postgres
def test_roles(sealbench: Command, server_url: str, tmp_path: Path) -> None:
    """``db roles`` prints SQL for an administrator, ``--run`` does it; a user of a role comes with it."""
    assert "CREATE ROLE sealbench_bench" in sealbench("db", "roles")
    assert "LOGIN IN ROLE sealbench_bench;" in sealbench("db", "roles", "--user", "bench01", "--role", "bench")
    sealbench("db", "roles", "--run", exits=2)
    assert "has no roles" in sealbench.err
    sealbench("db", "roles", "--user", "bench01", exits=2)
    sealbench("db", "roles", "--user", "x; DROP", "--role", "bench", exits=2)
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    (tmp_path / "home" / "bench.toml").write_text(f'[bench]\norderbook = "{server_url}"\n', "utf-8")
    told = sealbench.json("db", "roles", "--run")
    assert told["ran"] is True
    assert set(told["roles"]) >= {"sealbench_bench", "sealbench_office"}
    user = make_url(server_url).username or ""
    sealbench("db", "roles", "--run", "--user", user, "--role", "bench", exits=2)
    assert f"GRANT sealbench_bench TO {user}" in sealbench.err


def test_a_password_is_told(home: Home) -> None:
    """``doctor`` finds a password in the settings, without a server and without repeating it."""
    home.root.mkdir()
    home.settings_file.write_text('[bench]\norderbook = "postgresql+psycopg://u:secret@127.0.0.1:1/x"\n', "utf-8")
    found = doctor.book_line(home)
    assert found.state is State.FAULT
    assert "secret" not in f"{found}"
    home.settings_file.write_text('[bench]\norderbook = "postgresql+psycopg://u@127.0.0.1:1/x"\n', "utf-8")
    assert doctor.book_line(home).state is State.HINT


def test_a_book_that_lost_its_triggers(sealbench: Command, tmp_path: Path) -> None:
    """``db check`` tells it with exit 6, and ``db upgrade`` puts it right."""
    sealbench("db", "upgrade")
    with closing(sqlite3.connect(tmp_path / "home" / "orders.db")) as book:
        book.execute("DROP TRIGGER sealbench_belt_events_stay")
        book.commit()
    assert sealbench.json("db", "check", exits=6)["lacking"] == ["events_stay"]
    sealbench("db", "check", exits=6)
    assert "db upgrade" in sealbench.err
    sealbench("db", "upgrade")
    sealbench("db", "check")
