"""Which key means what. Hot-keys are function keys and Ctrl only, so that no scanned code can press one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

WINDOW: Final[Mapping[int, str]] = MappingProxyType(
    {
        Qt.Key.Key_F1: "page",
        Qt.Key.Key_F2: "undo",
        Qt.Key.Key_F3: "find",
        Qt.Key.Key_F4: "hold",
        Qt.Key.Key_F5: "next",
        Qt.Key.Key_F6: "boxes",
        Qt.Key.Key_F7: "split",
        Qt.Key.Key_F8: "weigh",
        Qt.Key.Key_F9: "clear",
        Qt.Key.Key_F10: "reprint",
        Qt.Key.Key_F12: "help",
    }
)


def choice_number(key: int) -> int | None:
    """1 to 9 for the digit keys."""
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    return None


def choice_of(event: QKeyEvent) -> int | None:
    """The number of an answer given with Ctrl and a digit."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return choice_number(event.key()) if control else None


def plain(event: QKeyEvent, meanings: Mapping[int, str]) -> str | None:
    """What the key means by itself; with Ctrl it means nothing of the view's own."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return None if control else meanings.get(event.key())
