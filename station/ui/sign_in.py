"""The sign-in view: a bench that wants a badge before it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.icons import paint_icon

SCAN_BADGE: Final = Words(zh="扫工牌上班", en="Scan your badge to start")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInView:
    bench: str


def spoken(view: SignInView, look: Look) -> str:
    return f"{view.bench}: {look.lead(SCAN_BADGE)}"


def paint(canvas: Canvas, view: SignInView) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.panel)
    side = min(u(150), area.height() * 0.38)
    top = area.center().y() - side / 2 - u(64)
    icon = QRectF(area.center().x() - side / 2, top, side, side)
    paint_icon(canvas.painter, icon, "badge", p.ink, width=1.4)
    row = QRectF(area.left() + u(32), icon.bottom() + u(20), area.width() - u(64), u(56))
    canvas.text(row, look.lead(SCAN_BADGE), Role.TITLE, bold=True, align="center", floor=Role.BODY)
    second = row.translated(0, u(52))
    canvas.text(second, look.second(SCAN_BADGE), Role.BODY, color=p.ink2, align="center", floor=Role.CAPTION)
    canvas.text(second.translated(0, u(50)), view.bench, Role.BODY, bold=True, align="center", floor=Role.HINT)
