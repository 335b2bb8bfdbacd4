"""Batch files out and the carriers' numbers back in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from sqlalchemy import insert

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders.batch_template import learn, refuse_other_service, remember, template_for
from station.orders.carrier_batches import batches, record, untold
from station.orders.check_digits import range_of
from station.orders.choosing import choose_service
from station.orders.engine import reading, writing
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.holding import PLATFORM, put_hold
from station.orders.joint import put_under
from station.orders.orderbook import OrderBook
from station.orders.pool import DAY_US, voided
from station.orders.routes import load_routing
from station.orders.taking import AnswerRow, keep_columns, read_answer, take
from station.orders.upload import FIELDS, meaning_of, row_of
from station.packing.model import HoldReason, ServiceId
from station.packing.routing import Routing, Service
from station.settings import config_dir
from tests.orders.conftest import put_order, put_product
from tests.orders.parcels_made import put_sealed
from tests.orders.recorded import T0 as PACKED_US

T0 = 1_795_000_000_000_000
CONFIG = config_dir()
SHIPPED: Routing = load_routing(CONFIG)
EPACKET = SHIPPED.services[ServiceId("epacket")]
SMALL_PACKET = SHIPPED.services[ServiceId("china-post-small-packet")]
NUMBERS = tuple(range_of("LX12345678CN", "LX12345699CN", EPACKET.numbers))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def _untold(book: OrderBook, service: Service = EPACKET, *, again: bool = False) -> tuple[list[str], int]:
    found = untold(book, service, SHIPPED, template="t", again=again, now_us=T0)
    return [parcel.order.number for parcel in found.parcels], found.told


def _sheet(path: Path, *rows: tuple[str, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def _orders(book: OrderBook, *countries: str) -> None:
    for number, country in enumerate(countries, start=1):
        put_order(book.engine, f"O{number}", {"A": 1}, country=country)


def test_only_its_own_orders_without_a_number(book: OrderBook) -> None:
    """By the routing rules; what is held, has a number, or was chosen for another service stays out."""
    _orders(book, "US", "BR", "CN", "US", "US", "US")
    put_order(book.engine, "held", {"A": 1}, country="US", state="held")
    put_order(book.engine, "numbered", {"A": 1}, country="US", waybill=NUMBERS[9])
    put_order(book.engine, "chosen", {"A": 1}, country="US", chosen_service="sf")
    put_order(book.engine, "forced", {"A": 1}, country="BR", chosen_service="epacket")
    assert sorted(_untold(book)[0]) == ["O1", "O4", "O5", "O6", "forced"]
    assert _untold(book, SMALL_PACKET)[0] == ["O2"]


def test_nobody_is_told_twice_unasked(book: OrderBook) -> None:
    """A recorded batch is left out and counted; asked for again it goes in, and every batch is listed."""
    _orders(book, "US", "US")
    found = untold(book, EPACKET, SHIPPED, template="t", again=False, now_us=T0)
    assert record(book, EPACKET.id, found.parcels, file="a.xlsx", who="Wu", now_us=T0) == 1
    put_order(book.engine, "O3", {"A": 1}, country="GB")
    assert _untold(book) == (["O3"], 2)
    assert _untold(book, again=True) == (["O1", "O2", "O3"], 2)
    (row,) = batches(book)
    assert (row.service, row.file, row.who, row.orders) == ("epacket", "a.xlsx", "Wu", 2)
    assert batches(book, "sf") == []


def _left(book: OrderBook, number: str, waybill: str, at_us: int, **values: Any) -> None:
    """A sealed parcel that a handover of its own took."""
    put_sealed(book, number, waybill, service="epacket", **{"state": "handed_over", "country": "US"} | values)
    with writing(book.engine) as connection:
        closed = {"carrier": number, "services": "epacket", "opened_us": at_us, "opened_by": "Wu", "closed_us": at_us}
        made = connection.execute(insert(handovers).values(closed).returning(handovers.c.id)).scalar_one()
        row = {"order_no": number, "waybill": waybill, "handover_id": made, "bench": "B01", "scanned_us": at_us}
        connection.execute(insert(handover_parcels).values(row | {"scanned_by": "Wu"}))


def test_a_parcel_that_left_first_is_told_late(book: OrderBook) -> None:
    """What a handover of the last 30 days took untold goes into the next batch, once, and not even asked for again."""
    _left(book, "gone", NUMBERS[0], T0 - 29 * DAY_US)
    _left(book, "shipped", NUMBERS[1], T0 - DAY_US, state="shipped")
    _left(book, "long gone", NUMBERS[2], T0 - 31 * DAY_US)
    found = untold(book, EPACKET, SHIPPED, template="t", again=False, now_us=T0)
    assert [(each.order.number, each.waybill) for each in found.parcels] == [
        ("gone", NUMBERS[0]),
        ("shipped", NUMBERS[1]),
    ]
    record(book, EPACKET.id, found.parcels, file="a.csv", who="Wu", now_us=T0)
    assert _untold(book) == ([], 0)
    assert _untold(book, again=True) == ([], 0)


def test_what_may_not_leave_is_told_to_nobody(book: OrderBook) -> None:
    """A sealed parcel that is held or cancelled, alone or by an order under its waybill, is named and left out."""
    for number, waybill in zip(("good", "held", "dead", "first"), NUMBERS, strict=False):
        put_sealed(
            book, number, waybill, service="epacket", country="US", state="cancelled" if number == "dead" else "sealed"
        )
    put_order(book.engine, "second", {"A": 1}, country="US", service="epacket", state="cancelled", joined_to="first")
    with writing(book.engine) as connection:
        put_under(connection, ["first", "second"])
        put_hold(connection, "held", HoldReason.REFUND_ASKED, origin=PLATFORM, now_us=T0)
    for again in (False, True):
        found = untold(book, EPACKET, SHIPPED, template="t", again=again, now_us=PACKED_US)
        assert [each.order.number for each in found.parcels] == ["good"]
        assert {each.order: each.reasons for each in found.kept_back} == {
            "held": ("refund_asked",),
            "dead": ("cancelled",),
            "first": ("cancelled",),
        }


def test_orders_under_one_waybill_are_one_parcel(book: OrderBook) -> None:
    """The first stands for all, with the goods of all; a number or a service is given to it alone."""
    _orders(book, "US", "US")
    with writing(book.engine) as connection:
        put_under(connection, ["O1", "O2"])
    (parcel,) = untold(book, EPACKET, SHIPPED, template="t", again=False, now_us=T0).parcels
    assert parcel.order.joined == ("O1", "O2")
    assert row_of(parcel, ["units"]) == ("2",)
    rows = [AnswerRow(row=2, order="O2", number=NUMBERS[0])]
    (fault,) = take(book, rows, EPACKET, SHIPPED, file="a.csv", now_us=T0).faults
    assert "under the waybill of O1" in fault.message
    with pytest.raises(Trouble, match="under the waybill of O1"), writing(book.engine) as connection:
        choose_service(connection, "O2", SMALL_PACKET, reason="x", who="Wu", now_us=T0)


def test_the_columns_of_a_parcel(book: OrderBook, home: Home) -> None:
    """Weight, customs words, extras and the template's own mark stand under their headers."""
    put_product(book.engine, "A", weight_mg=100_400, customs_name="Cup", hs_code="6912", origin="CN")
    put_order(book.engine, "O1", {"A": 2}, country="US", name="=cmd()", extras="insurance gold")
    template = template_for(home, CONFIG, EPACKET)
    (parcel,) = untold(book, EPACKET, SHIPPED, template=template.name, again=False, now_us=T0).parcels
    row = dict(zip(template.headers, row_of(parcel, template.fields), strict=True))
    assert (row["重量(克)"], row["申报品名"], row["HS编码"], row["原产国"]) == ("201", "Cup", "6912", "CN")
    assert row["增值服务"] == "insurance、gold"  # ePacket offers neither, so neither has its name
    assert row["模板"] == "e邮宝标准模板 / epacket"
    assert row["运单号"] == ""


