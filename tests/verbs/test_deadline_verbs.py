"""The verbs about time: why an order is due, expediting, agreements, reckoning anew, and the forecast."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.verbs.command import Command

HEADERS = "订单号,货号,数量,状态,付款时间"


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """A home with two paid orders and one unpaid, in English."""
    command = Command(tmp_path / "home", capsys)
    command.home.mkdir()
    (command.home / "bench.toml").write_text('[bench]\nlanguage = "en"\n', "utf-8")
    path = tmp_path / "own.csv"
    rows = ("SO-1,A,1,paid,2026-11-20 09:00", "SO-2,A,1,paid,2026-11-21 10:00", "SO-3,A,1,unpaid,")
    path.write_text("\n".join((HEADERS, *rows)) + "\n", "utf-8")
    command("import", str(path))
    return command


def test_show_explains_the_deadline(sealbench: Command) -> None:
    """``orders show`` says which rule, from when and which days it skipped; an unpaid order explains nothing."""
    told = sealbench.json("orders", "show", "SO-2")
    why = told["deadline_why"]
    assert told["deadline"] == why["due"] == "2026-11-23T02:00:00Z"
    assert (why["from"], why["rule"], why["source"], why["start_is"]) == ("rule", "working-24h", "C4", "paid")
    assert [each["day"] for each in why["skipped"]] == ["2026-11-22"]
    shown = sealbench("orders", "show", "SO-2")
    assert f"deadline_why    {why['en']}" in shown
    unpaid = sealbench.json("orders", "show", "SO-3")
    assert (unpaid["deadline"], unpaid["deadline_why"]) == (None, None)


def test_a_badge_is_kept_as_its_pseudonym(sealbench: Command) -> None:
    """Who expedites with a badge is recorded as the ledger calls that person."""
    sealbench("users", "add", "--badge", "W1", "--name", "Wu Example")
    sealbench("orders", "expedite", "SO-2", "--by", "W1")
    (act,) = sealbench.json("orders", "show", "SO-2")["deadline_acts"]
    assert act["by"] == "P001"


def test_expedite_and_undo(sealbench: Command) -> None:
    """An expedited order leads the list, says who and why, and goes back in its turn."""
    done = sealbench.json("orders", "expedite", "SO-2", "--by", "店长", "--reason", "客户催单")
    assert done == {"order": "SO-2", "expedited": True}
    assert [each["order"] for each in sealbench.json("orders", "--state", "ready")["orders"]] == ["SO-2", "SO-1"]
    assert "expedited" in sealbench("orders").splitlines()[0]
    sealbench("orders", "expedite", "SO-2", exits=1)
    assert sealbench.err == "sealbench: order SO-2 is expedited already; nothing was changed.\n"
    sealbench("orders", "expedite", "SO-2", "--undo")
    told = sealbench.json("orders", "show", "SO-2")
    assert told["expedited"] is False
    assert [(act["act"], act["by"], act["reason"]) for act in told["deadline_acts"]] == [
        ("expedited", "店长", "客户催单"),
        ("expedite_undone", "B01", ""),
    ]


def test_agree(sealbench: Command) -> None:
    """A day agreed with the buyer means its end in the shop's time, and is taken back."""
    sealbench("orders", "agree", "SO-1", "--until", "2099-11-30", "--reason", "电话")
    told = sealbench.json("orders", "show", "SO-1")
    assert (told["deadline"], told["deadline_why"]["from"]) == ("2099-11-30T16:00:00Z", "agreed")
    assert sealbench.json("orders", "agree", "SO-1", "--until", "2099-12-01T18:00")["agreed"] == "2099-12-01T10:00:00Z"
    assert sealbench.json("orders", "agree", "SO-1", "--undo") == {"order": "SO-1", "agreed": None}
    assert sealbench.json("orders", "show", "SO-1")["deadline_why"]["from"] == "rule"
    for wrong in ("soon", "2099-13-01", "2099-11-30T10:00+08:00", "9999-12-31"):
        sealbench("orders", "agree", "SO-1", "--until", wrong, exits=2)
        assert "is no time" in sealbench.err
    sealbench("orders", "agree", "SO-1", "--until", "2001-01-01", exits=1)


def test_reckon_after_a_change_of_rules(sealbench: Command) -> None:
    """A home's own rules count from the next reckoning on; a mistake in them ends in exit 3 and one sentence."""
    assert sealbench.json("orders", "reckon") == {"open": 3, "moved": 0, "settled": 0}
    own = sealbench.home / "rules" / "deadlines.toml"
    own.parent.mkdir()
    rule = '[[rule]]\nid = "r"\npurpose = "dispatch"\nweek = "every-day"\nzh = "规则"\nen = "rule"\nhours = 1\n'
    own.write_text(rule + '[[policy]]\nrules = ["r"]\n', "utf-8")
    assert "run sealbench orders reckon" in sealbench.json("orders", "show", "SO-1")["deadline_why"]["en"]
    assert "3 open orders, 2 deadlines moved" in sealbench("orders", "reckon")
    assert sealbench.json("orders", "show", "SO-1")["deadline"] == "2026-11-20T02:00:00Z"
    own.write_text(rule.replace("hours = 1\n", ""), "utf-8")
    sealbench("orders", "reckon", exits=3)
    assert sealbench.err.count("\n") == 1


def test_the_report(sealbench: Command, tmp_path: Path) -> None:
    """The forecast in every format holds the same orders; a pace that is none is refused."""
    told = sealbench.json("report", "deadlines", "--pace", "0.001")
    assert told["missed"] == ["SO-1", "SO-2"]
    assert [row["orders"] for row in told["rows"]] == [1, 1]
    rows = list(csv.DictReader(io.StringIO(sealbench("report", "deadlines", "--pace", "0.001", "--format", "csv"))))
    assert [row["orders that will miss"] for row in rows] == ["SO-1", "SO-2"]
    assert "SO-2" in sealbench("report", "deadlines", "--pace", "0.001")
    out = tmp_path / "risk.xlsx"
    sealbench("report", "deadlines", "-o", str(out))
    assert out.read_bytes().startswith(b"PK")
    for pace in ("0", "-1", "nan", "1e9"):
        sealbench("report", "deadlines", f"--pace={pace}", exits=2)
        assert "--pace must be above 0" in sealbench.err
