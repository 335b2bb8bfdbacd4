"""Windows' Raw Input, as far as it can be told apart from Windows: structures into keys, names into identities."""

from __future__ import annotations

import ctypes
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.address import KeysAddress, PluggedAs, keys_come_twice
from station.devices.dialect import RawScan
from station.devices.key_lines import LOST
from station.devices.key_reading import KeyDialect
from station.devices.pipe_link import PipeLost
from station.devices.raw_input_pipe import RawInputPipe, line_of
from station.devices.raw_keys import Held, RawKey, identity, raw_key

SCANNER, OTHER = 0x10043, 0x10055
NAME = r"\\?\HID#VID_0C2E&PID_0B61&MI_00#8&2A1F0C3&0&0000#{884b96c3-56ef-11d1-bc8c-00a0c91405dd}"
UP, E0 = 1, 2


def _raw(make: int, flags: int = 0, device: int = SCANNER, kind: int = 1) -> bytes:
    """A RAWINPUT structure of 64-bit Windows."""
    return struct.pack("<IIQQ", kind, 40, device, 0) + struct.pack("<HHHHII", make, flags, 0, 0, 0x100, 0)


def test_keys() -> None:
    """Scan codes are Linux' numbers; those with E0 are other keys; pressing and letting go are told apart."""
    assert raw_key(_raw(0x1E)) == RawKey(device=SCANNER, code=30, is_pressed=True)
    assert raw_key(_raw(0x1E, UP)) == RawKey(device=SCANNER, code=30, is_pressed=False)
    assert raw_key(_raw(0x1C, E0)) == RawKey(device=SCANNER, code=96, is_pressed=True)
    assert raw_key(_raw(0xFF)) == RawKey(device=SCANNER, code=None, is_pressed=False)


@pytest.mark.parametrize("data", [_raw(0x1E, kind=0), _raw(0x2A, E0), _raw(0x1D, 4), _raw(0), _raw(0x1E)[:-1], b""])
def test_no_keys(data: bytes) -> None:
    """Mice, the fake Shift around arrow keys, Pause and cut structures are no keys."""
    assert raw_key(data) is None


@given(st.binary(max_size=80), st.sampled_from([4, 8]))
def test_any_bytes(data: bytes, pointer_bytes: int) -> None:
    """Whatever Windows hands over, nothing is raised and no code is beyond the keys."""
    key = raw_key(data, pointer_bytes)
    assert key is None or key.code is None or 0 < key.code < 128


def test_identity() -> None:
    """The device's name tells vendor and product; a keyboard that is no USB device has none."""
    assert identity(NAME) == PluggedAs(vendor=0x0C2E, product=0x0B61, serial="8&2A1F0C3&0&0000")
    assert identity(r"\\?\ACPI#PNP0303#4&1f#{884b}") is None


def test_repetitions() -> None:
    """Windows repeats a held key as new; only the first counts. Lost keys forget what was held."""
    held = Held()
    pressed, let_go = raw_key(_raw(0x1E)), raw_key(_raw(0x1E, UP))
    assert pressed is not None
    assert let_go is not None
    assert [held.is_new(pressed), held.is_new(pressed), held.is_new(let_go), held.is_new(pressed)] == [
        True,
        False,
        True,
        True,
    ]
    assert held.is_new(RawKey(device=SCANNER, code=None, is_pressed=False))
    assert held.is_new(pressed)


def test_lines() -> None:
    """Only the wanted scanner's keys become lines; a person's keyboard stays unheard."""
    held = Held()
    keys = [raw_key(_raw(0x1E, device=OTHER)), None, RawKey(device=SCANNER, code=None, is_pressed=False)]
    assert [line_of(key, {SCANNER}, held, 5) for key in keys] == [b"", b"", LOST]
    assert line_of(raw_key(_raw(0x1E)), {SCANNER}, held, 5) == b"K 30 1 5\n"


def test_two_ways_to_the_window() -> None:
    """On Windows what such a scanner types reaches the window too, so the window takes no scans; elsewhere it does."""
    assert keys_come_twice(["tcp:h:1", "evdev:0c2e:0b61"], "win32")
    assert not keys_come_twice(["tcp:h:1"], "win32")
    assert not keys_come_twice(["evdev:0c2e:0b61"], "linux")


class User32:
    """Windows' calls as far as they are used: a list of keyboards, a queue of raw keys, one registration."""

    def __init__(self, *keys: bytes, taken: bool = False) -> None:
        self.keys = list(keys)
        self.names = {SCANNER: NAME, OTHER: r"\\?\HID#VID_046D&PID_C31C#7&1#{884b}"}
        self.taken = taken
        self.windows = 0

    def CreateWindowExW(self, *_: Any) -> int:
        self.windows += 1
        return 77

    def DestroyWindow(self, _window: int) -> None:
        self.windows -= 1

    def RegisterRawInputDevices(self, *_: Any) -> bool:
        return not self.taken

    def GetRawInputDeviceList(self, listed: Any, _count: Any, _size: int) -> int:
        for place, device in enumerate(self.names):
            listed[place].device = device
        return len(self.names)

    def GetRawInputDeviceInfoW(self, device: int, _what: int, buffer: Any, _size: Any) -> None:
        buffer.value = self.names[device]

    def MsgWaitForMultipleObjects(self, *_: Any) -> None: ...

    def PeekMessageW(self, message: Any, *_: Any) -> bool:
        message._obj.message = 0x00FF
        return bool(self.keys)

    def GetRawInputData(self, _handle: int, _what: int, buffer: Any, _size: Any, _header: int) -> int:
        data = self.keys.pop(0)
        ctypes.memmove(buffer, data, len(data))
        return len(data)

    def DefWindowProcW(self, *_: Any) -> int:
        return 0


WANTED = KeysAddress(usb=PluggedAs(vendor=0x0C2E, product=0x0B61))


def test_a_scan() -> None:
    """Keys of the scanner, mixed with a person's, come out as the code that was scanned."""
    codes = (0x1F, 0x18, 0x02, 0x1C)  # s o 1 Enter
    keys = [_raw(code, flags, device) for code in codes for device in (SCANNER, OTHER) for flags in (0, UP)]
    library = User32(*keys)
    pipe = RawInputPipe(WANTED, user32=library)
    pipe.open()
    assert KeyDialect().feed(pipe.read(10)) == [RawScan(text="so1")]
    assert pipe.write(b"x", 0) == 1
    pipe.close()
    assert library.windows == 0


def test_unplugged_on_windows() -> None:
    """A scanner that is no longer among the keyboards is lost within a second, and is not found after that."""
    library = User32()
    pipe = RawInputPipe(WANTED, user32=library)
    pipe.open()
    del library.names[SCANNER]
    with pytest.raises(PipeLost, match="lost"):
        pipe.read(600)
    pipe.close()
    with pytest.raises(PipeLost, match="not_found"):
        RawInputPipe(WANTED, user32=library).open()


def test_a_second_listener() -> None:
    """Raw keys that another window of the program has are told as in use, and the window is given back."""
    library = User32(taken=True)
    pipe = RawInputPipe(WANTED, user32=library)
    with pytest.raises(PipeLost, match="in_use"):
        pipe.open()
    pipe.close()
    assert library.windows == 0
