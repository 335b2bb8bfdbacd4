"""An order erased, on request or by the rules, while the power may go: nothing has happened, or
the same act done once more finishes it.

Never does an entry say of its own log that something was erased which is still there, and nothing is gone unsaid.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import insert

from station.bench_ledger import open_ledger
from station.erasing_round import erase_everywhere
from station.erasure import Asked
from station.errors import Trouble
from station.evidence.bundle import export
from station.evidence.erasing import ERASED, excuses
from station.evidence.expiry import DAY_US
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.evidence.media import store, sweep
from station.home import Home
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import orders
from station.retention import carry_out, look, shelf_life
from station.settings import load
from tests.clocks import START_WALL_US, FakeClock
from tests.evidence.conftest import no_pdf
from tests.evidence.cut_act import Act, Say
from tests.evidence.cut_epoch import begin_again, book_of, faults, home_with_book

NUMBER, WAYBILL = "TB-20260601-77", "YT8800000000077"
NAME, PHONE = "钱示例", "13800000077"
ASKED = Asked(number=NUMBER, reason="asked by letter", by="P001")
SECRETS = "secrets.txt"
"""Beside the home: salts and keys of the order, in hex, a line each."""


def _named_in_files(folder: Path) -> Home:
    """A log that names it too."""
    home = _two_epochs(folder)
    home.logs.mkdir(exist_ok=True)
    (home.logs / "import.log").write_text(f"{NUMBER} of {NAME} came\n", encoding="utf-8")
    return home


def _two_epochs(folder: Path) -> Home:
    """The order packed in an epoch that is past, and gone on with in this one; a bundle of it."""
    home = home_with_book(folder)
    with closing(book_of(home)) as book:
        with writing(book.engine) as connection:
            row = {"number": NUMBER, "platform": "taobao", "shop": "demo", "state": "sealed", "waybill": WAYBILL}
            connection.execute(insert(orders).values(**row, name=NAME, phone=PHONE, sealed_us=START_WALL_US))
        _pack(home, book)
    export(home, NUMBER, home.root / "case.zip", make_pdf=no_pdf)
    begin_again(home)
    with closing(book_of(home)) as book:
        _pack(home, book)
    files = (home.ledger_file, *home.epochs.glob("*/ledger.db"))
    secrets = {secret.hex() for file in files for secret in _secrets(file)}
    (folder / SECRETS).write_text("\n".join(sorted(secrets)), encoding="ascii")
    return home


def _pack(home: Home, book: OrderBook) -> None:
    with closing(open_ledger(home, load(home), FakeClock(), book=book)) as ledger:
        opened = Fact(kind="BuyerNoted", com={"order_number": NUMBER, "recipient": {"name": NAME, "phone": PHONE}})
        zpl = store(home.media, f"^XA^FD{NAME}^XZ".encode(), mime="application/vnd.zebra-zpl", role="label", at_ms=1)
        photo = store(home.media, b"\xff\xd8" * 900, mime="image/jpeg", role="photo", at_ms=1)
        _append(ledger, opened)
        _append(ledger, Fact(kind="LabelMade", com={"waybill": WAYBILL}, media=(zpl,)))
        _append(ledger, Fact(kind="PhotoTaken", media=(photo,)))
        ledger.append([Fact(kind="OrderAsked", com={"code": NUMBER})], order_no=None, by="P001")
        Relay(ledger, log=ledger.log_name)(book)


def _append(ledger: Ledger, fact: Fact) -> None:
    ledger.append([fact], order_no=NUMBER, by="P001")


def _secrets(file: Path) -> Iterator[bytes]:
    with closing(sqlite.connect(file)) as connection:
        own = "seq IN (SELECT seq FROM entry JOIN order_salt ON order_id = id)"
        for table in (f"disclosure WHERE {own}", f"medium WHERE {own}", "order_salt"):
            yield from (salt for (salt,) in connection.execute(f"SELECT salt FROM {table}"))
        yield from (key for (key,) in connection.execute("SELECT key FROM media_key"))


def _erase(home: Home, _say: Say) -> None:
    with closing(book_of(home)) as book:
        erase_everywhere(
            home, load(home), FakeClock(), book, ASKED, without=(), wait=lambda: False, random_bytes=os.urandom
        )


def _retain(home: Home, _say: Say) -> None:
    """Four years later, by the rules alone."""
    settings, clock = load(home), FakeClock(wall_us=START_WALL_US + 4 * 365 * DAY_US)
    life = shelf_life(settings.retention)
    with closing(book_of(home)) as book, closing(open_ledger(home, settings, clock, book=book)) as ledger:
        due = look(home, book, ledger.reader(), life, clock.now().wall_us)
        carry_out(home, book, ledger, due, clock, life, os.urandom)


def _judge(home: Home, again: Callable[[Home, Say], None]) -> Iterator[str]:
    yield from _said_and_not_done(home)
    try:
        with closing(book_of(home)) as book, closing(open_ledger(home, load(home), FakeClock(), book=book)) as ledger:
            sweep(home.media, ledger.medium_is_named)
    except Trouble as trouble:
        yield f"the next start: {trouble.sentence()}"
        return
    yield from (f"after the next start: {fault}" for fault in faults(home))
    try:
        again(home, lambda _line: None)
    except Trouble as trouble:
        if "nothing here knows" not in trouble.sentence():
            yield f"the same act again: {trouble.sentence()}"
    yield from faults(home)
    yield from _left(home)
    with closing(open_reader(home.ledger_file)) as reader:
        if ERASED not in reader.marks():
            yield "it is gone, and no entry says so"


def _said_and_not_done(home: Home) -> Iterator[str]:
    """Only the log itself: of one that was set aside it is said first, and a rerun does what is left."""
    with closing(open_reader(home.ledger_file)) as reader:
        order, said = reader.order_salt(NUMBER), {tag for log, tag, _ in excuses(reader) if log == reader.log}
        if order is not None and order.tag in said and reader.leaves_of_order(order.id):
            yield "an entry says that it is erased, and its number is there"


def _left(home: Home) -> Iterator[str]:
    words = [word.encode(form) for word in (NUMBER, WAYBILL, NAME, PHONE) for form in ("utf-8", "utf-16-le")]
    words += map(bytes.fromhex, (home.root.parent / SECRETS).read_text("ascii").split())
    for file in (path for path in home.root.rglob("*") if path.is_file()):
        data = file.read_bytes()
        yield from (f"{file.relative_to(home.root)} still has {word!r}" for word in words if word in data)


ERASURE = Act(begin=_named_in_files, do=_erase, judge=lambda home, _said: _judge(home, _erase))
RETENTION = Act(begin=_two_epochs, do=_retain, judge=lambda home, _said: _judge(home, _retain))
