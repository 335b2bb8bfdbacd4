"""One connection that hears PostgreSQL's bell (``order_bell``), until it ends or fails. For a thread of its own.

A bell that is not heard costs nothing but time: whoever is rung looks each second anyway.
"""

from __future__ import annotations

from collections.abc import Callable
from select import select
from threading import Event
from typing import Final

from station.orders.engine import connect, told
from station.orders.order_bell import CHANNEL

WAIT_S: Final = 0.5
"""How long the end may take."""

ASKED_EACH: Final = 10
"""Waits without a sound after which the line is asked whether it lives."""


def listen(address: str, bench: str, *, rung: Callable[[], None], ended: Event) -> None:
    """``rung`` is called once for each bell of this bench, and once at the beginning, for what was not heard before.

    Raises:
        BookUnreachable: no answer, or the connection broke.
    """
    engine = connect(address)
    try:
        with told(engine):
            pooled = engine.raw_connection()
            try:
                _hear(pooled.driver_connection, bench, rung, ended)
            finally:
                pooled.invalidate()
    finally:
        engine.dispose()


def _hear(connection: object, bench: str, rung: Callable[[], None], ended: Event) -> None:
    from psycopg import Connection

    assert isinstance(connection, Connection)
    heard: list[str] = []
    connection.add_notify_handler(lambda notify: heard.append(notify.payload))  # while something else is asked
    connection.autocommit = True
    connection.execute(f"LISTEN {CHANNEL}")
    rung()
    silent = 0
    while not ended.is_set():
        if select([connection.fileno()], [], [], WAIT_S)[0]:
            connection.pgconn.consume_input()
            while (notify := connection.pgconn.notifies()) is not None:
                heard.append(notify.extra.decode())
            silent = 0
        else:
            silent += 1
        if silent >= ASKED_EACH:
            connection.execute("SELECT 1")
            silent = 0
        if bench in heard:
            rung()
        heard.clear()