def test_numbers_come_back(book: OrderBook) -> None:
    """Each order gets its number, at the next claim the bench has it; the same file again changes nothing."""
    _orders(book, "US", "US")
    rows = [AnswerRow(row=2, order="O1", number=NUMBERS[0]), AnswerRow(row=3, order="O2", number=NUMBERS[1])]
    assert take(book, rows, EPACKET, SHIPPED, file="a.csv", now_us=T0).given == 2
    again = take(book, rows, EPACKET, SHIPPED, file="a.csv", now_us=T0)
    assert (again.given, again.unchanged, again.faults) == (0, 2, ())
    reply = book.claim("O2", bench="B1", now_us=T0, routing=SHIPPED)
    assert reply.order is not None
    assert (reply.order.waybill, reply.order.service) == (NUMBERS[1], "epacket")


def test_numbers_come_while_the_order_is_open(book: OrderBook) -> None:
    """A bench that waits for a number gets it with its next question, which it asks by itself."""
    _orders(book, "US")
    reply = book.claim("O1", bench="B1", now_us=T0, routing=SHIPPED)
    assert reply.order is not None
    assert reply.order.waybill is None
    assert _untold(book)[0] == ["O1"]
    take(book, [AnswerRow(row=2, order="O1", number=NUMBERS[0])], EPACKET, SHIPPED, file="a.csv", now_us=T0)
    asked = book.holds("O1", bench="B1", fence=reply.fence, needs_waybill=True, service=EPACKET.id, now_us=T0)
    assert asked.waybill == NUMBERS[0]


