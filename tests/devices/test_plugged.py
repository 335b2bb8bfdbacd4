"""Devices by what they are: a made-up ``/sys`` with scanners in it, plugged in elsewhere, doubled, in another mode."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from station.devices.address import HidAddress, KeysAddress, PluggedAs
from station.devices.evdev_pipe import EvdevPipe
from station.devices.hid_lines import described, reported
from station.devices.hidapi_pipe import HidapiPipe
from station.devices.hidraw_pipe import HidrawPipe
from station.devices.input_links import SCALE_PAGE, SCANNER_PAGE
from station.devices.key_lines import event
from station.devices.node_files import NodeFiles
from station.devices.pipe_link import PipeLost
from station.devices.plugged import chosen, hid_nodes, keyboard_nodes
from station.devices.virtual.scanner import DESCRIPTOR

posix = pytest.mark.skipif(sys.platform == "win32", reason="device nodes are not Windows'")
SCANNER = PluggedAs(vendor=0x0C2E, product=0x0B61)
KEYS = "1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe"


class Files(NodeFiles):
    """Nodes without nodes: what was opened, and what they will give."""

    def __init__(self, *answers: bytes) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.answers = list(answers)

    def open(self, paths: Sequence[str]) -> tuple[int, ...]:
        if not paths:
            raise PipeLost("not_found")
        self.opened = list(paths)
        return tuple(range(len(paths)))

    def read(self, timeout_ms: int, at_most: int) -> list[tuple[int, bytes]]:
        del timeout_ms, at_most
        return [(0, self.answers.pop(0))] if self.answers else []

    def close(self) -> None:
        self.opened = []


def _hid(
    classes: Path, number: int, *, usb: str = "00000C2E:00000B61", serial: str = "", descriptor: bytes = DESCRIPTOR
) -> None:
    device = classes / "hidraw" / f"hidraw{number}" / "device"
    device.mkdir(parents=True)
    (device / "uevent").write_text(
        f"HID_ID=0003:{usb}\nHID_NAME=Scanner\nHID_PHYS=usb-{number}/input0\nHID_UNIQ={serial}\n"
    )
    (device / "report_descriptor").write_bytes(descriptor)


def _keyboard(
    classes: Path, number: int, *, keys: str = KEYS, phys: str = "usb-1/input0", product: str = "0b61"
) -> None:
    device = classes / "input" / f"event{number}" / "device"
    (device / "id").mkdir(parents=True)
    (device / "capabilities").mkdir()
    (device / "id" / "vendor").write_text("0c2e\n")
    (device / "id" / "product").write_text(f"{product}\n")
    (device / "uniq").write_text("SN1\n")
    (device / "name").write_text("Scanner\n")
    (device / "phys").write_text(f"{phys}\n")
    (device / "capabilities" / "key").write_text(f"{keys}\n")


def test_nothing_there(tmp_path: Path) -> None:
    """A machine without such classes has no such devices."""
    assert hid_nodes(tmp_path) == []
    assert keyboard_nodes(tmp_path) == []


def test_identity(tmp_path: Path) -> None:
    """A device is told by vendor, product and serial number, as they stand in its settings."""
    _hid(tmp_path, 3, serial="SN 1")
    _hid(tmp_path, 10, serial="S2")
    assert [(node.path, node.identity) for node in hid_nodes(tmp_path)] == [
        ("/dev/hidraw3", "0c2e:0b61"),
        ("/dev/hidraw10", "0c2e:0b61:S2"),
    ]


def test_keyboards_only(tmp_path: Path) -> None:
    """Volume keys and mice are no keyboards; all keyboard nodes of one unit belong together."""
    _keyboard(tmp_path, 4)
    _keyboard(tmp_path, 5, keys="3e000 0 0 0")
    _keyboard(tmp_path, 6, phys="usb-1/input1")
    _keyboard(tmp_path, 7, product="nonsense")
    nodes = chosen(keyboard_nodes(tmp_path), SCANNER)
    assert [node.path for node in nodes] == ["/dev/input/event4", "/dev/input/event6"]


def test_two_of_a_kind(tmp_path: Path) -> None:
    """Two scanners of a kind are not guessed between; with its serial number each is found."""
    _hid(tmp_path, 1, serial="S1")
    _hid(tmp_path, 2, serial="S2")
    with pytest.raises(PipeLost, match="ambiguous"):
        chosen(hid_nodes(tmp_path), SCANNER)
    named = PluggedAs(vendor=0x0C2E, product=0x0B61, serial="S2")
    assert [node.path for node in chosen(hid_nodes(tmp_path), named)] == ["/dev/hidraw2"]


def test_hidraw(tmp_path: Path) -> None:
    """The descriptor comes first, then each report; nothing is ever written to the device."""
    _hid(tmp_path, 1)
    files = Files(b"\x02\x01")
    pipe = HidrawPipe(HidAddress(usb=SCANNER), SCANNER_PAGE, classes=tmp_path, files=files)
    pipe.open()
    assert files.opened == ["/dev/hidraw1"]
    assert [pipe.read(0), pipe.read(0), pipe.read(0)] == [described(DESCRIPTOR), reported(b"\x02\x01"), b""]
    assert pipe.write(b"W", 0) == 1
    pipe.close()


def test_plugged_into_another_port(tmp_path: Path) -> None:
    """The same scanner is found wherever it stands now."""
    _hid(tmp_path, 1)
    (tmp_path / "hidraw" / "hidraw1").rename(tmp_path / "hidraw" / "hidraw7")
    files = Files()
    HidrawPipe(HidAddress(usb=SCANNER), SCANNER_PAGE, classes=tmp_path, files=files).open()
    assert files.opened == ["/dev/hidraw7"]


@pytest.mark.parametrize(
    ("address", "page", "word"),
    [
        (HidAddress(usb=SCANNER), SCALE_PAGE, "wrong_mode"),
        (HidAddress(path="/dev/hidraw1"), SCALE_PAGE, "wrong_mode"),
        (HidAddress(path="/dev/hidraw2"), SCANNER_PAGE, "not_found"),
        (HidAddress(usb=PluggedAs(vendor=1, product=2)), SCANNER_PAGE, "not_found"),
    ],
)
def test_hidraw_refused(tmp_path: Path, address: HidAddress, page: int, word: str) -> None:
    """A device that is not there, or is in another mode, is told by its word."""
    _hid(tmp_path, 1)
    with pytest.raises(PipeLost, match=word):
        HidrawPipe(address, page, classes=tmp_path, files=Files()).open()


def test_evdev(tmp_path: Path) -> None:
    """Every keyboard node of the scanner is taken for ourselves alone, and keys come as lines."""
    _keyboard(tmp_path, 4)
    _keyboard(tmp_path, 6, phys="usb-1/input1")
    taken: list[int] = []
    files = Files(event(1, 30, 1, at_ms=5))
    pipe = EvdevPipe(KeysAddress(usb=SCANNER), classes=tmp_path, files=files, take=taken.append)
    pipe.open()
    assert (files.opened, taken) == (["/dev/input/event4", "/dev/input/event6"], [0, 1])
    assert pipe.read(0) == b"K 30 1 5\n"
    assert pipe.write(b"x", 0) == 1
    pipe.close()


@posix
def test_two_programs_on_one_node(tmp_path: Path) -> None:
    """hidraw hands each report to all who listen: a second bench on one scanner is refused until the first ends."""
    node = tmp_path / "hidraw0"
    os.mkfifo(node)
    first, second = NodeFiles(), NodeFiles()
    first.open([str(node)])
    with pytest.raises(PipeLost, match="in_use"):
        second.open([str(node)])
    first.close()
    second.open([str(node)])
    second.close()


def test_evdev_taken_by_another() -> None:
    """A scanner that another program has for itself is told as in use."""

    def refuse(file: int) -> None:
        raise OSError(errno.EBUSY, f"file {file}")

    with pytest.raises(PipeLost, match="in_use"):
        EvdevPipe(KeysAddress(path="/dev/input/event4"), files=Files(), take=refuse).open()


@posix
def test_node_files(tmp_path: Path) -> None:
    """A missing node is not found, one that ends is lost, and what was opened is closed again."""
    files = NodeFiles()
    with pytest.raises(PipeLost, match="not_found"):
        files.open([])
    (tmp_path / "node").write_bytes(b"abc")
    with pytest.raises(PipeLost, match="not_found"):
        files.open([str(tmp_path / "node"), str(tmp_path / "none")])
    (file,) = files.open([str(tmp_path / "node")])
    assert files.read(0, 64) == [(file, b"abc")]
    with pytest.raises(PipeLost, match="lost"):
        files.read(0, 64)
    files.close()


class Hid:
    """hidapi's module and its device, as far as they are used."""

    def __init__(self, *reports: list[int], found: list[dict[str, object]], busy: bool = False) -> None:
        self.reports = list(reports)
        self.found = found
        self.busy = busy
        self.path = b""

    def enumerate(self, vendor: int, product: int) -> list[dict[str, object]]:
        assert (vendor, product) == (0x0C2E, 0x0B61)
        return self.found

    def device(self) -> Hid:
        return self

    def open_path(self, path: bytes) -> None:
        if self.busy:
            raise OSError("open failed")
        self.path = path

    def get_report_descriptor(self, size: int) -> list[int]:
        return list(DESCRIPTOR[:size])

    def read(self, size: int, timeout_ms: int) -> list[int]:
        del size, timeout_ms
        if not self.reports:
            raise OSError("read error")
        return self.reports.pop(0)

    def close(self) -> None:
        self.path = b""


