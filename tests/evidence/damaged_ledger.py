"""A ledger whose file is damaged anywhere: it opens, or refuses in a sentence, and is never believed otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from station.errors import Trouble
from station.evidence.audit import audit
from station.evidence.bundle import export
from station.evidence.entry import Entry
from station.evidence.keys import load
from station.evidence.ledger_reading import open_reader
from station.evidence.verify import examine
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import ORDER, item, no_pdf, open_ledger, pack

PAGE = 4096


def damaged_ledgers(folder: Path) -> Callable[[Random], str]:
    """One damage at a call; what was wrong, in words."""
    home = Home(folder / "good")
    ledger = open_ledger(home, FakeClock())
    pack(ledger, home)
    ledger.close()
    with closing(open_reader(home.ledger_file)) as reader:
        good = list(reader.entries())

    def tried(chance: Random) -> str:
        hurt = Home(folder / "hurt")
        shutil.rmtree(hurt.root, ignore_errors=True)
        shutil.copytree(home.root, hurt.root)
        hurt.ledger_file.write_bytes(damaged(hurt.ledger_file.read_bytes(), chance))
        return "; ".join((*_audited(hurt, good), *_exported(hurt), *_opened(hurt)))

    return tried


def damaged(data: bytes, chance: Random) -> bytes:
    """One to four places: a bit, some bytes, a sector of zeros or rubbish, a page in another's place, an end gone."""
    changed = bytearray(data)
    pages = len(data) // PAGE
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        match chance.randrange(7):
            case 0 | 1 | 2:
                changed[at] ^= 1 << chance.randrange(8)
            case 3:
                count = min(chance.randint(1, 30), len(changed) - at)
                changed[at : at + count] = chance.randbytes(count)
            case 4:
                at -= at % 512
                changed[at : at + 512] = bytes(512) if chance.random() < 0.5 else chance.randbytes(512)
            case 5:
                one, other = (PAGE * chance.randrange(pages) for _ in range(2))
                changed[one : one + PAGE] = data[other : other + PAGE]
            case _:
                del changed[max(PAGE, at) :]
    return bytes(changed)


def _audited(home: Home, good: list[Entry]) -> Iterator[str]:
    """An audit without a fault means that every entry is what was recorded."""
    try:
        with closing(open_reader(home.ledger_file)) as reader:
            found = audit(reader, load(home, org="acme", bench="B01").bench.public, home.media)
            if found.ok and list(reader.entries()) != good:
                yield "the audit believes other entries"
            yield from (f"a fault in several lines: {fault!r}" for fault in found.faults if "\n" in fault)
    except Trouble as trouble:
        yield from _one_line(trouble)


def _exported(home: Home) -> Iterator[str]:
    """What cannot be read is not sent out; what is sent out is true, or fails its check."""
    out = home.root / "case.zip"
    try:
        export(home, ORDER, out, make_pdf=no_pdf)
    except Trouble as trouble:
        yield from _one_line(trouble)
        return
    examine(out)


def _opened(home: Home) -> Iterator[str]:
    try:
        ledger = open_ledger(home, FakeClock())
        try:
            ledger.append([item(5)], order_no="SO-5", by="p1")
        finally:
            ledger.close()
    except Trouble as trouble:
        yield from _one_line(trouble)


def _one_line(trouble: Trouble) -> Iterator[str]:
    if "\n" in trouble.sentence():
        yield f"refused in more than one line: {trouble.sentence()!r}"
