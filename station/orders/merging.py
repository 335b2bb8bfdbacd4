"""How what a file says meets what the order book knows: new orders in bulk, known ones by their differences.

Whoever calls has the transaction. Rules of the meeting: a closed order never opens again by a file (files overlap and
arrive late); an order a bench has, or has sealed, is held when its lines or address change; a hold a person lifted
stays lifted while the file says the same.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from station.orders.deadlines import counting_us, rule_due, unpaid_by
from station.orders.engine import insert_many
from station.orders.holding import CHANGE, ITEMS, PLATFORM, put_hold
from station.orders.parsed import ParsedFile
from station.orders.source_order import SourceHold, SourceItems, SourceLine, SourceOrder
from station.orders.standing import CLOSED, ENDED, Standing, missing, refunded_lines, standing_of
from station.orders.tables import NEVER_US, holds, imports, order_lines, orders, products
from station.packing.deadlines import NO_RULES, DeadlineRules
from station.packing.gates import OFFICE_ONLY
from station.packing.model import HoldReason, LineKind, OrderState

BATCH = 500
"""Numbers asked for in one statement."""

_AT_A_BENCH = (OrderState.PACKING, OrderState.SEALED, OrderState.HANDED_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """orders = new + updated + unchanged; held and closed count among them."""

    orders: int = 0
    lines: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    held: int = 0
    closed: int = 0


def store(
    connection: Connection, file: ParsedFile, *, shop: str, now_us: int, rules: DeadlineRules = NO_RULES
) -> Counts:
    """Everything a file says, in the book; gives the counts. The import itself is recorded with them."""
    before = _known(connection, sorted(file.numbers))
    virtual = _virtual_skus(connection)
    merger = _Merger(connection, file, shop=shop, now_us=now_us, virtual=virtual, rules=rules)
    for order in file.orders:
        merger.take_order(order, before.get(order.number))
    for items in file.items:
        merger.take_items(items, before.get(items.number))
    merger.write_new()
    lines = sum(len(order.lines or ()) for order in file.orders) + sum(len(items.lines) for items in file.items)
    counts = replace(merger.counts, orders=len(file.orders) + len(file.items), lines=lines)
    connection.execute(
        insert(imports).values(
            file=file.path,
            sha256=file.sha256,
            source=file.source,
            shop=shop,
            at_us=now_us,
            counts=json.dumps(asdict(counts)),
        )
    )
    return counts


_prints = select(orders.c.number, orders.c.state, orders.c.head_print, orders.c.lines_print)
"""Enough to see that nothing has changed, which is most of a file taken again."""


def _known(connection: Connection, numbers: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if connection.execute(select(orders.c.number).limit(1)).first() is None:
        return found
    for start in range(0, len(numbers), BATCH):
        part = _prints.where(orders.c.number.in_(numbers[start : start + BATCH]))
        found.update((row.number, row) for row in connection.execute(part))
    return found


def _virtual_skus(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(products.c.sku).where(products.c.virtual)).scalars())


def _with_refunded_lines(connection: Connection) -> frozenset[str]:
    refunded = (holds.c.origin == ITEMS, holds.c.reason == HoldReason.REFUND_ASKED.value)
    return frozenset(connection.execute(select(holds.c.order_no).where(*refunded)).scalars())


class _Merger:
    """One file's meeting with the book: gathers new rows, changes known ones, counts."""

    def __init__(
        self,
        connection: Connection,
        file: ParsedFile,
        *,
        shop: str,
        now_us: int,
        virtual: frozenset[str],
        rules: DeadlineRules,
    ) -> None:
        self._connection = connection
        self._platform = file.platform
        self._platform_name = file.platform_name
        self._shop = shop
        self._now_us = now_us
        self._virtual = virtual
        self._rules = rules
        self._refunded = _with_refunded_lines(connection) if file.items else frozenset()
        self._orders: list[dict[str, Any]] = []
        self._lines: list[dict[str, Any]] = []
        self._holds: list[dict[str, Any]] = []
        self._counted: Counter[str] = Counter()

    def _whole(self, number: str) -> Row[Any]:
        return self._connection.execute(select(orders).where(orders.c.number == number)).one()

    def take_order(self, order: SourceOrder, row: Row[Any] | None) -> None:
        standing = standing_of(order, self._platform)
        head = _head_values(order) | {"due_us": self._due_us(order, standing)}
        head_print = fingerprint((order.status_word, *map(str, head.values()), *map(repr, order.holds)))
        lines_print = "" if order.lines is None else _lines_print(order.lines)
        if row is None:
            values = {**head, "status_word": order.status_word, "head_print": head_print, "lines_print": lines_print}
            self._add(order.number, values, standing, order.lines, has_head=True, all_virtual=order.virtual)
        elif row.head_print == head_print and lines_print in ("", row.lines_print):
            self._count("unchanged", OrderState(row.state))
        else:
            self._change_head(order, self._whole(order.number), standing, {**head, "head_print": head_print})

    def _due_us(self, order: SourceOrder, standing: Standing) -> int:
        """What the file says, else the rules; the service is not known before a bench takes the order."""
        if order.deadline_us is not None or standing.state in ENDED:
            return counting_us(agreed_us=None, file_us=order.deadline_us, rule_us=None)
        found, _start = rule_due(
            self._rules,
            shop=self._shop,
            platform=self._platform_name,
            service="",
            paid_us=order.paid_us,
            created_us=order.created_us,
            unpaid=unpaid_by([hold.reason for hold in standing.holds]),
        )
        return counting_us(agreed_us=None, file_us=None, rule_us=None if found is None else found.due_us)

    def take_items(self, items: SourceItems, row: Row[Any] | None) -> None:
        lines_print = _lines_print(items.lines)
        refunds = tuple(refunded_lines(items, self._platform))
        if row is None:
            values = {"lines_print": lines_print}
            standing = Standing(state=OrderState.READY, holds=refunds)
            self._add(items.number, values, standing, items.lines, has_head=False, all_virtual=False)
        elif row.lines_print == lines_print and not refunds and items.number not in self._refunded:
            self._count("unchanged", OrderState(row.state))
        else:
            self._change_lines(items.number, self._whole(items.number), items.lines, refunds)

    def _add(
        self,
        number: str,
        values: dict[str, Any],
        standing: Standing,
        lines: tuple[SourceLine, ...] | None,
        *,
        has_head: bool,
        all_virtual: bool,
    ) -> None:
        found = list(standing.holds)
        origin = PLATFORM if has_head else ITEMS
        kept = [(hold, origin) for hold in found]
        gap = missing(has_head=has_head, lines=lines, units_stated=values.get("units_stated", 0))
        if gap and standing.state is OrderState.READY:
            kept.append((gap, ITEMS))
        state = standing.state
        if state is OrderState.READY and (all_virtual or self._only_virtual(lines)):
            state = OrderState.FINISHED
        elif state is OrderState.READY and any(hold.reason not in OFFICE_ONLY for hold, _origin in kept):
            state = OrderState.HELD
        self._orders.append(
            {
                **_EMPTY_HEAD,
                **values,
                "number": number,
                "platform": self._platform_name,
                "shop": self._shop,
                "state": state.value,
                "platform_state": standing.state.value if has_head else "",
                "has_head": has_head,
                "has_lines": lines is not None,
            }
        )
        self._lines += _line_rows(number, lines or ())
        if state not in ENDED:
            self._holds += (self._hold_row(number, hold, origin) for hold, origin in kept)
        self._count("new", state)

    def _only_virtual(self, lines: tuple[SourceLine, ...] | None) -> bool:
        return bool(lines) and all(line.sku in self._virtual or line.kind is LineKind.VIRTUAL for line in lines or ())

    def _hold_row(self, number: str, hold: SourceHold, origin: str) -> dict[str, Any]:
        return {
            "order_no": number,
            "reason": hold.reason.value,
            "origin": origin,
            "since_us": self._now_us,
            "detail": hold.detail,
        }

    def _change_head(self, order: SourceOrder, row: Row[Any], standing: Standing, head: dict[str, Any]) -> None:
        changes = [name for name, columns in _TOLD.items() if any(getattr(row, c) != head[c] for c in columns)]
        if not row.has_head:
            changes = []
        values = {**head, "status_word": order.status_word, "platform_state": standing.state.value, "has_head": True}
        if row.waybill and not order.waybill:
            del values["waybill"]
        if row.agreed_us is not None:
            values["due_us"] = row.agreed_us
        if order.lines is not None:
            changes += self._new_lines(order.number, row, order.lines, values)
        self._replace_holds(order.number, PLATFORM, standing.holds)
        self._finish(order.number, row, values, standing.state, changes)

    def _change_lines(
        self, number: str, row: Row[Any], lines: tuple[SourceLine, ...], refunds: tuple[SourceHold, ...]
    ) -> None:
        values: dict[str, Any] = {}
        changes = self._new_lines(number, row, lines, values)
        platform_state = OrderState(row.platform_state) if row.platform_state else OrderState.READY
        self._replace_holds(number, ITEMS, refunds)
        self._finish(number, row, values, platform_state, changes)

    def _new_lines(
        self, number: str, row: Row[Any], lines: tuple[SourceLine, ...], values: dict[str, Any]
    ) -> list[str]:
        """Put new lines in place of the old; gives what changed for somebody who had the old ones."""
        lines_print = _lines_print(lines)
        if row.has_lines and row.lines_print == lines_print:
            return []
        values |= {"lines_print": lines_print, "has_lines": True}
        self._connection.execute(delete(order_lines).where(order_lines.c.order_no == number))
        if lines:
            self._connection.execute(insert(order_lines), _line_rows(number, lines))
        return ["lines"] if row.has_lines else []

    def _replace_holds(self, number: str, origin: str, wanted: Iterable[SourceHold]) -> None:
        """The file's holds in place of those an earlier file set; one it no longer names is lifted by its word."""
        by_reason = {hold.reason: hold for hold in wanted}
        gone = delete(holds).where(holds.c.order_no == number, holds.c.origin == origin)
        self._connection.execute(gone.where(holds.c.reason.not_in([reason.value for reason in by_reason])))
        for hold in by_reason.values():
            put_hold(self._connection, number, hold.reason, origin=origin, now_us=self._now_us, detail=hold.detail)

    def _finish(
        self, number: str, row: Row[Any], values: dict[str, Any], platform_state: OrderState, changes: list[str]
    ) -> None:
        self._set_gap(number, row, values, platform_state)
        if changes:
            values["revision"] = row.revision + 1
            if row.claimed_by or row.state in _AT_A_BENCH:
                detail = ", ".join(changes)
                put_hold(
                    self._connection,
                    number,
                    HoldReason.ORDER_CHANGED,
                    origin=CHANGE,
                    now_us=self._now_us,
                    detail=detail,
                )
        state = self._state_now(number, OrderState(row.state), platform_state)
        values["state"] = state.value
        self._connection.execute(update(orders).where(orders.c.number == number).values(values))
        self._count("updated", state)

    def _set_gap(self, number: str, row: Row[Any], values: dict[str, Any], platform_state: OrderState) -> None:
        """NO_LINES stands exactly while something of the order is missing."""
        has_head = values.get("has_head", row.has_head)
        has_lines = values.get("has_lines", row.has_lines)
        lines = self._lines_of(number) if has_lines else None
        gap = missing(has_head=has_head, lines=lines, units_stated=values.get("units_stated", row.units_stated))
        one = (holds.c.order_no == number, holds.c.reason == HoldReason.NO_LINES.value)
        if gap is None or platform_state in ENDED:
            self._connection.execute(delete(holds).where(*one))
        else:
            put_hold(self._connection, number, gap.reason, origin=ITEMS, now_us=self._now_us, detail=gap.detail)

    def _lines_of(self, number: str) -> tuple[SourceLine, ...]:
        rows = self._connection.execute(select(order_lines).where(order_lines.c.order_no == number))
        return tuple(SourceLine(sku=row.sku, quantity=row.quantity, kind=LineKind(row.kind)) for row in rows)

    def _state_now(self, number: str, now: OrderState, platform: OrderState) -> OrderState:
        if now in ENDED and platform not in ENDED:
            return now
        if platform in ENDED:
            return platform
        if now in _AT_A_BENCH:
            return now
        if self._only_virtual(self._lines_of(number)):
            return OrderState.FINISHED
        reasons = select(holds.c.reason).where(holds.c.order_no == number, holds.c.released_us.is_(None))
        blocked = any(HoldReason(reason) not in OFFICE_ONLY for reason in self._connection.execute(reasons).scalars())
        return OrderState.HELD if blocked else OrderState.READY

    def _count(self, what: str, state: OrderState) -> None:
        self._counted[what] += 1
        self._counted["held"] += state is OrderState.HELD
        self._counted["closed"] += state in CLOSED

    @property
    def counts(self) -> Counts:
        return Counts(**self._counted)

    def write_new(self) -> None:
        for table, rows in ((orders, self._orders), (order_lines, self._lines), (holds, self._holds)):
            if rows:
                insert_many(self._connection, table, rows)


