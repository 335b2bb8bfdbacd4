"""A new epoch begun while the power may go: the bench goes on, or refuses and the same act is done once more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from station.bench_ledger import open_ledger
from station.epoch_change import change_epoch
from station.errors import Trouble
from station.evidence.audit import audit
from station.evidence.canonical import b64
from station.evidence.erasing import excuses
from station.evidence.keys import load as load_keys
from station.evidence.keys import read_vkey
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.merkle import root_of
from station.evidence.past import PastLogs
from station.home import Home
from station.orders.orderbook import OrderBook
from station.settings import load
from tests.clocks import FakeClock
from tests.evidence.cut_act import Act, Say
from tests.ledger_days import pack

MEMORY = '[evidence]\nmemory = "memory"\nkey_store = "file"\n'
"""All that a cut may harm lies in the home."""


def book_of(home: Home) -> OrderBook:
    return OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")


def home_with_book(folder: Path) -> Home:
    home = Home(folder / "home")
    home.root.mkdir()
    home.settings_file.write_text(MEMORY, encoding="utf-8")
    return home


def one_day(folder: Path) -> Home:
    home = home_with_book(folder)
    with closing(book_of(home)) as book:
        pack(home, load(home), FakeClock(), "SO-1", book=book)
    return home


def begin_again(home: Home) -> None:
    with closing(book_of(home)) as book:
        change_epoch(home, load(home), FakeClock(), book, why="the disk was changed", by="P009")


def _change(home: Home, say: Say) -> None:
    with closing(open_reader(home.ledger_file)) as reader:
        said = f"{reader.log} {reader.size} {b64(root_of(reader.nodes, reader.size))}"
    say(said)
    begin_again(home)
    say("begun")


def _opens(home: Home) -> None:
    with closing(book_of(home)) as book:
        open_ledger(home, load(home), FakeClock(), book=book).close()


def _judge(home: Home, said: tuple[str, ...]) -> Iterator[str]:
    try:
        _opens(home)
    except Trouble as trouble:
        if "begun" in said or "evidence epoch" not in trouble.sentence():
            yield f"refused: {trouble.sentence()}"
            return
        try:
            begin_again(home)
            _opens(home)
        except Trouble as again:
            yield f"the same act again: {again.sentence()}"
            return
    yield from faults(home)
    yield from (f"lost: {line}" for line in said if line != "begun" and not _is_kept(home, *line.split()))


def faults(home: Home) -> Iterator[str]:
    """Of every log of the home, as the verb audits them."""
    with ExitStack() as opened:
        past = opened.enter_context(closing(PastLogs(home))).all()
        current = opened.enter_context(closing(open_reader(home.ledger_file)))
        excused = frozenset().union(*(excuses(reader) for reader in (current, *(one.reader for one in past))))
        yield from audit(current, load_keys(home, org="local", bench="B01").bench.public, home.media).faults
        for one in past:
            found = audit(one.reader, read_vkey(one.folder / "bench.vkey"), home.media, excused=excused)
            yield from (f"{one.log}: {fault}" for fault in found.faults)


def _is_kept(home: Home, log: str, size: str, root: str) -> bool:
    with closing(PastLogs(home)) as past, closing(open_reader(home.ledger_file)) as current:
        readers: list[LedgerReader] = [current, *(one.reader for one in past.all())]
        return any(
            reader.log == log and reader.size >= int(size) and b64(root_of(reader.nodes, int(size))) == root
            for reader in readers
        )


EPOCH = Act(begin=one_day, do=_change, judge=_judge)
