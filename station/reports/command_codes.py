"""Every command code with its words, for a sheet that hangs at the bench. What each does stands in docs/packing.md.

CHOICE is not among them: its answer depends on the question, and the screen shows its code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from station.codes import command_code
from station.labels.tags import command_fields
from station.labels.template import Fields
from station.packing.inputs import Command
from station.packing.owners import OWNER_OF, Owner
from station.settings import CartonSettings
from station.ui.command_words import DOES, WHY
from station.ui.languages import said
from station.ui.present import KEYS
from station.ui.texts import COMMANDS, OWNERS
from station.ui.words import Words, named

LANGUAGE: Final = Words(zh="语言", en="LANGUAGE")
HOLD: Final = Words(zh="挂单：{why}", en="PUT ASIDE: {why}")
PUTS_ASIDE: Final = Words(zh="把订单放到一边，交给{owner}", en="puts the order aside for {owner}")


def command_codes(cartons: Sequence[CartonSettings], languages: tuple[str, str]) -> Iterator[Fields]:
    """The commands themselves, PUT ASIDE for each owner and each reason, and BOX for each carton of the bench.

    ``languages``: the leading one and the one beside it.
    """
    for command in Command:
        if command not in (Command.CHOICE, Command.BOX):
            yield _plain(command, languages)
    for owner in Owner:
        zh, en = OWNERS[owner]
        yield _hold(owner.value, Words(zh=zh, en=en), owner, languages)
    for why, words in WHY.items():
        yield _hold(why.value, words, OWNER_OF[why], languages)
    for carton in cartons:
        code = command_code(Command.BOX, carton.code)
        yield _fields(code, named(carton.name, "BOX"), DOES[Command.BOX], languages)


def _plain(command: Command, languages: tuple[str, str]) -> Fields:
    zh, en = COMMANDS[command]
    name = LANGUAGE if command is Command.LANGUAGE else Words(zh=zh, en=en)
    key = "Ctrl+L" if command is Command.LANGUAGE else KEYS.get(command, "")
    return _fields(command_code(command), name, DOES[command], languages, key)


def _hold(argument: str, why: Words, owner: Owner, languages: tuple[str, str]) -> Fields:
    zh, en = OWNERS[owner]
    code = command_code(Command.HOLD, argument.upper().replace("_", "-"))
    return _fields(code, HOLD.filled(why=why), PUTS_ASIDE.filled(owner=Words(zh=zh, en=en)), languages)


def _fields(code: str, name: Words, does: Words, languages: tuple[str, str], key: str = "") -> Fields:
    """A template's ``zh`` and ``en`` are the two places of a command, in whatever languages they are said."""
    first, second = languages
    return command_fields(
        code=code,
        zh=said(name, first),
        en=said(name, second),
        zh_does=said(does, first),
        en_does=said(does, second),
        key=key,
    )
