"""``report quality`` and its neighbours, and ``calls``: every format, the home's own ledger, mistakes in a sentence."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from station.cli import main
from station.evidence.codec import encode
from station.evidence.ledger import Ledger
from station.home import Home
from station.packing.events import HelpCalled, ScanRefused
from station.packing.inputs import Command
from station.packing.reasons import Reason
from tests.clocks import FakeClock
from tests.orders.recorded import opened, packed, sealed

PERIOD = ("--from", "2026-11-01", "--to", "2026-11-30")
WITH_PERIOD = ("throughput", "quality", "saves", "steps", "evidence")
EVERY = (*WITH_PERIOD, "cutoffs", "benches")


@pytest.fixture
def packed_home(home: Home, clock: FakeClock) -> Home:
    """A home whose ledger holds a parcel with a wrong item and a call for help, and whose order book holds nothing."""
    home.root.mkdir()
    home.settings_file.write_text('[bench]\nlanguage = "en"\n', encoding="utf-8")
    ledger = Ledger.open(home, org="local", bench="B01", clock=clock, random_bytes=os.urandom, build="test")
    refused = ScanRefused(reason=Reason.NOT_IN_ORDER, code="X", device="scanner", locks=True)
    for event in (opened("SO-1"), packed(), refused, packed(), sealed("YT1")):
        ledger.append([encode(event)], order_no="SO-1", by="P001")
        clock.advance_s(30)
    ledger.append([encode(HelpCalled(command=Command.HELP, device="scanner"))], order_no=None, by="P001")
    ledger.close()
    return home


def _run(home: Home, *words: str) -> int:
    return main(["--home", str(home.root), *words])


def _period(report: str) -> tuple[str, ...]:
    return PERIOD if report in WITH_PERIOD else ()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("report", EVERY)
def test_every_report_in_every_format(
    packed_home: Home, tmp_path: Path, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a table, as JSON, as CSV, as a workbook and as PDF; each of them says something."""
    for form in ("csv", "xlsx", "pdf"):
        assert _run(packed_home, "report", report, *_period(report), "-o", str(tmp_path / f"r.{form}")) == 0
    assert (tmp_path / "r.csv").read_text(encoding="utf-8-sig").count("\n") >= 1
    assert load_workbook(tmp_path / "r.xlsx").active is not None
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    capsys.readouterr()
    assert _run(packed_home, "report", report, *_period(report), "--json") == 0
    assert json.loads(capsys.readouterr().out) is not None
    assert _run(packed_home, "report", report, *_period(report)) == 0
    assert capsys.readouterr().out.strip()


def test_from_a_save_to_its_entry(packed_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """What was counted, what it would have cost, and the entry that says so."""
    assert _run(packed_home, "report", "saves", *PERIOD, "--json") == 0
    saves = json.loads(capsys.readouterr().out)
    assert (saves["count"], saves["cost"]) == (1, 22.0)
    assert _run(packed_home, "report", "behind", "saved.wrong_item", *PERIOD, "--json") == 0
    page = json.loads(capsys.readouterr().out)
    assert [(row["bench"], row["order_no"], row["kind"]) for row in page["rows"]] == [("B01", "SO-1", "ScanRefused")]
    assert page["after"] is None


def test_a_page_tells_where_to_go_on(packed_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """The first page of one entry names the place; from there comes the rest, and then nothing is left."""
    assert _run(packed_home, "report", "behind", "units", *PERIOD, "--limit", "0") == 0
    assert "there is more" not in capsys.readouterr().err
    assert _run(packed_home, "report", "behind", "nonsense", *PERIOD) == 2
    assert "no figure with entries" in capsys.readouterr().err
    assert _run(packed_home, "report", "behind", "units", *PERIOD, "--after", "soon") == 2


def test_nobody_is_ranked(packed_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """The house has to allow it first."""
    assert _run(packed_home, "report", "throughput", *PERIOD, "--rank") == 2
    assert "does not rank" in capsys.readouterr().err
    (packed_home.root / "rules").mkdir()
    (packed_home.root / "rules" / "figures.toml").write_text("ranking = true\n", encoding="utf-8")
    assert _run(packed_home, "report", "throughput", *PERIOD, "--rank") == 0


def test_beside_another_period(packed_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """The same reports of both periods, which are of one length."""
    assert _run(packed_home, "report", "throughput", *PERIOD, "--than", "2026-10-02", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["now"]["total"]["parcels"], told["then"]["total"]["parcels"]) == (1, 0)


def test_a_call_from_the_bench_to_its_end(packed_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """Listed, taken, ended by name; ended twice is a sentence."""
    assert _run(packed_home, "calls", "list", "--json") == 0
    (call,) = json.loads(capsys.readouterr().out)
    number = str(call["id"])
    assert (call["bench"], call["taken_by"]) == ("B01", "")
    assert _run(packed_home, "calls", "take", number, "--by", "Wu Example") == 0
    assert _run(packed_home, "calls", "end", number, "--by", "Wu Example") == 0
    capsys.readouterr()
    assert _run(packed_home, "calls", "end", number, "--by", "Wu Example") == 1
    assert "was ended by" in capsys.readouterr().err
    assert _run(packed_home, "calls", "list") == 0
    assert capsys.readouterr().out == "nobody calls\n"


def test_a_wide_table_on_paper_comes_in_parts() -> None:
    """More columns than a page takes are laid below, each part with the first column; nothing is left out."""
    from station.reports.paper import COLUMNS_MAX, Sheet, page

    heads = tuple(f"h{number}" for number in range(COLUMNS_MAX + 5))
    html = page((Sheet(title="T", headers=heads, rows=(tuple(range(len(heads))),)),), "en")
    assert html.count("<table") == 2
    assert html.count(">h0<") == 2
    assert all(f">{head}<" in html for head in heads)
