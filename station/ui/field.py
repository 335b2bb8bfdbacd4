"""A field in which people type, in the look of its view: colours, letters, name, and a ring while it has the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit

from station.ui.look import Look
from station.ui.type import Role

RING_PX: Final = 3


def dress(field: QLineEdit, look: Look, role: Role, name: str) -> None:
    """``name`` is what a screen reader calls it, and stands in it while it is empty and asks for nothing else."""
    p = look.palette
    field.setAccessibleName(name)
    field.setFont(look.letters.font(look.grid.px(role), bold=False))
    colors = QPalette(field.palette())
    colors.setColor(QPalette.ColorRole.PlaceholderText, QColor(p.ink3))
    field.setPalette(colors)
    plain = f"border: 1px solid {p.edge}; border-radius: {look.grid.u(4)}px; padding: 0 {look.grid.u(8) + 2}px;"
    ring = f"border: {RING_PX}px solid {p.ink}; padding: 0 {look.grid.u(8)}px;"
    sheet = (
        f"QLineEdit {{ background: {p.panel}; color: {p.ink}; selection-background-color: {p.ink};"
        f" selection-color: {p.panel}; {plain} }} QLineEdit:focus {{ {ring} }}"
    )
    if field.styleSheet() != sheet:  # setting it polishes anew, which costs more than a paint
        field.setStyleSheet(sheet)
