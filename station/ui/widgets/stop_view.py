"""The stop: two thirds of the window and all four edges, until a deliberate clear. Nothing else looks like it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from station.ui.captions import CLEAR, ENTER_DOES_NOTHING, SCANNED, WANTED
from station.ui.look import Look
from station.ui.screen import ChangeView, CommandView, LineView, ScanView, Versus, Words
from station.ui.type import Role
from station.ui.variant_words import which
from station.ui.widgets import bars, cell_strip, commands, device_bar, versions
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.device_bar import DeviceBarView
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.widgets.steps_pane import numbered_disc

EDGE = 14
_SHARE = 0.68
_TIGHT = 1.08
_MODULE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StopView:
    headline: Words
    detail: Words
    order_tail: str
    packed: int
    needed: int
    versus: Versus | None
    changes: tuple[ChangeView, ...]
    steps: tuple[Words, ...]
    last_scan: ScanView | None
    clear_code: str
    lines: tuple[LineView, ...]
    commands: tuple[CommandView, ...]
    devices: DeviceBarView
    heard: Words | None = None  # what just sounded, for who cannot hear it


def spoken(view: StopView, look: Look) -> str:
    steps = " ".join(f"{at + 1}. {look.lead(step)}" for at, step in enumerate(view.steps))
    changed = versions.spoken(view.changes, look)
    return " ".join(filter(None, (look.lead(view.headline), look.lead(view.detail), changed, steps)))


def paint(canvas: Canvas, view: StopView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.stop_fill)
    bottom = _bottom(canvas)
    high, top = (u(108), u(22)) if canvas.look.grid.low else (u(150), u(28))
    head = QRectF(area.left() + u(44), area.top() + top, area.width() - u(88), high)
    _head(canvas, head, view)
    cards = QRectF(
        area.left() + u(44), head.bottom() + u(20), area.width() - u(88), bottom - head.bottom() - u(20 + 34)
    )
    way_out = _way_out_width(canvas, view)
    left = QRectF(cards.left(), cards.top(), cards.width() - way_out - u(24), cards.height())
    if view.versus:
        _versus(canvas, left, view.versus)
    elif view.changes:
        versions.paint(canvas, left, view.changes)
    elif len(view.steps) > 1:
        _first_step(canvas, left, view)
    else:
        _reason(canvas, left, view)
    _way_out(canvas, QRectF(cards.right() - way_out, cards.top(), way_out, cards.height()), view)
    if view.heard is not None:
        told = [Span(text=canvas.look.lead(view.heard), role=Role.HINT, color=p.on_stop)]
        canvas.row(cards.right(), bottom - u(18), told, align="right")
    edge = u(EDGE)
    _off_duty(canvas, QRectF(area.left() + edge, bottom, area.width() - 2 * edge, area.bottom() - edge - bottom), view)
    if p.stop != p.stop_fill:
        canvas.box(area, border=p.stop, width=3, radius=0)


def _bottom(canvas: Canvas) -> float:
    """Where what is off duty begins. On a low window that is the buttons: the lines give way to what is to be read."""
    area, grid = canvas.area, canvas.look.grid
    if grid.low:
        return area.bottom() - grid.commands - grid.devices - canvas.u(EDGE)
    return area.top() + area.height() * _SHARE


def _head(canvas: Canvas, rect: QRectF, view: StopView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    side = min(float(u(138)), rect.height())
    mark = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    paint_mark(canvas.painter, mark, Mark.STOP, fill=p.on_stop, on=p.stop_fill)
    right = _place(canvas, rect, view)
    words = QRectF(mark.right() + u(30), rect.top(), right - u(24) - mark.right() - u(30), rect.height())
    below = look.letters.fit(
        look.second(view.headline), look.grid, Role.LEAD, width=words.width(), height=u(52), floor=Role.HINT
    )
    head = look.letters.fit(
        look.lead(view.headline),
        look.grid,
        Role.STOP,
        width=words.width(),
        height=words.height() - below.height,
        bold=True,
        floor=Role.LEAD,
        line_height=1.12,
    )
    top = words.center().y() - (head.height + below.height) / 2
    canvas.put(QRectF(words.left(), top, words.width(), head.height), head, color=p.on_stop)
    second = QRectF(words.left(), top + head.height + u(4), words.width(), below.height)
    canvas.put(second, below, color=p.on_stop)


def _place(canvas: Canvas, rect: QRectF, view: StopView) -> float:
    """Which order and how far; answers its left edge."""
    u, p = canvas.u, canvas.palette
    order = [Span(text=view.order_tail, role=Role.TITLE, color=p.on_stop, bold=True)]
    total = [Span(text=f"{view.packed}/{view.needed}" if view.needed else "", role=Role.BODY, color=p.on_stop)]
    canvas.row(rect.right(), rect.top() + u(28), order, align="right")
    canvas.row(rect.right(), rect.top() + u(65), total, align="right")
    return rect.right() - max(canvas.row_width(order), canvas.row_width(total))


def _versus(canvas: Canvas, rect: QRectF, versus: Versus) -> None:
    u, p = canvas.u, canvas.palette
    width = (rect.width() - u(48)) / 2
    left = QRectF(rect.left(), rect.top(), width, rect.height())
    right = QRectF(rect.right() - width, rect.top(), width, rect.height())
    lead = canvas.look.lead
    scanned = (lead(versus.scanned), lead(which(versus.scanned_variant)), versus.scanned_code, versus.scanned_picture)
    wanted = (lead(versus.wanted), lead(which(versus.wanted_variant)), versus.wanted_code, versus.wanted_picture)
    _card(canvas, left, SCANNED, scanned, wrong=True)
    _card(canvas, right, WANTED, wanted, wrong=False)
    sign = [Span(text="≠", role=Role.VERDICT, color=p.on_stop, bold=True)]
    canvas.row((left.right() + right.left()) / 2, rect.center().y(), sign, align="center")


def _card(canvas: Canvas, rect: QRectF, caption: Words, goods: tuple[str, str, str, str], *, wrong: bool) -> None:
    """Caption, picture, the differing part biggest, name, code."""
    name, variant, code, picture = goods
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.panel, radius=8)
    inner = rect.adjusted(u(18), u(12), -u(18), -u(12))
    spans = [
        Span(text=look.lead(caption), role=Role.LABEL, color=p.ink, bold=True),
        Span(text=look.second(caption), role=Role.LABEL, color=p.ink2, gap=u(9)),
    ]
    canvas.fitting_row(inner.left(), inner.top() + u(20), spans, inner.width() - u(44), keep=1)
    mark = QRectF(inner.right() - u(34), inner.top() + u(2), u(34), u(34))
    if wrong:
        paint_mark(canvas.painter, mark, Mark.STOP, fill=p.stop, on=p.panel)
    else:
        paint_mark(canvas.painter, mark, Mark.NORMAL, fill=p.ink, on=p.panel)
    _card_words(canvas, inner, name, variant, code, picture)


def _card_words(canvas: Canvas, inner: QRectF, name: str, variant: str, code: str, picture: str) -> None:
    u, p = canvas.u, canvas.palette
    big, small = (variant, name) if variant else (name, "")
    look = canvas.look
    in_one = look.letters.advance(code, canvas.px(Role.HINT), bold=False) <= inner.width()
    high = u(26) if in_one else canvas.px(Role.HINT) * 2 * _TIGHT + 1
    foot = QRectF(inner.left(), inner.bottom() - high, inner.width(), high)
    canvas.text(foot, code, Role.CAPTION, color=p.ink2, floor=Role.HINT, line_height=_TIGHT)
    small_box = QRectF(inner.left(), foot.top() - u(50), inner.width(), u(50))
    y = foot.top()
    if small:
        y = canvas.text(small_box, small, Role.LABEL, valign="bottom", lines=2, floor=Role.HINT).top()
    big_box = QRectF(inner.left(), y - u(98 if not small else 60), inner.width(), u(96 if not small else 58))
    top = canvas.text(
        big_box, big or "?", Role.NOTE, bold=True, valign="bottom", lines=3, floor=Role.CAPTION, line_height=1.12
    ).top()
    room = QRectF(inner.left(), inner.top() + u(42), inner.width(), top - inner.top() - u(48))
    side = min(room.width(), room.height())
    if side < u(40):
        return
    image = canvas.look.pictures.goods(picture, int(side), int(side))
    if image is not None:
        corner = QPointF(inner.center().x() - image.width() / 2, room.center().y() - image.height() / 2)
        canvas.painter.drawImage(corner, image)
    else:
        tile = QRectF(inner.center().x() - side / 2, room.top(), side, side)
        canvas.goods(tile, "", big or "?")


def _first_step(canvas: Canvas, rect: QRectF, view: StopView) -> None:
    """Without goods to compare: what was scanned, whole, and the first thing to do, big."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.panel, radius=8)
    inner = rect.adjusted(u(24), u(16), -u(24), -u(16))
    top = inner.top()
    if view.last_scan and not view.last_scan.ok and view.last_scan.code:  # a key or a button has none
        spans = [
            Span(text=look.lead(SCANNED), role=Role.LABEL, color=p.ink, bold=True),
            Span(text=look.second(SCANNED), role=Role.LABEL, color=p.ink2, gap=u(9)),
        ]
        canvas.row(inner.left(), top + u(18), spans)
        mark = QRectF(inner.right() - u(34), top + u(2), u(34), u(34))
        paint_mark(canvas.painter, mark, Mark.STOP, fill=p.stop, on=p.panel)
        code = QRectF(inner.left(), top + u(42), inner.width(), u(84))
        top = canvas.text(
            code, view.last_scan.code, Role.TITLE, bold=True, valign="top", lines=3, floor=Role.HINT
        ).bottom() + u(20)
    disc = QRectF(inner.left(), top, u(36), u(36))
    numbered_disc(canvas, disc, 1, fill=p.ink, border=p.ink, ink=p.panel)
    left = disc.right() + u(12)
    act = QRectF(left, top - u(2), inner.right() - left, (inner.bottom() - top) * 0.68)
    text = canvas.text(act, look.lead(view.steps[0]), Role.LEAD, bold=True, valign="top", lines=5, floor=Role.CAPTION)
    other = QRectF(left, text.bottom() + u(4), act.width(), inner.bottom() - text.bottom() - u(4))
    canvas.second(other, look.second(view.steps[0]), Role.LABEL, valign="top", lines=5)


