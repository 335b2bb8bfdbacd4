"""The rail: every page of the office with its key, the open one in full ink."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.office import words as said
from station.ui.office.screen import Page
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon

ROW = 54
TOP = 76
_ICONS = {
    Page.TODAY: "clock", Page.ORDERS: "box", Page.IMPORT: "down", Page.DISPUTES: "question", Page.LABELS: "label",
    Page.PEOPLE: "badge", Page.SETTINGS: "papers", Page.DEVICES: "scanner", Page.SETUP: "retry", Page.HELP: "help",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RailView:
    pages: tuple[Page, ...]
    page: Page


def key_of(pages: tuple[Page, ...], page: Page) -> str:
    """As it is shown: the digit that goes with Ctrl, or F1."""
    return "F1" if page is Page.HELP else str(pages.index(page) + 1)


def spoken(view: RailView, look: Look) -> str:
    return ", ".join(f"{look.lead(said.PAGES[page])} {key_of(view.pages, page)}" for page in view.pages)


def paint(canvas: Canvas, view: RailView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel)
    canvas.fill(QRectF(area.right() - 1, area.top(), 1, area.height()), p.rule)
    head = QRectF(area.left() + u(20), area.top(), area.width() - u(28), u(TOP))
    canvas.text(head, canvas.look.lead(said.OFFICE), Role.LEAD, bold=True, lines=1, floor=Role.HINT)
    for at, page in enumerate(view.pages):
        rect = QRectF(area.left(), area.top() + u(TOP) + at * u(ROW), area.width() - 1, u(ROW))
        _row(canvas, rect, view, page)


def _row(canvas: Canvas, rect: QRectF, view: RailView, page: Page) -> None:
    u, p = canvas.u, canvas.palette
    open_now = page is view.page
    if open_now:
        canvas.fill(rect, p.panel2)
        canvas.fill(QRectF(rect.left(), rect.top(), u(6), rect.height()), p.ink)
    side = u(22)
    icon = QRectF(rect.left() + u(18), rect.center().y() - side / 2, side, side)
    paint_icon(canvas.painter, icon, _ICONS[page], p.ink if open_now else p.ink2)
    key = [Span(text=key_of(view.pages, page), role=Role.HINT, color=p.ink2)]
    right = rect.right() - u(14)
    canvas.row(right, rect.center().y(), key, align="right")
    left = icon.right() + u(10)
    room = QRectF(left, rect.top(), right - canvas.row_width(key) - u(6) - left, rect.height())
    color = p.ink if open_now else p.ink2
    name = canvas.look.lead(said.PAGES[page])
    canvas.text(room, name, Role.CAPTION, color=color, bold=open_now, lines=1, floor=Role.HINT)
