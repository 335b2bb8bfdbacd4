"""Keeps a screen from going dark while a program shows something that nobody touches: the wall board.

Each system has its own way; where none of them answers, the screen's own settings decide, and nothing fails. What is
held goes with the object, and with the process.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable

_ES_CONTINUOUS = 0x80000000
_ES_DISPLAY_REQUIRED = 0x00000002
_SERVICE = "org.freedesktop.ScreenSaver"
_DBUS_MS = 1_000


def keep_awake(why: str) -> Callable[[], None]:
    """The screen stays lit until what is returned is called."""
    if sys.platform == "win32":
        return _windows()
    held = [one for one in (_desktop(why), _x11()) if one is not None]

    def let_go() -> None:
        for each in held:
            each()

    return let_go


def _windows() -> Callable[[], None]:
    def state(flags: int) -> None:
        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - other systems' type checkers have no windll
        kernel.SetThreadExecutionState(flags)

    state(_ES_CONTINUOUS | _ES_DISPLAY_REQUIRED)
    return lambda: state(_ES_CONTINUOUS)


def _desktop(why: str) -> Callable[[], None] | None:
    """GNOME, KDE and others, under Wayland too, over the session's bus."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusInterface, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    saver = QDBusInterface(_SERVICE, "/org/freedesktop/ScreenSaver", _SERVICE, bus)
    saver.setTimeout(_DBUS_MS)
    reply = saver.callWithArgumentList(QDBus.CallMode.Block, "Inhibit", ["sealbench", why])
    if reply.type() is not QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
        return None
    cookie = reply.arguments()[0]

    def release() -> None:
        saver.callWithArgumentList(QDBus.CallMode.NoBlock, "UnInhibit", [cookie])

    return release


def _x11() -> Callable[[], None] | None:
    """A bare X server, as a board's small computer may run: saver and power saving wait while the connection stands."""
    if not os.environ.get("DISPLAY"):
        return None
    try:
        x11, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        return None
    held = ctypes.c_void_p(display)
    major, minor = ctypes.c_int(), ctypes.c_int()
    if not saver.XScreenSaverQueryExtension(held, ctypes.byref(major), ctypes.byref(minor)):
        x11.XCloseDisplay(held)
        return None
    saver.XScreenSaverSuspend(held, 1)
    x11.XFlush(held)

    def close() -> None:
        x11.XCloseDisplay(held)

    return close
