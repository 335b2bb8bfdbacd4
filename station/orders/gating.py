"""What a shop's own rules ask of its orders, kept as holds: approvals by name, telephone calls, the place that ships.

``settle`` works it out anew for some orders after anything it depends on has changed: a file, an approval, a product, a
rule. So a hold stands in the book whenever its condition does, and a claim need look at nothing else. Whoever calls has
the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, or_, select, update

from station.orders import case_rows
from station.orders.fingerprint import fingerprint
from station.orders.gate_tables import approvals, sent_outside
from station.orders.holding import PERSON, RULE, settle_states
from station.orders.order_values import goods_print
from station.orders.shops import NO_GATES, ShopGates
from station.orders.tables import holds, order_lines, orders, products
from station.packing.approvals import COD, Answer, Approval, OrderFacts, missing_holds, needed, stands
from station.packing.model import Fulfilment, HoldReason, LineKind, OrderState
from station.packing.places import place_for

Gates: TypeAlias = Mapping[str, ShopGates]
"""By shop."""

_Row: TypeAlias = Row[*tuple[Any, ...]]

BATCH = 500
"""Orders worked out together."""

OPEN = (OrderState.READY, OrderState.HELD, OrderState.OUTSIDE, OrderState.PACKING)


def settle(connection: Connection, numbers: Iterable[str], gates: Gates, *, now_us: int) -> frozenset[str]:
    """Holds, places and fulfilment of these orders, as far as they are open, by what is known now.

    Gives the orders for which something has changed.
    """
    suppliers = _suppliers(connection)
    asking = bool(suppliers) or any(each != NO_GATES for each in gates.values())
    wanted = sorted(numbers) if asking else _held_by_rules(connection, set(numbers))
    return _settle(connection, wanted, gates, suppliers, now_us=now_us)


def settle_goods(connection: Connection, skus: Sequence[str], gates: Gates, *, now_us: int) -> None:
    """The open orders of some goods, after these became virtual, a supplier's, or of another class."""
    numbers: set[str] = set()
    of_them = select(order_lines.c.order_no).distinct().join(orders, orders.c.number == order_lines.c.order_no)
    for start in range(0, len(skus), BATCH):
        part = of_them.where(order_lines.c.sku.in_(skus[start : start + BATCH]), orders.c.state.in_(OPEN))
        numbers |= set(connection.execute(part).scalars())
    _settle(connection, sorted(numbers), gates, _suppliers(connection), now_us=now_us)


def _settle(
    connection: Connection, wanted: Sequence[str], gates: Gates, suppliers: frozenset[str], *, now_us: int
) -> frozenset[str]:
    changed: set[str] = set()
    for start in range(0, len(wanted), BATCH):
        case_rows.follow_platform(connection, wanted[start : start + BATCH], now_us=now_us)
        batch = _Batch(connection, wanted[start : start + BATCH], gates, suppliers, now_us=now_us)
        changed |= batch.settle()
    return frozenset(changed)


def settle_all(connection: Connection, gates: Gates, *, now_us: int) -> int:
    """All open orders, after rules or products changed; gives for how many that changed something."""
    numbers = connection.execute(select(orders.c.number).where(orders.c.state.in_(OPEN))).scalars().all()
    return len(_settle(connection, sorted(numbers), gates, _suppliers(connection), now_us=now_us))


def _held_by_rules(connection: Connection, numbers: set[str]) -> list[str]:
    """Where no shop has rules only the calls are left to look at, and what a rule held that is gone."""
    mine = (holds.c.reason == HoldReason.COD_UNCONFIRMED) | (holds.c.origin == RULE)
    found = set(connection.execute(select(holds.c.order_no).where(mine)).scalars())
    waiting = orders.c.state.in_((OrderState.HELD, OrderState.OUTSIDE))
    sent = select(sent_outside.c.order_no).join(orders, orders.c.number == sent_outside.c.order_no).where(waiting)
    found |= set(connection.execute(sent).scalars())
    return sorted((numbers & found) | case_rows.followed(connection, numbers))


def count_held(connection: Connection, numbers: Iterable[str]) -> int:
    """How many of these orders are held now."""
    wanted, held = sorted(numbers), 0
    counted = select(func.count()).select_from(orders).where(orders.c.state == OrderState.HELD)
    for start in range(0, len(wanted), BATCH):
        held += connection.execute(counted.where(orders.c.number.in_(wanted[start : start + BATCH]))).scalar_one()
    return held


def seen_of(row: _Row) -> str:
    """A fingerprint of what somebody approves: the lines and the amount."""
    return fingerprint((goods_print(row.lines_print), str(row.amount)))