_ADDRESS = ("name", "phone", "country", "province", "city", "district", "street", "postcode")
_TOLD = {"address": _ADDRESS, "buyer's message": ("buyer_message",), "gift": ("gift",)}
"""What a bench that has the order must be told when it changes, and the columns it stands in."""


def _head_values(order: SourceOrder) -> dict[str, Any]:
    who = order.recipient
    return {
        "name": who.name,
        "phone": who.phone,
        "country": who.country,
        "province": who.province,
        "city": who.city,
        "district": who.district,
        "street": who.street,
        "postcode": who.postcode,
        "buyer_message": order.buyer_message,
        "seller_note": order.seller_note,
        "gift": order.gift,
        "buyer_service": order.buyer_service,
        "waybill": order.waybill or None,
        "tote": order.tote or None,
        "units_stated": order.units_stated,
        "created_us": order.created_us,
        "paid_us": order.paid_us,
        "due_us": NEVER_US,
        "file_due_us": order.deadline_us,
    }


_EMPTY_HEAD = {**_head_values(SourceOrder(row=0, number="", status_word="")), "status_word": "", "head_print": ""}


def _line_rows(number: str, lines: tuple[SourceLine, ...]) -> list[dict[str, Any]]:
    return [
        {
            "order_no": number,
            "position": position,
            "sku": line.sku,
            "quantity": line.quantity,
            "name": line.name,
            "variant": line.variant,
            "kind": line.kind.value,
        }
        for position, line in enumerate(lines)
    ]


def _lines_print(lines: tuple[SourceLine, ...]) -> str:
    return fingerprint([f"{line.sku}\x1e{line.quantity}\x1e{line.variant}\x1e{line.kind}" for line in lines])


def fingerprint(texts: Iterable[str]) -> str:
    return hashlib.blake2b("\x1f".join(texts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
