"""What is unwise about the way to a shared order book, though it works: told by ``doctor``, never in anybody's way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url

from station.orders import belts, roles
from station.orders.engine import connect, reading
from station.orders.server import is_shared

_SECRETS: Final = ("password", "sslpassword")


_LINE: Final = """SELECT inet_client_addr() IS NOT NULL,
    coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    words: str
    remedy: str
    grave: bool = False


FINE: Final = Worry(words="nothing unwise", remedy="")


def look(address: str) -> Worry:
    """The gravest that is found. Raises ``Trouble`` where the book cannot be asked."""
    if not is_shared(address):
        return FINE
    url = make_url(address)
    if url.password or any(name in url.query for name in _SECRETS):
        return _PASSWORD_TOLD
    engine = connect(address)
    try:
        with reading(engine) as connection:
            return _of_line(connection)
    finally:
        engine.dispose()


_PASSWORD_TOLD: Final = Worry(
    words="a password stands in bench.toml, which is copied and backed up",
    remedy="Take it out of bench.orderbook, change it, and put the new one into ~/.pgpass.",
    grave=True,
)


def _of_line(connection: Connection) -> Worry:
    lacking = belts.missing(connection)
    if lacking:
        words = f"the order book lacks triggers that keep it whole: {', '.join(lacking)}"
        return Worry(words=words, remedy="Run: sealbench db upgrade.", grave=True)
    far, encrypted = connection.execute(text(_LINE)).one()
    if far and not encrypted:
        remedy = "Turn ssl on at the server and add ?sslmode=verify-full to bench.orderbook."
        return Worry(words="the line to the order book is not encrypted", remedy=remedy)
    if far and not _verified(connection):
        remedy = "Add sslmode=verify-full and sslrootcert to bench.orderbook."
        return Worry(words="the order book's server is not known by its certificate", remedy=remedy)
    if roles.may_upgrade(connection):
        remedy = "Give the bench a user of its own: sealbench db roles --user NAME --role bench."
        return Worry(words="this user may change the tables of the order book", remedy=remedy)
    return FINE


def _verified(connection: Connection) -> bool:
    driver = connection.connection.driver_connection
    assert driver is not None, "a connection that was just used"
    modes = {option.val for option in driver.pgconn.info if option.keyword == b"sslmode"}
    return modes <= {b"verify-full", b"verify-ca"}
