"""An order erased out of a whole home: refused where it must be, and then found in no file of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import insert, select, update

from station.bench_ledger import open_ledger
from station.erasure import Asked, Done, erase, finish
from station.errors import BookUnreachable, LedgerForked, LedgerInUse, Trouble, UsageTrouble
from station.evidence.audit import audit
from station.evidence.bundle import export
from station.evidence.codec import encode, media_file
from station.evidence.erasing import HELD, RELEASED
from station.evidence.fact import Fact
from station.evidence.keys import load as load_keys
from station.evidence.ledger_reading import open_reader
from station.evidence.media import store
from station.evidence.scrubbing import scrub_is_owed, scrub_shortage
from station.home import Home
from station.journal import left_over, restore
from station.orders import set_aside
from station.orders.carrier_tables import service_choices
from station.orders.dispute_kinds import DisputeKind
from station.orders.disputes import Notice, Outcome, close, open_dispute
from station.orders.engine import reading, writing
from station.orders.erasing import sqlite_file
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import events, orders, parcels
from station.owed_files import record
from station.packing.events import LabelRequested, OrderOpened, RootPrinted
from station.packing.model import JobId, Order, OrderLine, OrderNo, Recipient, Sku, Waybill
from station.settings import Settings, load
from tests.clocks import FakeClock
from tests.evidence.conftest import no_pdf
from tests.ledger_days import begin
from tests.orders.recorded import packed, sealed

NUMBER, WAYBILL = "TB-20260601-77", "YT8800000000077"
BUYER = Recipient(name="钱示例", phone="13800000077", province="浙江省", city="杭州市", street="假想路 77 弄 5 号")
MESSAGE = "请放前台，谢谢示例"
WORDS = (NUMBER, WAYBILL, BUYER.name, BUYER.phone, BUYER.street, MESSAGE)
ASKED = Asked(number=NUMBER, reason="asked by letter", by="P001")


def _pack(home: Home, book: OrderBook, settings: Settings, clock: FakeClock, number: str, waybill: str) -> None:
    """As a bench does it: book, ledger, label on disk, relay."""
    row = {"number": number, "platform": "taobao", "shop": "demo", "state": "packing", "service": "yto"}
    person = {"name": BUYER.name, "phone": BUYER.phone, "street": BUYER.street, "buyer_message": MESSAGE}
    with writing(book.engine) as connection:
        connection.execute(insert(orders).values(**row, claimed_by="B01", fence=1, waybill=waybill, **person))
        connection.execute(insert(service_choices).values(order_no=number, at_us=1, who="x", reason=BUYER.name))
    order = Order(
        number=OrderNo(number), platform="taobao", shop="demo", lines=(OrderLine(sku=Sku("A"), quantity=2),),
        recipient=BUYER, buyer_message=MESSAGE,
    )  # fmt: skip
    zpl = f"^XA^FD{BUYER.name} {BUYER.phone} {waybill}^FS^XZ".encode()
    label = store(home.media, zpl, mime="application/vnd.zebra-zpl", role="label", at_ms=1)
    with closing(open_ledger(home, settings, clock, book=book)) as ledger:
        size, root = ledger.newest_root()
        for event in (
            OrderOpened(order=order, fence=1, prompts=(), carton="", carton_mg=0, filler_mg=0),
            packed(),
            packed(),
            LabelRequested(
                job=JobId("j"), waybill=Waybill(waybill), printer="p", copy=1,
                root_printed=RootPrinted(size=size, root=root), media=(media_file(label),),
            ),
            sealed(waybill, weight_mg=412_300),
        ):  # fmt: skip
            ledger.append([encode(event)], order_no=number, by="P001")
        Relay(ledger, log=ledger.log_name)(book)


@pytest.fixture
def book(home: Home) -> Iterator[OrderBook]:
    home.root.mkdir(parents=True)
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    yield made
    made.close()


@pytest.fixture
def settings(home: Home) -> Settings:
    return load(home)


@pytest.fixture
def packed_home(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> Home:
    """Two orders packed, the first one scanned by mistake while the second was open; a log and a bundle in the home."""
    _pack(home, book, settings, clock, NUMBER, WAYBILL)
    _pack(home, book, settings, clock, "TB-2", "YT8800000000088")
    with closing(open_ledger(home, settings, clock, book=book)) as ledger:
        refused = Fact(kind="ScanRefused", pub={"reason": "not_in_order"}, com={"code": NUMBER, "other_order": NUMBER})
        ledger.append([refused], order_no="TB-2", by="P001")
        ledger.append([Fact(kind="OrderAsked", com={"code": NUMBER})], order_no=None, by="P001")
        Relay(ledger, log=ledger.log_name)(book)
    home.logs.mkdir(exist_ok=True)
    (home.logs / "import.log").write_text(f"{NUMBER} of {BUYER.name}, {NUMBER}0 came\n", encoding="utf-8")
    (home.logs / "old.log").write_bytes(f"{BUYER.phone} {MESSAGE}".encode("utf-16-le"))
    export(home, NUMBER, home.root / "case.zip", make_pdf=no_pdf)
    export(home, "TB-2", home.root / "other.zip", make_pdf=no_pdf)
    return home


def _erase(home: Home, book: OrderBook, settings: Settings, clock: FakeClock, asked: Asked = ASKED) -> Done:
    return erase(home, settings, clock, book, asked, random_bytes=os.urandom)


def _naming(home: Home, words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every file of the home that has a word, in any encoding a program here writes."""
    found = []
    for file in (path for path in home.root.rglob("*") if path.is_file()):
        data = file.read_bytes().replace(f"{NUMBER}0".encode(), b"")  # another order's, whose number begins the same
        found += [
            (file.name, word)
            for word in words
            for form in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
            if word.encode(form) in data
        ]
    return found


