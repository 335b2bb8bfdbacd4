"""Disputes as figures: how many of the parcels, why, how they ended, and with which packing (K5, E15). No words.

A dispute counts in the month its notice came, against the parcels sealed in that month, as channels reckon the rate.
Who packed is told only when asked for: reasons are to change packing rules, not to find somebody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from math import exp, lgamma, log, log1p
from typing import Any

from sqlalchemy import Connection, Row, func, select

from station.errors import Trouble
from station.orders.dispute_tables import disputes
from station.orders.engine import reading
from station.orders.gate_tables import cases
from station.orders.orderbook import OrderBook
from station.orders.tables import orders, parcels
from station.reports.dispute_packing import PACKED, Group, packers_of, packing_of, skus_of

RATE_MAX_PERCENT = 1.0
"""K5: from here on channels act."""

DISPUTES_MAX = 50_000
MONTHS_MAX = 120
HAVING_MIN = 3
CHANCE_MAX = 0.05
FINDINGS_MAX = 5
"""Of a kind; more would be read by nobody, and the table has them all."""

SAMPLE = 500
"""Newest parcels of the period that tell what is usual: one of them is 0.2 %."""

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """One dispute with what is known of its packing; a value may be of several kinds, an order has several SKUs."""

    month: str
    shop: str
    platform: str
    kind: str
    outcome: str
    amount: int | None
    currency: str
    paid_back: int | None
    values: Mapping[Group, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """``parcels`` is None where nobody counts them, ``usual_percent`` where nothing says what is usual.

    ``usual_of`` is how many parcels say what is usual.
    """

    group: Group
    value: str
    month: str = ""
    platform: str = ""
    parcels: int | None = None
    usual_percent: float | None = None
    usual_of: int = 0
    disputes: tuple[Disputed, ...] = ()

    @property
    def rate_percent(self) -> float | None:
        return None if not self.parcels else 100 * len(self.disputes) / self.parcels

    @property
    def over(self) -> bool:
        return self.rate_percent is not None and self.rate_percent > RATE_MAX_PERCENT

    def count(self, kind: str) -> int:
        return sum(each.kind == kind for each in self.disputes)

    def ended(self, outcome: str) -> int:
        return sum(each.outcome == outcome for each in self.disputes)

    def money(self, of: Callable[[Disputed], int | None]) -> dict[str, int]:
        """Hundredths by currency."""
        told: Counter[str] = Counter()
        for each in self.disputes:
            told[each.currency] += of(each) or 0
        return {currency: amount for currency, amount in sorted(told.items()) if amount}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """So many of the disputes of a kind have one thing in common, clearly more of them than is usual."""

    kind: str
    group: Group
    value: str
    having: int
    among: int
    usual_percent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFigures:
    from_us: int
    to_us: int
    rows: tuple[FigureRow, ...]
    findings: tuple[Finding, ...]


def dispute_figures(
    book: OrderBook,
    *,
    from_us: int,
    to_us: int,
    utc_offset_minutes: int,
    carrier_of: Mapping[str, str],
    packers: bool = False,
) -> DisputeFigures:
    """Disputes whose notice came from ``from_us`` up to, but not at, ``to_us``.

    Raises:
        Trouble: the time is longer than ten years, or has more disputes than can be told.
    """
    months = tuple(_months(from_us, to_us, utc_offset_minutes))
    if len(months) > MONTHS_MAX:
        raise Trouble(f"more than {MONTHS_MAX} months", remedy="Ask for a shorter time.")
    with reading(book.engine) as connection:
        found = _disputed(connection, from_us, to_us, utc_offset_minutes, carrier_of)
        shipped = _shipped(connection, months, carrier_of)
        usual = _usual(connection, from_us, to_us)
    rows = (*_by_shop(found, shipped), *_by_kind(found), *_by_value(found, shipped, usual, packers=packers))
    return DisputeFigures(from_us=from_us, to_us=to_us, rows=rows, findings=tuple(findings(rows)))


def findings(rows: Iterable[FigureRow]) -> Iterator[Finding]:
    """Of each kind what its disputes share clearly more than is usual; the clearest first, few of them.

    An exact one-sided binomial test against the usual share, for each kind shared out among all that was compared:
    that anything at all is told of a kind by chance alone happens in less than one of twenty looks. The usual share
    counts as one parcel more than was seen, so that a value which no parcel of a small sample has proves nothing.
    """
    every = tuple(rows)
    for kind_row in (row for row in every if row.group is Group.KIND):
        kind, among = kind_row.value, len(kind_row.disputes)
        compared = [row for row in every if row.group in PACKED and row.usual_percent is not None and row.count(kind)]
        told = [(_chance(row, row.count(kind), among), row) for row in compared if row.count(kind) >= HAVING_MIN]
        clear = [(chance, row) for chance, row in told if chance * len(compared) < CHANCE_MAX]
        for _, row in sorted(clear, key=lambda each: (each[0], each[1].group, each[1].value))[:FINDINGS_MAX]:
            yield Finding(
                kind=kind,
                group=row.group,
                value=row.value,
                having=row.count(kind),
                among=among,
                usual_percent=row.usual_percent,
            )


def _chance(row: FigureRow, having: int, among: int) -> float:
    """That so many of them, or more, have the value if disputes were like all parcels."""
    assert row.usual_percent is not None
    seen = row.usual_percent / 100 * row.usual_of
    return binomial_tail(having, among, (seen + 1) / (row.usual_of + 2))


def binomial_tail(having: int, among: int, share: float) -> float:
    """P(X >= having) of ``among`` independent draws; ``share`` between 0 and 1, neither of them itself."""
    if having <= among * share:
        return 1.0  # not more than is expected: no need to know how likely
    term = exp(
        lgamma(among + 1) - lgamma(having + 1) - lgamma(among - having + 1)
        + having * log(share) + (among - having) * log1p(-share)
    )  # fmt: skip
    total = term
    for count in range(having, among):
        term *= (among - count) / (count + 1) * share / (1 - share)
        total += term
        if term < total * 1e-12:
            break
    return min(1.0, total)


# What the book has


def _months(from_us: int, to_us: int, offset: int) -> Iterator[tuple[str, int, int]]:
    """Name, begin and end of each, the first and last cut to the time asked for."""
    begin_us = from_us
    while begin_us < to_us:
        day = _local(begin_us, offset)
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        end_us = int((following - timedelta(minutes=offset)).timestamp()) * 1_000_000
        yield f"{day:%Y-%m}", begin_us, min(end_us, to_us)
        begin_us = end_us


def _local(at_us: int, offset: int) -> datetime:
    return datetime.fromtimestamp(at_us // 1_000_000, UTC) + timedelta(minutes=offset)


_opened = (
    select(cases.c.order_no, cases.c.start_us, disputes, orders.c.shop, orders.c.platform, orders.c.service)
    .join(disputes, disputes.c.case_id == cases.c.id)
    .join(orders, orders.c.number == cases.c.order_no)
    .order_by(cases.c.id)
)


def _disputed(
    connection: Connection, from_us: int, to_us: int, offset: int, carrier_of: Mapping[str, str]
) -> tuple[Disputed, ...]:
    during = (cases.c.start_us >= from_us, cases.c.start_us < to_us)
    rows = connection.execute(_opened.where(*during).limit(DISPUTES_MAX + 1)).all()
    if len(rows) > DISPUTES_MAX:
        raise Trouble(f"more than {DISPUTES_MAX} disputes", remedy="Ask for a shorter time.")
    found: list[Disputed] = []
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        numbers = {row.order_no for row in part}
        packed, skus, packers = (
            packing_of(connection, numbers),
            skus_of(connection, numbers),
            packers_of(connection, numbers),
        )
        for row in part:
            values = {
                Group.SERVICE: frozenset({row.service} - {""}),
                Group.CARRIER: frozenset({carrier_of.get(row.service, row.service)} - {""}),
                Group.SKU: skus.get(row.order_no, frozenset()),
                Group.PACKER: packers.get(row.order_no, frozenset()),
            }
            found.append(_dispute(row, f"{_local(row.start_us, offset):%Y-%m}", values | packed.get(row.order_no, {})))
    return tuple(found)


def _dispute(row: Row[Any], month: str, values: Mapping[Group, frozenset[str]]) -> Disputed:
    names = ("shop", "platform", "kind", "outcome", "amount", "currency", "paid_back")
    return Disputed(month=month, values=values, **{name: getattr(row, name) for name in names})


@dataclass(frozen=True, slots=True)
class _Shipped:
    month: str
    shop: str
    platform: str
    service: str
    carrier: str
    parcels: int


def _shipped(
    connection: Connection, months: Sequence[tuple[str, int, int]], carrier_of: Mapping[str, str]
) -> tuple[_Shipped, ...]:
    """A month a statement: none of them lasts long."""
    keys = (orders.c.shop, orders.c.platform, orders.c.service)
    counted = select(*keys, func.count()).join(parcels, parcels.c.order_no == orders.c.number).group_by(*keys)
    return tuple(
        _Shipped(month, shop, platform, service, carrier_of.get(service, service), count)
        for month, from_us, to_us in months
        for shop, platform, service, count in connection.execute(
            counted.where(parcels.c.sealed_us >= from_us, parcels.c.sealed_us < to_us)
        )
    )


@dataclass(frozen=True, slots=True)
class _Usual:
    """How many of a hundred parcels have a carton, a material or a SKU, by the newest ``parcels``."""

    percent: Mapping[tuple[Group, str], float]
    parcels: int


def _usual(connection: Connection, from_us: int, to_us: int) -> _Usual:
    during = (parcels.c.sealed_us >= from_us, parcels.c.sealed_us < to_us)
    newest = select(parcels.c.order_no).where(*during).order_by(parcels.c.sealed_us.desc()).limit(SAMPLE)
    numbers = set(connection.execute(newest).scalars())
    counted: Counter[tuple[Group, str]] = Counter()
    packed, skus = packing_of(connection, numbers), skus_of(connection, numbers)
    for number in numbers:
        values = packed.get(number, {}) | {Group.SKU: skus.get(number, frozenset())}
        counted.update((group, value) for group, every in values.items() for value in every)
    return _Usual({key: 100 * count / len(numbers) for key, count in counted.items()}, len(numbers))


# Rows


def _by_shop(found: Sequence[Disputed], shipped: Sequence[_Shipped]) -> Iterator[FigureRow]:
    parcels_of: Counter[tuple[str, str, str]] = Counter()
    for each in shipped:
        parcels_of[each.month, each.shop, each.platform] += each.parcels
    told = _grouped(found, lambda each: [(each.month, each.shop, each.platform)])
    for key in sorted(parcels_of.keys() | told.keys()):
        month, shop, platform = key
        yield FigureRow(
            group=Group.SHOP,
            value=shop,
            month=month,
            platform=platform,
            parcels=parcels_of[key],
            disputes=told.get(key, ()),
        )


def _by_kind(found: Sequence[Disputed]) -> Iterator[FigureRow]:
    for kind, each in _grouped(found, lambda each: [each.kind]).items():
        yield FigureRow(group=Group.KIND, value=kind, disputes=each)


def _by_value(
    found: Sequence[Disputed], shipped: Sequence[_Shipped], usual: _Usual, *, packers: bool
) -> Iterator[FigureRow]:
    parcels_of: Counter[tuple[Group, str]] = Counter()
    for each in shipped:
        parcels_of[Group.SERVICE, each.service] += each.parcels
        parcels_of[Group.CARRIER, each.carrier] += each.parcels
    total = sum(each.parcels for each in shipped)
    for group in (*PACKED, *((Group.PACKER,) if packers else ())):
        told = _grouped(found, partial(_values, group=group))
        for value, having in sorted(told.items(), key=lambda item: (-len(item[1]), item[0])):
            count = parcels_of.get((group, value))
            share = usual.percent.get((group, value), 0.0 if usual.percent and group is not Group.PACKER else None)
            of = usual.parcels
            if count is not None and total:
                share, of = 100 * count / total, total
            yield FigureRow(group=group, value=value, parcels=count, usual_percent=share, usual_of=of, disputes=having)


def _values(dispute: Disputed, *, group: Group) -> Iterable[str]:
    return dispute.values.get(group, ())


def _grouped(found: Iterable[Disputed], keys: Callable[[Disputed], Iterable[Any]]) -> dict[Any, tuple[Disputed, ...]]:
    told: dict[Any, list[Disputed]] = {}
    for each in found:
        for key in keys(each):
            told.setdefault(key, []).append(each)
    return {key: tuple(every) for key, every in told.items()}