def _reason(canvas: Canvas, rect: QRectF, view: StopView) -> None:
    """Without goods to compare: the reason in words."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.panel, radius=8)
    inner = rect.adjusted(u(28), u(20), -u(28), -u(20))
    words = view.detail if look.lead(view.detail) else view.headline
    upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.62)
    text = canvas.text(upper, look.lead(words), Role.TITLE, bold=True, valign="top", lines=5, floor=Role.LABEL)
    lower = QRectF(inner.left(), text.bottom() + u(12), inner.width(), inner.bottom() - text.bottom() - u(12))
    canvas.second(lower, look.second(words), Role.BODY, valign="top", lines=5)


def _way_out_width(canvas: Canvas, view: StopView) -> float:
    """528 units, or what the code needs at full size, but never more than half."""
    most = canvas.area.width() * 0.56
    least = min(float(canvas.u(528)), canvas.area.width() * (0.47 if canvas.look.grid.narrow else 1))
    if not view.clear_code:
        return least
    symbol = bars.modules(view.clear_code)
    wide = (len(symbol) + 2 * bars.QUIET_MODULES) * canvas.u(_MODULE)
    return float(max(least, min(most, wide)))


def _way_out(canvas: Canvas, rect: QRectF, view: StopView) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.box(rect, fill=p.paper, radius=8)
    ink = p.on_paper
    y = rect.top() + u(16)
    aside = 0 if view.versus or view.changes or len(view.steps) < 2 else 1  # the first step has the left card to itself
    for at, step in enumerate(view.steps[aside:], start=aside):
        disc = QRectF(rect.left() + u(24), y, u(36), u(36))
        numbered_disc(canvas, disc, at + 1, fill=ink, border=ink, ink=p.paper)
        spans = [
            Span(text=look.lead(step), role=Role.LEAD, color=ink, bold=True),
            Span(text=look.second(step), role=Role.LABEL, color=ink, gap=u(13)),
        ]
        y = _step(canvas, QRectF(disc.right() + u(12), y, rect.right() - disc.right() - u(32), u(36)), spans) + u(8)
    foot = rect.bottom() - u(26)
    clear = [Span(text=f"{look.lead(CLEAR)} {look.second(CLEAR)} · F9", role=Role.LABEL, color=ink, bold=True)]
    end = canvas.row(rect.left() + u(24), foot, clear)
    enter = f"{look.lead(ENTER_DOES_NOTHING)} {look.second(ENTER_DOES_NOTHING)}"
    room = QRectF(end + u(16), foot - u(22), rect.right() - u(24) - end - u(16), u(44))
    canvas.text(room, enter, Role.CAPTION, color=ink, align="right", lines=2, floor=Role.HINT)
    if view.clear_code:
        symbol = bars.modules(view.clear_code)
        module = bars.module_px(symbol, rect.width(), u(_MODULE))
        code = QRectF(rect.left(), y + u(6), rect.width(), foot - u(26) - y - u(6))
        bars.paint_bars(canvas.painter, code, symbol, module, ink=ink, paper=p.paper)


def _step(canvas: Canvas, rect: QRectF, spans: list[Span]) -> float:
    """Both languages in one row, or the second one under the first; answers where it ends."""
    u = canvas.u
    if canvas.row_width(spans) <= rect.width():
        canvas.row(rect.left(), rect.center().y(), spans)
        return rect.bottom()
    first = QRectF(rect.left(), rect.top(), rect.width(), u(60))
    head = canvas.text(
        first, spans[0].text, Role.LEAD, color=spans[0].color, bold=True, valign="top", lines=3, floor=Role.HINT
    )
    below = QRectF(rect.left(), head.bottom(), rect.width(), u(44))
    return max(
        head.bottom(), canvas.second(below, spans[1].text, Role.CAPTION, color=spans[1].color, valign="top").bottom()
    )


def _off_duty(canvas: Canvas, rect: QRectF, view: StopView) -> None:
    """What was on the screen, under a scrim."""
    p, grid = canvas.palette, canvas.look.grid
    canvas.fill(rect, p.panel2)
    bar = QRectF(rect.left(), rect.bottom() - grid.devices, rect.width(), grid.devices)
    row = QRectF(rect.left(), bar.top() - grid.commands, rect.width(), grid.commands)
    cells = QRectF(rect.left(), rect.top(), rect.width(), row.top() - rect.top())
    if not grid.low:
        cell_strip.paint(canvas.within(cells), cell_strip.under_stop(view.lines))
    commands.paint_row(canvas.within(row), view.commands)
    device_bar.paint(canvas.within(bar), view.devices)
    color = QColor(p.scrim)
    color.setAlphaF(p.scrim_percent / 100)
    canvas.painter.fillRect(rect, color)
