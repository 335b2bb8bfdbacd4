"""Which camera of the machine is meant, and in which format it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from station.devices.address import CameraAddress, PluggedAs, parse
from station.devices.cameras.capture import best_format
from station.devices.pipe_link import PipeLost
from station.devices.plugged import camera_nodes, chosen


@dataclass(frozen=True)
class Format:
    width: int
    height: int
    fps: float

    def resolution(self) -> QSize:
        return QSize(self.width, self.height)

    def maxFrameRate(self) -> float:
        return self.fps


def _plug(root: Path, number: int, unit: str, *, serial: str = "") -> None:
    """As Linux shows it: the node's device is an interface of the unit."""
    usb = root / "usb" / unit
    (usb / f"{unit}:1.{number}").mkdir(parents=True)
    told = {"idVendor": "046d", "idProduct": "0825", "serial": serial, "busnum": "1", "devpath": unit}
    for name, text in told.items():
        (usb / name).write_text(f"{text}\n")
    node = root / "video4linux" / f"video{number}"
    node.mkdir(parents=True)
    (node / "name").write_text("Webcam C270\n")
    (node / "device").symlink_to(usb / f"{unit}:1.{number}")


def test_by_what_it_is(tmp_path: Path) -> None:
    """A camera is found by maker, product and serial number at whichever node and port it stands now."""
    _plug(tmp_path, 0, "2", serial="A1")
    _plug(tmp_path, 1, "2", serial="A1")
    _plug(tmp_path, 4, "3", serial="B2")
    nodes = camera_nodes(tmp_path)
    assert [node.identity for node in nodes] == ["046d:0825:A1", "046d:0825:A1", "046d:0825:B2"]
    address = parse("camera:046d:0825:B2")
    assert isinstance(address, CameraAddress)
    assert address.usb is not None
    assert [node.path for node in chosen(nodes, address.usb)] == ["/dev/video4"]


def test_two_of_a_kind(tmp_path: Path) -> None:
    """Two cameras alike cannot be told apart without a serial number; two nodes of one camera are one."""
    _plug(tmp_path, 0, "2")
    _plug(tmp_path, 1, "2")
    wanted = PluggedAs(vendor=0x046D, product=0x0825)
    assert len(chosen(camera_nodes(tmp_path), wanted)) == 2
    _plug(tmp_path, 2, "3")
    with pytest.raises(PipeLost, match="ambiguous"):
        chosen(camera_nodes(tmp_path), wanted)


def test_a_camera_that_is_no_usb_device(tmp_path: Path) -> None:
    """A node without a maker (a test camera of the kernel) is left out, not an error."""
    (tmp_path / "video4linux" / "video0" / "device").mkdir(parents=True)
    assert camera_nodes(tmp_path) == []


@pytest.mark.parametrize(
    ("formats", "best"),
    [
        ([(640, 480, 30), (1280, 720, 30), (1920, 1080, 30)], (1280, 720, 30)),
        ([(1280, 720, 5), (1280, 720, 30), (1280, 720, 15)], (1280, 720, 15)),
        ([(1280, 720, 5), (1920, 1080, 30)], (1280, 720, 5)),
        ([(320, 240, 30), (640, 480, 30)], (640, 480, 30)),
        ([(1280, 960, 30), (1920, 1080, 30)], (1280, 960, 30)),
    ],
)
def test_format(formats: list[tuple[int, int, float]], best: tuple[int, int, float]) -> None:
    """The smallest that is large enough, at the slowest rate that is fast enough; else the largest."""
    found = best_format([Format(*one) for one in formats], (1280, 720), 10)  # type: ignore[misc]
    assert found == Format(*best)
