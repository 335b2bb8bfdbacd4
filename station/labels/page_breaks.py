"""Where a long document is cut into pages: rows of tables stay whole, headings with two rows of what they head.

Qt's own pages cut rows and are laid out anew for every heading that moves; the document is laid out once without pages
instead, and its pages are strips of it. No painting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QAbstractTextDocumentLayout, QTextBlock, QTextCursor, QTextDocument, QTextTable

_CSS_DPI: Final = 96
_HIGH_IN: Final = 6
"""A row that is lower than this many inches is never cut, so its lines are not looked up."""

_LOW_IN: Final = 1.5
"""A table's first row, where it is no higher, stands with the second: a heading with one row alone looks lost."""

_SHORT_LINES: Final = 6
"""A paragraph of so many lines stays whole."""

_Span = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """What one page shows, from ``top`` to ``bottom`` of the document, below the rows of ``head`` once more."""

    top: float
    bottom: float
    head: _Span | None = None

    @property
    def head_height(self) -> float:
        return self.head[1] - self.head[0] if self.head else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A row, or a short paragraph, or a line of a long one.

    ``kept``: on the page of what follows it. ``head``: its table's heading, unless it is part of that. ``lines``: where
    it may be cut if it is higher than a page.
    """

    top: float
    bottom: float
    kept: bool = False
    head: _Span | None = None
    lines: tuple[_Span, ...] = ()


def strips(pieces: Sequence[Piece], height: float) -> list[Strip]:
    """The pages; at least one. A piece that is higher than a page is cut between its lines."""
    made: list[Strip] = []
    first, at, top, head = 0, 0, pieces[0].top if pieces else 0.0, None
    while at < len(pieces):
        piece, limit = pieces[at], top + height - (head[1] - head[0] if head else 0.0)
        if piece.bottom <= limit:
            at += 1
        elif at > first:
            at = _with_kept(pieces, at, first)
            bottom = min(pieces[at - 1].bottom, pieces[at].top)  # frames of tables with margins overlap
            made.append(Strip(top=top, bottom=bottom, head=head))
            first, top, head = at, pieces[at].top, pieces[at].head
        elif head is not None and piece.bottom - top <= height:
            head = None
        else:
            made.append(Strip(top=top, bottom=_cut(piece, limit), head=head))
            top, head = made[-1].bottom, None
    return [*made, Strip(top=top, bottom=pieces[-1].bottom if pieces else height, head=head)]


def _with_kept(pieces: Sequence[Piece], at: int, first: int) -> int:
    """Where the next page begins: with the headings of the piece, but never with this page's own first."""
    start = at
    while start > first and pieces[start - 1].kept:
        start -= 1
    return start if start > first else at


def _cut(piece: Piece, limit: float) -> float:
    """The lowest place above the limit that cuts no line; the limit itself where there is none."""
    ends = (end for _, end in piece.lines if piece.top < end <= limit)
    whole = (end for end in ends if not any(top < end < bottom for top, bottom in piece.lines))
    return max(whole, default=limit)


def pieces(document: QTextDocument, dpi: int) -> list[Piece]:
    """Every line and every row from the top. The document is laid out without pages."""
    layout = document.documentLayout()
    found: list[Piece] = []
    block = document.begin()
    while block.isValid():
        if table := QTextCursor(block).currentTable():
            if len(found) > 1 and found[-2].kept:
                found[-1] = replace(found[-1], kept=True)  # the line under a heading, which says of when a table is
            found += _rows(layout, document, table, dpi)
            block = document.findBlock(table.lastPosition() + 1)
        else:
            found += _lines(layout, block)
            block = block.next()
    return found


def _lines(layout: QAbstractTextDocumentLayout, block: QTextBlock) -> Iterator[Piece]:
    heading, spans = block.blockFormat().headingLevel() > 0, _line_spans(layout, block)
    if 0 < len(spans) <= _SHORT_LINES:
        spans = [(spans[0][0], spans[-1][1])]
    for top, bottom in spans:
        yield Piece(top=top, bottom=bottom, kept=heading)


def _line_spans(layout: QAbstractTextDocumentLayout, block: QTextBlock) -> list[_Span]:
    top, text = layout.blockBoundingRect(block).top(), block.layout()
    lines = [text.lineAt(number) for number in range(text.lineCount())]
    return [(top + line.y(), top + line.y() + line.height()) for line in lines]


def _rows(layout: QAbstractTextDocumentLayout, document: QTextDocument, table: QTextTable, dpi: int) -> Iterator[Piece]:
    """Cells stand at their row's top: the first one's says where the row begins."""
    frame = layout.frameBoundingRect(table)
    tops = [frame.top()]
    for row in range(1, table.rows()):
        cell = table.cellAt(row, 0)
        padding = cell.format().toTableCellFormat().topPadding() * dpi / _CSS_DPI
        tops.append(layout.blockBoundingRect(cell.firstCursorPosition().block()).top() - padding)
    ends = [*tops[1:], frame.bottom()]
    heading_rows = min(table.format().toTableFormat().headerRowCount(), table.rows() - 1)
    head = (tops[0], ends[heading_rows - 1]) if heading_rows else None
    for row, (top, bottom) in enumerate(zip(tops, ends, strict=True)):
        of_head = row < heading_rows
        high = bottom - top > _HIGH_IN * dpi
        lines = tuple(_row_lines(layout, document, table, row)) if high else ()
        leads = row == heading_rows and row + 1 < table.rows() and bottom - top <= _LOW_IN * dpi
        yield Piece(top=top, bottom=bottom, kept=of_head or leads, head=None if of_head else head, lines=lines)


def _row_lines(
    layout: QAbstractTextDocumentLayout, document: QTextDocument, table: QTextTable, row: int
) -> Iterator[_Span]:
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        block, last = document.findBlock(cell.firstPosition()), cell.lastPosition()
        while block.isValid() and block.position() <= last:
            yield from _line_spans(layout, block)
            block = block.next()
