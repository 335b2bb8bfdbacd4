"""Tables as HTML for paper, one under the other; ``labels.pages`` makes PDF of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from station.reports.table import Cell, in_columns

COLUMNS_MAX: Final = 11
"""That an A4 page takes without breaking their heads inside words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with its words; ``notes`` say what the figures mean, in sentences."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    period: str = ""

    @property
    def text(self) -> str:
        return "\n".join((in_columns(self.headers, self.rows), *self.notes))


def page(sheets: Sequence[Sheet], language: str) -> str:
    """The first sheet's title is the page's."""
    parts = [f"<html lang='{language}'><head><title>{escape(sheets[0].title)}</title></head><body>"]
    for sheet in sheets:
        parts.append(f"<h2>{escape(sheet.title)}</h2>")
        parts += [f"<p>{escape(sheet.period)}</p>"] if sheet.period else []
        parts += [html_table(*part) for part in _parts(sheet.headers, sheet.rows)]
        parts += [f"<p>{escape(note)}</p>" for note in sheet.notes]
    return "".join((*parts, "</body></html>"))


def _parts(
    headers: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> Iterator[tuple[Sequence[str], Sequence[Sequence[Cell]]]]:
    """A table that is too wide for the page comes in parts, one under the other; each begins with the first column."""
    first, others = slice(0, 1), COLUMNS_MAX - 1
    for begin in range(1, max(2, len(headers)), others):
        part = slice(begin, begin + others)
        yield (*headers[first], *headers[part]), [(*row[first], *row[part]) for row in rows]


def html_table(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    numbers = [any(isinstance(row[at], int | float) for row in rows) for at in range(len(headers))]
    head = "".join(
        f"<th align='{'right' if number else 'left'}'>{escape(each)}</th>"
        for each, number in zip(headers, numbers, strict=True)
    )
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    style = "width='100%' cellpadding='3' border='1' style='border-collapse:collapse'"
    return f"<table {style}><thead><tr>{head}</tr></thead>{body}</table><br/>"


def _cell(cell: Cell) -> str:
    align = " align='right'" if isinstance(cell, int | float) else ""
    return f"<td{align}>{'' if cell is None else escape(str(cell))}</td>"
