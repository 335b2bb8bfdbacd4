from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station.evidence import canonical
from station.evidence.codec import KINDS, ORDER_PERSONAL, PERSONAL, decode, encode, replayable
from station.evidence.fact import JSON, Fact, Medium
from station.packing.events import (
    Event,
    LabelRequested,
    OrderAsked,
    OrderOpened,
    PromptAnswered,
    RootPrinted,
    ScanRefused,
)
from station.packing.inputs import MediaFile
from station.packing.model import JobId, Order, OrderNo, Recipient, Sku, Waybill
from station.packing.reasons import Reason

GOLDEN = Path(__file__).parent.parent / "golden" / "events"


TEXTS = st.text(st.characters(codec="utf-8"), max_size=8).map(partial(unicodedata.normalize, "NFC"))
"""Recorded text is NFC and has no half surrogates; other text is made so (below)."""

HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
LEAVES: dict[object, st.SearchStrategy[Any]] = {
    str: TEXTS, int: st.integers(-(2**53) + 1, 2**53 - 1), bool: st.booleans(), type(None): st.none(),
}  # fmt: skip


def _values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that events are made of."""
    kind = getattr(kind, "__supertype__", kind)
    if kind in LEAVES:
        return LEAVES[kind]
    if isinstance(kind, type) and is_dataclass(kind):
        members = {name: _values(hint) for name, hint in get_type_hints(kind).items()}
        return st.builds(kind, **(members | {"sha256": HASHES} if kind is MediaFile else members))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if get_origin(kind) is tuple:
        items = get_args(kind)
        assert items[-1] is Ellipsis
        return st.lists(_values(items[0]), max_size=2).map(tuple)
    return st.one_of(*(_values(option) for option in get_args(kind)))


def _through_the_ledger(event: Event) -> Event | None:
    """Encoded, written as JSON, read and decoded, as a restart does it."""
    fact = encode(event)
    pub, com = (msgspec.json.decode(msgspec.json.encode(part)) for part in (fact.pub, fact.com))
    return decode(replace(fact, pub=pub, com=com))


@settings(max_examples=15)
@pytest.mark.parametrize("kind", list(KINDS), ids=list(KINDS))
@given(data=st.data())
def test_every_event_comes_back_as_it_went(kind: str, data: st.DataObject) -> None:
    """Encoding and decoding any event of any kind gives the same event."""
    event = data.draw(_values(KINDS[kind]))
    assert _through_the_ledger(event) == event


@pytest.mark.parametrize("kind", list(KINDS), ids=list(KINDS))
def test_an_event_once_shipped_is_read_for_ever(kind: str) -> None:
    """The golden file of each kind decodes, and encodes to the same facts again."""
    golden = msgspec.json.decode((GOLDEN / f"{kind}.json").read_bytes())
    media = tuple(Medium(**medium) for medium in golden.pop("media"))
    event = decode(Fact(**golden, media=media))
    assert event is not None
    assert type(event) is KINDS[kind]
    assert decode(encode(event)) == event


def test_every_golden_file_belongs_to_a_kind() -> None:
    """No kind that ever shipped has gone."""
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(KINDS)


def test_what_is_personal_exists() -> None:
    """The table of personal fields names real kinds and real fields only."""
    for kind, names in PERSONAL.items():
        assert set(names) <= {field.name for field in fields(KINDS[kind])}
    assert set(ORDER_PERSONAL) <= {field.name for field in fields(Order)}


def test_an_opened_order_shows_nothing_personal() -> None:
    """Name, phone, address, notes, order and waybill number are committed to, never readable."""
    recipient = Recipient(name="Zhang Example", phone="00000000000", street="Example Road 1")
    order = Order(
        number=OrderNo("SO-77"), platform="p", shop="s", lines=(), recipient=recipient, sender=recipient,
        buyer_message="secret-note", seller_note="secret-note", waybill=Waybill("YT77"),
    )  # fmt: skip
    fact = encode(OrderOpened(order=order, fence=1, prompts=(), carton="", carton_mg=0, filler_mg=0))
    shown = msgspec.json.encode(fact.pub).decode()
    for secret in ("Zhang", "00000000000", "Example Road", "secret-note", "SO-77", "YT77"):
        assert secret not in shown


def test_a_code_is_shown_only_when_it_is_a_products() -> None:
    """A refused code nobody knows may be another parcel's waybill, so it is committed to."""
    unknown = ScanRefused(reason="unknown_code", code="YT77", device="s", locks=True)  # type: ignore[arg-type]
    assert "code" in encode(unknown).com
    assert encode(replace(unknown, sku="MUG")).pub["code"] == "YT77"  # type: ignore[arg-type]


