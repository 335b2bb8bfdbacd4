"""What the supervisor's screen tells of a period, as values: figures with words, nothing of how they look. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from station.ui.words import Words, same


class Period(StrEnum):
    TODAY = "today"
    SHIFT = "shift"
    WEEK = "week"


class Group(StrEnum):
    BENCH = "bench"
    PACKER = "packer"
    CARRIER = "carrier"


class Against(StrEnum):
    """What a period stands beside: the one before, or the same a week earlier."""

    BEFORE = "before"
    WEEK = "week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked for; ``back`` counts periods before the present one."""

    period: Period = Period.TODAY
    group: Group = Group.BENCH
    back: int = 0
    against: Against | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A column: an hour, or a day of a week, with its local ``name``.

    ``part_minutes`` of it have passed when it is not over yet.
    """

    from_us: int
    to_us: int
    name: Words
    part_minutes: int | None = None
    day: bool = False

    @property
    def share(self) -> float:
        """Of it that has passed; never so little that a first parcel looks like a record."""
        whole = (self.to_us - self.from_us) / 60_000_000
        return 1.0 if self.part_minutes is None else max(0.2, self.part_minutes / whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """``parcels`` is None where the bench had not begun; ``why`` says what stood in the way, if anything did."""

    parcels: int | None
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Speed and errors in one value (E16). ``first_pass`` in percent; None: nothing to make it of."""

    parcels: int
    per_hour: float | None = None
    lines_per_hour: float | None = None
    first_pass: float | None = None
    saves: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``names`` are what may stand beside ``key``, the longest first; ``label`` what stands in its place.

    ``marked``: its first pass, as it is shown, is below the target.
    """

    key: str
    names: tuple[Words, ...]
    cells: tuple[Cell, ...]
    speed: Speed
    then: Speed | None = None
    marked: bool = False
    label: Words | None = None

    @property
    def words(self) -> Words:
        return self.label or same(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOffLine:
    """A carrier's cut-off, packed from ``begin_us`` to ``done_us`` at the present pace; None: nobody packs.

    ``reassigns``: its orders before all others would mend it. ``first`` of them stand there by a supervisor's word.
    """

    carrier: str
    name: Words
    left: int
    due_us: int
    begin_us: int | None
    done_us: int | None
    misses: int
    misses_if_slower: int
    slower_percent: int
    mend: Words | None
    reassigns: bool = False
    first: int = 0

    @property
    def slack_us(self) -> int | None:
        return None if self.done_us is None else self.due_us - self.done_us


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """``cost``: what the mistakes would have cost in the house's currency; None where the house has not valued them."""

    figure: str
    name: Words
    count: int
    most_at: str = ""
    cost: float | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """``having`` of ``among`` disputes of a kind have ``what`` in common, clearly more than is usual (E15)."""

    kind: Words
    what: Words
    having: int
    among: int
    usual_percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign:
    """Orders of a carrier's cut-off before all others; with ``undo`` back in their turn."""

    carrier: str
    name: Words
    due_us: int
    orders: int
    undo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """Whether rows may stand by a figure, from now on."""

    allow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """A class of orders: the seconds of a parcel step by step, and what the house usually takes."""

    order_class: str
    name: Words
    steps_s: tuple[tuple[Words, float], ...]
    took_s: float
    expected_s: float | None
    first_pass: float
    waits_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """``word`` only when something is the matter."""

    word: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchLine:
    """A bench's devices, in the order of ``Board.kinds``, None where it has none; ``gaps`` in its evidence."""

    bench: str
    devices: tuple[Health | None, ...]
    gaps: Words | None = None
    silent: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """All together; ``then`` in the period beside it. ``left`` orders wait, ``last_hour`` is what was sealed."""

    speed: Speed
    then: Speed | None = None
    left: int | None = None
    last_hour: int | None = None
    lines_per_parcel: float | None = None
    target: float = 99.0

    @property
    def saves_per_hundred(self) -> float | None:
        saves = self.speed.saves
        return None if saves is None or not self.speed.parcels else saves / self.speed.parcels * 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One look at the order book. ``title`` names the period, ``then_title`` the one beside it.

    ``shared``: what disputes of the last year have in common. ``ranking``: who allowed rows to stand by a figure;
    None where this house does not rank. ``begun``: a parcel was sealed once, whether in this period or not.
    """

    query: Query
    from_us: int
    to_us: int
    at_us: int
    title: Words
    then_title: Words | None = None
    totals: Totals
    slots: tuple[Slot, ...] = ()
    rows: tuple[Row, ...] = ()
    cut_offs: tuple[CutOffLine, ...] = ()
    saves: tuple[Bar, ...] = ()
    saves_worth: Words | None = None
    signs: tuple[Bar, ...] = ()
    stacks: tuple[Stack, ...] = ()
    kinds: tuple[str, ...] = ()
    benches: tuple[BenchLine, ...] = ()
    slack_wanted_us: int = 0
    shared: tuple[Shared, ...] = ()
    ranking: Words | None = None
    begun: bool = True

    @property
    def empty(self) -> bool:
        return not self.totals.speed.parcels and not any(cell.parcels for row in self.rows for cell in row.cells)

    @property
    def tightest(self) -> CutOffLine | None:
        known = [line for line in self.cut_offs if line.slack_us is not None]
        return min(known, key=lambda line: line.slack_us or 0, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """What is behind a figure: ``what`` is ``entries``, ``waiting``, ``slowest``, ``shared``, ``gaps`` or ``entry``."""

    what: str
    figure: str
    from_us: int
    to_us: int
    title: tuple[Words, ...]
    benches: tuple[str, ...] = ()
    packers: tuple[str, ...] = ()
    place: str = ""
    """Of an entry, or where a further page goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a table behind a figure; ``into`` what Enter opens."""

    cells: tuple[Words, ...]
    into: Drill | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    head: Words
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``more`` gives the next page; None on the last."""

    drill: Drill
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    more: Drill | None = None
    notes: tuple[Words, ...] = field(default=())
