"""Both versions of a changed order side by side: what the bench packed by, and what the order says now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from station.ui.captions import AND_MORE, VERSION_BEFORE, VERSION_NOW
from station.ui.look import Look
from station.ui.screen import ChangeView, Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span

ROWS_MAX = 4
_HEAD = 44
_CAPTION = 28
_LEFT = 0.4
_GAP = 64


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
    height = (inner.bottom() - top - (u(_CAPTION) if more else 0)) / max(len(shown), 1)
    for at, change in enumerate(shown):
        row = QRectF(inner.left(), top + at * height, inner.width(), height)
        canvas.fill(QRectF(row.left(), row.top(), row.width(), 1), p.rule)
        _change(canvas, row.adjusted(0, u(6), 0, -u(4)), change)
    if more:
        words = canvas.look.lead(AND_MORE.filled(n=more))
        canvas.row(inner.left(), inner.bottom() - u(_CAPTION) / 2, [Span(text=words, role=Role.LABEL, color=p.ink2)])


def spoken(changes: Sequence[ChangeView], look: Look) -> str:
    """What a screen reader says."""
    told = (
        f"{look.lead(change.what)} {change.of}: {look.lead(change.before)} → {look.lead(change.after)}."
        for change in changes
    )
    return " ".join(told)


def _columns(canvas: Canvas, row: QRectF) -> tuple[QRectF, QRectF]:
    gap = canvas.u(_GAP)
    width = row.width() * _LEFT
    before = QRectF(row.left(), row.top(), width, row.height())
    return before, QRectF(before.right() + gap, row.top(), row.width() - width - gap, row.height())


def _heading(canvas: Canvas, rect: QRectF, words: Words, color: str) -> None:
    look = canvas.look
    spans = [
        Span(text=look.lead(words), role=Role.LABEL, color=color, bold=True),
        Span(text=look.second(words), role=Role.LABEL, color=canvas.palette.ink2, gap=canvas.u(9)),
    ]
    canvas.fitting_row(rect.left(), rect.center().y() - canvas.u(4), spans, rect.width())


def _change(canvas: Canvas, row: QRectF, change: ChangeView) -> None:
    """What it is, small; below it the old words and, stronger, the new ones."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    what = f"{look.lead(change.what)} {look.second(change.what)}"
    caption = QRectF(row.left(), row.top(), row.width(), min(u(_CAPTION), row.height() * 0.36))
    said = f"{what} · {change.of}" if change.of else what
    canvas.text(caption, said, Role.CAPTION, color=p.ink2, lines=1, floor=Role.HINT)
    words = QRectF(row.left(), caption.bottom(), row.width(), row.bottom() - caption.bottom())
    before, now = _columns(canvas, words)
    role = Role.TITLE if change.aspect == "quantity" else Role.LEAD
    canvas.text(before, look.lead(change.before), role, color=p.ink2, valign="top", lines=3, floor=Role.HINT)
    canvas.text(now, look.lead(change.after), role, color=p.ink, bold=True, valign="top", lines=3, floor=Role.HINT)
    arrow = [Span(text="→", role=Role.BODY, color=p.ink2)]
    canvas.row((before.right() + now.left()) / 2, words.top() + canvas.px(role) * 0.64, arrow, align="center")
