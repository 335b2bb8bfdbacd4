"""Known orders that a file changes: read in bulk, changed in memory, written in bulk.

One statement for some hundreds of orders, not a handful for each: other benches wait for the lock meanwhile. Whoever
calls has the transaction; on a server it holds the orders' rows from the reading on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select, update

from station.orders.following import follow, outgrown, split_among
from station.orders.holding import holds_anew
from station.orders.order_values import declared_value, line_rows
from station.orders.source_order import SourceLine
from station.orders.tables import holds, order_lines, orders
from station.packing.model import HoldReason, LineKind, OrderLine, Sku

AT_ONCE = 500
"""Numbers asked for in one statement."""

HoldRow = dict[str, Any]


def in_parts(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]


class KnownOrders:
    """What the book has of some orders: ``rows`` as they were read, lines and holds as they will be."""

    def __init__(self, connection: Connection, numbers: Collection[str], *, now_us: int) -> None:
        self.rows: dict[str, Row[Any]] = {}
        self._connection = connection
        self._now_us = now_us
        self._lines: dict[str, tuple[SourceLine, ...]] = {}
        self._holds: dict[str, dict[tuple[str, str], HoldRow]] = {}
        self._values: dict[str, dict[str, Any]] = {}
        self._with_new_lines: set[str] = set()
        self._with_new_holds: set[str] = set()
        self._split: set[str] = set()
        for part in in_parts(sorted(numbers)):
            self._read(part)

    def _read(self, part: Sequence[str]) -> None:
        whole = select(orders).where(orders.c.number.in_(part)).order_by(orders.c.number).with_for_update()
        self.rows.update((row.number, row) for row in self._connection.execute(whole))
        self._split |= split_among(self._connection, part)
        lines = select(order_lines).where(order_lines.c.order_no.in_(part)).order_by(order_lines.c.position)
        for row in self._connection.execute(lines):
            value = declared_value(row)
            line = SourceLine(sku=row.sku, quantity=row.quantity, kind=LineKind(row.kind), declared_value=value)
            self._lines[row.order_no] = (*self._lines.get(row.order_no, ()), line)
        for row in self._connection.execute(select(holds).where(holds.c.order_no.in_(part))):
            self._holds.setdefault(row.order_no, {})[row.reason, row.origin] = dict(row._mapping)

    def is_split(self, number: str) -> bool:
        """Whether the order is in several parcels: then its row has the lines of the first alone."""
        return number in self._split

    def lines(self, number: str) -> tuple[SourceLine, ...]:
        """SKU, quantity and kind of each; names and variants only of lines that were put here."""
        return self._lines.get(number, ())

    def put_lines(self, number: str, lines: tuple[SourceLine, ...]) -> None:
        self._lines[number] = lines
        self._with_new_lines.add(number)

    def put_hold(self, number: str, reason: HoldReason, *, origin: str, detail: str = "") -> None:
        """As ``holding.put_hold``."""
        of_it = self._holds.setdefault(number, {})
        row = of_it.get((reason.value, origin))
        if row is None or holds_anew(row["released_us"], row["detail"], detail, origin=origin):
            fresh = {"since_us": self._now_us, "released_us": None, "released_by": ""}
        elif row["released_us"] is None and row["detail"] != detail:
            fresh = {}
        else:
            return
        key = {"order_no": number, "reason": reason.value, "origin": origin}
        of_it[reason.value, origin] = {**(row or {}), **key, "detail": detail, **fresh}
        self._with_new_holds.add(number)

    def drop_holds(self, number: str, *, origin: str, but: Collection[HoldReason] = ()) -> None:
        """An earlier file's holds of this origin that the newer one no longer names."""
        of_it = self._holds.get(number, {})
        for reason, other in [key for key in of_it if key[1] == origin and HoldReason(key[0]) not in but]:
            del of_it[reason, other]
            self._with_new_holds.add(number)

    def drop_reason(self, number: str, reason: HoldReason) -> None:
        of_it = self._holds.get(number, {})
        for key in [key for key in of_it if key[0] == reason.value]:
            del of_it[key]
            self._with_new_holds.add(number)

    def live_reasons(self, number: str) -> set[HoldReason]:
        return {HoldReason(row["reason"]) for row in self._holds.get(number, {}).values() if row["released_us"] is None}

    def set(self, number: str, values: dict[str, Any]) -> None:
        self._values[number] = values

    def write(self) -> None:
        self._write_orders()
        several = self._split | self._outgrown()
        whole = self._with_new_lines - several
        lines = (line_rows(number, self._lines[number]) for number in sorted(whole))
        self._replace(order_lines, whole, list(chain.from_iterable(lines)))
        held = (self._holds[number].values() for number in sorted(self._with_new_holds))
        self._replace(holds, self._with_new_holds, list(chain.from_iterable(held)))
        for number in sorted(several & self._values.keys()):
            fresh = _to_pack(self._lines[number]) if number in self._with_new_lines else None
            follow(self._connection, self.rows[number], fresh, now_us=self._now_us)

    def _outgrown(self) -> frozenset[str]:
        """Orders that are in several parcels from this file on."""
        one_parcel = self._with_new_lines - self._split
        return frozenset(
            number
            for number in one_parcel
            if outgrown(self._connection, self.rows[number], _to_pack(self._lines[number]))
        )

    def _write_orders(self) -> None:
        of_one_shape: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for number, values in sorted(self._values.items()):
            of_one_shape.setdefault(tuple(values), []).append({"this_number": number, **values})
        for rows in of_one_shape.values():
            self._connection.execute(update(orders).where(orders.c.number == bindparam("this_number")), rows)

    def _replace(self, table: Table, numbers: Collection[str], rows: list[dict[str, Any]]) -> None:
        for part in in_parts(sorted(numbers)):
            self._connection.execute(delete(table).where(table.c.order_no.in_(part)))
        of_one_shape: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for row in rows:
            of_one_shape.setdefault(tuple(row), []).append(row)
        for alike in of_one_shape.values():
            self._connection.execute(insert(table), alike)


def _to_pack(lines: Sequence[SourceLine]) -> tuple[OrderLine, ...]:
    return tuple(
        OrderLine(
            sku=Sku(line.sku),
            quantity=line.quantity,
            name=line.name,
            variant=line.variant,
            kind=line.kind,
            declared_value=line.declared_value,
        )
        for line in lines
    )