def root_of(row: _Row) -> str:
    """The platform's order: what was approved for it is approved for each of its parcels."""
    return str(row.part_of or row.number)


def approvals_of_each(connection: Connection, numbers: Sequence[str]) -> dict[str, dict[str, Approval]]:
    """The last word on each approval, by order and name; at most some hundreds of orders."""
    found: dict[str, dict[str, Approval]] = {}
    rows = connection.execute(select(approvals).where(approvals.c.order_no.in_(numbers)).order_by(approvals.c.id))
    for row in rows:
        found.setdefault(row.order_no, {})[row.name] = Approval(
            name=row.name, answer=Answer(row.answer), who=row.who, at_us=row.at_us, note=row.note, seen=row.seen
        )
    return found


def _suppliers(connection: Connection) -> frozenset[str]:
    """SKUs that their supplier sends to the buyer."""
    return frozenset(connection.execute(select(products.c.sku).where(products.c.supplier != "")).scalars())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Goods:
    """An order's lines as the gates look at them: SKU to goods class, and who sends them."""

    classes: Mapping[str, str]
    fulfilment: Fulfilment


_NO_GOODS = _Goods(classes={}, fulfilment=Fulfilment.BENCH)


def facts_of(row: _Row, classes: Mapping[str, str]) -> OrderFacts:
    return OrderFacts(platform=row.platform, country=row.country, amount=row.amount, company=row.company, goods=classes)


class _Batch:
    """Some orders of which everything is read at once."""

    def __init__(
        self,
        connection: Connection,
        numbers: Sequence[str],
        gates: Gates,
        suppliers: frozenset[str],
        *,
        now_us: int,
    ) -> None:
        self._connection = connection
        self._gates = gates
        self._now_us = now_us
        mine = or_(orders.c.number.in_(numbers), orders.c.part_of.in_(numbers))
        self._rows = connection.execute(_heads.where(mine, orders.c.state.in_(OPEN))).all()
        self._numbers = [row.number for row in self._rows]
        self._goods = goods_of_each(connection, self._numbers, suppliers)
        roots = sorted({root_of(row) for row in self._rows})
        self._given = approvals_of_each(connection, roots)
        prints = select(orders.c.number, orders.c.lines_print, orders.c.amount).where(orders.c.number.in_(roots))
        self._seen = {row.number: seen_of(row) for row in connection.execute(prints)}
        self._changed: set[str] = set()

    def settle(self) -> set[str]:
        self._settle_orders()
        self._settle_rule_holds()
        self._settle_calls()
        settle_states(self._connection, sorted(self._changed | self._sent()))
        return self._changed

    def _sent(self) -> set[str]:
        """What went without a bench before everything that held the order was lifted."""
        waiting = [row.number for row in self._rows if row.state in (OrderState.HELD, OrderState.OUTSIDE)]
        sent = select(sent_outside.c.order_no).where(sent_outside.c.order_no.in_(waiting))
        return set(self._connection.execute(sent).scalars())

    def _settle_orders(self) -> None:
        """The place and the fulfilment of each order; what a bench has keeps both."""
        moved: list[dict[str, Any]] = []
        for row in self._rows:
            place, fulfilment = self._sent_by(row)
            if row.state != OrderState.PACKING and (place, fulfilment) != (row.ship_from, row.fulfilment):
                moved.append({"order": row.number, "place": place, "by": fulfilment.value})
        if moved:
            self._connection.execute(_move, moved)
            self._changed |= {each["order"] for each in moved}

    def _sent_by(self, row: _Row) -> tuple[str, Fulfilment]:
        gates = self._gates.get(row.shop, NO_GATES)
        goods = Fulfilment.NONE if row.no_shipping else self._goods.get(row.number, _NO_GOODS).fulfilment
        if row.place_by:
            place = gates.place(row.ship_from)
        else:
            place = place_for(gates.places, named=row.file_place, country=row.country, province=row.province)
        supplied = place is not None and place.supplier and goods is Fulfilment.BENCH
        return "" if place is None else place.id, Fulfilment.SUPPLIER if supplied else goods

    def _settle_rule_holds(self) -> None:
        mine = (holds.c.order_no.in_(self._numbers), holds.c.origin == RULE)
        have = {(row.order_no, row.reason): row.detail for row in self._connection.execute(select(holds).where(*mine))}
        want = {(row.number, reason): detail for row in self._rows for reason, detail in self._wanted(row).items()}
        gone, new = have.keys() - want.keys(), want.keys() - have.keys()
        for number, reason in (*gone, *(key for key in want.keys() & have.keys() if want[key] != have[key])):
            one = (holds.c.order_no == number, holds.c.reason == reason, holds.c.origin == RULE)
            if (number, reason) in gone:
                self._connection.execute(delete(holds).where(*one))
            else:
                words = want[number, HoldReason(reason)]
                self._connection.execute(update(holds).where(*one).values(detail=words))
        if new:
            self._connection.execute(insert(holds), [self._hold(key, want[key]) for key in sorted(new)])
        self._changed |= {number for number, _reason in gone | new}

    def _hold(self, key: tuple[str, str], detail: str) -> dict[str, Any]:
        number, reason = key
        since = {"since_us": self._now_us, "detail": detail}
        return {"order_no": number, "reason": reason, "origin": RULE} | since

    def _wanted(self, row: _Row) -> dict[HoldReason, str]:
        gates = self._gates.get(row.shop, NO_GATES)
        goods = self._goods.get(row.number, _NO_GOODS)
        given, seen = self._given.get(root_of(row), {}), self._seen[root_of(row)]
        asked = needed(gates.approvals, facts_of(row, goods.classes))
        wanted = missing_holds(rule for rule in asked if not stands(given.get(rule.name), seen))
        place, fulfilment = self._sent_by(row)
        if gates.places and not place and fulfilment is not Fulfilment.NONE:
            known = ", ".join(each.id for each in gates.places)
            wanted[HoldReason.NO_SHIP_FROM] = f"{row.file_place or '-'} ({known})"
        return wanted

    def _settle_calls(self) -> None:
        """A recorded call lifts the platform's hold, for as long as the order is what the buyer was told (B5)."""
        cod = holds.c.reason == HoldReason.COD_UNCONFIRMED
        mine = (holds.c.order_no.in_(self._numbers), cod, holds.c.origin != PERSON)
        rows = {row.number: row for row in self._rows}
        for hold in self._connection.execute(select(holds).where(*mine)).all():
            row = rows[hold.order_no]
            call = self._given.get(root_of(row), {}).get(COD)
            confirmed = stands(call, self._seen[root_of(row)])
            if confirmed is (hold.released_us is not None):
                continue
            values = {"released_us": self._now_us if confirmed else None, "released_by": call.who if call else ""}
            one = (holds.c.order_no == hold.order_no, cod, holds.c.origin == hold.origin)
            self._connection.execute(update(holds).where(*one).values(values))
            self._changed.add(hold.order_no)


