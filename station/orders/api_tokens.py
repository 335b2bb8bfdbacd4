"""Who may call the HTTP API: a named token with rights. The book keeps its hash; the token is shown once.

Nothing of HTTP is known here.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Row, and_, select, update

from station.errors import Trouble
from station.orders.api_tables import api_tokens
from station.orders.complaints import place
from station.orders.engine import other_schema
from station.orders.tables import SCHEMA, schema_version

TOKEN_MARK = "sealbench_"  # noqa: S105 - what every token begins with, so that one found lying about is recognised
TOKENS_MAX = 1_000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


class Right(StrEnum):
    READ = "read"  # orders, parcels, entries, throughput; names and addresses masked
    WRITE = "write"  # orders, holds, cancellations and waybill numbers in
    PERSONAL = "personal"  # names and addresses, in full
    HOOKS = "hooks"  # its own webhooks


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    name: str
    rights: frozenset[Right]
    made_us: int
    made_by: str
    revoked_us: int | None = None


def make_token(
    connection: Connection,
    name: str,
    rights: Iterable[Right],
    *,
    by: str,
    now_us: int,
    chance: Callable[[int], bytes] = secrets.token_bytes,
) -> str:
    """A new token with 256 bits of chance; what is returned is kept nowhere.

    Raises:
        Trouble: the name is none, or taken (a revoked one stays taken: the records name it).
    """
    if not _NAME.fullmatch(name):
        raise Trouble("a token's name has 1 to 40 letters, digits, '.', '_' and '-'", where=name[:40])
    if connection.execute(select(api_tokens.c.name).where(api_tokens.c.name == name)).first():
        raise Trouble(f"a token is called {name} already", remedy="Choose another name.")
    if len(tokens(connection)) >= TOKENS_MAX:
        raise Trouble(f"there are {TOKENS_MAX} tokens already", remedy="One for each program is enough.")
    token = f"{TOKEN_MARK}{chance(32).hex()}"
    written = " ".join(sorted(set(rights)))
    connection.execute(
        api_tokens.insert().values(name=name, digest=_digest(token), rights=written, made_us=now_us, made_by=by)
    )
    return token


def revoke(connection: Connection, name: str, *, now_us: int) -> None:
    """From the next request on; its webhooks are told nothing more."""
    live = (api_tokens.c.name == name, api_tokens.c.revoked_us.is_(None))
    if connection.execute(update(api_tokens).where(*live).values(revoked_us=now_us)).rowcount == 0:
        raise Trouble(f"no token in use is called {name}", remedy="See them with: sealbench serve tokens.")


def tokens(connection: Connection) -> Sequence[Token]:
    return [_token(row) for row in connection.execute(select(api_tokens).order_by(api_tokens.c.name))]


def holder(connection: Connection, token: str) -> Token | None:
    """Whose token it is; None for one that is unknown or revoked.

    The book's schema comes in the same row, so that a caller who runs on while the book is upgraded or put back learns
    of it at the next request and asks nothing more for it.

    Raises:
        SchemaTrouble: the book is of another schema by now.
    """
    wanted = and_(api_tokens.c.digest == _digest(token), api_tokens.c.revoked_us.is_(None))
    both = schema_version.outerjoin(api_tokens, wanted)
    row = connection.execute(select(schema_version.c.version_num, api_tokens).select_from(both)).first()
    if row is None or row.version_num != SCHEMA:
        raise other_schema(row.version_num if row else None, place(connection.engine.url))
    return None if row.name is None else _token(row)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _token(row: Row[*tuple[object, ...]]) -> Token:
    given = row._mapping
    return Token(
        name=given["name"],
        rights=frozenset(map(Right, given["rights"].split())),
        made_us=given["made_us"],
        made_by=given["made_by"],
        revoked_us=given["revoked_us"],
    )
