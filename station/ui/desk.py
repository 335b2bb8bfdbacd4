"""The look of the windows one sits at: the tokens as a Qt palette for ordinary widgets."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

from station.ui.letters import FAMILY, load_fonts
from station.ui.theme import Palette

_BODY_PX = 15


def dress(widget: QWidget, tokens: Palette) -> None:
    """Colours and font of a desk window and all its children."""
    load_fonts()
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, color in (
        (roles.Window, tokens.bg),
        (roles.Base, tokens.panel),
        (roles.AlternateBase, tokens.panel2),
        (roles.Button, tokens.panel2),
        (roles.WindowText, tokens.ink),
        (roles.Text, tokens.ink),
        (roles.ButtonText, tokens.ink),
        (roles.PlaceholderText, tokens.ink3),
        (roles.Highlight, tokens.data),
        (roles.HighlightedText, tokens.panel),
    ):
        palette.setColor(role, QColor(color))
    widget.setPalette(palette)
    font = QFont(FAMILY)
    font.setPixelSize(_BODY_PX)
    widget.setFont(font)
