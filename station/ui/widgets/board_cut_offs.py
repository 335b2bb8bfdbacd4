"""The wall board's cut-offs: orders left, slack, when the last is packed, and what would mend it where it is late."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.packing.cut_offs import Act
from station.ui import board_words as said
from station.ui.board_screen import CutOffNow, hours_minutes
from station.ui.look import Look
from station.ui.widgets.board_text import COUNT, FACT, NAME, SECOND, TIME, line, wide
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words, same

_SIDE = 40
_NAMED_MAX = 3
_MORE_WIDTH = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOffsView:
    """``more``: cut-offs for which there is no column, and their orders. ``note``: what stands there instead."""

    cut_offs: tuple[CutOffNow, ...]
    more: tuple[int, int]
    now_us: int
    unit: float
    thin: bool
    old: bool = False
    note: tuple[Words, Words] | None = None


def spoken(view: CutOffsView, look: Look) -> str:
    if view.note is not None:
        return look.lead(view.note[0])
    told = (
        said.SPOKEN_CUT_OFF.filled(
            carrier=each.carrier,
            due=look.when(each.due_us, view.now_us),
            left=each.left,
            done=_forecast(each, look, view.now_us),
        )
        for each in view.cut_offs
    )
    return "; ".join(look.lead(each) for each in told)


def paint(canvas: Canvas, view: CutOffsView) -> None:
    area, p, u = canvas.area, canvas.palette, view.unit
    canvas.fill(area, p.panel)
    canvas.fill(QRectF(area.left(), area.top(), area.width(), max(1.0, 2 * u)), p.rule)
    if view.note is not None:
        _note(canvas, view.note, u)
        return
    more = _MORE_WIDTH * u if view.more[0] else 0.0
    columns = max(3, len(view.cut_offs))
    width = (area.width() - more) / columns
    made: list[_Column] = []
    for at, each in enumerate(view.cut_offs):
        rect = QRectF(area.left() + at * width, area.top(), width, area.height())
        if at:
            canvas.fill(QRectF(rect.left(), rect.top(), 1, rect.height()), p.rule)
        made.append(_Column(canvas, view, each, rect))
    share = min((column.share for column in made), default=1.0)
    for column in made:
        column.paint(share)
    if more:
        _more(canvas, QRectF(area.right() - more, area.top(), more, area.height()), view)


def _note(canvas: Canvas, note: tuple[Words, Words], u: float) -> None:
    area, p, look = canvas.area.adjusted(_SIDE * u, 0, -_SIDE * u, 0), canvas.palette, canvas.look
    head = QRectF(area.left(), area.center().y() - 60 * u, area.width(), 60 * u)
    line(canvas, head, look.lead(note[0]), NAME * u, color=p.ink, bold=True)
    below = QRectF(area.left(), area.center().y() + 6 * u, area.width(), 50 * u)
    line(canvas, below, look.lead(note[1]), FACT * u, color=p.ink2)


def _more(canvas: Canvas, rect: QRectF, view: CutOffsView) -> None:
    p, u, look = canvas.palette, view.unit, canvas.look
    canvas.fill(QRectF(rect.left(), rect.top(), 1, rect.height()), p.rule)
    room = rect.adjusted(24 * u, 0, -24 * u, 0)
    half = room.height() / 2
    count, orders = view.more
    upper = QRectF(room.left(), room.top() + half - 60 * u, room.width(), 56 * u)
    line(canvas, upper, look.lead(said.MORE.filled(n=count)), FACT * u, color=p.ink2)
    lower = QRectF(room.left(), room.top() + half, room.width(), 56 * u)
    line(canvas, lower, look.lead(said.MORE_LEFT.filled(n=orders)), FACT * u, color=p.ink2)


class _Column:
    """One carrier's cut-off while it is painted."""

    def __init__(self, canvas: Canvas, view: CutOffsView, each: CutOffNow, rect: QRectF) -> None:
        self._canvas = canvas
        self._each = each
        self._now_us = view.now_us
        self._u = view.unit
        self._thin = view.thin
        side = (_SIDE if rect.left() < 1 else 28) * self._u
        self._room = rect.adjusted(side, 16 * self._u, -28 * self._u, -14 * self._u)
        p = canvas.palette
        self._ink = p.ink3 if view.old else p.ink
        self._ink2 = p.ink3 if view.old else p.ink2
        self._late = each.troubled and not view.old
        self._loud = p.warn_line if self._late else self._ink

    @property
    def share(self) -> float:
        """Of their sizes, at which both numbers go beside each other; all columns take the smallest."""
        canvas, u = self._canvas, self._u
        count, slack = f"{self._each.left:,}", self._slack(signed=self._thin)
        needs = wide(canvas, count, (TIME if self._thin else COUNT) * u, bold=True)
        needs += wide(canvas, slack, TIME * u, bold=True)
        around = self._unit_width() + (20 if self._thin else 10) * u
        return min(1.0, (self._room.width() - around) / needs)

    def _unit_width(self) -> float:
        return wide(self._canvas, self._canvas.look.lead(said.LEFT), SECOND * self._u) + 12 * self._u

    def paint(self, share: float) -> None:
        room, u = self._room, self._u
        head = QRectF(room.left(), room.top(), room.width(), (50 if self._thin else 64) * u)
        self._head(head)
        if self._thin:
            self._thin_counts(QRectF(room.left(), head.bottom(), room.width(), room.bottom() - head.bottom()), share)
            return
        counts = QRectF(room.left(), head.bottom() + 2 * u, room.width(), 124 * u)
        self._counts(counts, share)
        bar = QRectF(room.left(), counts.bottom() + 6 * u, room.width(), 24 * u)
        self._bar(bar)
        self._foot(QRectF(room.left(), bar.bottom() + 8 * u, room.width(), 54 * u))

    def _head(self, rect: QRectF) -> None:
        canvas, u, look = self._canvas, self._u, self._canvas.look
        px = (FACT if self._thin else NAME) * u
        due = look.when(self._each.due_us, self._now_us)
        mark = 48 * u if self._thin and self._late else 0.0
        taken = wide(canvas, due, px) + 20 * u + mark
        name = line(
            canvas, rect.adjusted(0, 0, -taken, 0), look.lead(self._each.carrier), px, color=self._ink, bold=True
        )
        beside = QRectF(name.right() + 18 * u, rect.top(), taken - mark, rect.height())
        line(canvas, beside, due, px, color=self._ink2)
        if mark:
            self._triangle(QRectF(rect.right() - 40 * u, rect.center().y() - 20 * u, 40 * u, 40 * u))

    def _triangle(self, rect: QRectF) -> None:
        p = self._canvas.palette
        paint_mark(self._canvas.painter, rect, Mark.ATTENTION, fill=p.warn_line, on=p.panel)

    def _counts(self, rect: QRectF, share: float) -> None:
        """What is left, and how much time there will be to spare, each with its word above."""
        canvas, u, look, slack = self._canvas, self._u, self._canvas.look, self._slack()
        count = line(canvas, rect, f"{self._each.left:,}", COUNT * u * share, color=self._ink, bold=True)
        above = QRectF(count.right() + 12 * u, rect.top() + 12 * u, self._unit_width(), 40 * u)
        line(canvas, above, look.lead(said.LEFT), SECOND * u, color=self._ink2)
        if not slack:
            return
        low = rect.adjusted(0, 34 * u, 0, 0)
        line(canvas, low, slack, TIME * u * share, color=self._loud, bold=True, align="right")
        over = QRectF(above.right(), above.top(), rect.right() - above.right(), above.height())
        line(canvas, over, look.lead(said.SLACK), SECOND * u, color=self._ink2, align="right")

    def _thin_counts(self, rect: QRectF, share: float) -> None:
        """The same on a low row: the sign says what the second number is."""
        canvas, u, left, px = self._canvas, self._u, self._canvas.look.lead(said.LEFT), TIME * self._u * share
        drawn = line(canvas, rect, f"{self._each.left:,}", px, color=self._ink, bold=True)
        beside = QRectF(drawn.right() + 12 * u, rect.top() + 0.2 * px, self._unit_width(), rect.height())
        line(canvas, beside, left, SECOND * u, color=self._ink2)
        slack = self._slack(signed=True)
        if slack:
            line(canvas, rect, slack, px, color=self._loud, bold=True, align="right")

    def _slack(self, *, signed: bool = False) -> str:
        each = self._each
        if each.done_us is None:
            return ""
        us = each.due_us - each.done_us
        return ("+" if signed and us >= 0 else "") + hours_minutes(us)

    def _bar(self, rect: QRectF) -> None:
        """How much of the time until the cut-off the work takes."""
        p, each = self._canvas.palette, self._each
        width = max(1.0, 2 * self._u)
        self._canvas.box(rect, fill=p.panel2, border=p.edge, width=width, radius=3)
        if each.done_us is None:
            return
        until = max(1, each.due_us - self._now_us)
        share = min(1.0, max(0.0, (each.done_us - self._now_us) / until)) if each.due_us > self._now_us else 1.0
        inner = rect.adjusted(width, width, -width, -width)
        inner.setWidth(inner.width() * share)
        self._canvas.fill(inner, p.warn if self._late else p.data3 if self._ink == p.ink3 else p.data2)

    def _foot(self, rect: QRectF) -> None:
        """When the last is packed; where that is too late, what would mend it."""
        canvas, u, look = self._canvas, self._u, self._canvas.look
        if not self._late:
            line(canvas, rect, look.lead(_forecast(self._each, look, self._now_us)), FACT * u, color=self._ink2)
            return
        self._triangle(QRectF(rect.left(), rect.center().y() - 23 * u, 46 * u, 46 * u))
        room = rect.adjusted(62 * u, 0, 0, 0)
        line(canvas, room, look.lead(mending(self._each)), FACT * u, color=self._loud, bold=True)


def _forecast(each: CutOffNow, look: Look, now_us: int) -> Words:
    return said.NO_PACE if each.done_us is None else said.DONE.filled(time=look.when(each.done_us, now_us))


def mending(each: CutOffNow) -> Words:
    """What would mend it; of many benches the first are named."""
    if each.act is Act.NONE:
        return same("")
    if each.act is Act.BENCHES:
        return said.ACTS[each.act].filled(benches=" ".join(each.benches[:_NAMED_MAX]))
    if each.act is Act.PACE:
        return said.ACTS[each.act].filled(rate=each.pace)
    return said.ACTS[each.act]
