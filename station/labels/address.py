"""Address lines in the order that the destination's post reads them. Pure; a table and no more.

The order of the parts is the one that UPU S42 and the national posts describe: ``S`` street, ``D`` district,
``C`` city, ``P`` province, ``Z`` postcode; ``|`` begins a line. Where a part is empty its separators go with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.packing.model import Recipient

_POSTCODE_FIRST = "AT BE CH CZ DE DK EE FI FR GR HR IL IS LI LU LT LV MC NL NO PL PT RO RS SE SI SK"
_FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(_POSTCODE_FIRST.split(), "S|D|Z C|P"),
        **dict.fromkeys(("US", "CA", "AU", "PR"), "S|D|C P Z"),
        "GB": "S|D|C|P|Z",
        "IE": "S|D|C|P Z",
        "ES": "S|D|Z C (P)",
        "IT": "S|D|Z C (P)",
        "BR": "S|D|C-P|Z",
        "CN": "S|D, C|P Z",
        "MX": "S|D|Z C, P",
        "HU": "C|D|S|Z",
        "IN": "S|D|C Z|P",
        "ID": "S|D|C|P Z",
        "MY": "S|D|Z C|P",
        "NZ": "S|D|C Z|P",
        "RU": "S|D|C|P|Z",
        "UA": "S|D|C|P|Z",
        "KZ": "Z|P|C|D|S",
        "SA": "S|D|C Z|P",
        "SG": "S|D|C Z|P",
        "TH": "S|D, C|P Z",
        "TR": "S|D|Z C/P",
        "VN": "S|D|C|P Z",
        "JP": "S, D|C, P Z",
        "KR": "S, D|C, P|Z",
        "HK": "S|D|C|P",
        "TW": "S, D|C, P Z",
    }
)
_OTHERS: Final = "S|D|C P|Z"
_HAN: Final = "Z|P C D|S"
"""Of China, Japan, Korea and Taiwan in their own script: from the largest to the smallest."""

_HAN_COUNTRIES: Final = frozenset({"CN", "HK", "JP", "KR", "MO", "TW"})


def lines(who: Recipient) -> tuple[str, ...]:
    """Street to postcode, one line each as the post of ``who.country`` wants them; without name and country."""
    code = who.country.strip().upper()
    own_script = code in _HAN_COUNTRIES and _wide(who.street)
    pattern = _HAN if own_script else _FORMATS.get(code, _OTHERS)
    parts = {"S": who.street, "D": who.district, "C": who.city, "P": who.province, "Z": who.postcode}
    filled = (_line(line, {letter: part.strip() for letter, part in parts.items()}) for line in pattern.split("|"))
    return tuple(line for line in filled if line)


def _line(pattern: str, parts: Mapping[str, str]) -> str:
    """The parts of one line, what stands between them only between two, and none twice (``北京市 北京市``)."""
    line = ""
    for before, letter, behind in re.findall(r"([^A-Z]*)([A-Z])(\)?)", pattern):
        part = parts[letter]
        if part and part not in line.split(" "):
            line = f"{line}{before}{part}{behind}" if line else part
    return line


def _wide(text: str) -> bool:
    return any(unicodedata.east_asian_width(character) == "W" for character in text)
