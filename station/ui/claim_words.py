"""What a bench says of claims: others have the order, none is left, a box must not go out. Texts only.

Each is the headline in both languages, then what to do now.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from station.packing.reasons import Reason

CLAIMS: Final = MappingProxyType(
    {
        Reason.ORDER_CLAIMED: (
            "别的工位在装这单", "Another bench has it", "拿到工位 {bench}", "Take it to bench {bench}",
        ),
        Reason.NO_ORDER_FOR_ITEM: ("没有单件订单要它", "No single order waits for it", "{detail}", "{detail}"),
        Reason.NO_ORDER_READY: (
            "没有待装的订单",
            "No order is waiting",
            "有新订单时再扫“下一单”",
            "Scan NEXT again when there are new orders",
        ),
        Reason.PACKED_TWICE: (
            "有一箱不能发货",
            "One box must not ship",
            "订单被别的工位接手了：找出面单 {detail} 的箱子，交主管",
            "Its order was taken over. Find the box with label {detail}, give it to the supervisor",
        ),
    }
)  # fmt: skip
