"""A parcel with photos and video, from the camera to the verified bundle, and what a power cut leaves of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.evidence.bundle import export
from station.evidence.codec import decode
from station.evidence.ledger_reading import open_reader
from station.evidence.media import intact
from station.evidence.verify import examine
from station.home import Home
from station.packing.events import Event
from station.packing.media_events import PhotoTaken, VideoGap, VideoRecorded
from tests.e2e.bench_process import bench_process
from tests.e2e.rig import answer, kinds_on_disk, press, rig, weight
from tests.e2e.test_bench_process import audited
from tests.e2e.warehouse import COASTER, FILE_PRINTER, ORDER, PARCEL_G, TRAY, prepare, waybills
from tests.evidence.conftest import no_pdf

pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "Invalid frameRate")
"""Qt looks for drivers that a bench need not have, and its encoder for a rate that it is not told."""

CAMERA = (
    '[[device]]\nname="box camera"\nkind="camera"\nlink="synthetic:"\nresolution="320x180"\nfps=10\n'
    "[media]\nopen_box_ms=0\n"
)
BLIND = CAMERA.replace("synthetic:", "file:nowhere") + '[[photo]]\nmoment="open_box"\nrequired=true\n'


def _events(home: Home) -> list[Event]:
    reader = open_reader(home.ledger_file)
    events = [event for entry in reader.entries() if (event := decode(entry.fact())) is not None]
    reader.close()
    return events


def test_pictures_go_into_the_bundle(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    """Photos and video of a parcel are recorded, audited, exported and verified, those after the seal too."""
    prepare(home, ORDER, settings=FILE_PRINTER + CAMERA)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
        bench.waits_for_event("LabelPrinted")
        sealed = bench.says(waybills(1)[0])
        bench.waits_for_event("PhotoTaken", times=2)
    assert sealed["stage"] == "sealed"
    kinds = kinds_on_disk(home)
    assert kinds.count("PhotoTaken") == kinds.count("PhotoAsked") == 2
    assert kinds.count("VideoRecorded") >= 1
    assert kinds.count("VideoEnded") == 1
    audited(home)
    export(home, "SO-1", tmp_path / "case.zip", make_pdf=no_pdf)
    names = zipfile.ZipFile(tmp_path / "case.zip").namelist()
    assert sum(name.endswith(".jpg") for name in names) == 2
    assert any(name.startswith("media/") and not name.endswith(".jpg") for name in names)
    assert examine(str(tmp_path / "case.zip"), None).verdict.startswith("verified")


def test_a_camera_that_sees_nothing_holds_up_nothing(home: Home, qtbot: QtBot) -> None:
    """Without a picture the parcel is packed and sealed as ever, and the record says that photos are missing."""
    prepare(home, ORDER, settings=FILE_PRINTER + BLIND.replace("required=true", "required=false"))
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
        bench.waits_for_event("LabelPrinted")
        assert bench.says(waybills(1)[0])["stage"] == "sealed"
    assert "PhotoMissing" in kinds_on_disk(home)


def test_a_required_photo_asks_for_its_way_out(home: Home, qtbot: QtBot) -> None:
    """Where a photo is required and does not come, the question names both ways on; without it the label prints."""
    prepare(home, ORDER, settings=FILE_PRINTER + BLIND)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
        told = bench.waits_for_event("PromptOpened")
        assert (told["stage"], told["prompt"]["choices"]) == ("prompting", ["again", "without"])
        assert "PhotoAsked" in bench.says(answer("no_photo", "again"))["events"]
        bench.waits_for_event("PromptOpened", times=2)
        assert "PhotoWaived" in bench.says(answer("no_photo", "without"))["events"]
        bench.waits_for_event("LabelPrinted")


def test_a_power_cut_while_filming(home: Home, qtbot: QtBot) -> None:
    """The bench is killed with video running: what is recorded is on disk whole, the lost segment is a gap by name."""
    prepare(home, ORDER, settings=FILE_PRINTER + CAMERA)
    with bench_process(home, qtbot) as bench:
        bench.all("SO-1", TRAY, press("photo"))
        bench.waits_for_event("PhotoTaken")
        bench.send(press("photo"))
        bench.stop_now()
        bench.waits_for_exit()
    before = _events(home)
    for event in before:
        if isinstance(event, PhotoTaken | VideoRecorded):
            assert all(file.size and intact(home.media / file.name, file.sha256, file.key) for file in event.media)
    with bench_process(home, qtbot) as bench:
        bench.waits_for(lambda told: "VideoGap" in told["events"])
        assert bench.ends() == 0
    gaps = [event for event in _events(home)[len(before) :] if isinstance(event, VideoGap)]
    assert [(gap.order, gap.why) for gap in gaps if gap.why == "restart"] == [("SO-1", "restart")]
    audited(home)
