"""``evidence media`` as a person and a bench use it: begun, copied, killed, verified, brought back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from station import cli
from station.bench_ledger import open_ledger
from station.clock import SystemClock
from station.evidence.fact import Fact
from station.evidence.media import store
from station.home import Home
from station.media_store.folder_place import FolderPlace
from station.media_store.place import MARK
from station.orders.orderbook import OrderBook
from station.settings import load
from tests.media_store.conftest import Record
from tests.media_store.s3_stand_in import BUCKET, StandIn, flipped

Run = Callable[..., tuple[int, str, str]]
PART = 8 * 2**20


@pytest.fixture
def run(home: Home, capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit code, standard output and error output of ``evidence media``."""

    def ran(*words: str, act: str = "media") -> tuple[int, str, str]:
        code = cli.main(["--home", str(home.root), "evidence", act, *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def share(home: Home, book: OrderBook, tmp_path: Path) -> FolderPlace:
    """Set, there, and not begun."""
    folder = tmp_path / "share"
    folder.mkdir()
    home.settings_file.write_text(f'[media_store]\nplace = "folder:{folder}"\n', encoding="utf-8")
    return FolderPlace(folder)


def test_from_the_beginning(home: Home, share: FolderPlace, record: Record, run: Run) -> None:
    """Begun once, copied, shown; a second beginning changes nothing."""
    record()
    code, _, told = run("--copy")
    assert (code, "no place for copies of media was begun there" in told) == (1, True)
    code, said, told = run("--begin")
    assert (code, "is begun: place" in said) == (0, True)
    assert "on the disk of the home itself" in told
    mark = (share.folder / MARK).read_text()
    assert "was begun before" in run("--begin")[1]
    assert (share.folder / MARK).read_text() == mark
    assert run("--copy")[:2] == (0, "copied 2 files, 0.0 MB; 0 left this disk; 0 erased ones removed there; 0 failed\n")
    code, said, _ = run()
    assert code == 0
    assert "2 copies read back, 0 of them no longer here" in said
    assert "waiting: 0 files\n" in said
    facts = json.loads(run("--json")[1])
    assert (facts["copied"], facts["waiting"], facts["owed"], facts["last"]["why"]) == (2, 0, 0, "")


def test_without_a_place(home: Home, record: Record, run: Run) -> None:
    """To show is always possible; to act is the wrong use, in one sentence."""
    record()
    assert run()[:2] == (0, "no second place is set: 2 files are here and nowhere else\n")
    code, _, told = run("--copy")
    assert (code, "no second place for media is set" in told) == (2, True)


def test_verified_and_brought_back(home: Home, share: FolderPlace, record: Record, run: Run) -> None:
    """A sound place ends with 0; a copy that changed with 7, and says whether the file is still here."""
    photo, video = record()
    run("--begin")
    run("--copy")
    assert run("--verify")[0] == 0
    for name in (photo, video):
        (home.media / name).unlink()
    assert run("--bring", "SO-1")[:2] == (0, f"2 files of SO-1 brought back from the folder {share.folder}\n")
    for name in (photo, video):
        file = share.folder / name[:2] / name
        file.write_bytes(flipped(file.read_bytes()))
    (home.media / video).unlink()
    code, said, _ = run("--verify")
    assert code == 7
    assert f"still here: copied again at the next round: {photo}" in said
    assert f"LOST, neither here nor there as it was recorded: {video}" in said


def test_an_order_that_nothing_here_knows(home: Home, share: FolderPlace, record: Record, run: Run) -> None:
    """A mistyped number is told as the other verbs of evidence tell it, not as a parcel without files."""
    said = "this bench has no entry of order NOPE. Check the number, or ask another bench."
    assert run("--bring", "NOPE")[0] == 1  # no ledger yet, and no place begun
    record()
    run("--begin")
    for words, act in ((("--bring", "NOPE"), "media"), (("NOPE", "-o", str(home.root / "a.zip")), "export")):
        code, out, told = run(*words, act=act)
        assert (code, out, said in told) == (1, "", True)
    assert run("--bring", "SO-1")[:2] == (0, f"0 files of SO-1 brought back from the folder {share.folder}\n")


def test_an_order_in_anothers_parcel(home: Home, share: FolderPlace, run: Run, book: OrderBook) -> None:
    """It has no entry of its own and is known all the same: its files are the parcel's."""
    with closing(open_ledger(home, load(home), SystemClock(), book=book)) as ledger:
        medium = store(home.media, b"a photo", mime="image/jpeg", role="photo", at_ms=1)
        joined = [{"order": "SO-1", "lines": []}, {"order": "SO-2", "lines": []}]
        ledger.append([Fact(kind="ParcelSealed", com={"joined": joined}, media=(medium,))], order_no="SO-1", by="P001")
    run("--begin")
    run("--copy")
    (home.media / medium.path).unlink()
    assert run("--bring", "SO-2")[:2] == (0, f"1 files of SO-2 brought back from the folder {share.folder}\n")


def test_an_export_brings_back_what_it_needs(
    home: Home,
    share: FolderPlace,
    record: Record,
    run: Run,
    tmp_path: Path,
) -> None:
    """The bundle of a parcel whose film has left is complete; without the place it says what is missing."""
    names = record()
    run("--begin")
    run("--copy")
    for name in names:
        (home.media / name).unlink()
    (share.folder / MARK).rename(share.folder / "hidden")
    _, said, told = run("SO-1", "-o", str(tmp_path / "a.zip"), act="export")
    assert "files that have left this disk are not shown" in told
    assert "is missing or no longer what was recorded" in said
    (share.folder / "hidden").rename(share.folder / MARK)
    _, said, told = run("SO-1", "-o", str(tmp_path / "b.zip"), act="export")
    assert "missing" not in said + told


def test_the_audit_says_what_it_did_not_look_at(
    home: Home,
    share: FolderPlace,
    record: Record,
    run: Run,
) -> None:
    """Files that have left are no fault, and their number is said."""
    names = record()
    run("--begin")
    run("--copy")
    for name in names:
        (home.media / name).unlink()
    code, _, told = run(act="audit")
    assert (code, "2 files have left this disk and were not looked at" in told) == (0, True)


def test_killed_in_the_midst_of_an_upload(home: Home, s3: StandIn, record: Record) -> None:
    """Killed without a word after some parts: the next program sends the others alone, and the copy is whole."""
    _, video = record(video=os.urandom(5 * PART))
    home.settings_file.write_text(
        f'[media_store]\nplace = "s3:{BUCKET}"\nendpoint = "{s3.endpoint}"\nmb_per_s = 20\n', encoding="utf-8"
    )
    assert _program(home, "--begin").returncode == 0
    before = s3.received
    process = subprocess.Popen(_command(home, "--copy"), stdout=subprocess.DEVNULL)
    while s3.received - before < 2 * PART:
        assert process.poll() is None
        Event().wait(0.01)
    process.kill()
    process.wait()
    arrived = [len(data) for _, parts in s3.uploads.values() for data in parts.values()]
    assert 2 <= len(arrived) < 6
    before = s3.received
    done = json.loads(_program(home, "--copy", "--json").stdout)
    assert (done["copied"] in (1, 2), done["failed"]) == (True, 0)
    size = (home.media / video).stat().st_size
    assert s3.received - before <= size - sum(arrived) + 100_000
    assert s3.stored(video) == (home.media / video).read_bytes()
    assert s3.uploads == {}


def test_beside_a_bench(home: Home, share: FolderPlace, record: Record) -> None:
    """Again and again until the pipe ends; trouble is told once, and the end is clean."""
    names = record()
    process = subprocess.Popen(
        _command(home, "--copy", "--every", "1", "--until-input-ends"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert process.stderr is not None
    assert "no place for copies of media was begun there" in process.stderr.readline()
    share.begin("1" * 32)
    while not all(share.size(name) for name in names):
        assert process.poll() is None
        Event().wait(0.05)
    _, rest = process.communicate(timeout=30)
    assert (process.returncode, rest) == (0, "")


def _command(home: Home, *words: str) -> list[str]:
    return [sys.executable, "-m", "station", "--home", str(home.root), "evidence", "media", *words]


def _program(home: Home, *words: str) -> subprocess.CompletedProcess[Any]:
    return subprocess.run(_command(home, *words), capture_output=True, text=True, timeout=60, check=False)
