"""The verdict banner: shape, words, second language, and the parcel's total at the right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QRectF

from station.ui.captions import UNITS
from station.ui.letters import Fitted
from station.ui.look import Look
from station.ui.screen import Words
from station.ui.theme import Palette
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark

BETWEEN = " · "
_TIGHT = 1.12
_ALONE = 1.55
"""So much more of the height is a long detail's that has the second line to itself."""


class Loudness(StrEnum):
    """How much of the banner the verdict's colour takes."""

    QUIET = "quiet"
    WAIT = "wait"
    OK = "ok"
    ATTENTION = "attention"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerView:
    loudness: Loudness
    mark: Mark
    headline: Words
    detail: Words
    packed: int = 0
    needed: int = 0  # 0: no total
    unit: Words = UNITS
    heard: Words | None = None  # what just sounded, for who cannot hear it


@dataclass(frozen=True, slots=True)
class _Paint:
    fill: str
    bar: str | None
    mark: str
    on_mark: str
    ink: str
    ink2: str


def spoken(view: BannerView, look: Look) -> str:
    return " ".join(part for part in (look.lead(view.headline), look.lead(view.detail)) if part)


def under_headline(view: BannerView, look: Look) -> str:
    """The detail in the person's language, then the headline in the other one."""
    other = look.second(view.headline)
    parts = [look.lead(view.detail), other if other != look.lead(view.headline) else ""]
    return BETWEEN.join(part for part in parts if part)


def paint(canvas: Canvas, view: BannerView) -> None:
    colors = _colors(view.loudness, canvas.palette)
    area, u = canvas.area, canvas.u
    canvas.fill(area, colors.fill)
    if colors.bar:
        canvas.fill(QRectF(area.left(), area.top(), u(12), area.height()), colors.bar)
    side = u(84)
    mark = QRectF(area.left() + u(36), area.center().y() - side / 2, side, side)
    paint_mark(canvas.painter, mark, view.mark, fill=colors.mark, on=colors.on_mark)
    left, right = mark.right() + u(28), area.right() - canvas.look.grid.margin_right
    if view.needed and _total_goes_in(canvas, view, left):
        right = _total(canvas, view, colors)
    _words(canvas, QRectF(left, area.top() + u(8), right - u(20) - left, area.height() - u(16)), view, colors)
    canvas.rule_below(area)
    if view.heard is not None:
        told = [Span(text=canvas.look.lead(view.heard), role=Role.HINT, color=colors.ink)]
        canvas.row(area.right() - canvas.look.grid.margin_right, area.bottom() - u(13), told, align="right")


def _words(canvas: Canvas, rect: QRectF, view: BannerView, colors: _Paint) -> None:
    """Headline over its second line; the second line gets the room it needs first, at most two rows."""
    letters, grid = canvas.look.letters, canvas.look.grid
    second, below = _below(canvas, view, rect.width(), rect.height() * (0.38 if grid.low else 0.45))
    if grid.low and second != canvas.look.lead(view.detail) and not _head_goes_in(canvas, view, rect, below):
        second, below = _detail(canvas, view, rect.width(), rect.height() * 0.45)
    gap = canvas.u(6)
    room = rect.height() - (below.height + gap if second else 0)
    head = letters.fit(
        canvas.look.lead(view.headline),
        grid,
        Role.VERDICT,
        width=rect.width(),
        height=room,
        bold=True,
        lines=3 if grid.low else 2,
        floor=Role.LABEL if grid.low else Role.BODY,
        line_height=_TIGHT,
    )
    spare = rect.height() - head.height - (below.height + gap if second else 0)
    top = rect.top() + spare / 2
    canvas.put(QRectF(rect.left(), top, rect.width(), head.height), head, color=colors.ink)
    if second:
        canvas.put(QRectF(rect.left(), top + head.height + gap, rect.width(), below.height), below, color=colors.ink2)


def _below(canvas: Canvas, view: BannerView, width: float, height: float) -> tuple[str, Fitted]:
    """The second line and how it is set: with the headline's other language where that can be read, else without."""
    letters, grid, detail = canvas.look.letters, canvas.look.grid, canvas.look.lead(view.detail)
    both = _in_rows(under_headline(view, canvas.look), detail, canvas, width)
    set_as = letters.fit_or_leave(both, grid, Role.BODY, width=width, height=height, line_height=_TIGHT)
    return (both, set_as) if set_as is not None else _detail(canvas, view, width, height * _ALONE)