def _faults(home: Home) -> tuple[str, ...]:
    with closing(open_reader(home.ledger_file)) as reader:
        return audit(reader, load_keys(home, org="local", bench="B01").bench.public, home.media).faults


def test_no_file_of_the_home_names_it(packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """Database, write-ahead log, media, bundle, logs: number, waybill, name, telephone, street and message are gone."""
    unique = (NUMBER, WAYBILL)  # both orders are of one buyer here; what is his alone stays with the other order
    assert {name for name, _ in _naming(packed_home, unique)} >= {"ledger.db", "case.zip", "import.log"}
    done = _erase(packed_home, book, settings, clock)
    assert _naming(packed_home, unique) == []
    assert (done.orders, done.media, [file.name for file in done.removed]) == ((NUMBER,), 1, ["case.zip"])
    assert {file.name for file in done.overwritten} == {"import.log", "old.log"}
    assert (packed_home.root / "other.zip").is_file()
    assert f"{NUMBER}0 came" in (packed_home.logs / "import.log").read_text(encoding="utf-8")
    assert _faults(packed_home) == ()


def test_the_last_order_of_a_buyer_takes_every_word(
    packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock
) -> None:
    """With all of his orders erased nothing of the person is left in any file."""
    for number in (NUMBER, "TB-2"):
        _erase(packed_home, book, settings, clock, Asked(number=number, reason="by letter", by="P001"))
    assert _naming(packed_home, WORDS) == []
    assert _faults(packed_home) == ()


def test_no_room_to_write_files_anew(packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """The order is erased all the same, and the note stays until there is room; then it is made good."""
    with patch("station.rewriting.shutil.disk_usage") as usage:
        usage.return_value.free = 1_000_000
        assert _erase(packed_home, book, settings, clock).fields > 5
        file = sqlite_file(book.engine)
        assert "writing ledger.db anew takes" in scrub_shortage(packed_home, file)
        assert _erase(packed_home, book, settings, clock, Asked(number="TB-2", reason="r", by="P001")).fields > 5
        assert scrub_is_owed(packed_home)
    assert scrub_shortage(packed_home, file) == ""
    with closing(open_ledger(packed_home, settings, clock, book=book)) as ledger:
        assert finish(packed_home, book, ledger)
    assert not scrub_is_owed(packed_home)
    assert _naming(packed_home, WORDS) == []
    assert _faults(packed_home) == ()


def test_what_stays(packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """Counts and weights stand under a drawn name; entries stay; one entry says what was erased, by whom and why."""
    _erase(packed_home, book, settings, clock)
    with reading(book.engine) as connection:
        row = connection.execute(select(parcels.c.order_no, parcels.c.units, parcels.c.weight_mg)).first()
        assert row is not None
        assert row.order_no.startswith("erased-")
        assert (row.units, row.weight_mg) == (2, 412_300)
    with closing(open_reader(packed_home.ledger_file)) as reader:
        said, rest = reader.of_kind("EvidenceErased")
        assert said.order_no is None
        assert said.parsed()["by"] == "P001"
        assert rest.fact().com == {"reason": "asked by letter"}
        recipients = [
            entry.fact().com["recipient"]
            for entry in map(reader.entry, reader.by_tag("TB-2"))
            if "Opened" in entry.kind
        ]
        assert [BUYER.name in str(recipient) for recipient in recipients] == [True]


def test_it_is_carried_to_the_book_without_a_name(
    packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock
) -> None:
    """The relay goes on after an erasure, and brings the order's number back to nobody."""
    _erase(packed_home, book, settings, clock)
    with closing(open_reader(packed_home.ledger_file)) as reader:
        Relay(reader, log=reader.log)(book)
    with reading(book.engine) as connection:
        told = connection.execute(select(events.c.order_no).where(events.c.kind == "EvidenceErased")).scalars().all()
    assert told == [None, None]
    assert _naming(packed_home, (NUMBER, WAYBILL)) == []


def test_a_bench_starts_after_its_last_order_was_erased(
    packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock
) -> None:
    """The restart does not stumble over an order that it can no longer read."""
    for number in (NUMBER, "TB-2"):
        _erase(packed_home, book, settings, clock, Asked(number=number, reason="by letter", by="P001"))
    with closing(open_ledger(packed_home, settings, clock, book=book)) as ledger:
        assert not restore(ledger).opened
        assert left_over(ledger) == ()


def test_twice_is_once(packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """What is gone is not known any more."""
    _erase(packed_home, book, settings, clock)
    with pytest.raises(Trouble, match="nothing here knows order"):
        _erase(packed_home, book, settings, clock)


def test_a_ledger_put_back_is_not_erased_from(
    packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock
) -> None:
    """The ledger of before the erasure is no power cut's doing: the memory knows a longer one, and it is refused."""
    ledger = packed_home.ledger_file.read_bytes()
    _erase(packed_home, book, settings, clock)
    packed_home.ledger_file.write_bytes(ledger)
    with pytest.raises(LedgerForked):
        _erase(packed_home, book, settings, clock)


@pytest.mark.parametrize(
    "step",
    ["home_traces.overwrite_logs", "blank", "rename", "_from_ledger", "wipe_past", "unlink", "scrub", "scrub_is_done"],
)
def test_stopped_at_any_step(
    packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock, step: str
) -> None:
    """Done once more it is finished: nothing names the order, an entry says so, no file waits to be written anew."""
    begin(packed_home, settings, clock, book)
    stopped = Trouble("the disk is gone")
    with patch(f"station.erasure.{step}", side_effect=stopped), pytest.raises(Trouble, match="the disk is gone"):
        _erase(packed_home, book, settings, clock)
    assert scrub_is_owed(packed_home)
    with suppress(Trouble):  # nothing here knows it any more
        _erase(packed_home, book, settings, clock)
    assert _naming(packed_home, (NUMBER, WAYBILL)) == []
    assert not scrub_is_owed(packed_home)
    with closing(open_reader(packed_home.ledger_file)) as reader:
        assert list(reader.of_kind("EvidenceErased"))


def test_refusals_change_nothing(packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """In dispute, on hold, still to be packed, unknown, with the name in the reason, while the bench runs."""
    before = packed_home.ledger_file.read_bytes()
    case = open_dispute(book, Notice(order=NUMBER, kind=DisputeKind.NOT_RECEIVED, start_us=1), who="P001", now_us=2)
    _refused(packed_home, book, settings, clock, "in dispute")
    close(book, case, Outcome.WON, who="P001", now_us=3)
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == NUMBER).values(state="ready"))
    _refused(packed_home, book, settings, clock, "still to be packed")
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == NUMBER).values(state="sealed"))
    _refused(packed_home, book, settings, clock, "nothing here knows", Asked(number="SO-0", reason="r", by="P001"))
    named = Asked(number=NUMBER, reason=f"letter of {BUYER.name}", by="P001")
    with pytest.raises(UsageTrouble, match="reason names"):
        _erase(packed_home, book, settings, clock, named)
    assert packed_home.ledger_file.read_bytes() == before
    with closing(open_ledger(packed_home, settings, clock, book=book)), pytest.raises(LedgerInUse):
        _erase(packed_home, book, settings, clock)
    assert len(_naming(packed_home, (NUMBER,))) > 5


def _refused(home: Home, book: OrderBook, settings: Settings, clock: FakeClock, why: str, asked: Asked = ASKED) -> None:
    with pytest.raises(Trouble, match=why):
        _erase(home, book, settings, clock, asked)


def test_a_hold_keeps_it(packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """Recorded, also by a file while the bench runs; lifted, it is erased."""

    def say(kind: str) -> None:
        fact = Fact(kind=kind, com={"why": "letter"})
        opened = lambda: open_ledger(packed_home, settings, clock, book=book)  # noqa: E731
        record(packed_home, opened, fact, order_no=NUMBER, at_us=5, by="P001")

    with closing(open_ledger(packed_home, settings, clock, book=book)):
        say(HELD)
    _refused(packed_home, book, settings, clock, "wait to be recorded")
    next((packed_home.root / "owed").glob("*.json")).unlink()
    say(HELD)
    _refused(packed_home, book, settings, clock, "legal hold")
    say(RELEASED)
    assert _erase(packed_home, book, settings, clock).orders == (NUMBER,)


def test_an_order_book_out_of_reach(
    packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock, tmp_path: Path
) -> None:
    """Nobody can say then what is in dispute: nothing is erased."""
    gone = OrderBook.open(f"sqlite:///{tmp_path / 'other.db'}")
    gone.close()
    (tmp_path / "other.db").write_bytes(b"no database" * 1000)
    before = packed_home.ledger_file.read_bytes()
    with pytest.raises((BookUnreachable, Trouble)):
        _erase(packed_home, gone, settings, clock)
    assert packed_home.ledger_file.read_bytes() == before


def test_earlier_epochs_too(packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """A ledger that was set aside is erased as well."""
    begin(packed_home, settings, clock, book)
    done = _erase(packed_home, book, settings, clock)
    assert (done.media, [log for log, _ in done.tags][:1]) == (1, ["local/B01/1"])
    assert _naming(packed_home, (NUMBER, WAYBILL)) == []


def test_entries_that_wait_at_the_order_book_keep_it(
    packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock
) -> None:
    """What the book has in vain is understood with the order's own words alone; carried out, it is erased as any."""
    with closing(open_reader(packed_home.ledger_file)) as reader:
        key = ("bench", 1, reader.by_tag(NUMBER)[-1])
    with reading(book.engine) as connection:
        key = (connection.execute(select(events.c.bench)).scalars().first() or "", *key[1:])
    with writing(book.engine) as connection:
        set_aside.put(connection, key, why="newer", since_us=1)
    _refused(packed_home, book, settings, clock, "set aside at the order book")
    with writing(book.engine) as connection:
        set_aside.mend(connection, key, now_us=2)
    done = _erase(packed_home, book, settings, clock)
    assert (done.orders, done.given_up) == ((NUMBER,), ())


def test_entries_that_nobody_can_ever_carry_out_do_not_keep_it(
    packed_home: Home, book: OrderBook, settings: Settings, clock: FakeClock
) -> None:
    """The refusal names the entry and both ways out; given up, the order goes, and the report says what is missing."""
    with reading(book.engine) as connection:
        newest = connection.execute(
            select(events.c.bench, events.c.seq, events.c.kind)
            .where(events.c.order_no == NUMBER)
            .order_by(events.c.seq.desc())
        ).first()
    assert newest is not None
    key = (newest.bench, 1, newest.seq)
    with writing(book.engine) as connection:
        set_aside.put(connection, key, why="newer", since_us=1)
    name = f"{newest.bench}/1/{newest.seq}"
    _refused(packed_home, book, settings, clock, f"--give-up {name} --by WHO")
    with writing(book.engine) as connection:
        set_aside.give_up(connection, key, who="P001", now_us=2)
    assert _erase(packed_home, book, settings, clock).given_up == (f"{name} {newest.kind}",)
    assert _naming(packed_home, (NUMBER, WAYBILL)) == []
    assert _faults(packed_home) == ()
