"""``setup`` in a terminal: questions out, answers in, in both languages and as JSON."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from station.home import Home
from station.ui.sounds import Silence
from tests.verbs.command import Command

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sealbench(home: Home, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(home.root, capsys)


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for a sound server that is not there."""
    monkeypatch.setattr("station.setup.hands.open_sounds", lambda _folder: Silence())


def _answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("".join(f"{line}\n" for line in lines).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)


def _lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_without_any_hardware(sealbench: Command, monkeypatch: pytest.MonkeyPatch, home: Home) -> None:
    """From a fresh home to settings and a report with twelve lines and no device."""
    _answer(monkeypatch, "2", "1", "no", "B07", "1", *["none"] * 6, "yes")
    out = sealbench("setup", "--lines", "--wait", "10")
    assert "All done" in out
    assert 'id = "B07"' in home.settings_file.read_text()
    (report,) = (home.root / "setup").glob("report-*.pdf")
    assert report.read_bytes().startswith(b"%PDF")


def test_json_lines(sealbench: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each change is one JSON line with question, choices and steps."""
    _answer(monkeypatch, "en", "dark", "no")
    lines = _lines(sealbench("setup", "--json", "--wait", "0"))
    steps = [line["step"] for line in lines]
    assert (steps[0], steps[-2:]) == ("language", ["language", "bench"])
    assert lines[0]["choices"][1] == {"key": "en", "zh": "English 英文", "en": "English", "note": ""}
    assert lines[-1]["steps"][0]["ended"] == "passed"


def test_one_step(sealbench: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A single step, then its saving."""
    _answer(monkeypatch, "zh", "light", "no", "no")
    lines = _lines(sealbench("setup", "--step", "language", "--json", "--wait", "0"))
    assert (lines[-1]["step"], lines[-1]["over"]) == ("finish", True)


def test_status_and_resume(sealbench: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done is told, set-up goes on from there, and can be forgotten."""
    assert sealbench.json("setup", "--status")["next"] == "language"
    _answer(monkeypatch, "en", "dark", "no")
    sealbench("setup", "--lines", "--wait", "0")
    assert "go on with" in sealbench.err
    assert sealbench.json("setup", "--status")["next"] == "bench"
    assert "passed" in sealbench("setup", "--status")
    assert sealbench.json("setup", "--status", "--fresh")["next"] == "language"


def test_the_report_alone(sealbench: Command, tmp_path: Path) -> None:
    """A PDF at the place that was named; one that cannot be written is a sentence."""
    target = tmp_path / "r" / "report.pdf"
    sealbench("setup", "--report", str(target))
    assert target.read_bytes().startswith(b"%PDF")
    sealbench("setup", "--report", str(tmp_path), exits=1)
    assert "cannot write the report" in sealbench.err


def test_the_report_keeps_passwords(sealbench: Command, home: Home, tmp_path: Path) -> None:
    """A network camera stands in it by its host alone: the report is sent to whoever helps."""
    home.root.mkdir()
    link = "rtsp://admin:geheim@192.168.1.64:554/stream1"
    home.settings_file.write_text(f'[[device]]\nname = "box"\nkind = "camera"\nlink = "{link}"\n')
    target = tmp_path / "report.pdf"
    sealbench("setup", "--report", str(target))
    text = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, text=True, check=True).stdout
    assert "192.168.1.64" in text
    assert "geheim" not in text


@pytest.mark.parametrize("name", ["bench.toml", "setup.toml"])
def test_damaged_files_are_told(sealbench: Command, home: Home, name: str) -> None:
    """Nothing is asked on top of settings or notes that do not read; exit code 3."""
    home.root.mkdir()
    (home.root / name).write_text("[bench\n")
    sealbench("setup", "--lines", exits=3)
    assert name in sealbench.err
    assert "Traceback" not in sealbench.err


def test_rubbish_changes_nothing(sealbench: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Binary, empty and endless lines are no answers."""
    stdin = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00\n\n" + b"A" * 100_000 + b"\n99\n-1\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    lines = _lines(sealbench("setup", "--json", "--wait", "0"))
    assert {line["step"] for line in lines} == {"language"}
    assert lines[-1]["steps"][0]["ended"] is None


def test_a_closed_input_has_no_answers(sealbench: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Started with its input closed, it asks once and ends."""
    monkeypatch.setattr(sys, "stdin", None)
    assert [line["step"] for line in _lines(sealbench("setup", "--json", "--wait", "0"))] == ["language"]
