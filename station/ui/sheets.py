"""What a key lays over the work until something is chosen: why put aside, boxes, the page of F1. Values, words.

Nothing of it is recorded; only the command that a card gives is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from station.codes import command_code
from station.packing.inputs import Command
from station.packing.owners import OWNER_OF, Exceptional
from station.ui.command_words import DOES, WHY
from station.ui.screen import CommandView, Stage
from station.ui.texts import COMMANDS, OWNERS
from station.ui.words import Words, same


class Kind(StrEnum):
    HOLD = "hold"
    BOX = "box"
    HELP = "help"
    KEYS = "keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """``code`` is what its barcode carries, "" where only a key does it; ``command`` "" where a touch does nothing."""

    words: Words
    does: Words
    key: str = ""
    code: str = ""
    command: str = ""
    argument: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    kind: Kind
    title: Words
    cards: tuple[Card, ...]


WHY_HOLD: Final = Words(zh="为什么放到一边？", en="Why is it put aside?")
WHICH_BOX: Final = Words(zh="用哪个箱子？", en="Which box?")
HELP_TITLE: Final = Words(zh="这里能做什么", en="What you can do here")
HOW_TO_CHOOSE: Final = Words(
    zh="扫码、按 Ctrl+数字或点一下。Esc 返回", en="Scan, press Ctrl+number or touch. Esc: back"
)
HOW_TO_HELP: Final = Words(
    zh="扫码或按键。F12 叫主管。Esc 返回", en="Scan a code or press a key. F12: supervisor. Esc: back"
)
HOW_OF_KEYS: Final = Words(zh="按键或点一下。F1 或 Esc 返回", en="Press a key or touch. F1 or Esc: back")
ASIDE: Final = Words(zh="先放一边", en="Just put it aside")
ASIDE_DOES: Final = Words(zh="没有原因；再按一次 F4", en="No reason; or F4 again")
TURN_OF: Final = Words(zh="转{owner}", en="For {owner}")
NO_BOXES: Final = Words(zh="没有设置箱型", en="No boxes are set up")
GRAMS_EMPTY: Final = Words(zh="空箱 {g} 克", en="{g} g empty")

FIND: Final = Words(zh="找订单", en="FIND")
FIND_DOES: Final = Words(
    zh="按订单号、运单号、电话尾号、货号找", en="by order, waybill, last digits of the telephone, SKU"
)
BOX_DOES: Final = Words(zh="列出所有箱型", en="shows every box")
FULL_SCREEN: Final = Words(zh="全屏", en="FULL SCREEN")
FULL_SCREEN_DOES: Final = Words(zh="全屏，再按一次回来", en="the whole screen, and back")
COLOURS: Final = Words(zh="颜色", en="COLOURS")
COLOURS_DOES: Final = Words(zh="浅色、深色、高对比、色盲安全", en="light, dark, high contrast, colour-safe")

LEARNED_AT_START: Final = tuple(Exceptional)
"""The order of reasons in a house that has not put anything aside yet."""


def hold_sheet(learned: Sequence[str]) -> Sheet:
    """Reasons in the order in which this house uses them, unused ones last; then none at all."""
    used = [Exceptional(why) for why in learned if why in set(Exceptional)]
    ordered = (*used, *(why for why in LEARNED_AT_START if why not in used))
    reasons = tuple(_reason(why, at + 1) for at, why in enumerate(ordered))
    hold = command_code(Command.HOLD)
    aside = Card(words=ASIDE, does=ASIDE_DOES, key="F4", code=hold, command=Command.HOLD)
    return Sheet(kind=Kind.HOLD, title=WHY_HOLD, cards=(*reasons, aside))


def _reason(why: Exceptional, number: int) -> Card:
    argument = why.upper().replace("_", "-")
    zh, en = OWNERS[OWNER_OF[why]]
    return Card(
        words=WHY[why],
        does=TURN_OF.filled(owner=Words(zh=zh, en=en)),
        key=f"Ctrl+{number}",
        code=command_code(Command.HOLD, argument),
        command=Command.HOLD,
        argument=argument,
    )


def box_sheet(boxes: Sequence[tuple[str, str, int]]) -> Sheet:
    """``boxes``: code, name and weight in grams of each that the bench has; at most nine have a key."""
    cards = tuple(
        Card(
            words=same(name),
            does=GRAMS_EMPTY.filled(g=tare_g),
            key=f"Ctrl+{at + 1}" if at < 9 else "",
            code=command_code(Command.BOX, code),
            command=Command.BOX,
            argument=code,
        )
        for at, (code, name, tare_g) in enumerate(boxes)
    )
    return Sheet(kind=Kind.BOX, title=WHICH_BOX if cards else NO_BOXES, cards=cards)


def help_sheet(stage: Stage, commands: Sequence[CommandView]) -> Sheet:
    """The buttons of the screen that is there, then what works on every one; a stop has no page: it says all itself."""
    mine = tuple(_explained(view) for view in commands)
    shown = {view.command for view in commands}
    names = [name for name in _EVERYWHERE if name not in shown]
    others = tuple(_command(Command(name)) for name in names)
    box = (replace(_command(Command.BOX), does=BOX_DOES),) if stage in (Stage.PACKING, Stage.WEIGHING) else ()
    return Sheet(kind=Kind.HELP, title=HELP_TITLE, cards=(*mine, *box, *others, *_KEYS_ONLY))


_EVERYWHERE: Final = ("lock", "sign_out", "language")
_KEY_OF: Final = {"language": "Ctrl+L", "lock": "Ctrl+Shift+K", "box": "F6"}
_KEYS_ONLY: Final = (
    Card(words=FIND, does=FIND_DOES, key="F3"),
    Card(words=COLOURS, does=COLOURS_DOES, key="Ctrl+D"),
    Card(words=FULL_SCREEN, does=FULL_SCREEN_DOES, key="F11"),
)


def _explained(view: CommandView) -> Card:
    command = Command(view.command)
    key = view.key or _KEY_OF.get(command, "")
    return Card(words=view.words, does=DOES[command], key=key, code=view.code, command=command)


def _command(command: Command) -> Card:
    zh, en = COMMANDS[command]
    code = "" if command is Command.BOX else command_code(command)
    return Card(words=Words(zh=zh, en=en), does=DOES[command], key=_KEY_OF.get(command, ""), code=code, command=command)
