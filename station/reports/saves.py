"""What was kept from shipping wrong, and what it would have cost at the most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from station.orders.figure_names import Save
from station.orders.orderbook import OrderBook
from station.reports.figure_rules import Costs
from station.reports.throughput import By, throughput


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRow:
    """``cost`` is None where the house has set no amount. ``by_bench`` has only benches that had any."""

    save: Save
    count: int
    cost: float | None
    by_bench: Mapping[str, int]

    @property
    def most_at(self) -> str:
        """The bench that had more than half of at least three; else none stands out."""
        bench = max(sorted(self.by_bench), key=lambda bench: self.by_bench[bench], default="")
        return bench if self.count >= MOST_OF_MIN and 2 * self.by_bench[bench] > self.count else ""


MOST_OF_MIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Saves:
    """``parcels`` of the same period: a count of mistakes without them says nothing. Every kind has its row."""

    rows: tuple[SaveRow, ...]
    parcels: int
    currency: str
    source: str

    @property
    def count(self) -> int:
        return sum(row.count for row in self.rows)

    @property
    def cost(self) -> float:
        """Of the kinds that the house has valued."""
        return sum(row.cost or 0.0 for row in self.rows)

    @property
    def per_hundred(self) -> float | None:
        return self.count / self.parcels * 100 if self.parcels else None


def saves_of(book: OrderBook, *, from_us: int, to_us: int, costs: Costs) -> Saves:
    report = throughput(book, from_us=from_us, to_us=to_us, by=By.BENCH)
    at: dict[str, dict[str, int]] = {}
    for bench, figures in report.rows:
        for save, count in figures.saved.items():
            at.setdefault(save, {})[bench] = count
    rows = tuple(_row(save, at.get(save, {}), costs) for save in Save)
    return Saves(rows=rows, parcels=report.total.parcels, currency=costs.currency, source=costs.source)


def _row(save: Save, by_bench: Mapping[str, int], costs: Costs) -> SaveRow:
    count, amount = sum(by_bench.values()), costs.amounts.get(save)
    return SaveRow(save=save, count=count, cost=None if amount is None else count * amount, by_bench=by_bench)
