"""Which character a key gives on the keyboard that a scanner pretends to be. Tables; pure.

A scanner is programmed to one country's keyboard, the United States' as delivered, and types by it whatever the desktop
has. Sources: xkeyboard-config ``symbols/us``, ``gb``, ``de``, ``fr``, as they stand for a PC keyboard with 105 keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

_TOP, _UPPER, _HOME, _LOWER = range(2, 14), range(16, 28), range(30, 41), range(44, 54)
_GRAVE, _BACKSLASH, _SPACE, _EXTRA = 41, 43, 57, 86  # _EXTRA: the key beside the left Shift, where there is one
NOTHING: Final = "\0"  # in a row: this key gives no character


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Characters by key code: alone, with Shift, with AltGr. ``dead`` ones wait for the next key."""

    plain: Mapping[int, str]
    shifted: Mapping[int, str]
    alt_gr: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    dead: frozenset[str] = frozenset()


def _rows(top: str, upper: str, home: str, lower: str, grave: str, backslash: str, extra: str) -> Mapping[int, str]:
    keys = [*_TOP, *_UPPER, *_HOME, *_LOWER, _GRAVE, _BACKSLASH, _EXTRA, _SPACE]
    characters = "".join((top, upper, home, lower, grave, backslash, extra, " "))
    return MappingProxyType({key: char for key, char in zip(keys, characters, strict=True) if char != NOTHING})


US: Final = Layout(
    plain=_rows("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "`", "\\", "\\"),
    shifted=_rows("!@#$%^&*()_+", "QWERTYUIOP{}", 'ASDFGHJKL:"', "ZXCVBNM<>?", "~", "|", "|"),
)
GB: Final = Layout(
    plain=_rows("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "`", "#", "\\"),
    shifted=_rows('!"£$%^&*()_+', "QWERTYUIOP{}", "ASDFGHJKL:@", "ZXCVBNM<>?", "¬", "~", "|"),
    alt_gr=MappingProxyType({5: "€", 41: "|"}),
)
DE: Final = Layout(
    plain=_rows("1234567890ß´", "qwertzuiopü+", "asdfghjklöä", "yxcvbnm,.-", "^", "#", "<"),
    shifted=_rows('!"§$%&/()=?`', "QWERTZUIOPÜ*", "ASDFGHJKLÖÄ", "YXCVBNM;:_", "°", "'", ">"),
    alt_gr=MappingProxyType(
        {3: "²", 4: "³", 8: "{", 9: "[", 10: "]", 11: "}", 12: "\\", 16: "@", 18: "€", 27: "~", 50: "µ", 86: "|"}
    ),
    dead=frozenset("^´`"),
)
FR: Final = Layout(
    plain=_rows("&é\"'(-è_çà)=", "azertyuiop^$", "qsdfghjklmù", "wxcvbn,;:!", "²", "*", "<"),
    shifted=_rows("1234567890°+", "AZERTYUIOP¨£", "QSDFGHJKLM%", "WXCVBN?./§", NOTHING, "µ", ">"),
    alt_gr=MappingProxyType(
        {3: "~", 4: "#", 5: "{", 6: "[", 7: "|", 8: "`", 9: "\\", 10: "^", 11: "@", 12: "]", 13: "}", 18: "€", 27: "¤"}
    ),
    dead=frozenset("^¨~`"),
)

KEYPAD: Final = MappingProxyType(
    {
        55: "*", 71: "7", 72: "8", 73: "9", 74: "-", 75: "4", 76: "5", 77: "6", 78: "+", 79: "1", 80: "2", 81: "3",
        82: "0", 83: ".", 98: "/", 117: "=", 121: ",",
    }
)  # fmt: skip
"""Whatever NumLock and the country: a scanner means the figure."""
