"""The windowless bench: its lines, what they change and what they do not, on a real ledger and order book."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station.codes import badge_code, command_code
from station.home import Home
from station.packing.inputs import Command
from tests.e2e.parcel import ORDER, PARCEL_G, label
from tests.e2e.rig import answer, kinds_on_disk, press, rig, verdict, weight
from tests.e2e.warehouse import (
    COASTER,
    FILE_PRINTER,
    MUG,
    TRAY,
    labels,
    open_orders,
    prepare,
    state_of,
)

KEYS = ["n", "stage", "verdict", "reason", "headline", "order", "lines", "weight_g", "expected_g", "waybill", "label",
        "prompt", "papers", "changes", "events", "seq"]  # fmt: skip


@pytest.fixture
def ready_home(home: Home) -> Home:
    """SO-1: a tray and two coasters; five waybill numbers; a printer that writes files."""
    prepare(home, ORDER)
    return home


def test_whole_parcel(ready_home: Home, qtbot: QtBot) -> None:
    """A parcel goes through its stages to the seal; every line has exactly the documented keys and is on disk."""
    with rig(ready_home, qtbot) as bench:
        stages = [bench.says(line)["stage"] for line in ("SO-1", TRAY, COASTER, COASTER)]
        weighed = bench.says(weight(PARCEL_G))
        printed = bench.waits_for_event("LabelPrinted")
        sealed = bench.says(printed["waybill"])
        told = bench.told
    assert stages == ["packing", "packing", "packing", "weighing"]
    assert (weighed["stage"], weighed["label"]) == ("printing", "requested")
    assert (printed["n"], printed["stage"], printed["label"]) == (None, "labelling", "printed")
    assert verdict(sealed) == ("sealed", "ok", None)
    assert (sealed["label"], sealed["order"], sealed["weight_g"]) == ("confirmed", "SO-1", PARCEL_G)
    assert weighed["expected_g"] == [443, 489]
    assert sealed["lines"] == [
        {"sku": "TRAY-30", "needed": 1, "packed": 1},
        {"sku": "COASTER-10", "needed": 2, "packed": 2},
    ]
    assert [line["n"] for line in told if line["n"]] == [1, 2, 3, 4, 5, 6]
    assert all(list(line) == KEYS for line in told)
    kinds = kinds_on_disk(ready_home)
    assert all(kinds[line["seq"]] == line["events"][-1] for line in told)
    assert len(labels(ready_home)) == 1
    assert state_of(ready_home, "SO-1") == "sealed"


def test_what_an_order_line_tells(ready_home: Home, qtbot: QtBot) -> None:
    """An opened order names its lines and asks for nothing yet."""
    with rig(ready_home, qtbot) as bench:
        told = bench.says("SO-1")
    assert verdict(told) == ("packing", "ok", None)
    assert told["headline"] == {"zh": "开始装箱", "en": "Start packing"}
    assert told["events"] == ["OrderAsked", "OrderOpened"]
    assert (told["weight_g"], told["waybill"], told["label"]) == (None, None, None)
    assert told["prompt"] is None


def test_one_too_many_and_undo(ready_home: Home, qtbot: QtBot) -> None:
    """A unit too many is refused; undo takes back exactly the last accepted one."""
    with rig(ready_home, qtbot) as bench:
        too_many = bench.all("SO-1", TRAY, TRAY)
        bench.says(command_code(Command.CLEAR))
        back = bench.says(press("undo"))
        nothing = bench.says(press("undo"))
        clear = bench.says(press("clear"))
    assert verdict(too_many) == ("stopped", "stop", "enough_already")
    assert (back["events"], back["lines"][0]["packed"]) == (["UnitTakenBack"], 0)
    assert verdict(nothing) == ("packing", "info", None)
    assert verdict(clear) == ("packing", "info", None)


def test_prompt_must_be_answered(home: Home, qtbot: QtBot) -> None:
    """A fragile item's question blocks the label until it is answered, by its id or by YES."""
    prepare(home, {"SO-1": {"MUG-330-W": 1}}, details={"message": "请包好"})
    with rig(home, qtbot) as bench:
        asked = bench.all("SO-1", MUG)
        held = bench.says(weight(310))
        wrong = bench.says(answer("buyer_message", "maybe"))
        first = bench.says(answer("buyer_message", True))
        bench.says(command_code(Command.YES))
        bench.waits_for_event("LabelPrinted")
    assert asked["stage"] == "prompting"
    assert asked["prompt"]["id"] == "buyer_message"
    assert set(asked["prompt"]) == {"id", "kind", "text", "choices"}
    assert verdict(held) == ("prompting", "attention", "prompt_open")
    assert verdict(wrong) == ("prompting", "attention", "prompt_open")
    assert first["prompt"]["id"] == "material-fragile"


