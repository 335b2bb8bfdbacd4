"""What a control total says: how a batch stands against its count, and which orders are to be looked at. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

SHOWN = 10
"""Orders named in a sentence; the whole list is in the JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What was declared: a count or, when ``numbers`` are given, which ones; ``name`` may be left to the program.

    ``count`` is None for a further file of an open batch.
    """

    count: int | None = None
    numbers: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What one file brought: its orders, those of them that the book had before, and what was wrong with it."""

    numbers: Collection[str] = ()
    known: Collection[str] = ()
    repeated: Collection[str] = ()
    refused: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """How far a batch is, and all that is known of why. Lists of order numbers are sorted."""

    name: str
    expected: int
    imported: int
    opened_us: int = 0
    opened_by: str = ""
    closed_us: int | None = None
    closed_by: str = ""
    reason: str = ""
    declared: bool = False
    missing: tuple[str, ...] = ()  # declared by number, and not in
    extra: tuple[str, ...] = ()  # in, and not declared by number
    known: tuple[str, ...] = ()  # in the book before the batch
    repeated: tuple[str, ...] = ()  # more than once in a file, counted once
    refused: Mapping[str, str] = field(default_factory=dict)  # not in: what is wrong with their rows

    @property
    def complete(self) -> bool:
        return self.imported == self.expected and not self.missing

    @property
    def open(self) -> bool:
        return self.closed_us is None


def tally(expected: Expected, brought: Sequence[Brought]) -> BatchReport:
    """What a batch would say of these files, without keeping it."""
    came = {number for each in brought for number in each.numbers}
    declared = set(expected.numbers)
    refused = {number: words for each in brought for number, words in each.refused.items() if number not in came}
    return BatchReport(
        name=expected.name,
        expected=len(came) if expected.count is None else expected.count,
        imported=len(came),
        declared=bool(declared),
        missing=tuple(sorted(declared - came)),
        extra=tuple(sorted(came - declared)) if declared else (),
        known=tuple(sorted({number for each in brought for number in each.known})),
        repeated=tuple(sorted({number for each in brought for number in each.repeated})),
        refused=refused,
    )


def sentence(report: BatchReport) -> str:
    """How the batch stands and, when its count differs, which orders are to be looked at."""
    name = f"batch {report.name}: " if report.name else ""
    counts = f"{name}{report.expected} orders were declared and {report.imported} are in"
    return counts if report.complete else "; ".join([counts, *_clauses(report)])


def _clauses(report: BatchReport) -> Sequence[str]:
    """Everything that is known of why the count differs, most telling first."""
    short = report.expected - report.imported
    unnamed = short - len({*report.missing, *report.refused})
    clauses = (
        _named("missing", [number for number in report.missing if number not in report.refused]),
        _named("refused", [f"{number} ({words})" for number, words in report.refused.items()]),
        _named("not declared", report.extra),
        _named("in the book before", report.known) if short < 0 and not report.declared else "",
        _named("more than once in a file and counted once", report.repeated) if short > 0 else "",
        f"{unnamed} in none of the files" if unnamed > 0 else "",
    )
    return [clause for clause in clauses if clause]


def _named(what: str, orders: Sequence[str]) -> str:
    more = f" and {len(orders) - SHOWN} more" if len(orders) > SHOWN else ""
    return f"{what}: {', '.join(orders[:SHOWN])}{more}" if orders else ""
