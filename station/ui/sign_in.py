"""The sign-in view: a bench that wants a badge before it works."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.screen import Words
from station.ui.seat_words import SCAN_BADGE
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.icons import paint_icon


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInView:
    """``notice``: what whoever leaves the bench should know; None as a rule."""

    bench: str
    notice: Words | None = None


def spoken(view: SignInView, look: Look) -> str:
    notice = "" if view.notice is None else f". {look.lead(view.notice)}"
    return f"{view.bench}: {look.lead(SCAN_BADGE)}{notice}"


def paint(canvas: Canvas, view: SignInView) -> None:
    area, u, look, p = canvas.area, canvas.u, canvas.look, canvas.palette
    canvas.fill(area, p.panel)
    side = min(u(150), area.height() * 0.38)
    gap = min(float(u(20)), area.height() * 0.04)
    below = gap + u(56 + 52 + 44) + (u(72) if view.notice is not None else 0)
    top = max(area.top() + u(8), area.center().y() - (side + below) / 2)
    side = min(side, area.bottom() - u(8) - below - top)
    icon = QRectF(area.center().x() - side / 2, top, side, side)
    paint_icon(canvas.painter, icon, "badge", p.ink, width=1.4)
    row = QRectF(area.left() + u(32), icon.bottom() + gap, area.width() - u(64), u(56))
    canvas.text(row, look.lead(SCAN_BADGE), Role.TITLE, bold=True, align="center", floor=Role.BODY)
    second = row.translated(0, u(52))
    canvas.second(second, look.second(SCAN_BADGE), Role.BODY, align="center")
    third = second.translated(0, u(50))
    canvas.text(third, view.bench, Role.BODY, bold=True, align="center", floor=Role.HINT)
    if view.notice is not None:
        told = third.translated(0, u(44))
        canvas.text(told, look.lead(view.notice), Role.BODY, align="center", floor=Role.HINT)
        canvas.second(told.translated(0, u(34)), look.second(view.notice), Role.HINT, align="center")
