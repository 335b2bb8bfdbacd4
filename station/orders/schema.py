"""Brings an order book to this program's schema with alembic, which is loaded here and nowhere else."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from station.errors import SchemaTrouble
from station.orders import belts, roles
from station.orders.complaints import place
from station.orders.engine import importing, refuse_letters, schema_of
from station.orders.tables import SCHEMA

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def upgrade(engine: Engine) -> tuple[str | None, str]:
    """Take the book to ``SCHEMA`` in one transaction; gives the schema before and after.

    Raises:
        SchemaTrouble: the book is newer than this program, or a new one would not be in UTF-8.
    """
    before = schema_of(engine)
    if before is not None and before > SCHEMA:
        remedy = "Install the newer program on this bench."
        raise SchemaTrouble(
            f"the order book has schema {before}, newer than {SCHEMA}", where=place(engine.url), remedy=remedy
        )
    if before is None:
        refuse_letters(engine)
    with importing(engine) as connection:
        if before != SCHEMA:
            belts.take_off(connection)
            migrate(connection)
        if belts.missing(connection):
            belts.lay(connection)
        if before != SCHEMA:
            roles.lay_again(connection)
    return before, SCHEMA


def migrate(connection: Connection, to: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
