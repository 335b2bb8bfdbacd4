"""Address lines in the order that the destination's post reads them. Pure; a table and no more.

``S`` street, ``D`` district, ``C`` city, ``P`` province, ``Z`` postcode; ``|`` begins a line. Where a part is empty its
separators go with it. Compared country by country (2026-11) with the address formats that Google publishes for
libaddressinput and that CLDR-based libraries carry, which follow UPU S42 and the posts' own pages. Two things differ on
purpose: a province stands on a line of its own also where the post does without it, since what the buyer wrote is not
left out; and Japan and Korea in Latin letters have the postcode as their own posts show it for letters from abroad.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.packing.model import Recipient

_COUNTRIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "S|D|Z C|P": "AD AR AT AX AZ BA BE BG CH CL CV CY CZ DE DK DO DZ ET FI FO FR GE GL GR GW HR HT IS KG KW LA LI"
        " LR LU MA MC MD ME MG MK MQ MY MZ NC NE NL NO PF PL PT PY RE RO RS SE SI SK SM SN TN UZ VA WF XK YT ZM",
        "S|D|Z C P": "EE ES IT LT UY",
        "S|D|Z C, P": "MX",
        "S|D|Z C/P": "TR",
        "S|D|Z, C|P": "BY",
        "S|D|Z-C|P": "GT",
        "S|D|Z|C|P": "AL AM EC OM",
        "S|D|C P Z": "AS AU CA CC CX FM GU MH MP PR PW US VI",
        "S|D|C Z|P": "BH BM BN BT IL IN JO KH LB LS MT MV NG NP NZ PE PG SA SG ZA",
        "S|D|C, Z|P": "LV MM",
        "S|D|C-Z|P": "PK",
        "S|D|C - Z|P": "BD",
        "S|D|C-P|Z": "BR",
        "S|D|C Z, P": "VE",
        "S|D|C, P, Z": "CO",
        "S|D|C, P Z": "BB",
        "S|D|C, P|Z": "HN IQ KN",
        "S|D|C P|Z": "CU",
        "S|D|P, C|Z": "CR",
        "S|D, C|P Z": "TH",
        "S|D, C|Z P": "PH",
        "S|D|C|P": "AE AG BO BS GH HK JM MO PA QA SR UG YE ZW",
        "S|D|C|P Z": "ID MN VN",
        "S|D|C|P|Z": "AF EG GB GG IE IM JE KE LK RU SV UA",
        "S|D, C|P, Z": "CN",
        "S, D|C, P Z": "JP TW",
        "S, D|C, P|Z": "KR",
        "C|D|S|Z": "HU",
        "P|C, D|S|Z": "IR",
        "Z|P|C|D|S": "KZ",
    }
)
_FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {code: pattern for pattern, codes in _COUNTRIES.items() for code in codes.split()}
)
_OTHERS: Final = "S|D|C P|Z"
_OWN_SCRIPT: Final[Mapping[str, str]] = MappingProxyType(
    {**dict.fromkeys(("CN", "HK", "JP", "MO", "TW"), "Z|P C D|S"), "KR": "P C D|S|Z"}
)
"""From the largest to the smallest; Korea writes the postcode below."""


def lines(who: Recipient) -> tuple[str, ...]:
    """Street to postcode, one line each as the post of ``who.country`` wants them; without name and country."""
    code = who.country.strip().upper()
    own = _OWN_SCRIPT.get(code) if _wide(who.street) else None
    pattern = own or _FORMATS.get(code, _OTHERS)
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
