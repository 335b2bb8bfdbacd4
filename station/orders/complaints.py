"""What a database's complaint means to a person: what is wrong, where, and what to do. Nothing is asked here.

A server's complaint is told by its code (SQLSTATE), whatever language the server speaks; one about getting in comes
from the client's library without a code and is told by its words, as SQLite's are.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy.engine import URL

from station.errors import BookUnreachable, SchemaTrouble, SettingsTrouble, Trouble
from station.orders.server import TOLD_BY_SILENCE

REFUSED: Final = "the order book refuses this:"
REFUSED_CODE: Final = "SB001"
"""Of a trigger of its own (``belts``): no code of PostgreSQL's; on SQLite the words alone tell it."""

_FREE_SPACE = "Free some space and try again; nothing was changed."
_RUNS = "Check that it runs, and the network."
_PASSWORD = "Put the right one into ~/.pgpass (never into bench.toml)."  # noqa: S105  a sentence, no password
_CERTIFICATES = "Look at sslrootcert, sslcert and sslkey of the address and at ~/.postgresql."

_BY_CODE: Final = {
    "28P01": ("the order book's server refused the password", _PASSWORD),
    "28000": ("the order book's server lets this user in from here not at all", "Look at its pg_hba.conf."),
    "42501": (
        "this user may not do that in the order book",
        "Do it as a user whose role may, or have the server's administrator run: sealbench db roles.",
    ),
    "3D000": ("the order book's server has no such database", "Make it there with createdb, or mend the address."),
    "53100": ("the disk of the order book's server is full", _FREE_SPACE),
    "53200": ("the order book's server is out of memory", "Look what it is busy with, and try again."),
    "53300": ("the order book's server has no connection left", "Close programs, or raise its max_connections."),
    "25006": (
        "the order book's server is a standby that only reads",
        "Name the primary server in the address, or promote this one.",
    ),
    "57014": ("the order book is too slow", "Look what its server is busy with, and try again."),
    "55P03": ("another program keeps part of the order book locked", "Try again."),
    "40P01": ("another program wanted the same at the same time", "Try again; nothing was changed."),
    "40001": ("another program wanted the same at the same time", "Try again; nothing was changed."),
    "57P01": ("the order book's server is shutting down", "Try again when it runs."),
    "57P02": ("the order book's server fell over", "Try again when it runs."),
    "57P03": ("the order book's server is starting", "Try again in a moment."),
    "25P03": ("this program was too slow for the order book's server", "Try again; nothing was changed."),
    "58030": ("the order book's server cannot read or write its disk", "Look at its disk and its log."),
    "XX001": ("the order book's database is damaged", "Restore it from a backup."),
    "XX002": ("the order book's database is damaged", "Restore it from a backup."),
}  # fmt: skip

_SCHEMA_CODES: Final = frozenset({"42P01", "42703"})
"""A table or a column that is not there: the book was changed under this program."""

