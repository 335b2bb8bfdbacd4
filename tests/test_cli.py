"""The command line itself: how it speaks, whatever stands at its other end."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from station.cli import main


def _output(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


@pytest.mark.parametrize("encoding", ["ascii", "cp936", "cp1252"])
def test_results_are_utf8_on_every_code_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """What a program reads from a pipe is UTF-8, also on a system that speaks another code page."""
    out = _output(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["--home", str(tmp_path / "home"), "--json", "services"]) == 0
    names = [service["zh"] for service in json.loads(_bytes(out).decode())["services"]]
    assert "圆通速递" in names


def test_a_name_that_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file name of bytes that are no UTF-8 is named in the sentence, escaped."""
    out, err = _output("utf-8"), _output("utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert main(["--home", str(tmp_path / "home"), "import", str(tmp_path / "\udcff.csv")]) == 1
    assert rb"\udcff.csv" in _bytes(err)


def test_closed_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program started with its output closed does its work all the same."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["--home", str(tmp_path / "home"), "services"]) == 0
    assert (tmp_path / "home" / "orders.db").is_file()
    sys.stdout.close()