@pytest.mark.parametrize(
    ("order", "number", "said"),
    [
        ("O2", NUMBERS[0], "stands in row 2 already"),
        ("O1", NUMBERS[1], "stands in row 2 already"),
        ("O2", "LX123456786CN", "check digit"),
        ("O2", "RX123456785CN", "does not look like"),
        ("O2", "", "gave no number"),
        ("", NUMBERS[1], "order number is missing"),
        ("404", NUMBERS[1], "no order 404"),
        ("O3", NUMBERS[1], "goes by china-post-small-packet"),
        ("sealed", NUMBERS[1], "sealed"),
        ("O2", "LX123456785CN' OR 1", "letters and digits"),
        ("O2", "LX" * 500, "letters and digits"),
    ],
)
def test_one_wrong_row_takes_nothing(book: OrderBook, order: str, number: str, said: str) -> None:
    """All or nothing: the wrong row is named, and the right one before it is not taken either."""
    _orders(book, "US", "US", "BR")
    put_order(book.engine, "sealed", {"A": 1}, country="US", state="sealed")
    rows = [AnswerRow(row=2, order="O1", number=NUMBERS[0]), AnswerRow(row=3, order=order, number=number)]
    taken = take(book, rows, EPACKET, SHIPPED, file="a.csv", now_us=T0)
    assert [(fault.row, said in fault.message) for fault in taken.faults] == [(3, True)]
    copy = book.order_copy("O1")
    assert copy is not None
    assert copy.waybill is None


def test_a_batch_of_another_service_is_named(book: OrderBook) -> None:
    """An order that was told to another carrier says in which batch."""
    _orders(book, "BR")
    found = untold(book, SMALL_PACKET, SHIPPED, template="t", again=False, now_us=T0)
    record(book, SMALL_PACKET.id, found.parcels, file="b.csv", who="Wu", now_us=T0)
    rows = [AnswerRow(row=2, order="O1", number=NUMBERS[0])]
    (fault,) = take(book, rows, EPACKET, SHIPPED, file="a.csv", now_us=T0).faults
    assert "batch 1 of china-post-small-packet" in fault.message


def test_a_pool_number_gives_way(book: OrderBook) -> None:
    """The carrier's number takes the place of one drawn from the pool, which is void from then on."""
    _orders(book, "US")
    book.add_numbers(NUMBERS[:1], EPACKET, now_us=T0)
    reply = book.claim("O1", bench="B1", now_us=T0, routing=SHIPPED)
    book.release("O1", bench="B1", fence=reply.fence, why="test")
    rows = [AnswerRow(row=2, order="O1", number=NUMBERS[1])]
    assert take(book, rows, EPACKET, SHIPPED, file="a.csv", now_us=T0).given == 1
    with reading(book.engine) as connection:
        assert [each.number for each in voided(connection)] == [NUMBERS[0]]


def test_an_answer_file_is_understood(home: Home, tmp_path: Path) -> None:
    """Titles above the headers are passed over, rows are the sheet's own, small letters and blanks are put right."""
    file = _sheet(
        tmp_path / "a.xlsx", ("结果",), ("客户订单号", "邮件号", "状态"), ("O1", "lx 123456785 cn", "ok"), ("", "", "")
    )
    rows, _columns = read_answer(file, home, EPACKET, SHIPPED, maps=[])
    assert rows == (AnswerRow(row=3, order="O1", number="LX123456785CN"),)


def test_an_answers_columns_are_taught_once(home: Home, tmp_path: Path) -> None:
    """Headers nobody knows are refused with what to say; said once they are remembered."""
    file = tmp_path / "a.csv"
    file.write_text("Ref A,Ref B\nO1,LX123456785CN\n", "utf-8")
    with pytest.raises(Trouble, match="no column for the order number"):
        read_answer(file, home, EPACKET, SHIPPED, maps=[])
    (tmp_path / "empty.csv").write_text("订单号,运单号\n", "utf-8")
    with pytest.raises(Trouble, match="no rows"):
        read_answer(tmp_path / "empty.csv", home, EPACKET, SHIPPED, maps=[])
    with pytest.raises(UsageTrouble, match="no COLUMN"):
        read_answer(file, home, EPACKET, SHIPPED, maps=["Ref C=order"])
    rows, columns = read_answer(file, home, EPACKET, SHIPPED, maps=["Ref A=order", "Ref B=waybill"])
    keep_columns(home, EPACKET, columns)
    assert read_answer(file, home, EPACKET, SHIPPED, maps=[])[0] == rows