_heads = select(
    orders.c.number,
    orders.c.shop,
    orders.c.platform,
    orders.c.state,
    orders.c.country,
    orders.c.province,
    orders.c.amount,
    orders.c.company,
    orders.c.lines_print,
    orders.c.file_place,
    orders.c.ship_from,
    orders.c.place_by,
    orders.c.fulfilment,
    orders.c.no_shipping,
    orders.c.part_of,
)
_move = (
    update(orders)
    .where(orders.c.number == bindparam("order"))
    .values(ship_from=bindparam("place"), fulfilment=bindparam("by"))
)


def goods_of_each(
    connection: Connection, numbers: Sequence[str], suppliers: frozenset[str] | None = None
) -> dict[str, _Goods]:
    """What the gates see of the lines of some orders; one without lines is not there."""
    sent = _suppliers(connection) if suppliers is None else suppliers
    found: dict[str, dict[str, tuple[str, Fulfilment]]] = {}
    for row in connection.execute(_lines.where(order_lines.c.order_no.in_(numbers))):
        virtual = row.virtual or row.kind == LineKind.VIRTUAL
        by = Fulfilment.NONE if virtual else Fulfilment.SUPPLIER if row.sku in sent else Fulfilment.BENCH
        found.setdefault(row.order_no, {})[row.sku] = (row.goods_class or "", by)
    return {number: _goods(lines) for number, lines in found.items()}


def _goods(lines: Mapping[str, tuple[str, Fulfilment]]) -> _Goods:
    """One line for a bench brings the order to a bench; what is only virtual or the supplier's never comes there."""
    by = {each for _class, each in lines.values()}
    first = (Fulfilment.BENCH, Fulfilment.SUPPLIER, Fulfilment.NONE)
    classes = {sku: goods_class for sku, (goods_class, _by) in lines.items()}
    return _Goods(classes=classes, fulfilment=next(each for each in first if each in by))


_lines = select(
    order_lines.c.order_no, order_lines.c.sku, order_lines.c.kind, products.c.goods_class, products.c.virtual
).outerjoin(products, products.c.sku == order_lines.c.sku)
