"""A call for help answered by a badge: a supervisor signs in at the bench that called, and later is there no more.

Runs in the transaction that carries the bench's entries. Calls answered by word are ``help_calls``.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, update

from station.orders.figure_fold import Stay
from station.orders.figure_tables import help_calls


def answer_by_presence(connection: Connection, bench: str, stays: Iterable[Stay]) -> None:
    """Who comes takes the call that stands; it ends when that person is signed in there no longer.

    A call raised after he came is another one.
    """
    for stay in stays:
        if not stay.came:
            _end(connection, bench, stay)
        elif stay.supervisor:
            _take(connection, bench, stay)


def _take(connection: Connection, bench: str, stay: Stay) -> None:
    c = help_calls.c
    waits = (c.bench == bench, c.ended_us.is_(None), c.taken_us.is_(None), c.raised_us <= stay.at_us)
    connection.execute(update(help_calls).where(*waits).values(taken_us=stay.at_us, taken_by=stay.packer))


def _end(connection: Connection, bench: str, stay: Stay) -> None:
    c = help_calls.c
    his = (c.bench == bench, c.ended_us.is_(None), c.taken_by == stay.packer, c.taken_us <= stay.at_us)
    connection.execute(update(help_calls).where(*his).values(ended_us=stay.at_us, ended_by=stay.packer))
