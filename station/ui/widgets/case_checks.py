"""The checklist of a dispute's own page: what is missing first, what is there, and how many more would help."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from station.ui import case_words as said
from station.ui import dispute_words
from station.ui.dispute_screen import CheckRow, Mark
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets import marks
from station.ui.widgets.canvas import Canvas, Span

_PAD, _HEAD, _ROW, _ROW_LEAST = 18, 50, 39, 27


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksView:
    kind: Words
    checks: tuple[CheckRow, ...]

    @property
    def needed(self) -> tuple[int, int]:
        """There, and wanted; what only helps is in neither."""
        wanted = [check for check in self.checks if check.mark is not Mark.HELPS]
        return sum(check.mark is Mark.THERE for check in wanted), len(wanted)


def spoken(view: ChecksView, look: Look) -> str:
    missing = ", ".join(look.lead(check.words) for check in view.checks if check.mark is Mark.MISSING)
    there, wanted = view.needed
    return f"{there}/{wanted}. {look.lead(dispute_words.LACKING)}: {missing or '-'}"


def height_wanted(canvas: Canvas, view: ChecksView) -> int:
    """With every row that is missing or there, and one for what else would help."""
    shown = sum(check.mark is not Mark.HELPS for check in view.checks)
    helps = any(check.mark is Mark.HELPS for check in view.checks)
    return canvas.u(_HEAD + 6) + (shown + helps) * canvas.u(_ROW)


def paint(canvas: Canvas, rect: QRectF, view: ChecksView) -> None:
    u, p = canvas.u, canvas.palette
    canvas.box(rect, fill=p.panel, border=p.rule, radius=6)
    inner = rect.adjusted(u(_PAD), 0, -u(_PAD), -u(6))
    _head(canvas, QRectF(inner.left(), inner.top(), inner.width(), u(_HEAD)), view)
    order = {Mark.MISSING: 0, Mark.THERE: 1, Mark.HELPS: 2}
    rows = sorted((check for check in view.checks if check.mark is not Mark.HELPS), key=lambda row: order[row.mark])
    helps = [check for check in view.checks if check.mark is Mark.HELPS]
    room = inner.height() - u(_HEAD)
    fit = int(room // u(_ROW_LEAST))
    shown = rows if len(rows) + bool(helps) <= fit else rows[: max(1, fit - 1)]
    count = len(shown) + bool(helps or len(shown) < len(rows))
    each = min(float(u(_ROW)), room / max(1, count))
    y = inner.top() + u(_HEAD)
    for check in shown:
        _check(canvas, QRectF(inner.left(), y, inner.width(), each), check)
        y += each
    if len(shown) < len(rows):
        _more(canvas, QRectF(inner.left(), y, inner.width(), each), said.MORE_THERE.filled(n=len(rows) - len(shown)))
    elif helps:
        _more(canvas, QRectF(inner.left(), y, inner.width(), each), said.MORE_HELP.filled(n=len(helps)))


def _head(canvas: Canvas, rect: QRectF, view: ChecksView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    there, wanted = view.needed
    y = rect.top() + u(29)
    count = [
        Span(text=str(there), role=Role.LABEL, color=p.ink, bold=True),
        Span(text=f"/{wanted}", role=Role.CAPTION, color=p.ink2),
    ]
    canvas.row(rect.right(), y, count, align="right")
    room = rect.width() - canvas.row_width(count) - u(16)
    title = Span(text=look.lead(dispute_words.CHECKLIST), role=Role.LABEL, color=p.ink, bold=True)
    kind = Span(text=look.lead(view.kind), role=Role.HINT, color=p.ink2, gap=u(12))
    both = [title, kind]
    canvas.fitting_row(rect.left(), y, both if canvas.row_width(both) <= room else both[:1], room)


def _check(canvas: Canvas, rect: QRectF, check: CheckRow) -> None:
    """There is normal and grey; what is missing carries the colour and says how it is mended."""
    look, u, p = canvas.look, canvas.u, canvas.palette
    canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
    missing = check.mark is Mark.MISSING
    side = u(22)
    mark = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    if missing:
        marks.paint_mark(canvas.painter, mark.adjusted(-u(1), -u(1), u(1), u(1)), marks.Mark.ATTENTION,
                         fill=p.warn_line, on=p.warn_line)  # fmt: skip
        marks.paint_mark(canvas.painter, mark, marks.Mark.ATTENTION, fill=p.warn, on=p.on_warn)
    else:
        marks.paint_mark(canvas.painter, mark, marks.Mark.NORMAL, fill=p.ink3, on=p.panel)
    words = Span(text=_begun(look.lead(check.words)), role=Role.CAPTION, color=p.ink, bold=missing)
    told = look.lead(said.ATTACH) if missing else check.told
    tail = [Span(text=told, role=Role.HINT, color=p.ink2)] if told else []
    left = mark.right() + u(11)
    least = canvas.row_width([replace(words, role=Role.HINT)])
    tail = tail if least + canvas.row_width(tail) + u(10) <= rect.right() - left else []  # its name goes first
    canvas.row(rect.right(), rect.center().y(), tail, align="right")
    canvas.fitting_row(left, rect.center().y(), [words], rect.right() - left - canvas.row_width(tail) - u(10))


def _begun(text: str) -> str:
    """A row of its own begins with a capital."""
    return text[:1].upper() + text[1:]


def _more(canvas: Canvas, rect: QRectF, words: Words) -> None:
    u, p = canvas.u, canvas.palette
    canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
    span = Span(text=canvas.look.lead(words), role=Role.HINT, color=p.ink2)
    canvas.fitting_row(rect.left() + u(33), rect.center().y(), [span], rect.width() - u(33))
