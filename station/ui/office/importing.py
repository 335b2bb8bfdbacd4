"""The import page as screens: the latest imports, a file being looked at, and what an import has brought. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from station.ui.office import import_words as said
from station.ui.office.screen import NOTHING, Block, Cell, Column, Fact, Heading, Line, TableView, Tone
from station.ui.troubles.telling import row_explained
from station.ui.words import Words, same


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    header: str
    meaning: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultView:
    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file as it was looked at; ``source`` empty: nothing knows it."""

    name: str
    size: int
    kind: str
    source: str
    rows: int
    columns: tuple[ColumnView, ...]
    lacking: tuple[str, ...]
    checked: int
    faults: tuple[FaultView, ...]
    teachable: bool

    @property
    def ready(self) -> bool:
        return bool(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastView:
    file: str
    at: str
    who: str
    orders: int
    new: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneView:
    """What an import says it did; ``tried``: it was a dry run."""

    name: str
    tried: bool
    counts: tuple[tuple[Words, int], ...]
    faults: tuple[FaultView, ...]


GENERIC = "generic"


def past_table(rows: Sequence[PastView], *, first: int, cursor: int, room: int) -> TableView:
    shown = rows[first : first + room]
    return TableView(
        name=said.LATEST,
        columns=(
            Column(head=said.FILE, share=0.4), Column(head=said.AT, share=0.2), Column(head=said.WHO, share=0.14),
            Column(head=said.ORDERS, share=0.12, right=True), Column(head=said.NEW, share=0.1, right=True),
            Column(head=said.REFUSED, share=0.13, right=True),
        ),
        rows=tuple(_past(row) for row in shown),
        first=first,
        total=len(rows),
        cursor=cursor,
        empty=said.NONE_YET,
        empty_how=said.NONE_YET_HOW,
    )  # fmt: skip


def _past(row: PastView) -> tuple[Cell, ...]:
    bad = Tone.WARN if row.refused else Tone.QUIET
    return (
        Cell(words=same(row.file), code=True, bold=True),
        Cell(words=same(row.at)),
        Cell(words=same(row.who), code=True),
        Cell(words=same(f"{row.orders:,}")),
        Cell(words=same(f"{row.new:,}")),
        Cell(words=same(f"{row.refused:,}"), tone=bad),
    )


def columns_table(file: FileView, *, first: int, cursor: int, room: int) -> TableView:
    shown = file.columns[first : first + room]
    return TableView(
        name=said.COLUMN,
        columns=(
            Column(head=said.COLUMN, share=0.32), Column(head=said.MEANS, share=0.28),
            Column(head=said.SAMPLE, share=0.4),
        ),
        rows=tuple(_column(file, column) for column in shown),
        first=first,
        total=len(file.columns),
        cursor=cursor,
    )  # fmt: skip


def _column(file: FileView, column: ColumnView) -> tuple[Cell, ...]:
    meaning = Cell(words=said.NOT_READ, tone=Tone.QUIET)
    if not file.teachable:
        meaning = Cell(words=said.KNOWN, tone=Tone.QUIET)
    elif column.meaning:
        meaning = Cell(words=said.MEANINGS.get(column.meaning, same(column.meaning)), bold=True)
    samples = Cell(words=same(" · ".join(column.samples)), code=True, tone=Tone.QUIET)
    return (Cell(words=same(" ".join(column.header.split())), code=True, bold=True), meaning, samples)


def file_pane(file: FileView) -> Iterator[Block]:
    source = said.OWN_TABLE if file.source == GENERIC else same(file.source) if file.source else said.UNKNOWN_SOURCE
    yield Heading(words=said.READY if file.ready else said.NOT_KNOWN)
    for meaning in file.lacking:
        yield Line(words=said.LACKING.filled(meaning=said.MEANINGS[meaning]), tone=Tone.WARN, bold=True)
    if file.lacking:
        yield Line(words=said.LACKING_HOW)
    if file.ready:
        yield Line(words=said.READY_HOW)
    yield Fact(name=said.SOURCE, value=source, tone=Tone.PLAIN if file.ready else Tone.WARN)
    yield Fact(name=said.KIND, value=same(f"{file.kind}, {_size(file.size)}"))
    yield Fact(name=said.ROWS, value=same(f"{file.rows:,}"))
    if file.ready:
        yield from _checked(file)
    if file.ready and file.teachable:
        yield Line(words=said.REMEMBERED, tone=Tone.QUIET)


def _checked(file: FileView) -> Iterator[Block]:
    yield Heading(words=said.CHECKED.filled(n=file.checked))
    if not file.faults:
        yield Line(words=said.CHECKED_GOOD)
        return
    yield Line(words=said.CHECKED_BAD.filled(bad=len(file.faults)), tone=Tone.WARN, bold=True)
    for fault in file.faults:
        yield Fact(name=said.BAD_ROW.filled(row=fault.row, column=fault.column), value=row_explained(fault.message))


def _size(size: int) -> str:
    return (
        f"{size:,} B" if size < 10_000 else f"{size / 1000:,.0f} kB" if size < 10_000_000 else f"{size / 1e6:,.0f} MB"
    )


def faults_table(done: DoneView, *, first: int, cursor: int, room: int) -> TableView:
    shown = done.faults[first : first + room]
    return TableView(
        name=said.REFUSED,
        columns=(
            Column(head=said.ROW, share=0.1, right=True), Column(head=said.COLUMN, share=0.25),
            Column(head=said.WHY, share=0.65),
        ),
        rows=tuple(_fault(fault) for fault in shown),
        first=first,
        total=len(done.faults),
        cursor=cursor,
        empty=said.NO_FAULT,
        empty_how=said.NO_FAULT_HOW,
    )  # fmt: skip


def _fault(fault: FaultView) -> tuple[Cell, ...]:
    return (
        Cell(words=same(f"{fault.row:,}" if fault.row else "-")),
        Cell(words=same(fault.column), code=True),
        Cell(words=row_explained(fault.message), code=True),
    )


def done_pane(done: DoneView, cursor: int) -> Iterator[Block]:
    yield Heading(words=said.TRIED if done.tried else said.IMPORTED, after=same(done.name))
    for words, count in done.counts:
        yield Fact(name=words, value=same(f"{count:,}"))
    if cursor < len(done.faults):
        fault = done.faults[cursor]
        yield Heading(words=said.BAD_ROW.filled(row=fault.row, column=fault.column))
        yield Line(words=row_explained(fault.message), tone=Tone.WARN)


def verdict(done: DoneView) -> tuple[Words, Words]:
    """Headline and detail."""
    if done.faults:
        return (said.PARTLY_TRIED if done.tried else said.PARTLY).filled(n=len(done.faults)), same(done.name)
    return (said.TRIED if done.tried else said.IMPORTED), NOTHING if done.tried else same(done.name)
