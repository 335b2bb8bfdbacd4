"""A scanner that types, on Windows: its keys by Raw Input, which tells one keyboard from another. Windows only.

Raw Input cannot keep the keys from the desktop: the same scan reaches whatever window has the focus too, so a bench
with such a scanner takes no scans from its own window's keys. Windows gives a program's raw keys to one window only:
one scanner of this kind a bench. Written to Microsoft's documentation and untried on a Windows machine; what can be
told apart from the calls lives in ``raw_keys`` and is tested.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

from station.devices.address import KeysAddress
from station.devices.key_lines import LOST, key_line
from station.devices.pipe_link import PipeLost
from station.devices.raw_keys import Held, RawKey, identity, raw_key

RAW_BYTES_MAX: Final = 1_024
LOOK_MS: Final = 500  # between two looks whether the scanner is still plugged in
_GENERIC_DESKTOP, _KEYBOARD = 0x01, 0x06
_INPUT_SINK, _REMOVE = 0x0100, 0x0001
_RID_INPUT, _RIDI_NAME = 0x10000003, 0x20000007
_WM_INPUT, _PM_REMOVE, _QS_ALL = 0x00FF, 0x0001, 0x04FF
_MESSAGE_ONLY: Final = -3


class RawInputDevice(ctypes.Structure):
    """``RAWINPUTDEVICE``."""

    _fields_ = (
        ("page", ctypes.c_uint16),
        ("usage", ctypes.c_uint16),
        ("flags", ctypes.c_uint32),
        ("window", ctypes.c_void_p),
    )


class RawInputListed(ctypes.Structure):
    """``RAWINPUTDEVICELIST``."""

    _fields_ = (("device", ctypes.c_void_p), ("kind", ctypes.c_uint32))


class Message(ctypes.Structure):
    """``MSG``."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wide", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
        ("private", ctypes.c_uint32),
    )


class RawInputPipe:
    """Opened, read and closed in one thread, whose own window the keys go to. ``user32`` is the library's calls."""

    def __init__(self, address: KeysAddress, *, user32: Any = None) -> None:
        self._address = address
        self._user32 = user32
        self._window: Any = None
        self._devices: set[int] = set()
        self._held = Held()
        self._unlooked_ms = 0

    def open(self) -> None:
        self._user32 = self._user32 or _library()
        self._devices = self._plugged_in()
        if not self._devices:
            raise PipeLost("not_found")
        window = self._user32.CreateWindowExW(0, "Message", None, 0, 0, 0, 0, 0, _MESSAGE_ONLY, None, None, None)
        if not window:
            raise PipeLost("lost")
        self._window = window
        if not self._register(_INPUT_SINK, window):
            raise PipeLost("in_use")

    def read(self, timeout_ms: int) -> bytes:
        self._look(timeout_ms)
        self._user32.MsgWaitForMultipleObjects(0, None, False, timeout_ms, _QS_ALL)
        lines, message = [], Message()
        while self._user32.PeekMessageW(ctypes.byref(message), self._window, 0, 0, _PM_REMOVE):
            if message.message == _WM_INPUT:
                lines.append(self._line(message))
            self._user32.DefWindowProcW(self._window, message.message, message.wide, message.long)
        return b"".join(lines)

    def write(self, data: bytes, timeout_ms: int) -> int:
        """A scanner is not written to."""
        del timeout_ms
        return len(data)

    def close(self) -> None:
        window, self._window = self._window, None
        if window:
            self._register(_REMOVE, None)
            self._user32.DestroyWindow(window)

    def _line(self, message: Message) -> bytes:
        buffer = ctypes.create_string_buffer(RAW_BYTES_MAX)
        size = ctypes.c_uint32(RAW_BYTES_MAX)
        header = 8 + 2 * ctypes.sizeof(ctypes.c_void_p)
        got = self._user32.GetRawInputData(message.long, _RID_INPUT, buffer, ctypes.byref(size), header)
        if not 0 < got <= RAW_BYTES_MAX:
            return LOST
        key = raw_key(buffer.raw[:got], ctypes.sizeof(ctypes.c_void_p))
        return line_of(key, self._devices, self._held, message.time)

    def _look(self, timeout_ms: int) -> None:
        self._unlooked_ms += timeout_ms
        if self._unlooked_ms < LOOK_MS:
            return
        self._unlooked_ms = 0
        if not self._devices & self._plugged_in():
            raise PipeLost("lost")

    def _plugged_in(self) -> set[int]:
        """Handles of the wanted scanner's keyboards."""
        count, size = ctypes.c_uint32(256), ctypes.sizeof(RawInputListed)
        listed = (RawInputListed * 256)()
        got = self._user32.GetRawInputDeviceList(listed, ctypes.byref(count), size)
        wanted = self._address.usb
        found = set()
        for one in listed[: max(int(got), 0) if got != 0xFFFFFFFF else 0]:
            usb = identity(self._name(one.device))
            same = usb and wanted and (usb.vendor, usb.product) == (wanted.vendor, wanted.product)
            if usb and wanted and same and wanted.serial in ("", usb.serial):
                found.add(int(one.device))
        return found

    def _name(self, device: int) -> str:
        buffer, size = ctypes.create_unicode_buffer(512), ctypes.c_uint32(512)
        self._user32.GetRawInputDeviceInfoW(device, _RIDI_NAME, buffer, ctypes.byref(size))
        return buffer.value

    def _register(self, flags: int, window: Any) -> bool:
        wish = RawInputDevice(page=_GENERIC_DESKTOP, usage=_KEYBOARD, flags=flags, window=window)
        return bool(self._user32.RegisterRawInputDevices(ctypes.byref(wish), 1, ctypes.sizeof(wish)))


def line_of(key: RawKey | None, devices: set[int], held: Held, at_ms: int) -> bytes:
    """The key line of one raw key, or nothing: another keyboard's, a repetition, a fake."""
    if key is None or key.device not in devices or not held.is_new(key):
        return b""
    return LOST if key.code is None else key_line(key.code, is_pressed=key.is_pressed, at_ms=at_ms)


def _library() -> Any:
    """Windows' calls with the widths of what they take and give, which ctypes does not know by itself."""
    user32 = getattr(ctypes, "windll").user32  # noqa: B009
    user32.CreateWindowExW.restype = ctypes.c_void_p
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    user32.CreateWindowExW.argtypes = (
        number, ctypes.c_wchar_p, ctypes.c_wchar_p, number, *(ctypes.c_int,) * 4, pointer, pointer, pointer, pointer,
    )  # fmt: skip
    user32.DefWindowProcW.argtypes = (pointer, number, ctypes.c_size_t, ctypes.c_ssize_t)
    user32.DefWindowProcW.restype = ctypes.c_ssize_t
    user32.PeekMessageW.argtypes = (pointer, pointer, number, number, number)
    user32.DestroyWindow.argtypes = (pointer,)
    user32.GetRawInputData.argtypes = (pointer, number, pointer, pointer, number)
    user32.GetRawInputDeviceInfoW.argtypes = (pointer, number, pointer, pointer)
    return user32
