"""How what a file says meets what the order book knows: new orders in bulk, known ones by their differences.

The comparing is done beside the writers (``compare``); only what differs is written, in the file's one transaction
(``Meeting.write``), because every bench waits for that. A closed order never opens again by a file: files overlap and
arrive late. What becomes of an order that has changed stands in ``order_changes``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, Row, func, select

from station.orders.deadlines import counting_us, rule_due, unpaid_by
from station.orders.engine import prepared
from station.orders.gating import Gates, count_held, settle
from station.orders.holding import ITEMS, PLATFORM
from station.orders.known_orders import KnownOrders, in_parts
from station.orders.order_changes import ChangedHead, ChangedItems, Changes
from station.orders.order_values import EMPTY_HEAD, head_print, head_values, line_rows, lines_print, without_defaults
from station.orders.outbox import doubt
from station.orders.parsed import ParsedFile
from station.orders.progress import TOLD_EACH, Tell, silent
from station.orders.single import Special, single_sku, special_goods
from station.orders.source_order import SourceHold, SourceItems, SourceLine, SourceOrder
from station.orders.standing import CLOSED, ENDED, Standing, missing, only_virtual, refunded_lines, standing_of
from station.orders.tables import holds, imports, order_lines, orders, products
from station.packing.deadlines import NO_RULES, DeadlineRules
from station.packing.gates import OFFICE_ONLY
from station.packing.model import Fulfilment, HoldReason, OrderState


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """One file on its way into the book."""

    file: ParsedFile
    shop: str
    now_us: int
    rules: DeadlineRules = NO_RULES
    gates: Gates = field(default_factory=dict)
    tell: Tell = silent


Print: TypeAlias = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the book had of a file's orders when the two were compared."""

    newest_import: int
    virtual: frozenset[str]
    special: Special
    prints: Mapping[str, Print]
    refunded: frozenset[str]

    def of_another_shop(self, shop: str) -> dict[str, str]:
        """Orders that the book has for another shop, and for which: two shops may well count from the same number."""
        return {number: row.shop for number, row in self.prints.items() if row.shop not in ("", shop)}


def look(connection: Connection, file: ParsedFile) -> Seen:
    """The newest import first: whatever comes after it is seen by ``still``."""
    return Seen(
        newest_import=_newest_import(connection),
        virtual=_virtual_skus(connection),
        special=special_goods(connection),
        prints=_known(connection, sorted(file.numbers)),
        refunded=_with_refunded_lines(connection) if file.items else frozenset(),
    )


def still(connection: Connection, seen: Seen) -> bool:
    """Whether the comparison holds: nobody else has brought orders or named goods virtual, supplied or kits since."""
    goods = (_virtual_skus(connection), special_goods(connection))
    return _newest_import(connection) == seen.newest_import and goods == (seen.virtual, seen.special)


_prints = select(orders.c.number, orders.c.shop, orders.c.state, orders.c.head_print, orders.c.lines_print)
"""Enough to see that nothing has changed, which is most of a file taken again."""


def _known(connection: Connection, numbers: Sequence[str]) -> dict[str, Print]:
    found: dict[str, Print] = {}
    if connection.execute(select(orders.c.number).limit(1)).first() is None:
        return found
    for part in in_parts(numbers):
        for row in connection.execute(_prints.where(orders.c.number.in_(part))):
            found[row.number] = row
    return found


def _newest_import(connection: Connection) -> int:
    newest: int = connection.execute(select(func.coalesce(func.max(imports.c.id), 0))).scalar_one()
    return newest


def _virtual_skus(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(products.c.sku).where(products.c.virtual)).scalars())


def _with_refunded_lines(connection: Connection) -> frozenset[str]:
    refunded = (holds.c.origin == ITEMS, holds.c.reason == HoldReason.REFUND_ASKED.value)
    return frozenset(connection.execute(select(holds.c.order_no).where(*refunded)).scalars())


def compare(taking: Taking, seen: Seen) -> Meeting:
    """What the file changes in the book; nothing is written yet. No order of it may be another shop's."""
    meeting, file = Meeting(taking, seen), taking.file
    total = len(file.orders) + len(file.items)
    for done, order in enumerate(file.orders):
        meeting.take_order(order)
        if done % TOLD_EACH == 0:
            taking.tell("comparing", done, total)
    for done, items in enumerate(file.items, start=len(file.orders)):
        meeting.take_items(items)
        if done % TOLD_EACH == 0:
            taking.tell("comparing", done, total)
    return meeting


