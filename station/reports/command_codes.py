"""Every command code with its words, for a sheet that hangs at the bench. What each does stands in docs/packing.md.

CHOICE is not among them: its answer depends on the question, and the screen shows its code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from station.codes import command_code
from station.labels.tags import command_fields
from station.labels.template import Fields
from station.packing.inputs import Command
from station.packing.owners import OWNER_OF, Owner
from station.settings import CartonSettings
from station.ui.command_words import DOES, WHY
from station.ui.present import KEYS
from station.ui.texts import COMMANDS, OWNERS


def command_codes(cartons: Sequence[CartonSettings]) -> Iterator[Fields]:
    """The commands themselves, HOLD for each owner and each reason, and BOX for each carton of the bench."""
    for command in Command:
        if command not in (Command.CHOICE, Command.BOX):
            yield _plain(command)
    for owner in Owner:
        zh, en = OWNERS[owner]
        yield _hold(owner.value, zh, en, owner)
    for why, words in WHY.items():
        yield _hold(why.value, words.zh, words.en.lower(), OWNER_OF[why])
    for carton in cartons:
        does = DOES[Command.BOX]
        code = command_code(Command.BOX, carton.code)
        yield command_fields(code=code, zh=carton.name, en="BOX", zh_does=does.zh, en_does=does.en)


def _plain(command: Command) -> Fields:
    zh, en = COMMANDS[command]
    does = DOES[command]
    if command is Command.LANGUAGE:
        zh, en = "语言", "LANGUAGE"
    key = "Ctrl+L" if command is Command.LANGUAGE else KEYS.get(command, "")
    return command_fields(code=command_code(command), zh=zh, en=en, zh_does=does.zh, en_does=does.en, key=key)


def _hold(argument: str, zh: str, en: str, owner: Owner) -> Fields:
    zh_owner, en_owner = OWNERS[owner]
    return command_fields(
        code=command_code(Command.HOLD, argument.upper().replace("_", "-")),
        zh=f"挂单：{zh}",
        en=f"HOLD {en}",
        zh_does=f"把订单放到一边，交给{zh_owner}",
        en_does=f"puts the order aside for {en_owner}",
    )
