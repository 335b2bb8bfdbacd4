"""Whether a paper's words name somebody whom the dispute is not about: another buyer, or a packer. Reads only.

Names of other buyers are not looked for: half the country shares a few hundred of them. Their order numbers, waybills
and telephones are, and the names on the list of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, or_, select

from station.orders.dispute_tables import PHONE_TAIL
from station.orders.tables import orders, parcels, people

TOKENS_MAX = 20_000
"""Numbers looked at in one paper; a longer one is for a person to read."""

SHORTEST = 5
"""Characters of a number worth asking for."""

NAME_SHORTEST = 2
_AT_ONCE = 400
_PHONE_DIGITS = 11
_TOKEN = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{4,59}")
_PHONE = re.compile(r"\d[\d -]{5,18}\d")


def strangers(connection: Connection, text: str, order: str) -> tuple[str, ...]:
    """What the text has of others, each once, in words for the clerk."""
    return tuple(dict.fromkeys(_strangers(connection, text, order)))


def _strangers(connection: Connection, text: str, order: str) -> Iterator[str]:
    for name in connection.execute(select(people.c.name).order_by(people.c.name)).scalars():
        if len(name) >= NAME_SHORTEST and name in text:
            yield f"packer {name}"
    tokens = list(dict.fromkeys(_TOKEN.findall(text)))
    if len(tokens) > TOKENS_MAX:
        yield f"more than {TOKENS_MAX} numbers"
        return
    own = or_(orders.c.number == order, orders.c.part_of == order)
    for some in _some(tokens):
        yield from (f"order {one}" for one in _numbers(connection, orders.c.number.in_(some), own))
        theirs = select(parcels.c.waybill).join(orders, orders.c.number == parcels.c.order_no)
        found = connection.execute(theirs.where(parcels.c.waybill.in_(some), ~_known(own))).scalars()
        yield from (f"waybill {one}" for one in found)
    digits = {re.sub(r"\D", "", one) for one in _PHONE.findall(text)}
    phones = {one[-_PHONE_DIGITS:] for one in digits if len(one) <= _PHONE_DIGITS + 2}  # with 86 before it
    for some in _some(sorted(phones)):
        sealed = orders.c.sealed_us.is_not(None)  # as the index of the tails has it
        tails = PHONE_TAIL.in_({one[-4:] for one in some})
        if any(_numbers(connection, tails & sealed & orders.c.phone.in_(some), own)):
            yield "another buyer's telephone"


def _numbers(connection: Connection, wanted: ColumnElement[bool], own: ColumnElement[bool]) -> Iterator[str]:
    yield from connection.execute(select(orders.c.number).where(wanted, ~_known(own))).scalars()


def _known(own: ColumnElement[bool]) -> ColumnElement[bool]:
    """Of the order or its further parcels; ``part_of`` may be null, and null is not true."""
    return orders.c.number.in_(select(orders.c.number).where(own))


def _some(tokens: Iterable[str]) -> Iterator[list[str]]:
    every = [*tokens]
    return (every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE))
