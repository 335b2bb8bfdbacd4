"""``evidence witness``, as a shell sees it: a bench's home and an office beside it with one order book."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from station.anchoring import Witnessing
from station.cli import main
from station.home import Home
from station.terminal import opened
from tests.clocks import FakeClock
from tests.evidence.conftest import open_ledger, pack


@pytest.fixture
def office(tmp_path: Path) -> Home:
    """Its order book is the one that the bench uses."""
    home = Home(tmp_path / "office")
    home.root.mkdir()
    (home.root / "bench.toml").write_text(f'[bench]\norg = "acme"\norderbook = "sqlite:///{tmp_path / "orders.db"}"\n')
    return home


def said(capsys: pytest.CaptureFixture[str], office: Home, *words: str) -> tuple[int, list[dict[str, Any]], str]:
    code = main(["--home", str(office.root), "--json", "evidence", "witness", *words])
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err


def test_from_enrolment_to_a_cosignature(
    office: Home, home: Home, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Enrolled with a word on what it is worth, nothing asked, then asked and cosigned, and seen."""
    code, (made,), err = said(capsys, office, "enrol")
    assert (code, made["name"]) == (0, "acme/witness")
    assert "another machine with another administrator" in err
    assert made["vkey"] in (office.keys / "witness.vkey").read_text()
    assert (office.keys / "witness.key").stat().st_mode & 0o777 == 0o600
    assert said(capsys, office, "once") == (0, [], "sealbench: no bench asks for anything.\n")
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    with opened(office) as book:
        Witnessing(home, ledger.log_name, clock)(book)
    ledger.close()
    assert said(capsys, office, "once")[:2] == (0, [{"log": "acme/B01/1", "granted": True, "size": 9, "why": ""}])
    _, (shown,), _ = said(capsys, office, "show")
    assert [(one["log"], one["size"]) for one in shown["logs"]] == [("acme/B01/1", 9)]


def test_retiring(office: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """Once; a witness that is not there is a sentence."""
    said(capsys, office, "enrol", "--name", "two")
    assert said(capsys, office, "retire", "acme/two")[0] == 0
    code, _, err = said(capsys, office, "retire", "acme/two")
    assert (code, "no witness acme/two" in err) == (1, True)


def test_what_is_no_witness(office: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A home without a key, a damaged key, an impossible name or pause: a sentence and the right code."""
    assert said(capsys, office, "once")[0] == 1
    assert said(capsys, office, "enrol", "--name", "a/b")[0] == 2
    said(capsys, office, "enrol")
    (office.keys / "witness.key").write_text("PRIVATE+KEY+x")
    code, _, err = said(capsys, office, "once")
    assert (code, "key file cannot be used" in err) == (1, True)
    with pytest.raises(SystemExit) as ended:
        main(["--home", str(office.root), "evidence", "witness", "run", "--every", "0"])
    assert ended.value.code == 2
