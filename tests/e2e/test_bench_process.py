"""``sealbench bench`` from outside: pipes, exit codes, a real printer's bytes, trouble with files and neighbours."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from station.devices.virtual.printer import VirtualPrinter
from station.evidence import audit, keys
from station.evidence.ledger_reading import open_reader
from station.home import Home
from tests.e2e.bench_process import BenchProcess, bench_process
from tests.e2e.rig import kinds_on_disk, verdict, weight
from tests.e2e.warehouse import (
    COASTER,
    PARCEL_G,
    TRAY,
    import_orders,
    labels,
    state_of,
    waybills,
)

LINES = ("SO-1", TRAY, COASTER, weight(PARCEL_G))


def audited(home: Home) -> None:
    """The whole log computed again has no fault."""
    reader = open_reader(home.ledger_file)
    org, bench, _ = reader.log.split("/")
    found = audit.audit(reader, keys.load(home, org=org, bench=bench).bench.public, home.media)
    reader.close()
    assert found.ok, found.faults


def test_whole_parcel_in_one_pipe(ready_home: Home, qtbot: QtBot) -> None:
    """All lines of a parcel piped in at once are answered one by one, and the parcel is sealed at the end."""
    with bench_process(ready_home, qtbot) as bench:
        for line in (*LINES, waybills(1)[0], b""):
            bench.send(line)
        assert bench.ends() == 0
    assert [line["n"] for line in bench.told if line["n"]] == [1, 2, 3, 4, 5]
    assert bench.told[-1]["stage"] == "sealed"
    assert len(labels(ready_home)) == 1
    assert state_of(ready_home, "SO-1") == "sealed"
    audited(ready_home)


def test_two_parcels_over_a_real_printer(wired_home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """Two parcels piped in wait for their paper each, printed over TCP and believed by the printer's own word."""
    import_orders(wired_home, {"SO-2": {"COASTER-10": 1}})
    first, second = waybills(2)
    with bench_process(wired_home, qtbot) as bench:
        for line in (*LINES, first, weight(0), "SO-2", COASTER, weight(28), second):
            bench.send(line)
        assert bench.ends() == 0
    assert bench.told[-1]["stage"] == "sealed"
    assert [line["label"] for line in bench.told if "LabelSent" in line["events"]] == ["sent", "sent"]
    assert [line["label"] for line in bench.told if "LabelPrinted" in line["events"]] == ["printed", "printed"]
    assert len(printer.paper) == 2
    assert not printer.refused


def test_end_of_input_in_the_middle(ready_home: Home, qtbot: QtBot) -> None:
    """Input that ends in the middle of a parcel ends the bench with 0; the next run goes on at the same unit."""
    with bench_process(ready_home, qtbot) as bench:
        bench.send("SO-1")
        bench.send(TRAY)
        assert bench.ends() == 0
    with bench_process(ready_home, qtbot) as bench:
        sealed = bench.all(COASTER, weight(PARCEL_G), waybills(1)[0])
        resumed = bench.told[0]
        assert bench.ends() == 0
    assert (resumed["n"], resumed["order"], resumed["stage"]) == (None, "SO-1", "packing")
    assert [line["packed"] for line in resumed["lines"]] == [1, 0]
    assert sealed["stage"] == "sealed"
    audited(ready_home)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_told_to_end_in_the_middle(ready_home: Home, qtbot: QtBot) -> None:
    """At a shut-down it closes what it writes, however long its input would go on; the next run goes on."""
    with bench_process(ready_home, qtbot) as bench:
        bench.all("SO-1", TRAY)
        assert bench.told_to_end() == 0
        assert bench.messages == ""
    with bench_process(ready_home, qtbot) as bench:
        bench.says(COASTER)
        assert (bench.told[0]["order"], bench.told[0]["stage"]) == ("SO-1", "packing")
        assert bench.ends() == 0
    audited(ready_home)


def test_input_ends_while_the_label_prints(wired_home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """At the end of the input the bench waits for the paper before it goes."""
    with bench_process(wired_home, qtbot) as bench:
        for line in LINES:
            bench.send(line)
        assert bench.ends() == 0
    assert bench.told[-1]["label"] == "printed"
    assert len(printer.paper) == 1


def _refused_start(home: Home, qtbot: QtBot) -> tuple[int, str]:
    bench = BenchProcess(home, qtbot)
    code = bench.waits_for_exit()
    assert bench.told == []
    return code, bench.messages


def test_settings_that_cannot_be(home: Home, qtbot: QtBot) -> None:
    """Settings that cannot be are refused in one sentence with exit code 3, before anything is written."""
    home.root.mkdir(parents=True)
    home.settings_file.write_text("[bench]\nlanguag = 'zh'\n", encoding="utf-8")
    code, sentence = _refused_start(home, qtbot)
    assert code == 3
    assert sentence == (
        f"sealbench: unknown setting 'languag' in [bench] ({home.settings_file}). Did you mean 'language'?\n"
    )
    assert not home.ledger_file.exists()


def test_second_bench_on_the_same_home(ready_home: Home, qtbot: QtBot) -> None:
    """A second bench on the same home is refused in one sentence; the first one goes on."""
    with bench_process(ready_home, qtbot) as bench:
        bench.says("SO-1")
        code, sentence = _refused_start(ready_home, qtbot)
        assert bench.says(TRAY)["events"] == ["ItemPacked"]
    assert code == 1
    assert sentence == (
        f"sealbench: another program has this ledger open ({ready_home.ledger_file}). "
        "Close the other bench window first.\n"
    )


def test_first_day(home: Home, qtbot: QtBot) -> None:
    """A home that is not there yet is made at first use; an order that nobody imported is unknown."""
    with bench_process(home, qtbot) as bench:
        assert verdict(bench.says("SO-1")) == ("stopped", "stop", "order_unknown")
        assert bench.ends() == 0
    assert kinds_on_disk(home)[:2] == ["BenchStarted", "OrderAsked"]
