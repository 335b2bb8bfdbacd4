"""The pair of Python and PySide6: it loads, and it is none of those that lose references to None."""

from __future__ import annotations

import tomllib
from pathlib import Path

from station.pyside_fault import REFERENCES_LOST_MAX, references_lost

ROOT = Path(__file__).resolve().parent.parent


def test_qt_can_be_loaded() -> None:
    """Where PySide6 does not load, the tests fail; they never skip what has a screen."""
    import PySide6.QtGui
    import PySide6.QtPrintSupport
    import PySide6.QtSerialPort
    import PySide6.QtWidgets

    assert PySide6.QtWidgets.QWidget is not None


def test_none_keeps_its_references() -> None:
    """A thousand Qt calls that return nothing leave the count of references to None where it was.

    PySide6 6.12.0 on Python 3.10 and 3.11 loses one at each call, and a program aborts after some 5,000.
    """
    assert references_lost(1_000) <= REFERENCES_LOST_MAX


def test_the_faulty_version_is_shut_out() -> None:
    """The dependency and both locks stay below PySide6 6.12."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "pyside6>=6.8.3,<6.12" in project["dependencies"]
    for lock in ("run.lock", "dev.lock"):
        pins = [
            line.split("==")[1].split()[0]
            for line in (ROOT / "requirements" / lock).read_text(encoding="utf-8").splitlines()
            if line.startswith("pyside6==")
        ]
        assert [pin.split(".")[:2] for pin in pins] == [["6", "11"]]
