"""Value-added services as order tables write them, as the ids that services offer them by (G11). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from station.orders.source_order import CellError

_IDS: Mapping[str, str] = MappingProxyType(
    {
        "insurance": "insurance",
        "insured": "insurance",
        "保险": "insurance",
        "快递保险": "insurance",
        "保价": "insurance",
        "receipt_sms": "receipt_sms",
        "receipt sms": "receipt_sms",
        "签收短信": "receipt_sms",
        "签收短信提醒": "receipt_sms",
        "短信提醒": "receipt_sms",
        "signature": "signature",
        "本人签收": "signature",
        "cod": "cod",
        "代收货款": "cod",
    }
)
_BETWEEN = re.compile(r"[,，、;；|/+\n]+")


def value_added(text: str, column: str) -> tuple[str, ...]:
    """Each once, in their order; a word that is none refuses the row, or an insured parcel would go without."""
    words = [word for part in _BETWEEN.split(text) if (word := part.strip())]
    found = []
    for word in words:
        extra = _IDS.get(word.casefold())
        if extra is None:
            known = ", ".join(dict.fromkeys(_IDS.values()))
            raise CellError(column, f"{word[:40]!r} is no value-added service; known: {known}")
        found.append(extra)
    return tuple(dict.fromkeys(found))