def test_reprint(ready_home: Home, qtbot: QtBot) -> None:
    """A reprint asks for a reason and is a second copy of the number; a third needs a supervisor where there is one."""
    book = open_orders(ready_home)
    book.add_person("9", name="Wu Example", supervisor=True)
    book.close()
    with rig(ready_home, qtbot) as bench:
        waybill = label(bench)
        why = bench.says(press("reprint"))
        bench.says(answer(why["prompt"]["id"], "damaged"))
        again = bench.waits_for_event("LabelPrinted", times=2)
        third = bench.says(press("reprint", "torn again"))
    assert (why["prompt"]["kind"], "damaged" in why["prompt"]["choices"]) == ("choice", True)
    assert again["waybill"] == waybill
    assert verdict(third) == ("stopped", "stop", "not_allowed")
    assert len(labels(ready_home)) == 2


def test_short_pack(ready_home: Home, qtbot: QtBot) -> None:
    """A short pack asks for a reason and a supervisor's badge; a packer's badge does not do."""
    book = open_orders(ready_home)
    book.add_person("7", name="Li Example")
    book.add_person("9", name="Wu Example", supervisor=True)
    book.close()
    with rig(ready_home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER)
        why = bench.says(press("short"))
        asked = bench.says(answer(why["prompt"]["id"], "damaged"))
        bench.all(answer("supervisor", "cancel"), press("short"))
        assert bench.says(press("short", "one is broken"))["events"] == ["PromptAnswered", "PromptOpened"]
        packer = bench.says(badge_code("7"))
        bench.says(press("clear"))
        allowed = bench.says(badge_code("9"))
        bench.says(weight(438))
        sealed = bench.says(bench.waits_for_event("LabelPrinted")["waybill"])
    assert (why["stage"], why["prompt"]["kind"]) == ("prompting", "choice")
    assert (asked["stage"], asked["prompt"]["kind"]) == ("prompting", "badge")
    assert verdict(packer) == ("stopped", "stop", "not_allowed")
    assert allowed["events"] == ["PromptAnswered", "ShortPackAllowed"]
    assert sealed["stage"] == "sealed"
    assert sealed["lines"][1] == {"sku": "COASTER-10", "needed": 2, "packed": 1}


def test_sign_in_first(home: Home, qtbot: QtBot) -> None:
    """Where signing in is required nothing is taken before a badge."""
    prepare(home, ORDER, settings="[bench]\nrequire_sign_in = true\n" + FILE_PRINTER)
    book = open_orders(home)
    book.add_person("7", name="Li Example")
    book.close()
    with rig(home, qtbot) as bench:
        before = bench.says("SO-1")
        unknown = bench.says(badge_code("404"))
        bench.says(press("clear"))
        bench.says(badge_code("7"))
        opened = bench.says("SO-1")
    assert verdict(before) == ("idle", "attention", "sign_in_first")
    assert verdict(unknown) == ("stopped", "stop", "not_allowed")
    assert opened["stage"] == "packing"


def test_hold_and_open_again(ready_home: Home, qtbot: QtBot) -> None:
    """An order put aside can be opened again and starts empty."""
    with rig(ready_home, qtbot) as bench:
        parked = bench.all("SO-1", TRAY, press("hold", "box too small"))
        again = bench.waits_until_opened("SO-1")
    assert parked["stage"] == "idle"
    assert [line["packed"] for line in again["lines"]] == [0, 0]