def test_our_own_file_of_another_service_is_refused(home: Home, tmp_path: Path) -> None:
    """The mark in the batch says whose it is."""
    file = tmp_path / "a.csv"
    file.write_text("订单号,运单号,模板\nO1,LX123456785CN,邮政小包简易订单模板 / china-post-small-packet\n", "utf-8")
    with pytest.raises(Trouble, match="batch of china-post-small-packet"):
        read_answer(file, home, EPACKET, SHIPPED, maps=[])


def test_a_template_of_the_users_own(home: Home, tmp_path: Path) -> None:
    """Columns by meaning, rows above kept, unknown ones left empty and named; remembered, and put right by a word."""
    file = _sheet(tmp_path / "tpl.xlsx", ("标准模板",), ("客户订单号", "收件人", "申报价值", "内件重量", "HS编码"))
    learnt = learn(home, CONFIG, EPACKET, file, maps=["内件重量=weight_g"])
    assert learnt.above == (("标准模板", "", "", "", ""),)
    assert learnt.fields == ("order", "name", "", "weight_g", "hs_codes")
    assert learnt.unfilled == ("申报价值",)
    remember(home, EPACKET.id, learnt)
    assert template_for(home, CONFIG, EPACKET) == learnt
    changed = template_for(home, CONFIG, EPACKET, maps=["HS编码=-"])
    assert changed.unfilled == ("申报价值", "HS编码")
    with pytest.raises(Trouble, match="no column for the order number"):
        template_for(home, CONFIG, EPACKET, maps=["客户订单号=-"])
    with pytest.raises(UsageTrouble, match="no such field"):
        template_for(home, CONFIG, EPACKET, maps=["收件人=nonsense"])
    with pytest.raises(UsageTrouble, match="no COLUMN=FIELD"):
        template_for(home, CONFIG, EPACKET, maps=["nonsense"])


def test_one_services_template_is_not_anothers(home: Home, tmp_path: Path) -> None:
    """The shipped or kept columns of another service are refused by that service's name (G7)."""
    columns = template_for(home, CONFIG, SMALL_PACKET).headers
    file = _sheet(tmp_path / "tpl.xlsx", columns)
    with pytest.raises(Trouble, match="columns of china-post-small-packet"):
        learn(home, CONFIG, EPACKET, file, maps=[])
    learn(home, CONFIG, SMALL_PACKET, file, maps=[])


@pytest.mark.parametrize("name", ["邮政小包.xlsx", "china-post-small-packet_3.csv", "batch sf.csv"])
def test_a_name_of_another_service_is_refused(name: str) -> None:
    """A batch file cannot carry another service's name."""
    with pytest.raises(UsageTrouble, match="the file's name says"):
        refuse_other_service(Path(name), EPACKET, SHIPPED)
    refuse_other_service(Path("epacket 邮政小包.csv"), EPACKET, SHIPPED)
    refuse_other_service(Path("batch-1.csv"), EPACKET, SHIPPED)


def test_every_header_means_its_own_field() -> None:
    """No two fields share a header, as written or as compared."""
    seen: dict[str, str] = {}
    for name, one in FIELDS.items():
        for header in one.headers:
            assert meaning_of(header) == name
            assert seen.setdefault(header.casefold(), name) == name


BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(
        st.lists(st.sampled_from(["订单号", "运单号", "O1", "", "=1", "\u202e", "LX123456785CN", "模板"]), max_size=4),
        max_size=5,
    ).map(lambda rows: "\n".join(",".join(row) for row in rows).encode()),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=BYTES)
def test_any_bytes_give_rows_or_a_sentence(data: bytes, home: Home, tmp_path: Path) -> None:
    """Whatever is in the file: rows, or one sentence."""
    file = tmp_path / "answer.csv"
    file.write_bytes(data)
    said = ""
    rows: tuple[AnswerRow, ...] = ()
    try:
        rows, _columns = read_answer(file, home, EPACKET, SHIPPED, maps=[])
    except Trouble as trouble:
        said = trouble.sentence()
    assert "\n" not in said
    assert all(row.row > 1 for row in rows)
