"""``python -m station.translations``: gather every sentence into ``sealbench_zh.ts``; ``--check`` writes nothing.

The check is a step of ``make lint``: it fails when a table has a fault, when the file is not what the tables say, and
when a language that is shipped with the program has anything unfinished.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from station.translations.faults import faults
from station.translations.files import CHINESE, SHIPPED
from station.translations.messages import Message, Translation, document, read
from station.translations.tables import gathered


def chinese(messages: tuple[Message, ...]) -> str:
    """The file of Chinese as it follows from the tables: complete, and the model of every other language."""
    done = {each.key: Translation(forms=(each.chinese,), finished=True) for each in messages}
    return document("zh_CN", messages, done)


def wrong(folder: Path) -> Iterator[str]:
    """One sentence for each fault of the tables and of the files beside them."""
    found = gathered()
    yield from found.faults
    messages = tuple(found.messages.values())
    if CHINESE.read_text(encoding="utf-8") != chinese(messages):
        yield f"{CHINESE.name} is not what the tables say: run python -m station.translations"
    for path in sorted(folder.glob("sealbench_*.ts")):
        yield from (f"{path.name}: {fault}" for fault in faults(messages, read(path)[2]))


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        told = list(wrong(SHIPPED))
    else:
        found = gathered()
        told = found.faults
        CHINESE.write_text(chinese(tuple(found.messages.values())), encoding="utf-8", newline="\n")
    sys.stderr.writelines(f"{each}\n" for each in told)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
