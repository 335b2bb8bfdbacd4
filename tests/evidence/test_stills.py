"""Which moments have a still, what it is made from, and that the bundle calls it derived."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from station.evidence.bundle import export, read_case
from station.evidence.fact import JSON, Fact
from station.evidence.ledger import Ledger
from station.evidence.media import store
from station.evidence.stills import STILLS_MAX, wanted
from station.evidence.verify import examine
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import no_pdf, opened
from tests.evidence.told_parcel import AT_US, attached, told


def test_moments() -> None:
    """Units in and out, weights and the seal are shown at their own time; refused scans are not."""
    entries = told()
    wishes = wanted(entries, attached(entries))
    kinds = [wish.told.kind for wish in wishes]
    assert "ScanRefused" not in kinds
    assert (kinds.count("ItemPacked"), kinds[-1]) == (5, "ParcelSealed")
    assert [wish.at_ms for wish in wishes[:2]] == [9_000, 30_000]


def test_no_video_no_still() -> None:
    """A moment that no video covers has none."""
    entries = told()
    files = tuple(file for file in attached(entries) if file.role != "video")
    assert wanted(entries, files) == ()
    late = tuple(replace(one, wall_us=one.wall_us + 10**12) for one in entries)
    assert wanted(late, attached(entries)) == ()


def test_many_moments() -> None:
    """Of more moments than fit the first and the last stay, and the rest evenly."""
    entries = told()
    scan = entries[1]
    many = tuple(replace(scan, seq=100 + n, wall_us=AT_US + n * 1000) for n in range(500))
    wishes = wanted(entries + many, attached(entries))
    assert len(wishes) == STILLS_MAX
    assert wishes[-1].told.seq == 599


def _filmed(ledger: Ledger, home: Home, clock: FakeClock) -> None:
    began_us = clock.now().wall_us
    ledger.append([opened("SO-1")], order_no="SO-1", by="p1")
    clock.advance_s(5)
    packed = Fact(kind="ItemPacked", pub={"line": 0, "sku": "A", "units": 1, "code": "4006381333931"})
    ledger.append([packed], order_no="SO-1", by="p1")
    clock.advance_s(10)
    video = store(home.media, b"a film", mime="video/mp4", role="video", at_ms=began_us // 1000)
    pub: dict[str, JSON] = {"camera": "box", "from_us": began_us, "to_us": clock.now().wall_us, "frames": 150}
    ledger.append([Fact(kind="VideoRecorded", pub=pub, media=(video,))], order_no="SO-1", by="p1")


def _staged(video: bytes, at_ms: Sequence[int]) -> list[bytes | None]:
    return [video + str(each).encode() for each in at_ms]


def test_in_the_bundle(home: Home, ledger: Ledger, clock: FakeClock, tmp_path: Path) -> None:
    """A still is a member with a disclosure that names the video's entry; verified, it is called derived."""
    _filmed(ledger, home, clock)
    export(home, "SO-1", tmp_path / "case.zip", make_pdf=no_pdf, take_stills=_staged)
    with zipfile.ZipFile(tmp_path / "case.zip") as archive:
        assert archive.read("stills/1.jpg") == b"a film5000"
        shown = json.loads(archive.read("disclosures.json"))
        assert b"stills/1.jpg" in archive.read("README.html")
    assert {"path": "stills/1.jpg", "log": "acme/B01/1", "from": 2} in shown
    verdict = examine(str(tmp_path / "case.zip"), None)
    assert verdict.exit_code == 0
    assert any("stills/1.jpg is derived from the video of entry 2" in remark for remark in verdict.remarks)


def test_a_case_for_a_channel(home: Home, ledger: Ledger, clock: FakeClock) -> None:
    """A channel is told the same story, with every picture's bytes and no video."""
    _filmed(ledger, home, clock)
    case = read_case(home, "SO-1", take_stills=_staged)
    assert dict(case.pictures) == {"stills/1.jpg": b"a film5000"}
    assert not case.story.has_bundle
    assert case.story.told[1].leaf
