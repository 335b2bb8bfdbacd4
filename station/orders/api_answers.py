"""Answers kept for a request that may come again: the same key gets the same answer, and nothing is done twice.

A reply that is lost on the way makes a program ask again; without this its second hold or its second file of numbers
would be a second act. Kept for ``KEPT_US``. Nothing of HTTP is known here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import ColumnElement, Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from station.orders.api_tables import api_answers

KEPT_US = 48 * 3_600_000_000
ABANDONED_US = 10 * 60_000_000
"""After that time a request that never got its answer died with its server; the next one of its key is let in."""


@dataclass(frozen=True, slots=True)
class Kept:
    status: int
    answer: str


class Refusal(Enum):
    ANOTHER_REQUEST = auto()  # the key was used for other words
    UNDER_WAY = auto()  # the first of them is still being answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    token: str
    key: str
    digest: str

    @classmethod
    def of(cls, token: str, key: str, method: str, path: str, body: bytes) -> Asked:
        head = f"{method} {path}\n".encode()
        return cls(token=token, key=key, digest=hashlib.sha256(head + body).hexdigest())


def begin(connection: Connection, asked: Asked, *, now_us: int) -> Kept | Refusal | None:
    """None: nobody asked this before, and whoever asks from now on waits for this answer."""
    connection.execute(delete(api_answers).where(api_answers.c.at_us < now_us - KEPT_US))
    abandoned = (api_answers.c.status == 0, api_answers.c.at_us < now_us - ABANDONED_US)
    connection.execute(delete(api_answers).where(*_of(asked), *abandoned))
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    row = {"token": asked.token, "idempotency_key": asked.key, "asked": asked.digest, "at_us": now_us}
    fresh = insert(api_answers).values(row).on_conflict_do_nothing().returning(api_answers.c.token)
    if connection.execute(fresh).first():
        return None
    known = connection.execute(select(api_answers).where(*_of(asked))).one()
    if known.asked != asked.digest:
        return Refusal.ANOTHER_REQUEST
    return Kept(known.status, known.answer) if known.status else Refusal.UNDER_WAY


def answered(connection: Connection, asked: Asked, kept: Kept) -> None:
    connection.execute(update(api_answers).where(*_of(asked)).values(status=kept.status, answer=kept.answer))


def forget(connection: Connection, asked: Asked) -> None:
    """It came to nothing that would be the same the next time: the book was away, say."""
    connection.execute(delete(api_answers).where(*_of(asked), api_answers.c.status == 0))


def _of(asked: Asked) -> tuple[ColumnElement[bool], ...]:
    return api_answers.c.token == asked.token, api_answers.c.idempotency_key == asked.key
