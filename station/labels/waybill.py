"""What a waybill says: an order and its parcel as the named fields that templates fill in. No layout, no painting.

No field carries a price, so no waybill can show one, gift or not (E3); what customs is told is in ``declared_…`` alone,
which only papers for customs show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import groupby
from types import MappingProxyType
from typing import Final

from station.labels.address import lines
from station.labels.customs import declaration
from station.labels.masking import masked_name, masked_phone
from station.labels.printable import clean
from station.labels.saying import Say, both
from station.labels.template import Fields
from station.packing.model import NOT_PACKED, LineKind, Order, OrderLine, Recipient, Waybill

HOME_COUNTRIES: Final = frozenset({"", "CN", "CHN", "CHINA", "中国", "中国大陆"})
ON_ENVELOPES: Final = MappingProxyType(
    {"CD": "DEMOCRATIC REPUBLIC OF THE CONGO", "CG": "REPUBLIC OF THE CONGO", "MM": "MYANMAR"}
)
"""Where Qt's names tell countries apart as no post does ("Congo - Kinshasa")."""

CONTENT_ROWS_MAX = 5
NUMBERS_CHARACTERS_MAX = 34
"""Of order numbers, in one row of the shipped templates."""

S10: Final = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}")


def is_domestic(order: Order) -> bool:
    return order.recipient.country.strip().upper() in HOME_COUNTRIES


def fields(
    order: Order,
    *,
    waybill: Waybill,
    weight_mg: int | None,
    units: int,
    copy: int,
    root16: str,
    bench: str,
    printed_at: str,
    masked: bool,
    specimen: bool = False,
    say: Say = both,
) -> Fields:
    """Fields of one parcel's waybill.

    ``root16`` is the ledger's root as printed: 16 base32 characters. ``printed_at`` is local time, ready to print.
    ``masked`` hides name and telephone of a domestic recipient; another country's post needs them whole.
    ``specimen`` marks a label that no verified parcel stands behind. ``say``: papers may be in other languages; a
    carrier's label is in Chinese and English.
    """
    domestic = is_domestic(order)
    customs = declaration(order.lines)
    hide = masked and domestic
    texts = {
        "carrier": order.service_name or (order.service or ""),
        "extras": order.extras_name,
        "route": order.sort_code or _place(order.recipient, domestic),
        "waybill": waybill,
        "waybill_spaced": spaced(waybill),
        "order": _numbers(order),
        "orders": ", ".join(order.joined or (order.number,)),
        "cell": order.cell,
        "weight": "" if weight_mg is None else f"{weight_mg / 1_000_000:.3f} kg",
        "weight_kg": "" if weight_mg is None else f"{weight_mg / 1_000_000:.3f}",
        "declared_total": customs.total,
        "declared_currency": customs.currency,
        "gift": say("礼物", "Gift") if order.gift else "",
        "shop": order.shop,
        "units": str(units),
        "bench": bench,
        "printed_at": printed_at,
        "root": " ".join(root16[at : at + 4] for at in range(0, len(root16), 4)),
        "copy": str(copy),
        "copy_mark": _mark(copy, specimen),
        **_party("recipient", order.recipient, hide_name=hide, hide_phone=hide),
        **_party("sender", order.sender, hide_name=False, hide_phone=hide),
    }
    rows = {"contents": _contents(order.lines), "declared": customs.rows, "goods": _goods(order.lines, say)}
    return Fields(texts=texts, rows=rows)


def _numbers(order: Order) -> str:
    """The order's number; of several under one waybill all, or the first and how many more where they are long."""
    every = " + ".join(order.joined)
    if len(every) <= NUMBERS_CHARACTERS_MAX:
        return every or order.number
    return f"{order.number} + {len(order.joined) - 1}"


