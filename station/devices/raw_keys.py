"""Windows' Raw Input, its pure part: which device a key came from and which key it was. Bytes in, values out.

Windows numbers keys by their place on the keyboard (scan codes of set 1), as Linux does for all but those marked E0,
so no layout of the desktop takes part. Source: Microsoft, "Raw Input": RAWINPUTHEADER, RAWKEYBOARD, interface names.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from station.devices.address import PluggedAs

KEYBOARD: Final = 1  # RIM_TYPEKEYBOARD
OVERRUN: Final = 0xFF  # KEYBOARD_OVERRUN_MAKE_CODE: Windows lost keys
_BREAK, _E0, _E1 = 1, 2, 4
_HEADERS: Final = MappingProxyType({8: struct.Struct("<IIQQ"), 4: struct.Struct("<IIII")})  # by the pointer's size
_KEYBOARD: Final = struct.Struct("<HHHHII")
_NAME: Final = re.compile(r"(?:\\\\\?\\)?HID#VID_([0-9A-F]{4})&PID_([0-9A-F]{4})[^#]*#([^#]+)#.*", re.I | re.S)
_EXTENDED: Final = MappingProxyType(
    {
        0x1C: 96, 0x1D: 97, 0x35: 98, 0x38: 100, 0x47: 102, 0x48: 103, 0x49: 104, 0x4B: 105, 0x4D: 106, 0x4F: 107,
        0x50: 108, 0x51: 109, 0x52: 110, 0x53: 111, 0x5B: 125, 0x5C: 126, 0x5D: 127,
    }
)  # fmt: skip
"""Scan codes with E0 by Linux' numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawKey:
    """``code`` is Linux' number of the key; None when Windows says that it lost keys."""

    device: int  # Windows' handle
    code: int | None
    is_pressed: bool


def raw_key(data: bytes, pointer_bytes: int = 8) -> RawKey | None:
    """Of one RAWINPUT structure; None for a mouse, a fake key (E1, E0 2A) and what is cut off."""
    header = _HEADERS[pointer_bytes]
    if len(data) < header.size + _KEYBOARD.size:
        return None
    kind, _, device, _ = header.unpack_from(data)
    make, flags, _, _, _, _ = _KEYBOARD.unpack_from(data, header.size)
    if kind != KEYBOARD:
        return None
    if make == OVERRUN:
        return RawKey(device=device, code=None, is_pressed=False)
    code = None if flags & _E1 else _EXTENDED.get(make) if flags & _E0 else make
    if code is None or not 0 < code < 128:
        return None
    return RawKey(device=device, code=code, is_pressed=not flags & _BREAK)


def identity(name: str) -> PluggedAs | None:
    r"""What a device's name (``\\?\HID#VID_0C2E&PID_0B61&MI_00#8&2a1f…&0000#{…}``) says it is; None if not USB HID.

    ``serial`` is Windows' own number of what is plugged in where, which tells two of a kind apart.
    """
    found = _NAME.fullmatch(name)
    return found and PluggedAs(vendor=int(found[1], 16), product=int(found[2], 16), serial=found[3])


class Held:
    """Which keys are down: Windows repeats a held key as if it were pressed anew."""

    def __init__(self) -> None:
        self._down: set[int] = set()

    def is_new(self, key: RawKey) -> bool:
        """Whether this is a key going down or up, and no repetition."""
        if key.code is None:
            self._down.clear()
            return True
        if key.is_pressed and key.code in self._down:
            return False
        (self._down.add if key.is_pressed else self._down.discard)(key.code)
        return True