class Meeting:
    """One file and what the book had of its orders: rows of new ones, changes of known ones, counts."""

    def __init__(self, taking: Taking, seen: Seen) -> None:
        self._taking = taking
        self._platform = taking.file.platform
        self._seen = seen
        self._orders: list[dict[str, Any]] = []
        self._lines: list[dict[str, Any]] = []
        self._holds: list[dict[str, Any]] = []
        self._inserts: list[tuple[str, str, list[Any]]] = []
        self._heads: list[ChangedHead] = []
        self._items: list[ChangedItems] = []
        self._to_ship: set[str] = set()  # by the platform's word, and handed over here
        self._counted: Counter[str] = Counter()

    @property
    def known(self) -> frozenset[str]:
        """The orders that the book had before."""
        return frozenset(self._seen.prints)

    def take_order(self, order: SourceOrder) -> None:
        row = self._seen.prints.get(order.number)
        standing = standing_of(order, self._platform)
        if row is not None and row.state == OrderState.HANDED_OVER and standing.state is OrderState.READY:
            self._to_ship.add(order.number)
        head = head_values(order) | {"due_us": self._due_us(order, standing)}
        head["head_print"] = head_print(order, head)
        print_of_lines = "" if order.lines is None else lines_print(order.lines)
        if row is None:
            values = {**head, "status_word": order.status_word, "lines_print": print_of_lines}
            self._add(order.number, values, standing, order.lines, has_head=True, all_virtual=order.virtual)
        elif row.head_print == head["head_print"] and print_of_lines in ("", row.lines_print):
            self._count("unchanged", OrderState(row.state))
        else:
            self._heads.append(ChangedHead(order=order, standing=standing, head=head))

    def _due_us(self, order: SourceOrder, standing: Standing) -> int:
        """What the file says, else the rules; the service is not known before a bench takes the order."""
        if order.deadline_us is not None or standing.state in ENDED:
            return counting_us(agreed_us=None, file_us=order.deadline_us, rule_us=None)
        found, _start = rule_due(
            self._taking.rules,
            shop=self._taking.shop,
            platform=self._taking.file.platform_name,
            service="",
            paid_us=order.paid_us,
            created_us=order.created_us,
            unpaid=unpaid_by([hold.reason for hold in standing.holds]),
        )
        return counting_us(agreed_us=None, file_us=None, rule_us=None if found is None else found.due_us)

    def take_items(self, items: SourceItems) -> None:
        row = self._seen.prints.get(items.number)
        print_of_lines = lines_print(items.lines)
        refunds = tuple(refunded_lines(items, self._platform))
        if row is None:
            values = {**EMPTY_HEAD, "lines_print": print_of_lines}
            standing = Standing(state=OrderState.READY, holds=refunds)
            self._add(items.number, values, standing, items.lines, has_head=False, all_virtual=False)
        elif row.lines_print == print_of_lines and not refunds and items.number not in self._seen.refunded:
            self._count("unchanged", OrderState(row.state))
        else:
            self._items.append(ChangedItems(items=items, refunds=refunds))

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
        origin = PLATFORM if has_head else ITEMS
        kept = [(hold, origin) for hold in standing.holds]
        gap = missing(has_head=has_head, lines=lines, units_stated=values.get("units_stated", 0))
        if gap and standing.state is OrderState.READY:
            kept.append((gap, ITEMS))
        state = standing.state
        nothing_to_send = all_virtual or only_virtual(lines, self._seen.virtual)
        if state is OrderState.READY and any(hold.reason not in OFFICE_ONLY for hold, _origin in kept):
            state = OrderState.HELD
        elif state is OrderState.READY and nothing_to_send:
            state = OrderState.OUTSIDE
        self._orders.append(
            without_defaults(values)
            | {
                "number": number,
                "platform": self._taking.file.platform_name,
                "shop": self._taking.shop,
                "state": state.value,
                "platform_state": standing.state.value if has_head else "",
                "has_head": has_head,
                "has_lines": lines is not None,
                "single_sku": single_sku(lines or (), self._seen.special),
                "fulfilment": (Fulfilment.NONE if nothing_to_send else Fulfilment.BENCH).value,
            }
        )
        self._lines += line_rows(number, lines or ())
        if state not in ENDED:
            self._holds += (self._hold_row(number, hold, of) for hold, of in kept)
        self._count("new", state)

    def _hold_row(self, number: str, hold: SourceHold, origin: str) -> dict[str, Any]:
        return {
            "order_no": number,
            "reason": hold.reason.value,
            "origin": origin,
            "since_us": self._taking.now_us,
            "detail": hold.detail,
        }

    def _count(self, what: str, state: OrderState) -> None:
        self._counted[what] += 1
        self._counted["held"] += state is OrderState.HELD
        self._counted["closed"] += state in CLOSED

    def made_ready(self, dialect: Dialect) -> Meeting:
        """With the inserts of new orders as the driver takes them: no bench has to wait for that."""
        for table, rows in ((orders, self._orders), (order_lines, self._lines), (holds, self._holds)):
            what = f"writing {table.name.replace('_', ' ')}"
            for statement, values in prepared(dialect, table, rows):
                self._inserts.append((what, statement, values))
            rows.clear()
        return self

    def write(self, connection: Connection) -> Counts:
        """Everything that differs, in the transaction of ``connection``; gives the counts."""
        changed = {each.order.number for each in self._heads} | {each.items.number for each in self._items}
        known = KnownOrders(connection, changed, now_us=self._taking.now_us)
        changes = Changes(known, virtual=self._seen.virtual, special=self._seen.special)
        for head in self._heads:
            self._count("updated", changes.take_head(head))
        for items in self._items:
            self._count("updated", changes.take_items(items))
        known.write()
        for what, statement, values in self._inserts:
            for start in range(0, len(values), WRITTEN_AT_ONCE):
                self._taking.tell(what, start, len(values))
                connection.exec_driver_sql(statement, values[start : start + WRITTEN_AT_ONCE])
        doubt(connection, self._to_ship, now_us=self._taking.now_us)
        file = self._taking.file
        if settle(connection, file.numbers, self._taking.gates, now_us=self._taking.now_us):
            self._counted["held"] = count_held(connection, file.numbers)
        lines = sum(len(order.lines or ()) for order in file.orders) + sum(len(items.lines) for items in file.items)
        return Counts(orders=len(file.orders) + len(file.items), lines=lines, **self._counted)


WRITTEN_AT_ONCE = 20_000
"""Rows between two words of progress."""
