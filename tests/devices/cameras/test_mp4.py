"""Counting the pictures of an MP4 file, and files that are not whole."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest

from station.devices.cameras.mp4 import pictures_in


def _box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(data), name) + data


def _file(count: int) -> bytes:
    inner = _box(b"stsz", struct.pack(">III", 0, 0, count) + b"\0" * 4 * count)
    for name in (b"stbl", b"minf", b"mdia", b"trak"):
        inner = _box(name, _box(b"free", b"x") + inner)
    return _box(b"ftyp", b"isom") + _box(b"mdat", b"\0" * 100) + _box(b"moov", _box(b"mvhd", b"\0" * 20) + inner)


def test_whole(tmp_path: Path) -> None:
    """The table of sizes says how many pictures there are."""
    file = tmp_path / "a.mp4"
    file.write_bytes(_file(37))
    assert pictures_in(file) == 37


def test_a_large_box(tmp_path: Path) -> None:
    """A box with a 64-bit length is stepped over."""
    file = tmp_path / "a.mp4"
    large = struct.pack(">I4sQ", 1, b"mdat", 16 + 10) + b"\0" * 10
    file.write_bytes(large + _file(3))
    assert pictures_in(file) == 3


@pytest.mark.parametrize("cut", [0, 1, 7, 8, 20, 120, 200, 250])
def test_cut_short(tmp_path: Path, cut: int) -> None:
    """A file that ends anywhere before its end is not whole."""
    file = tmp_path / "a.mp4"
    file.write_bytes(_file(37)[:cut])
    assert pictures_in(file) == 0


def test_noise(tmp_path: Path) -> None:
    """Bytes that are no MP4 have no pictures and end the reading."""
    chance = random.Random(5)
    file = tmp_path / "a.mp4"
    for _ in range(300):
        file.write_bytes(bytes(chance.randrange(256) for _ in range(chance.randrange(400))))
        assert pictures_in(file) == 0