def local_minute(wall_us: int) -> str:
    """An instant as the bench's wall clock shows it, to the minute."""
    return datetime.fromtimestamp(wall_us // 1_000_000, tz=UTC).astimezone().strftime("%Y-%m-%d %H:%M")


def spaced(waybill: str) -> str:
    """The number as people read it out: letters apart, digits in fours, a UPU S10 number in threes."""
    step = 3 if S10.fullmatch(waybill) else 4
    groups = []
    for is_digit, run in groupby(waybill, str.isdigit):
        text = "".join(run)
        groups += _in_groups(text, step) if is_digit else [text]
    return " ".join(groups)


def _in_groups(digits: str, step: int) -> list[str]:
    """Groups of ``step``; a digit left alone joins the group before it."""
    groups = [digits[at : at + step] for at in range(0, len(digits), step)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def _mark(copy: int, specimen: bool) -> str:
    if specimen:
        return "样张 SPECIMEN"
    return f"补打 {copy} · COPY {copy}" if copy > 1 else ""


def _party(role: str, who: Recipient, *, hide_name: bool, hide_phone: bool) -> dict[str, str]:
    return {
        f"{role}_name": masked_name(who.name) if hide_name else who.name,
        f"{role}_phone": masked_phone(who.phone) if hide_phone else who.phone,
        f"{role}_region": _joined([who.province, who.city, who.district]),
        f"{role}_street": who.street,
        f"{role}_town": _joined([who.district, who.city, who.province, who.postcode]),
        f"{role}_postcode": who.postcode,
        f"{role}_country": country(who.country),
        f"{role}_lines": "\n".join(clean(line) for line in lines(who)),
    }


def _joined(parts: list[str]) -> str:
    """Parts in their order, an empty one left out and one said twice (``上海 上海市``) said once."""
    kept: list[str] = []
    for part in (part.strip() for part in parts):
        if part and not (kept and part.startswith(kept[-1])):
            kept.append(part)
        elif part:
            kept[-1] = part
    return " ".join(kept)


def _place(recipient: Recipient, domestic: bool) -> str:
    """Where it goes, large, when the carrier gave no sort code: what a hub's person sorts by."""
    return _joined([recipient.city, recipient.district]) if domestic else country(recipient.country)


def country(code: str) -> str:
    """An ISO 3166 code as the English name in capitals that the post asks for; a name stays a name."""
    from PySide6.QtCore import QLocale

    code = code.strip()
    if code.upper() in ON_ENVELOPES:
        return ON_ENVELOPES[code.upper()]
    if not re.fullmatch(r"[A-Za-z]{2}", code):
        return code.upper()
    territory = QLocale.codeToTerritory(code.upper())
    known = territory is not QLocale.Country.AnyTerritory
    return QLocale.territoryToString(territory).upper() if known else code.upper()


def _goods(ordered: tuple[OrderLine, ...], say: Say) -> tuple[Mapping[str, str], ...]:
    """Every line for whoever opens the box; the words show no price (E3)."""
    return tuple(
        {
            "good": line.name or line.sku,
            "good_sku": line.sku,
            "good_variant": line.variant,
            "good_units": str(line.quantity),
            "good_gift": say("赠品", "free gift") if line.kind is LineKind.GIFT else "",
        }
        for line in ordered
        if line.kind not in NOT_PACKED and line.quantity
    )


def _contents(ordered: tuple[OrderLine, ...]) -> tuple[Mapping[str, str], ...]:
    """What is in the box, by name and number; what does not fit is counted on the last row."""
    goods = [line for line in ordered if line.kind not in NOT_PACKED and line.quantity]
    rows = [{"content": line.name or line.sku, "content_units": str(line.quantity)} for line in goods]
    if len(rows) <= CONTENT_ROWS_MAX:
        return tuple(rows)
    more = goods[CONTENT_ROWS_MAX - 1 :]
    last = {"content": f"and {len(more)} other goods", "content_units": str(sum(line.quantity for line in more))}
    return (*rows[: CONTENT_ROWS_MAX - 1], last)
