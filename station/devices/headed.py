"""Lines that begin with how the weight stands: ``ST,GS,+000.876kg``. Pure; shared by the makers that write them.

ST stable, US unstable, OL over (with ``-``: under) and UL under; GS or G gross, NT or N net, TR, TW, T or PT tare.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from station.devices.dialect import ScaleFrame
from station.devices.weight import NUMBER, faulty, weighed
from station.packing.inputs import ScaleFault

_LINE: Final = re.compile(r"(ST|US|OL|UL) ?, ?(GS|GW|NT|NW|TR|TW|PT|VL|RZ|G|N|T)(?=[ ,+-])[ ,]*(.*)", re.IGNORECASE)
_WEIGHT: Final = re.compile(rf"([+-]? *{NUMBER}) *,? *([A-Za-z%][A-Za-z%.]{{0,4}}|[\x80-\xff]{{2,6}})?")  # 斤 too
_OTHER: Final = re.compile(r"[+-]? *[\d.]+ *,? *[A-Za-z%][A-Za-z%.]*")  # a count of two parts: catties and taels
_TARE: Final = frozenset({"TR", "TW", "PT", "T"})
_RAW: Final = frozenset({"VL", "RZ"})  # microvolts and converter points


def read(text: str, known: Mapping[str, Decimal]) -> tuple[ScaleFrame, int] | None:
    """The line's meaning and its number field's width; None for a line that is none of these, or a tare."""
    line = _LINE.fullmatch(text.strip(" "))
    if line is None or line[2].upper() in _TARE:
        return None
    state, rest = line[1].upper(), line[3]
    if state in ("OL", "UL"):
        under = state == "UL" or rest.startswith("-")
        return faulty(ScaleFault.UNDERLOAD if under else ScaleFault.OVERLOAD), 0
    weight = _WEIGHT.fullmatch(rest)
    if line[2].upper() in _RAW or (weight is None and _OTHER.fullmatch(rest)):
        return faulty(ScaleFault.NOT_A_WEIGHT), 0
    if weight is None:
        return None
    return weighed(weight[1], weight[2] or "", known, stable=state == "ST"), len(weight[1])
