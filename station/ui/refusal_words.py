"""The way out of an act that was refused, by what stood in its way; the rest asks the supervisor. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.packing.reasons import Reason
from station.ui.words import Words

WAYS_OUT: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "badge_unknown": Words(zh="扫自己的工牌；不行就找主管", en="Scan your own badge; else ask the supervisor"),
        "has_a_barcode": Words(zh="扫商品自己的条码", en="Scan the item's own barcode"),
        "joint_parcel": Words(
            zh="全部装进这一箱；装不下就清除后挂单", en="Pack all of it into this box, or clear and put it aside"
        ),
        "label_requested": Words(
            zh="面单贴好扫一次；装错了就叫主管（F12）", en="Stick the label on and scan it. Packed wrong: HELP (F12)"
        ),
        "no_part_number": Words(
            zh="剩下的装进这一箱；装不下就清除后挂单", en="Pack the rest into this box, or clear and put it aside"
        ),
        "not_a_supervisor": Words(zh="找主管来扫工牌", en="Have a supervisor scan a badge"),
        "nothing_packed": Words(
            zh="先扫装好的商品；都没有就清除后挂单", en="Scan what is in the box; nothing there: clear, put it aside"
        ),
        "order_without_units": Words(
            zh="清除后挂单，办公室会拆开", en="Clear and put it aside; the office separates them"
        ),
    }
)


def way_out(reason: Reason, detail: str) -> Words | None:
    """What to do, where the supervisor is not the answer to everything."""
    return WAYS_OUT.get(detail) if reason is Reason.NOT_ALLOWED else None
