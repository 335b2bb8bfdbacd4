"""The device bar: who and where, each device with its state, the link to the order book, the time. Grey when well."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.surroundings import DeviceState, DeviceView
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark

ORDER_BOOK = "order_book"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceBarView:
    bench: str
    packer: str
    devices: tuple[DeviceView, ...]
    time: str
    typed: str = ""


def troubled(device: DeviceView) -> bool:
    return device.state in (DeviceState.ATTENTION, DeviceState.STOP)


def cut_off(devices: tuple[DeviceView, ...]) -> bool:
    """The order book does not answer. An open parcel goes on; a bench that waits for an order says so in large."""
    return any(device.kind == ORDER_BOOK and device.state is DeviceState.WAIT for device in devices)


def spoken(view: DeviceBarView, look: Look) -> str:
    return "; ".join(f"{look.lead(device.name)}: {look.lead(device.word)}" for device in view.devices)


def paint(canvas: Canvas, view: DeviceBarView) -> None:
    area, u, p, grid = canvas.area, canvas.u, canvas.palette, canvas.look.grid
    canvas.fill(area, p.bg)
    canvas.fill(QRectF(area.left(), area.top(), area.width(), 1), p.rule)
    y = area.center().y()
    who = " · ".join(part for part in (view.bench, view.packer) if part)
    name = canvas.stepped([Span(text=who, role=Role.HINT, color=p.ink, bold=True)], u(260))
    x = canvas.row(area.left() + grid.margin, y, name) + u(22)
    canvas.fill(QRectF(x, y - u(12), 1, u(24)), p.edge)
    x += u(22)
    if view.typed:
        x = _typed(canvas, x, view.typed) + u(22)
    right = area.right() - grid.margin_right
    time = [Span(text=view.time, role=Role.CAPTION, color=p.ink, bold=True)]
    canvas.row(right, y, time, align="right")
    right -= canvas.row_width(time) + u(16)
    devices = sorted(view.devices, key=lambda device: not troubled(device))
    links = [d for d in devices if d.kind == ORDER_BOOK and not troubled(d)]
    others = [d for d in devices if d not in links]
    _all(canvas, others, links, x, right)


def _typed(canvas: Canvas, x: float, typed: str) -> float:
    """What a person is typing, with a caret: the bench has no text field."""
    u, p, y = canvas.u, canvas.palette, canvas.area.center().y()
    rect = QRectF(x, y - u(17), u(240), u(34))
    canvas.box(rect, fill=p.panel, border=p.ink, width=2, radius=4)
    room = rect.adjusted(u(10), 0, -u(10), 0)
    canvas.code(room, f"{typed}▏", Role.HINT, color=p.ink)
    return rect.right()


def _all(canvas: Canvas, others: list[DeviceView], links: list[DeviceView], left: float, right: float) -> None:
    """As many words as there is room for: name and word, then word, then icon and mark; at last trouble alone."""
    y, gap = canvas.area.center().y(), canvas.u(24)
    for detail, of_trouble, quiet in ((2, 2, True), (1, 2, True), (0, 2, True), (0, 1, True), (0, 1, False)):
        shown = [(device, of_trouble if troubled(device) else detail) for device in others if quiet or troubled(device)]
        tied = [(device, max(detail, 1)) for device in links]
        width = sum(_width(canvas, device, how) + gap for device, how in shown + tied)
        if width <= right - left:
            break
    x = left
    for device, how in shown:
        x = _one(canvas, x, y, device, how) + gap
    x = right - sum(_width(canvas, device, how) for device, how in tied)
    for device, how in tied:
        x = _one(canvas, x, y, device, how)


def _spans(canvas: Canvas, device: DeviceView, detail: int) -> tuple[list[Span], list[Span]]:
    look, p = canvas.look, canvas.palette
    ink = _chip_colors(canvas, device)[1] if troubled(device) else p.ink
    before = [Span(text=look.lead(device.name), role=Role.HINT, color=ink if troubled(device) else p.ink2)]
    after = [Span(text=look.lead(device.word), role=Role.HINT, color=ink, bold=True)]
    if device.kind == ORDER_BOOK and not troubled(device):
        return [], [Span(text=look.lead(device.word), role=Role.HINT, color=p.ink2)]
    return before if detail == 2 else [], after if detail else []


def _width(canvas: Canvas, device: DeviceView, detail: int) -> float:
    u = canvas.u
    before, after = _spans(canvas, device, detail)
    pad = 2 * u(10) if troubled(device) else 0
    width: float = pad + u(22 + 6) + u(20)
    if device.kind == ORDER_BOOK and device.state is DeviceState.NORMAL:
        width -= u(20)
    width += canvas.row_width(before) + u(6) if before else 0
    return width + (canvas.row_width(after) + u(6) if after else 0)


def _one(canvas: Canvas, x: float, y: float, device: DeviceView, detail: int) -> float:
    u, p = canvas.u, canvas.palette
    before, after = _spans(canvas, device, detail)
    end = x + _width(canvas, device, detail)
    fill, ink = _chip_colors(canvas, device)
    if troubled(device):
        canvas.box(QRectF(x, y - u(17), end - x, u(34)), fill=fill)
        x += u(10)
    paint_icon(canvas.painter, QRectF(x, y - u(11), u(22), u(22)), device.kind, ink if troubled(device) else p.ink2)
    x += u(22 + 6)
    if before:
        x = canvas.row(x, y, before) + u(6)
    if device.kind != ORDER_BOOK or device.state is not DeviceState.NORMAL:
        _mark(canvas, QRectF(x, y - u(10), u(20), u(20)), device, fill, ink)
        x += u(20)
    canvas.row(x + u(6), y, after)
    return end


def _mark(canvas: Canvas, rect: QRectF, device: DeviceView, fill: str, ink: str) -> None:
    p = canvas.palette
    mark = {
        DeviceState.NORMAL: Mark.NORMAL,
        DeviceState.WAIT: Mark.OFFLINE if device.kind == ORDER_BOOK else Mark.WAIT,
        DeviceState.ATTENTION: Mark.ATTENTION,
        DeviceState.STOP: Mark.STOP,
    }[device.state]
    paint_mark(canvas.painter, rect, mark, fill=ink if troubled(device) else p.ink3, on=fill)


def _chip_colors(canvas: Canvas, device: DeviceView) -> tuple[str, str]:
    p = canvas.palette
    return (p.stop_fill, p.on_stop) if device.state is DeviceState.STOP else (p.warn, p.on_warn)
