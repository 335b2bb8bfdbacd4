"""Brings an order book to this program's schema with alembic, which is loaded here and nowhere else."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from station.errors import SchemaTrouble
from station.orders.engine import importing, place, schema_of
from station.orders.tables import SCHEMA

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def upgrade(engine: Engine) -> tuple[str | None, str]:
    """Take the book to ``SCHEMA`` in one transaction; gives the schema before and after.

    Raises:
        SchemaTrouble: the book is newer than this program.
    """
    before = schema_of(engine)
    if before is not None and before > SCHEMA:
        remedy = "Install the newer program on this bench."
        raise SchemaTrouble(
            f"the order book has schema {before}, newer than {SCHEMA}", where=place(engine.url), remedy=remedy
        )
    if before != SCHEMA:
        with importing(engine) as connection:
            migrate(connection)
    return before, SCHEMA


def migrate(connection: Connection, to: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
