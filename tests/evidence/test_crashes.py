"""Killed, or refused by the disk, at the system calls of an append: a sample of what ``make fuzz`` sweeps whole."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from station.home import Home
from tests.evidence.crash_sweep import FAULTS, Trial, missing, template, wrong

ROOT = Path(__file__).resolve().parent.parent.parent
EVERY = "17"


@pytest.mark.skipif(missing() != "", reason=missing() or "strace is here")
def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """Entries acknowledged and checkpoints published are in the log after it, and photos have their bytes."""
    command = [sys.executable, "-m", "tests.evidence.crash_sweep", "--every", EVERY]
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == 2 * len(FAULTS) - 1
    assert all(line.endswith(" 0 violations") and ": 0 places" not in line for line in lines), done.stdout


@pytest.fixture
def ended(tmp_path: Path) -> Trial:
    """A bench that ended well, and said nothing."""
    return Trial(home=template(tmp_path), said=(), hit=False, code=0)


def violations(tried: Trial) -> list[str]:
    return list(wrong(tried, killed=False))


def test_the_judge_is_content(ended: Trial) -> None:
    """A home that nothing happened to has no violation."""
    assert violations(ended) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("entry 9 AAAA", "is lost"),
        ("entry 8 AAAA", "is another one"),
        ("note YWNtZS9CMDEvMQo5CkFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE9CgpYCg==", "no prefix"),
    ],
)
def test_the_judge_sees_what_is_lost(ended: Trial, said: str, words: str) -> None:
    """An entry that was acknowledged and is not there, or another one, and a checkpoint of another log are told."""
    (found,) = violations(replace(ended, said=(said,)))
    assert words in found


def test_the_judge_sees_a_ledger_that_does_not_open(ended: Trial) -> None:
    """A home in which the bench cannot go on is told in the ledger's own sentence."""
    ended.home.ledger_file.write_bytes(b"x" * 8192)
    (found,) = violations(ended)
    assert "damaged" in found


def test_the_judge_sees_an_empty_photo(ended: Trial) -> None:
    """A file that is empty behind an entry is told, and so is a bench that ended with a traceback."""
    file = next(Home(ended.home.root).media.glob("*.sealed"))
    file.write_bytes(b"")
    assert any("missing or changed" in found for found in violations(ended))
    assert violations(replace(ended, code=3))[0] == "the bench ended with 3"
