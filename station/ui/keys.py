"""Which key means what. Hot-keys are function keys and Ctrl only, so that no scanned code can press one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt

CLEAR_KEY: Final = Qt.Key.Key_F9

COMMANDS: Final[Mapping[int, str]] = MappingProxyType(
    {
        Qt.Key.Key_F2: "undo",
        Qt.Key.Key_F4: "hold",
        Qt.Key.Key_F5: "next",
        Qt.Key.Key_F7: "split",
        Qt.Key.Key_F8: "weigh",
        Qt.Key.Key_F10: "reprint",
        Qt.Key.Key_F12: "help",
    }
)


def choice_number(key: int) -> int | None:
    """1 to 9 for the digit keys."""
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    return None
