"""The evidence verbs, as a shell sees them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from station.cli import main
from station.evidence import verify
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import ORDER, open_ledger, pack


@pytest.fixture
def packed(home: Home, clock: FakeClock) -> Home:
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    ledger.close()
    return home


@pytest.fixture
def exported(packed: Home, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Exported by the verb itself, page and all."""
    out = tmp_path / "case.zip"
    assert main(["--home", str(packed.root), "evidence", "export", ORDER, "-o", str(out)]) == 0
    assert f"7 entries of order {ORDER}, sealed" in capsys.readouterr().out
    return out


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(capsys.readouterr().out)
    return loaded


def test_verify(packed: Home, exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The home that owns the organisation's key compares it by itself."""
    assert main(["--home", str(packed.root), "evidence", "verify", str(exported), "--json"]) == 0
    facts = told(capsys)
    assert facts["verdict"] == "verified with remarks"
    assert [check["n"] for check in facts["checks"] if check["ok"]] == list(range(1, 10))
    assert not any("compared" in remark for remark in facts["remarks"])


def test_verify_elsewhere(exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A home without keys verifies too, makes nothing, and remarks that no key was compared."""
    home = tmp_path / "elsewhere"
    assert main(["--home", str(home), "evidence", "verify", str(exported)]) == 0
    assert "was not compared" in capsys.readouterr().out
    assert not home.exists()


def test_verify_against_a_foreign_home(exported: Path, tmp_path: Path, clock: FakeClock) -> None:
    """A bundle of another organisation fails in a home that owns a key of its own."""
    other = Home(tmp_path / "other")
    open_ledger(other, clock).close()
    (other.keys / "org.key").write_text(
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n"
    )
    assert main(["--home", str(other.root), "evidence", "verify", str(exported)]) == 7


def test_verify_says_no(packed: Home, exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed bundle is exit 7, a missing one exit 1."""
    exported.write_bytes(exported.read_bytes()[1:])
    assert main(["--home", str(packed.root), "--json", "evidence", "verify", str(exported)]) == 7
    assert told(capsys)["verdict"] == "failed"
    assert main(["--home", str(packed.root), "evidence", "verify", "none.zip"]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_export_of_an_unknown_order(
    packed: Home, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An order nobody packed here is exit 1 and a sentence."""
    arguments = ["--home", str(packed.root), "evidence", "export", "SO-404", "-o", str(tmp_path / "x.zip")]
    assert main(arguments) == 1
    assert "no entry of order SO-404" in capsys.readouterr().err


def test_audit(packed: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """The audit tells log, size, root and faults, and ends with 7 when there is one."""
    assert main(["--home", str(packed.root), "evidence", "audit", "--json"]) == 0
    facts = told(capsys)
    assert (facts["log"], facts["entries"], facts["ok"], facts["faults"]) == ("acme/B01/1", 9, True, [])
    next(packed.media.iterdir()).unlink()
    assert main(["--home", str(packed.root), "evidence", "audit", "--json"]) == 7
    assert told(capsys)["ok"] is False


def test_audit_of_rubbish(packed: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A ledger that is no database any more is a fault, not a crash."""
    packed.ledger_file.write_bytes(b"rubbish" * 1000)
    assert main(["--home", str(packed.root), "evidence", "audit", "--json"]) == 7
    assert "damaged" in told(capsys)["faults"][0]


def test_audit_without_a_ledger(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A home in which nothing was packed is told of."""
    assert main(["--home", str(home.root), "evidence", "audit"]) == 1
    assert "no ledger yet" in capsys.readouterr().err


def test_the_verifiers_are_written_out(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both verifiers come out byte for byte, without a home being made; a file in the way is a sentence."""
    out = tmp_path / "out"
    assert main(["--home", str(home.root), "evidence", "verifier", "-o", str(out)]) == 0
    for file in sorted(out.iterdir()):
        assert file.read_bytes() == (Path(verify.__file__).parent / file.name).read_bytes()
    assert sorted(file.name for file in out.iterdir()) == ["verify.html", "verify.py"]
    assert not home.root.exists()
    (tmp_path / "file").write_bytes(b"")
    assert main(["--home", str(home.root), "evidence", "verifier", "-o", str(tmp_path / "file")]) == 1
    assert "Choose another folder" in capsys.readouterr().err