BAD_LINES = (
    (b"\xff\xfe", "not UTF-8"),
    (b'{"scan": ', "bad JSON"),
    (b"{" * 2_000, "bad JSON"),
    (b'{"scan": "A", "extra": 1}', "unknown key 'extra'"),
    (b'{"scan": "A", "weight": "1 g"}', "unknown key 'weight'"),
    (b'{"scan": 7}', "scan is not a text"),
    (b'{"nothing": 1}', "none of scan, weight, answer, press"),
    (b'{"weight": "12"}', "weight is not"),
    (b'{"weight": "1e9 g"}', "weight is not"),
    (b'{"weight": "999999999999 kg"}', "weight is heavier"),
    (b'{"weight": "1 g", "stable": 1}', "stable is neither"),
    (b'{"press": "explode"}', "unknown press"),
    (b'{"answer": "yes"}', "answer is not"),
    (b'{"answer": {"prompt": "x", "value": 5}}', "value is neither"),
    (b"x" * 70_000, "longer than 65536 bytes"),
)


def test_lines_that_cannot_be_read(ready_home: Home, qtbot: QtBot) -> None:
    """A line that cannot be read answers stop, bad_input in one sentence, and changes nothing."""
    with rig(ready_home, qtbot) as bench:
        before = bench.says("SO-1")
        size = len(kinds_on_disk(ready_home))
        for line, why in BAD_LINES:
            told = bench.says(line)
            assert (told["verdict"], told["reason"]) == ("stop", "bad_input")
            assert why in told["headline"]["en"]
            assert (told["events"], told["seq"]) == ([], None)
            assert (told["stage"], told["lines"]) == (before["stage"], before["lines"])
        assert len(kinds_on_disk(ready_home)) == size
        after = bench.says(TRAY)
    assert after["events"] == ["ItemPacked"]


NO_CODES = ("x" * 4096, '{"scan": "A\\u0000B"}', '{"scan": "\\ud800"}', '{"scan": ""}', '{"scan": "\\u001b[2J"}')


def test_scans_that_are_no_code(ready_home: Home, qtbot: QtBot) -> None:
    """A scan too long, empty or with control characters or half a character is refused and recorded."""
    with rig(ready_home, qtbot) as bench:
        bench.says("SO-1")
        for line in NO_CODES:
            told = bench.says(line)
            assert verdict(told) == ("stopped", "stop", "bad_input")
            assert kinds_on_disk(ready_home)[told["seq"]] == "ScanRefused"
            bench.says(press("clear"))


def test_blank_lines_are_no_input(ready_home: Home, qtbot: QtBot) -> None:
    """Blank lines are passed over and not counted."""
    with rig(ready_home, qtbot) as bench:
        for blank in (b"\n", b"   \n", b"\r\n"):
            bench.feed(blank)
        assert bench.says("SO-1\r")["order"] == "SO-1"


def test_restart_in_the_middle(ready_home: Home, qtbot: QtBot) -> None:
    """A bench that was stopped in the middle of a parcel tells of it first, and goes on at the same unit."""
    with rig(ready_home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER)
    with rig(ready_home, qtbot) as bench:
        resumed = bench.told[0]
        done = bench.says(COASTER)
    assert (resumed["n"], resumed["stage"], resumed["order"]) == (None, "packing", "SO-1")
    assert [line["packed"] for line in resumed["lines"]] == [1, 1]
    assert (done["n"], done["stage"]) == (1, "weighing")


def test_restart_when_nothing_was_open(ready_home: Home, qtbot: QtBot) -> None:
    """A bench that had nothing open says nothing before its first input but what its devices say."""
    with rig(ready_home, qtbot) as bench:
        assert bench.says("SO-404")["n"] == 1
        assert [line["events"] for line in bench.own] == [["DeviceChanged"]]
