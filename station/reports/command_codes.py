"""Every command code with its words, for a sheet that hangs at the bench. What each does stands in docs/packing.md.

CHOICE is not among them: its answer depends on the question, and the screen shows its code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from station.codes import command_code
from station.labels.tags import command_fields
from station.labels.template import Fields
from station.packing.inputs import Command
from station.packing.owners import OWNER_OF, Exceptional, Owner
from station.settings import CartonSettings
from station.ui.present import KEYS
from station.ui.texts import COMMANDS, OWNERS

_DOES: Final[Mapping[Command, tuple[str, str]]] = MappingProxyType(
    {
        Command.CLEAR: ("结束红色提示", "ends a red stop"),
        Command.UNDO: ("撤销最后一次扫描，要面单之前都可以", "takes back the last scan, until the label is asked for"),
        Command.HOLD: ("把订单放到一边", "puts the order aside"),
        Command.NEXT: ("离开封好的包裹，扫下一单", "leaves a sealed parcel for the next order"),
        Command.SPLIT: ("这箱满了，剩下的装下一箱", "this box is full: the rest goes into the next one"),
        Command.WEIGH: ("再读一次秤", "asks the scale again"),
        Command.RETRY: ("再试一次工位在等的事", "tries again what the bench waits for"),
        Command.PAPERS: ("箱内纸张（装箱单、保修卡等）再打一次", "prints the papers in the box once more"),
        Command.REPRINT: ("同一运单号再打一张，带补打标记", "prints the same number again, marked as a copy"),
        Command.BY_HAND: ("一件没有条码的商品", "one unit of an item that has no barcode"),
        Command.SHORT: ("缺件也发，要主管的工牌", "ships without what is missing; a supervisor's badge is asked"),
        Command.YES: ("第一个答案；也是“已读”“知道了”", 'the first answer; also "read" and "noted"'),
        Command.NO: ("最后一个答案；打印后：没出单", "the last answer; after printing: no label came out"),
        Command.HELP: ("叫主管，会记录下来", "calls the supervisor and is recorded"),
        Command.SIGN_OUT: ("退出登录；登录扫自己的工牌", "signs out; to sign in scan your badge"),
        Command.LANGUAGE: ("换另一种语言", "the other language leads"),
        Command.ZERO: ("归零，现在还没有作用", "zeroes the scale; does nothing yet"),
        Command.PHOTO: ("马上给这个包裹拍一张", "takes a photo of this parcel now"),
        Command.BOX: ("换这种箱子", "takes this box"),
    }
)

_WHY: Final[Mapping[Exceptional, tuple[str, str]]] = MappingProxyType(
    {
        Exceptional.SHORT: ("缺货", "short"),
        Exceptional.DAMAGED: ("破损", "damaged"),
        Exceptional.WRONG_ITEM: ("货不对", "wrong item"),
        Exceptional.NO_BARCODE: ("没有条码", "no barcode"),
        Exceptional.CALL: ("要问买家", "call the buyer"),
    }
)


def command_codes(cartons: Sequence[CartonSettings]) -> Iterator[Fields]:
    """The commands themselves, HOLD for each owner and each reason, and BOX for each carton of the bench."""
    for command in Command:
        if command not in (Command.CHOICE, Command.BOX):
            yield _plain(command)
    for owner in Owner:
        zh, en = OWNERS[owner]
        yield _hold(owner.value, zh, en, owner)
    for why, (zh, en) in _WHY.items():
        yield _hold(why.value, zh, en, OWNER_OF[why])
    for carton in cartons:
        zh_does, en_does = _DOES[Command.BOX]
        code = command_code(Command.BOX, carton.code)
        yield command_fields(code=code, zh=carton.name, en="BOX", zh_does=zh_does, en_does=en_does)


def _plain(command: Command) -> Fields:
    zh, en = COMMANDS[command]
    zh_does, en_does = _DOES[command]
    if command is Command.LANGUAGE:
        zh, en = "语言", "LANGUAGE"
    key = "Ctrl+L" if command is Command.LANGUAGE else KEYS.get(command, "")
    return command_fields(code=command_code(command), zh=zh, en=en, zh_does=zh_does, en_does=en_does, key=key)


def _hold(argument: str, zh: str, en: str, owner: Owner) -> Fields:
    zh_owner, en_owner = OWNERS[owner]
    return command_fields(
        code=command_code(Command.HOLD, argument.upper().replace("_", "-")),
        zh=f"挂单：{zh}",
        en=f"HOLD {en}",
        zh_does=f"把订单放到一边，交给{zh_owner}",
        en_does=f"puts the order aside for {en_owner}",
    )
