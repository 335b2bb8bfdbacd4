"""What proves a disputed parcel, in three lines, and what was sent of it so far."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui import case_words as said
from station.ui.dispute_case import CaseView, Source, local, span_words
from station.ui.dispute_screen import LineRow
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets import marks
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.words import same

SENT = 48
_FIRST, _NEXT = 50, 23
_PAD, _LEFT = 18, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofView:
    """None while it is read."""

    case: CaseView | None
    sent: tuple[LineRow, ...]


def spoken(view: ProofView, look: Look) -> str:
    lines = anchor_lines(view.case) if view.case is not None else ()
    return ". ".join(look.lead(words) for words in (*lines, *_sent(view.sent)) if words.en)


def anchor_lines(case: CaseView) -> tuple[Words, ...]:
    """What is proven in bold, by whom, and what is not proven."""
    if case.source is Source.NONE:
        return (said.UNREADABLE,) if case.trouble else (said.NO_PROOF, said.NOT_PACKED_HOW)
    if case.source is Source.ELSEWHERE:
        return said.ANCHOR_THERE.filled(bench=case.bench), said.ELSEWHERE_HOW.filled(bench=case.bench)
    anchor = case.anchor
    if anchor is None:
        return said.ANCHOR_NONE, said.ANCHOR_NONE_HOW, said.NOT_SHOWN
    return (
        said.ANCHOR.filled(span=span_words(anchor.after_s)),
        said.ANCHOR_BY.filled(stamps=anchor.stamps, n=anchor.witnesses, root=anchor.root),
        said.UNCHANGED.filled(time=f"{local(anchor.at_us, case.utc_offset_minutes):%m-%d %H:%M:%S}"),
        said.NOT_SHOWN,
    )


def anchor_height(canvas: Canvas, case: CaseView | None, width: float) -> int:
    return canvas.u(_FIRST + _NEXT * max(1, sum(_rows(canvas, case, width - canvas.u(_PAD + _LEFT)))))


def _rows(canvas: Canvas, case: CaseView | None, width: float) -> list[int]:
    """How many rows each line below the first takes: one, or two where it is too long for one."""
    look = canvas.look
    texts = (look.lead(words) for words in _shown(canvas, case)[1:])
    return [1 + (look.letters.advance(text, canvas.px(Role.HINT), bold=False) > width) for text in texts]


def _shown(canvas: Canvas, case: CaseView | None) -> tuple[Words, ...]:
    lines = anchor_lines(case) if case is not None else (said.READING,)
    if canvas.look.grid.low and len(lines) > 3:  # by whom gives way to what is proven and what is not
        return (lines[0], *lines[2:])
    return lines


def paint_anchor(canvas: Canvas, rect: QRectF, case: CaseView | None) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.panel, border=p.rule, radius=6)
    lines = _shown(canvas, case)
    unproven = case is not None and case.source is Source.LEDGER and case.anchor is None
    side = u(28)
    mark = QRectF(rect.left() + u(_PAD), rect.top() + u(14), side, side)
    if unproven:
        marks.paint_mark(canvas.painter, mark, marks.Mark.ATTENTION, fill=p.warn, on=p.on_warn)
    else:
        paint_icon(canvas.painter, mark, "order_book", p.ink, width=2)
    left, right = rect.left() + u(_LEFT), rect.right() - u(_PAD)
    canvas.fitting_row(
        left,
        rect.top() + u(27),
        [Span(text=look.lead(lines[0]), role=Role.CAPTION, color=p.ink, bold=True)],
        right - left,
    )
    room = QRectF(left, rect.top() + u(42), right - left, rect.bottom() - u(6) - rect.top() - u(42))
    rows = _rows(canvas, case, room.width())
    each, y = min(float(u(_NEXT)), room.height() / max(1, sum(rows))), room.top()
    for words, high in zip(lines[1:], rows, strict=True):
        line = QRectF(room.left(), y, room.width(), each * high)
        _line(canvas, line, look.lead(words), whole=len(lines) == 2, room=room)
        y += each * high


def _line(canvas: Canvas, line: QRectF, text: str, *, whole: bool, room: QRectF) -> None:
    if whole:  # one sentence has all the room
        canvas.text(room, text, Role.HINT, color=canvas.palette.ink2, valign="top", lines=3, floor=Role.HINT)
        return
    canvas.text(line, text, Role.HINT, color=canvas.palette.ink2, lines=2, floor=Role.HINT, line_height=1.1)


def paint_sent(canvas: Canvas, rect: QRectF, sent: tuple[LineRow, ...]) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.panel, border=p.rule, radius=6)
    side = u(24)
    mark = QRectF(rect.left() + u(_PAD + 2), rect.center().y() - side / 2, side, side)
    shape = marks.Mark.NORMAL if sent else marks.Mark.WAIT
    marks.paint_mark(canvas.painter, mark, shape, fill=p.ink2, on=p.panel)
    what, tail = _sent(sent)
    left, right, y = mark.right() + u(13), rect.right() - u(_PAD), rect.center().y()
    bold = [Span(text=look.lead(what), role=Role.CAPTION, color=p.ink, bold=True)]
    quiet = [Span(text=look.lead(tail), role=Role.HINT, color=p.ink2)]
    if canvas.row_width(bold) + canvas.row_width(quiet) + u(14) > right - left:
        canvas.fitting_row(left, y, bold, right - left)
        return
    canvas.row(left, y, bold)
    canvas.row(right, y, quiet, align="right")


def _sent(sent: tuple[LineRow, ...]) -> tuple[Words, Words]:
    if not sent:
        return said.NOTHING_SENT, said.SENT_HOW
    last = sent[-1]
    tail = same(f"{last.at} {last.who}")
    return (said.SENT_TIMES.filled(n=len(sent)) if len(sent) > 1 else said.SENT_TO.filled(who=last.what)), tail