def test_a_refusal_of_goods_with_one_name_is_written_as_it_was_before_there_were_two() -> None:
    """Byte for byte what older programs wrote; a second name is one field more, and is read back."""
    event = ScanRefused(
        reason=Reason.NOT_IN_ORDER, code="690", device="s", locks=True, sku=Sku("HAT"), name="草帽", wanted=Sku("MUG")
    )
    before: dict[str, JSON] = {
        "bench": "", "code": "690", "device": "s", "locks": True, "name": "草帽", "picture": "",
        "reason": "not_in_order", "sku": "HAT", "variant": "", "wanted": "MUG",
    }  # fmt: skip
    assert canonical.encode(encode(event).pub) == canonical.encode(before)
    named = replace(event, name_en="Straw hat")
    assert canonical.encode(encode(named).pub) == canonical.encode(before | {"name_en": "Straw hat"})
    assert _through_the_ledger(named) == named


def test_text_is_made_fit_for_the_ledger() -> None:
    """Decomposed characters are composed, and half surrogates, which no UTF-8 carries, are replaced."""
    assert encode(OrderAsked(code="e\u0301\ud800", device="s")).com["code"] == "\u00e9\ufffd"


def test_media_travel_beside_the_fields() -> None:
    """The files of a label are no field of the entry but media of their own."""
    media = (MediaFile(sha256="ab" * 32, size=1, mime="image/png", role="label-image", at_ms=5),)
    event = LabelRequested(
        job=JobId("L1"), waybill=Waybill("YT1"), printer="p", copy=1, root_printed=RootPrinted(size=1, root="r"),
        media=media,
    )  # fmt: skip
    fact = encode(event)
    assert "media" not in fact.pub
    assert [(medium.role, medium.path) for medium in fact.media] == [("label-image", "ab" * 32)]
    assert decode(fact) == event


def test_the_ledgers_own_entries_are_no_events() -> None:
    """A clock jump or an anchor is skipped in replay."""
    jump = Fact(kind="ClockJumped", pub={"wall_us": 1})
    asked = OrderAsked(code="SO-1", device="s")
    assert decode(jump) is None
    assert list(replayable([jump, encode(asked)])) == [asked]


def test_every_event_is_a_value() -> None:
    """Each kind is a frozen dataclass, so that what was recorded cannot change in memory."""
    for kind in get_args(Event):
        assert kind.__dataclass_params__.frozen


def test_what_people_type_and_where_a_parcel_goes_are_not_shown() -> None:
    """A typed reason, a typed argument, the buyer's wish and the sorting code are committed to."""
    order = Order(
        number=OrderNo("SO-77"), platform="p", shop="s", lines=(), buyer_service="secret wish", sort_code="320-N14",
    )  # fmt: skip
    events: tuple[Event, ...] = (
        OrderOpened(order=order, fence=1, prompts=(), carton="", carton_mg=0, filler_mg=0),
        PromptAnswered(prompt="short_why", value="secret reason", device="keys"),
        ScanRefused(reason=Reason.UNKNOWN_CODE, code="box", device="keys", locks=True, detail="secret argument"),
    )
    for event in events:
        shown = msgspec.json.encode(encode(event).pub).decode()
        assert "secret" not in shown
        assert "320-N14" not in shown
        assert _through_the_ledger(event) == event