def _detail(canvas: Canvas, view: BannerView, width: float, height: float) -> tuple[str, Fitted]:
    letters, grid, detail = canvas.look.letters, canvas.look.grid, canvas.look.lead(view.detail)
    set_as = letters.fit(
        detail, grid, Role.BODY, width=width, height=height, lines=3, floor=Role.HINT, line_height=_TIGHT
    )
    return detail, set_as


def _head_goes_in(canvas: Canvas, view: BannerView, rect: QRectF, below: Fitted) -> bool:
    """Whether the headline stays a headline above so much."""
    height = rect.height() - below.height - canvas.u(6)
    text, grid = canvas.look.lead(view.headline), canvas.look.grid
    return canvas.look.letters.has_room(
        text, grid, Role.BODY, width=rect.width(), height=height, lines=2, line_height=_TIGHT
    )


def _in_rows(text: str, detail: str, canvas: Canvas, width: float) -> str:
    """The other language in a row of its own where both do not go into one: a row may end within a word."""
    grid, letters = canvas.look.grid, canvas.look.letters
    long = letters.advance(text, grid.px(Role.BODY), bold=False) > width
    alone = letters.advance(detail, grid.px(Role.HINT), bold=False) <= width
    return text.replace(detail + BETWEEN, detail + "\n", 1) if detail and long and alone else text


def _total_goes_in(canvas: Canvas, view: BannerView, left: float) -> bool:
    """On a low window what is wrong and what to do goes first; how far it is stands in the other bands, too."""
    look, area, u = canvas.look, canvas.area, canvas.u
    spans, unit, other = _counts(canvas, view, "", "")
    taken = canvas.row_width(spans) + max(canvas.row_width(unit), canvas.row_width(other)) + u(16 + 20)
    width = area.right() - look.grid.margin_right - taken - left
    height = (area.height() - u(16)) * 0.38 * _ALONE
    return not look.grid.low or look.letters.has_room(
        look.lead(view.detail), look.grid, Role.HINT, width=width, height=height, lines=3, line_height=_TIGHT
    )


def _counts(canvas: Canvas, view: BannerView, ink: str, ink2: str) -> tuple[list[Span], list[Span], list[Span]]:
    look = canvas.look
    total = [
        Span(text=f"{view.packed:,}", role=Role.TOTAL, color=ink, bold=True),
        Span(text=f"/{view.needed:,}", role=Role.VERDICT, color=ink2, gap=canvas.u(3)),
    ]
    unit = [Span(text=look.lead(view.unit), role=Role.CAPTION, color=ink)]
    return total, unit, [Span(text=look.second(view.unit), role=Role.CAPTION, color=ink)]


def _total(canvas: Canvas, view: BannerView, colors: _Paint) -> float:
    """Right-aligned "6/11" and the word for units; answers its left edge."""
    look, area, u = canvas.look, canvas.area, canvas.u
    words_right = area.right() - look.grid.margin_right
    spans, unit, other = _counts(canvas, view, colors.ink, colors.ink2)
    width = max(canvas.row_width(unit), canvas.row_width(other))
    middle = area.center().y()
    canvas.row(words_right - width, middle - u(13), unit)
    canvas.row(words_right - width, middle + u(13), other)
    right = words_right - width - u(16)
    canvas.row(right, middle, spans, align="right")
    return right - canvas.row_width(spans)


def _colors(loudness: Loudness, p: Palette) -> _Paint:
    match loudness:
        case Loudness.QUIET:
            return _Paint(p.panel, None, p.ink, p.panel, p.ink, p.ink2)
        case Loudness.WAIT:
            return _Paint(p.panel, p.edge, p.ink2, p.panel, p.ink, p.ink2)
        case Loudness.OK:
            return _Paint(p.ok_soft, p.ok, p.ok, p.on_ok, p.ink, p.ink)
        case Loudness.ATTENTION:
            return _Paint(p.warn, None, p.on_warn, p.warn, p.on_warn, p.on_warn)
        case Loudness.STOP:
            return _Paint(p.stop_fill, None, p.on_stop, p.stop_fill, p.on_stop, p.on_stop)
        case _:
            assert_never(loudness)
