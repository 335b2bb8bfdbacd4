"""Cameras in ``devices list`` and ``devices test``, and the virtual one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QLoggingCategory
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from station.cli import main
from station.devices.virtual.camera import VirtualCamera
from station.home import Home
from tests.clocks import FakeClock
from tests.verbs.test_virtual import Start, _tell, start

__all__ = ["start"]
pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "Using Qt multimedia")
CAMERA = '[[device]]\nname = "{name}"\nkind = "camera"\nlink = "{link}"\nresolution = "640x480"\n'
SECRET = "geheim"


@pytest.fixture
def bench(home: Home, qtbot: QtBot) -> Iterator[list[str]]:
    home.root.mkdir()
    yield ["--home", str(home.root), "--json", "devices"]
    QLoggingCategory.setFilterRules("")


def _cameras(home: Home, **links: str) -> None:
    home.settings_file.write_text("".join(CAMERA.format(name=name, link=link) for name, link in links.items()))


def test_a_picture_to_look_at(home: Home, bench: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A camera is proven by a picture in a file, which says that it is synthetic; a file that is there is kept."""
    _cameras(home, box="synthetic:")
    picture = tmp_path / "box.jpg"
    assert main([*bench, "test", "box", "--picture", str(picture)]) == 0
    (told,) = json.loads(capsys.readouterr().out)["devices"]
    assert (told["ok"], told["word"].split(", ")[0], told["word"].split(", ")[2]) == (True, "640x480", "synthetic")
    assert (QImage(str(picture)).width(), QImage(str(picture)).height()) == (640, 480)
    before = picture.read_bytes()
    assert main([*bench, "test", "box", "--picture", str(picture)]) == 2
    assert "already there" in capsys.readouterr().err
    assert picture.read_bytes() == before


def test_a_picture_is_of_one_camera(home: Home, bench: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With two cameras the one to be photographed has to be named."""
    _cameras(home, left="synthetic:", right="synthetic:")
    assert main([*bench, "test", "--picture", "x.jpg"]) == 2
    assert "the name of one camera" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("link", "word", "cause"),
    [
        (f"http://me:{SECRET}@127.0.0.1:9/x", "refused", "nothing listens"),
        ("file:nowhere", "no_files", "no such folder"),
        ("tcp:127.0.0.1:9", "'tcp:127.0.0.1:9' is no camera's address", ""),
        (f"rtsp:me:{SECRET}@host", "'rtsp:…' needs a host", ""),
    ],
)
def test_why_there_is_no_picture(
    home: Home, bench: list[str], capsys: pytest.CaptureFixture[str], link: str, word: str, cause: str
) -> None:
    """A camera that shows nothing is told with the likely cause, exit code 4, and its password is not shown."""
    _cameras(home, box=link)
    assert main([*bench, "test", "--wait", "3"]) == 4
    out = capsys.readouterr().out
    (told,) = json.loads(out)["devices"]
    assert told["word"].startswith(word)
    assert cause in told["cause"]
    assert SECRET not in out


def test_list(home: Home, bench: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The list has the cameras of this machine beside the ports, and of a network camera the host alone."""
    _cameras(home, box=f"rtsp://me:{SECRET}@10.0.0.5/live")
    assert main([*bench, "list"]) == 0
    out = capsys.readouterr().out
    told = json.loads(out)
    assert told["devices"][0]["link"] == "rtsp://10.0.0.5/…"
    assert isinstance(told["cameras"], list)
    assert SECRET not in out


def test_virtual_camera(start: Start, qtbot: QtBot, home: Home, bench: list[str]) -> None:
    """A bench sees the virtual camera under the address it prints; a word that is no mood of it is named."""
    process, link = start("camera", "--port", "0")
    _cameras(home, box=link)
    assert main([*bench, "test", "--wait", "10"]) == 0
    _tell(process, "sleepy")
    qtbot.waitUntil(lambda: b"'sleepy' is none of: ok, dark, frozen" in bytes(process.readAllStandardError().data()))
    process.write(QByteArray(b"hanging\n"))
    qtbot.waitUntil(lambda: process.bytesToWrite() == 0)
    assert main([*bench, "test", "--wait", "2"]) == 4


def test_two_virtual_cameras_on_one_port(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is taken is told in a sentence, exit code 4."""
    first = VirtualCamera(FakeClock())
    port = first.address.rpartition(":")[2].strip("/")
    assert main(["virtual", "camera", "--port", port]) == 4
    assert "cannot be opened" in capsys.readouterr().err
    first.close()
