"""Two periods side by side, row by row: each with its speed and its errors. Reads nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from station.reports.throughput import By, Figures, Throughput


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """``label`` is the later period's where both have one; None where a period has nothing of the kind."""

    label: str
    now: Figures | None
    then: Figures | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    now: Throughput
    then: Throughput
    rows: tuple[ComparedRow, ...]

    @property
    def total(self) -> ComparedRow:
        return ComparedRow(label="", now=self.now.total, then=self.then.total)


def compared(now: Throughput, then: Throughput) -> Compared:
    """Benches and packers go by name; hours, shifts, days and weeks by their place in the period."""
    assert now.by is then.by
    by_name = now.by in (By.BENCH, By.PACKER)
    return Compared(now=now, then=then, rows=_by_name(now, then) if by_name else _by_place(now, then))


def _by_name(now: Throughput, then: Throughput) -> tuple[ComparedRow, ...]:
    later, earlier = dict(now.rows), dict(then.rows)
    names = sorted(later.keys() | earlier.keys())
    return tuple(ComparedRow(label=name, now=later.get(name), then=earlier.get(name)) for name in names)


def _by_place(now: Throughput, then: Throughput) -> tuple[ComparedRow, ...]:
    nothing: tuple[str, Figures | None] = ("", None)
    pairs = zip_longest(now.rows, then.rows, fillvalue=nothing)
    return tuple(ComparedRow(label=later[0] or earlier[0], now=later[1], then=earlier[1]) for later, earlier in pairs)


def difference_percent(now: float | None, then: float | None) -> float | None:
    """None where there is nothing to compare with."""
    return None if now is None or not then else (now / then - 1) * 100
