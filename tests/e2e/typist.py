"""Types into an X server as a wedge scanner does: a key every 0.2 ms, through the extension that xdotool uses itself.

xdotool waits for the server between its keys and needs 0.4 ms and more for each, whatever it is told.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from typing import Any, Final

EVERY_US: Final = 200
RETURN: Final = 0xFF0D
SHIFT: Final = 0xFFE1
KEY_PRESS: Final = 2
KEY_PRESS_MASK: Final = 1
MISSING: Final = [name for name in ("X11", "Xtst") if find_library(name) is None]


class _KeyEvent(ctypes.Structure):
    """The beginning of Xlib's XKeyEvent; ``XNextEvent`` writes 24 longs."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("root", ctypes.c_ulong),
        ("subwindow", ctypes.c_ulong),
        ("time_ms", ctypes.c_ulong),
        ("rest", ctypes.c_long * 24),
    )


class Typist:
    """``arrived_ms``: of the keys that came to the window with the focus, when the server gave them, Shift left out."""

    def __init__(self, display: str) -> None:
        self._x: Any = ctypes.CDLL(find_library("X11"))
        self._test: Any = ctypes.CDLL(find_library("Xtst"))
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        opened = self._x.XOpenDisplay(display.encode()), self._x.XOpenDisplay(display.encode())
        assert all(opened), f"no X server at {display}"
        self._display, self._ears = (ctypes.c_void_p(each) for each in opened)
        self._shift = self._x.XKeysymToKeycode(self._display, SHIFT)
        self._listen()

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)
        self._x.XCloseDisplay(self._ears)

    def type(self, text: str, *, every_us: int = EVERY_US) -> list[int]:
        """Each character's key goes down and up; gives when they arrived at the window, in ms of the server's clock."""
        strokes = [self._stroke(character) for character in text]
        due_ns = time.perf_counter_ns()
        for keycode, shifted in strokes:
            while time.perf_counter_ns() < due_ns:
                pass
            for code, down in self._keys(keycode, shifted):
                self._test.XTestFakeKeyEvent(self._display, ctypes.c_uint(code), down, ctypes.c_ulong(0))
            self._x.XFlush(self._display)
            due_ns += every_us * 1_000
        self._x.XSync(self._display, 0)
        return self._arrived()

    def _keys(self, keycode: int, shifted: bool) -> Iterator[tuple[int, int]]:
        yield from ((self._shift, 1),) if shifted else ()
        yield from ((keycode, 1), (keycode, 0))
        yield from ((self._shift, 0),) if shifted else ()

    def _stroke(self, character: str) -> tuple[int, bool]:
        keysym = RETURN if character == "\n" else ord(character)
        keycode = self._x.XKeysymToKeycode(self._display, keysym)
        assert keycode, f"no key for {character!r}"
        return keycode, self._x.XkbKeycodeToKeysym(self._display, ctypes.c_ubyte(keycode), 0, 0) != keysym

    def _listen(self) -> None:
        window, reverts = ctypes.c_ulong(), ctypes.c_int()
        self._x.XGetInputFocus(self._ears, ctypes.byref(window), ctypes.byref(reverts))
        self._x.XSelectInput(self._ears, window, ctypes.c_long(KEY_PRESS_MASK))
        self._x.XSync(self._ears, 0)

    def _arrived(self) -> list[int]:
        self._x.XSync(self._ears, 0)
        event, found = _KeyEvent(), []
        while self._x.XPending(self._ears):
            self._x.XNextEvent(self._ears, ctypes.byref(event))
            keycode = int(event.rest[2] >> 32)  # x, y, x_root, y_root, state, keycode: two to a long
            if event.type == KEY_PRESS and keycode != self._shift:
                found.append(int(event.time_ms))
        return found


@contextmanager
def typing(display: str) -> Iterator[Typist]:
    """Into whatever window has the focus now."""
    typist = Typist(display)
    try:
        yield typist
    finally:
        typist.close()
