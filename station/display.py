"""Whether this machine has a screen for a window."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """A platform that was chosen on purpose counts; else the session's own variables tell."""
    if "QT_QPA_PLATFORM" in os.environ:
        return os.environ["QT_QPA_PLATFORM"].split(":")[0] not in ("offscreen", "minimal")
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