_BY_WORDS: Final = (
    ("database is locked", "another program keeps the order book locked", "Close it, or wait for it, and try again."),
    ("disk is full", "the disk of the order book is full", _FREE_SPACE),
    ("file is not a database", "the order book's file is not a database", "Restore it from a backup."),
    ("malformed", "the order book's file is damaged", "Restore it from a backup."),
    ("unable to open", "the order book's file cannot be opened", "Check the folder and its permissions."),
    ("readonly database", "the order book may not be written", "Check the file's permissions."),
    ("attempt to write a readonly", "the order book may not be written", "Check the file's permissions."),
    (TOLD_BY_SILENCE, "the order book's server took what was asked and does not answer", _RUNS),
    ("QueuePool limit", "too much is asked of the order book at once", "Try again; nothing was changed."),
    ("password authentication failed", *_BY_CODE["28P01"]),
    ("no password supplied", "the order book's server asks a password and none is known", _PASSWORD),
    ("no pg_hba.conf entry", *_BY_CODE["28000"]),
    ("remaining connection slots", *_BY_CODE["53300"]),
    ("too many clients", *_BY_CODE["53300"]),
    ("too many connections for", *_BY_CODE["53300"]),
    ("valid client certificate", "the order book's server asks for a client certificate", _CERTIFICATES),
    ("alert certificate expired", "this bench's certificate has expired", "Put a new one where sslcert names it."),
    ("alert certificate revoked", "this bench's certificate was taken back", "Put a new one where sslcert names it."),
    ("alert unknown ca", "the order book's server does not know who signed this bench's certificate", _CERTIFICATES),
    (
        "does not match host name",
        "the certificate of the order book's server names another host",
        "Write the host in the address as the certificate names it, or put one for this host on the server.",
    ),
    ("certificate verify failed", "the certificate of the order book's server is not believed", _CERTIFICATES),
    ("root certificate file", "the root certificate cannot be read", _CERTIFICATES),
    ("certificate file", "this bench's certificate cannot be read", _CERTIFICATES),
    ("private key file", "the key of this bench's certificate cannot be read, or others can read it", _CERTIFICATES),
    ("does not support SSL", "the order book's server does not encrypt, and sslmode asks for it", "Turn ssl on there."),
    ("does not support TLS", "the order book's server does not encrypt, and sslmode asks for it", "Turn ssl on there."),
    ("session is read-only", *_BY_CODE["25006"]),
    ("starting up", *_BY_CODE["57P03"]),
    ("shutting down", *_BY_CODE["57P01"]),
    ("not accepting connections", *_BY_CODE["57P03"]),
    ("statement timeout", *_BY_CODE["57014"]),
    ("lock timeout", *_BY_CODE["55P03"]),
    *(
        (mark, "the order book's server cannot be reached", _RUNS)
        for mark in (
            "Connection refused",
            "Connection reset",
            "Connection timed out",
            "failed to resolve host",
            "could not translate host name",
            "timeout expired",
            "etwork is unreachable",
            "No route to host",
            "Is the server running",
            "connection is lost",
            "connection is closed",
            "server closed the connection",
            "terminating connection",
            "could not receive data",
            "could not send data",
            "SSL SYSCALL error",
            "the database system is",
        )
    ),
)

_OF_SETTINGS: Final = (
    ("definition of service", "the order book's address names a service that no pg_service.conf has"),
    ("invalid connection option", "the order book's address has a word that PostgreSQL does not know"),
    ("invalid sslmode", "the order book's address has an sslmode that does not exist"),
    ("invalid integer value", "the order book's address has no number where one belongs"),
    ("sslmode value", "the order book's address has an sslmode that does not go with its other words"),
)


def trouble_of(error: BaseException, url: URL) -> Trouble:
    """What a driver's complaint means to a person."""
    where = place(url)
    code = _code(error)
    if REFUSED in str(error):
        what = REFUSED + " " + _first_line(str(error).partition(REFUSED)[2].partition("[")[0].removesuffix(")"))
        return Trouble(what, where=where, remedy="Nothing was changed. Install the newest program on this bench.")
    if code in _SCHEMA_CODES:
        words = "the order book lacks a table or a column: it is of another schema"
        return SchemaTrouble(words, where=where, remedy="Look with: sealbench db check.")
    if code in _BY_CODE:
        what, remedy = _BY_CODE[code]
        return BookUnreachable(what, where=where, remedy=remedy)
    return _by_words(str(error), where)


def _code(error: BaseException) -> str:
    found: Any = getattr(error, "sqlstate", None)
    return found or ""


def _by_words(words: str, where: str) -> Trouble:
    for mark, what in _OF_SETTINGS:
        if mark in words:
            return SettingsTrouble(f"{what}: {_first_line(words)}", where=where, remedy="Mend bench.orderbook.")
    for mark, what, remedy in _BY_WORDS:
        if mark in words:
            return BookUnreachable(what, where=where, remedy=remedy)
    if 'role "' in words and "does not exist" in words:
        return BookUnreachable("the order book's server knows no such user", where=where, remedy=_ROLES)
    if 'database "' in words and "does not exist" in words:
        what, remedy = _BY_CODE["3D000"]
        return BookUnreachable(what, where=where, remedy=remedy)
    remedy = f"It said: {_first_line(words)}. Check it with: sealbench doctor."
    return BookUnreachable("the order book does not answer as it should", where=where, remedy=remedy)


_ROLES: Final = "Make it there: sealbench db roles says how."


def _first_line(words: str) -> str:
    return words.strip().splitlines()[0] if words.strip() else "nothing"


def place(url: URL) -> str:
    """Where the book is, without a password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
