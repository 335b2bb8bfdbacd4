"""What each command does and each reason for PUT ASIDE is called: on the bench's sheet and the F1 page. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.packing.inputs import Command
from station.packing.owners import Exceptional
from station.ui.words import Words

DOES: Final[Mapping[Command, Words]] = MappingProxyType(
    {
        Command.CLEAR: Words(zh="结束红色提示", en="ends a red stop"),
        Command.UNDO: Words(
            zh="撤销最后一次扫描，要面单之前都可以", en="takes back the last scan, until the label is asked for"
        ),
        Command.HOLD: Words(zh="把订单放到一边", en="the order waits; pack another one"),
        Command.NEXT: Words(zh="离开封好的包裹，扫下一单", en="leaves a sealed parcel for the next order"),
        Command.SPLIT: Words(zh="这箱满了，剩下的装下一箱", en="this box is full: the rest goes into the next one"),
        Command.WEIGH: Words(zh="再读一次秤", en="asks the scale again"),
        Command.RETRY: Words(zh="再试一次工位在等的事", en="tries again what the bench waits for"),
        Command.PAPERS: Words(zh="箱内纸张（装箱单、保修卡等）再打一次", en="prints the papers in the box once more"),
        Command.REPRINT: Words(
            zh="同一运单号再打一张，带补打标记", en="prints the same number again, marked as a copy"
        ),
        Command.BY_HAND: Words(zh="一件没有条码的商品", en="one unit of an item that has no barcode"),
        Command.SHORT: Words(
            zh="缺件也发，要主管的工牌", en="ships without what is missing; a supervisor's badge is asked"
        ),
        Command.YES: Words(zh="是；也是“已读”“知道了”", en='yes; also "read" and "noted"'),
        Command.NO: Words(
            zh="否；问原因时是“取消”；打印后是没出单", en="no; cancels what asks why; after printing: none came out"
        ),
        Command.HELP: Words(zh="叫主管，会记录下来", en="calls the supervisor and is recorded"),
        Command.SIGN_OUT: Words(zh="退出登录；登录扫自己的工牌", en="signs out; to sign in scan your badge"),
        Command.LANGUAGE: Words(zh="换另一种语言", en="the other language leads"),
        Command.LOCK: Words(zh="锁定工位，扫工牌解锁", en="locks the bench; a badge unlocks it"),
        Command.ZERO: Words(zh="空秤归零", en="zeroes the empty scale"),
        Command.PHOTO: Words(zh="马上给这个包裹拍一张", en="takes a photo of this parcel now"),
        Command.BOX: Words(zh="换这种箱子", en="takes this box"),
    }
)

WHY: Final[Mapping[Exceptional, Words]] = MappingProxyType(
    {
        Exceptional.SHORT: Words(zh="缺货", en="Short"),
        Exceptional.DAMAGED: Words(zh="破损", en="Damaged"),
        Exceptional.WRONG_ITEM: Words(zh="货不对", en="Wrong item"),
        Exceptional.NO_BARCODE: Words(zh="没有条码", en="No barcode"),
        Exceptional.CALL: Words(zh="要问买家", en="Call the buyer"),
        Exceptional.ADDRESS: Words(zh="地址有问题", en="Bad address"),
        Exceptional.CANCELLED: Words(zh="买家要取消", en="Buyer cancels"),
    }
)