POS = {"path": b"p1", "usage_page": 0x8C, "serial_number": "S1"}


def test_hidapi() -> None:
    """Where there is no hidraw the interface of the right usage page is opened, never the keyboard beside it."""
    library = Hid([2, 1], [], found=[{"path": b"p0", "usage_page": 1, "serial_number": "S1"}, POS])
    pipe = HidapiPipe(HidAddress(usb=SCANNER), SCANNER_PAGE, library=library)
    pipe.open()
    assert library.path == b"p1"
    assert [pipe.read(0), pipe.read(0), pipe.read(0)] == [described(DESCRIPTOR), reported(b"\x02\x01"), b""]
    with pytest.raises(PipeLost, match="lost"):
        pipe.read(0)
    assert pipe.write(b"x", 0) == 1
    pipe.close()
    assert library.path == b""


@pytest.mark.parametrize(
    ("library", "word"),
    [
        (Hid(found=[]), "not_found"),
        (Hid(found=[{**POS, "usage_page": 1}]), "wrong_mode"),
        (Hid(found=[POS, {**POS, "serial_number": "S2"}]), "ambiguous"),
        (Hid(found=[POS], busy=True), "in_use"),
    ],
)
def test_hidapi_refused(library: Hid, word: str) -> None:
    """What stands in the way is told by its word."""
    with pytest.raises(PipeLost, match=word):
        HidapiPipe(HidAddress(usb=SCANNER), SCANNER_PAGE, library=library).open()


@posix
def test_nothing_after_all(tmp_path: Path) -> None:
    """A node that has nothing when it is read is quiet, not gone."""
    os.mkfifo(tmp_path / "node")
    files = NodeFiles()
    (file,) = files.open([str(tmp_path / "node")])
    assert files.read(0, 64) == []
    os.write(file, b"abc")
    assert files.read(0, 64) == [(file, b"abc")]
    files.close()
