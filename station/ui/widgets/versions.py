"""Both versions of a changed order side by side: what the bench packed by, and what the order says now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from station.ui.captions import AND_MORE, VERSION_BEFORE, VERSION_NOW
from station.ui.letters import LINE_HEIGHT
from station.ui.look import Look
from station.ui.screen import ChangeView, Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span

ROWS_MAX = 4
_HEAD = 44
_ABOVE, _UNDER = 6, 4
_ANY = 10_000
_CAPTION = 28
_LEFT, _LEFT_NARROW = 0.4, 0.36
_GAP, _GAP_NARROW = 64, 40


def paint(canvas: Canvas, rect: QRectF, changes: Sequence[ChangeView]) -> None:
    """At most ``ROWS_MAX`` changes, the first ones; the number of the others is said."""
    u, p = canvas.u, canvas.palette
    canvas.box(rect, fill=p.panel, radius=8)
    inner = rect.adjusted(u(22), u(12), -u(22), -u(12))
    before, now = _columns(canvas, QRectF(inner.left(), inner.top(), inner.width(), u(_HEAD)))
    _heading(canvas, before, VERSION_BEFORE, p.ink2)
    _heading(canvas, now, VERSION_NOW, p.ink)
    shown = changes[:ROWS_MAX]
    more = len(changes) - len(shown)
    top = inner.top() + u(_HEAD)
    rows = QRectF(inner.left(), top, inner.width(), inner.bottom() - top - (u(_CAPTION) if more else 0))
    for row, change in zip(_shared_out(canvas, rows, shown), shown, strict=True):
        canvas.fill(QRectF(row.left(), row.top(), row.width(), 1), p.rule)
        _change(canvas, row.adjusted(0, u(_ABOVE), 0, -u(_UNDER)), change)
    if more:
        words = canvas.look.lead(AND_MORE.filled(n=more))
        canvas.row(inner.left(), inner.bottom() - u(_CAPTION) / 2, [Span(text=words, role=Role.LABEL, color=p.ink2)])


def _shared_out(canvas: Canvas, rows: QRectF, changes: Sequence[ChangeView]) -> list[QRectF]:
    """Rows as high as one another where that will do; else a long text gets what a short one spares."""
    even = rows.height() / max(len(changes), 1)
    least = [_least(canvas, rows.width(), change) for change in changes]
    if max(least, default=0.0) <= even:
        heights = [even] * len(changes)
    else:
        spare = (rows.height() - sum(least)) / len(changes)
        heights = [wanted + spare for wanted in least]
    tops = [rows.top() + sum(heights[:at]) for at in range(len(heights))]
    return [QRectF(rows.left(), top, rows.width(), high) for top, high in zip(tops, heights, strict=True)]


def _least(canvas: Canvas, width: float, change: ChangeView) -> float:
    """The height of a change in the smallest letters."""
    look = canvas.look
    before, now = _columns(canvas, QRectF(0, 0, width, 0))
    texts = ((before, look.lead(change.before), False), (now, look.lead(change.after), True))
    words = max(_set(canvas, column, text, bold=bold) for column, text, bold in texts)
    return canvas.px(Role.HINT) * LINE_HEIGHT + words + canvas.u(_ABOVE + _UNDER) + 1


def _set(canvas: Canvas, column: QRectF, text: str, *, bold: bool) -> float:
    set_as = canvas.look.letters.fit_or_leave(
        text, canvas.look.grid, Role.HINT, width=column.width(), height=_ANY, bold=bold, lines=3
    )
    return set_as.height if set_as is not None else 3 * canvas.px(Role.HINT) * LINE_HEIGHT


def spoken(changes: Sequence[ChangeView], look: Look) -> str:
    """What a screen reader says."""
    told = (
        f"{look.lead(change.what)} {look.lead(change.of)}: {look.lead(change.before)} → {look.lead(change.after)}."
        for change in changes
    )
    return " ".join(told)


def _columns(canvas: Canvas, row: QRectF) -> tuple[QRectF, QRectF]:
    gap, left = (_GAP_NARROW, _LEFT_NARROW) if canvas.look.grid.narrow else (_GAP, _LEFT)
    gap, width = canvas.u(gap), row.width() * left
    before = QRectF(row.left(), row.top(), width, row.height())
    return before, QRectF(before.right() + gap, row.top(), row.width() - width - gap, row.height())


def _heading(canvas: Canvas, rect: QRectF, words: Words, color: str) -> None:
    look = canvas.look
    spans = [
        Span(text=look.lead(words), role=Role.LABEL, color=color, bold=True),
        Span(text=look.second(words), role=Role.LABEL, color=canvas.palette.ink2, gap=canvas.u(9)),
    ]
    canvas.fitting_row(rect.left(), rect.center().y() - canvas.u(4), spans, rect.width(), keep=1)


def _change(canvas: Canvas, row: QRectF, change: ChangeView) -> None:
    """What it is, small; below it the old words and, stronger, the new ones."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    least = canvas.px(Role.HINT) * LINE_HEIGHT
    caption = QRectF(row.left(), row.top(), row.width(), max(least, min(u(_CAPTION), row.height() * 0.36)))
    goods = look.lead(change.of)
    of = f" · {goods}" if goods else ""
    for what in (f"{look.lead(change.what)} {look.second(change.what)}", look.lead(change.what)):
        if canvas.second(caption, f"{what}{of}", Role.CAPTION, lines=1).height():
            break
    words = QRectF(row.left(), caption.bottom(), row.width(), row.bottom() - caption.bottom())
    before, now = _columns(canvas, words)
    role = Role.TITLE if change.aspect == "quantity" else Role.LEAD
    canvas.text(before, look.lead(change.before), role, color=p.ink2, valign="top", lines=3, floor=Role.HINT)
    canvas.text(now, look.lead(change.after), role, color=p.ink, bold=True, valign="top", lines=3, floor=Role.HINT)
    arrow = [Span(text="→", role=Role.BODY, color=p.ink2)]
    canvas.row((before.right() + now.left()) / 2, words.top() + canvas.px(role) * 0.64, arrow, align="center")
