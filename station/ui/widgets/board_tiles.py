"""The wall board's benches: a tile each, grey when all is well, loud only where somebody is needed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from station.ui import board_words as said
from station.ui.board_screen import Layout, Level, Tile, running
from station.ui.look import Look
from station.ui.theme import Palette
from station.ui.widgets.board_text import DENSE, FACT, NUMBER, PACE, SECOND, TIME, WORD, line, wide
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words

_GAP = 16
_SIDE = 40
_DRAWN = (448, 289)
"""A tile of eight on a board of 1920 by 1080, for which the sizes are meant."""

_GROWS_MAX = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class TilesView:
    """``unit``: pixels of the screen to one of a board of 1920 by 1080. ``old``: the book is gone, nothing is loud.

    ``note``: what stands there instead of tiles, and below it what to do; ``mark`` tells its kind.
    """

    tiles: tuple[Tile, ...]
    layout: Layout
    now_us: int
    unit: float
    old: bool = False
    note: tuple[Words, Words] | None = None
    mark: Mark = Mark.SCAN


@dataclass(frozen=True, slots=True)
class _Paint:
    fill: str
    border: str
    ink: str
    ink2: str
    mark: str
    width: float = 1
    bar: str = ""


def spoken(view: TilesView, look: Look) -> str:
    if view.note is not None:
        return ". ".join(look.lead(words) for words in view.note)
    return "; ".join(look.lead(_told(tile, view.now_us)) for tile in view.tiles)


def _told(tile: Tile, now_us: int) -> Words:
    if tile.since_us is not None:
        time = running(tile.since_us, now_us)
        return said.SPOKEN.filled(bench=tile.bench, word=tile.word, time=time)
    if tile.pace is not None and tile.clean_percent is not None:
        return said.SPOKEN_PACE.filled(bench=tile.bench, word=tile.word, pace=tile.pace, percent=tile.clean_percent)
    return said.SPOKEN_PLAIN.filled(bench=tile.bench, word=tile.word)


def paint(canvas: Canvas, view: TilesView) -> None:
    canvas.fill(canvas.area, canvas.palette.bg)
    if view.note is not None:
        _note(canvas, view.note, view.mark, view.unit)
        return
    side, gap = _SIDE * view.unit, _GAP * view.unit
    columns, rows = view.layout.columns, view.layout.rows
    width = (canvas.area.width() - 2 * side - (columns - 1) * gap) / columns
    height = (canvas.area.height() - (rows - 1) * gap) / rows
    for at, tile in enumerate(view.tiles):
        down, across = divmod(at, columns)
        rect = QRectF(
            side + across * (width + gap), canvas.area.top() + down * (height + gap), width, height
        ).toAlignedRect()
        _Tile(canvas, view, tile, QRectF(rect)).paint()


def _note(canvas: Canvas, note: tuple[Words, Words], mark: Mark, unit: float) -> None:
    area, p, look = canvas.area, canvas.palette, canvas.look
    room = area.adjusted(_SIDE * unit, 0, -_SIDE * unit, 0)
    middle, side = area.center().y() + 70 * unit, 130 * unit
    shape = QRectF(area.center().x() - side / 2, middle - 270 * unit, side, side)
    paint_mark(canvas.painter, shape, mark, fill=p.ink2, on=p.bg)
    head = QRectF(room.left(), middle - 110 * unit, room.width(), 100 * unit)
    line(canvas, head, look.lead(note[0]), NUMBER * unit, color=p.ink, bold=True, align="center")
    more = QRectF(room.left(), middle + 10 * unit, room.width(), 60 * unit)
    line(canvas, more, look.lead(note[1]), FACT * unit, color=p.ink2, align="center")
    second = QRectF(room.left(), middle + 80 * unit, room.width(), 50 * unit)
    line(canvas, second, look.second(note[0]), SECOND * unit, color=p.ink3, align="center")


class _Tile:
    """One tile while it is painted."""

    def __init__(self, canvas: Canvas, view: TilesView, tile: Tile, rect: QRectF) -> None:
        self._canvas = canvas
        self._tile = tile
        self._now_us = view.now_us
        self._rect = rect
        self._dense = view.layout.rows > 3
        size = min(rect.width() / _DRAWN[0], rect.height() / _DRAWN[1], _GROWS_MAX * view.unit)
        self._u = max(DENSE * view.unit, size) if self._dense else size
        self._colors = colors(tile.level, canvas.palette, old=view.old)

    def paint(self) -> None:
        canvas, c, rect = self._canvas, self._colors, self._rect
        canvas.box(rect, fill=c.fill, border=c.border, width=max(1.0, c.width * self._u), radius=8)
        if c.bar:
            self._bar(c.bar)
        side = (22 if self._dense else 28) * self._u
        tall = 190 * self._u
        top = rect.top() + (max(0.0, rect.height() - tall) / 2 if self._dense else 24 * self._u)
        room = QRectF(rect.left() + side, top, rect.width() - 2 * side, 100 * self._u)
        self._head(room)
        word = QRectF(room.left(), room.bottom() + 2 * self._u, room.width(), 82 * self._u)
        if self._dense:
            self._dense_word(word)
            return
        foot = QRectF(room.left(), rect.bottom() - 88 * self._u, room.width(), 74 * self._u)
        if self._tile.since_us is None:
            self._calm_word(word)
            self._pace(foot)
        else:
            self._word(word)
            self._foot(foot)

    def _bar(self, color: str) -> None:
        """Along the left edge, within the rounded corners."""
        painter, rect = self._canvas.painter, self._rect
        path = QPainterPath()
        path.addRoundedRect(rect, self._canvas.u(8), self._canvas.u(8))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(rect.left(), rect.top(), 14 * self._u, rect.height()), QColor(color))
        painter.restore()

    def _head(self, rect: QRectF) -> None:
        """Number, then who packs there or, where there is little room, for how long; the mark at the right."""
        canvas, u, c, tile = self._canvas, self._u, self._colors, self._tile
        mark = 84 * u
        at = QRectF(rect.right() - mark, rect.center().y() - mark / 2, mark, mark)
        paint_mark(canvas.painter, at, tile.mark, fill=c.mark, on=c.fill)
        left = QRectF(rect.left(), rect.top(), rect.width() - mark - 14 * u, rect.height())
        most = left if self._dense and tile.since_us is not None else left.adjusted(0, 0, -60 * u, 0)
        number = QRectF(most.left(), most.top(), most.width() * (0.5 if most is left else 1.0), most.height())
        taken = line(canvas, number, tile.bench, NUMBER * u, color=c.ink, bold=True)
        beside = QRectF(taken.right() + 18 * u, rect.top(), left.right() - taken.right() - 18 * u, rect.height())
        if self._dense and tile.since_us is not None:
            self._time(beside)
        elif tile.packer:
            line(canvas, beside.adjusted(0, 18 * u, 0, 18 * u), tile.packer, FACT * u, color=c.ink2)

    def _time(self, rect: QRectF) -> None:
        assert self._tile.since_us is not None
        time = running(self._tile.since_us, self._now_us)
        line(self._canvas, rect, time, TIME * self._u, color=self._colors.ink, bold=True, align="right")

    def _word(self, rect: QRectF) -> QRectF:
        text = self._canvas.look.lead(self._tile.word)
        px = TIME if self._dense else WORD  # so that capitals too keep the least where all is smaller
        return line(self._canvas, rect, text, px * self._u, color=self._colors.ink, bold=True)

    def _calm_word(self, rect: QRectF) -> None:
        """The second language at its right, on the same row: the one below is for the pace."""
        canvas, u, second = self._canvas, self._u, self._canvas.look.second(self._tile.word)
        taken = min(wide(canvas, second, SECOND * u), rect.width() * 0.4)
        drawn = self._word(rect.adjusted(0, 0, -(taken + 16 * u), 0))
        if second != canvas.look.lead(self._tile.word):
            beside = QRectF(
                drawn.right() + 16 * u, rect.top() + 12 * u, rect.right() - drawn.right() - 16 * u, rect.height()
            )
            line(canvas, beside, second, SECOND * u, color=self._colors.ink2, align="right")

    def _dense_word(self, rect: QRectF) -> None:
        """The word; where it is calm, the pace at its right."""
        told = self._pace_text()
        if not told:
            self._word(rect)
            return
        taken = min(wide(self._canvas, told, PACE * self._u), rect.width() * 0.38)
        self._word(rect.adjusted(0, 0, -(taken + 12 * self._u), 0))
        beside = QRectF(rect.right() - taken, rect.top(), taken, rect.height())
        line(self._canvas, beside, told, PACE * self._u, color=self._colors.ink2, align="right")

    def _foot(self, rect: QRectF) -> None:
        """The second language at the left, how long at the right."""
        assert self._tile.since_us is not None
        canvas, u, tile = self._canvas, self._u, self._tile
        self._time(rect)
        told = wide(canvas, running(self._tile.since_us, self._now_us), TIME * u, bold=True)
        room = rect.adjusted(0, 10 * u, -(told + 20 * u), 10 * u)
        second = canvas.look.second(tile.word)
        if second != canvas.look.lead(tile.word):
            line(canvas, room, second, SECOND * u, color=self._colors.ink2)

    def _pace_text(self) -> str:
        tile = self._tile
        if tile.pace is None or tile.clean_percent is None:
            return ""
        return f"{self._canvas.look.lead(tile.pace)}  {tile.clean_percent}\u00a0%"

    def _pace(self, rect: QRectF) -> None:
        """Parcels an hour, and behind the small ring what went right at once; never one without the other (E16)."""
        canvas, u, c, tile = self._canvas, self._u, self._colors, self._tile
        if tile.pace is None or tile.clean_percent is None:
            return
        ring = 34 * u
        drawn = line(canvas, rect, f"{tile.clean_percent}\u00a0%", PACE * u, color=c.ink2, align="right")
        at = QRectF(drawn.left() - ring - 8 * u, drawn.center().y() - ring / 2, ring, ring)
        paint_mark(canvas.painter, at, Mark.NORMAL, fill=c.mark, on=c.fill)
        room = QRectF(rect.left(), rect.top(), at.left() - 22 * u - rect.left(), rect.height())
        line(canvas, room, canvas.look.lead(tile.pace), PACE * u, color=c.ink2, align="right")


def colors(level: Level, p: Palette, *, old: bool = False) -> _Paint:
    """A verdict's colour only where somebody is needed; of a book that is gone, none."""
    if old:
        return _Paint(p.panel, p.edge if level > Level.CALM else p.rule, p.ink3, p.ink3, p.ink3, 3)
    match level:
        case Level.OFF:
            return _Paint(p.bg, p.rule, p.ink3, p.ink3, p.ink3)
        case Level.CALM:
            return _Paint(p.panel, p.rule, p.ink, p.ink2, p.ink3)
        case Level.TAKEN:
            return _Paint(p.warn_soft, p.warn_line, p.ink, p.ink2, p.ink, 2, p.warn_line)
        case Level.ATTENTION | Level.CALL:
            return _Paint(p.warn, p.warn_line, p.on_warn, p.on_warn, p.on_warn, 2)
        case Level.STOP:
            return _Paint(p.stop_fill, p.stop, p.on_stop, p.on_stop, p.on_stop, 4)
        case Level.LOUD:
            return _Paint(p.stop_fill, p.ink, p.on_stop, p.on_stop, p.on_stop, 10)
