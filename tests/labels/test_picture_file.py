"""Pictures that people hand in: taken as they are, or refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from station.errors import UsageTrouble
from station.labels.picture_file import SIDE_MAX, read_picture

pytestmark = pytest.mark.usefixtures("qapp")


def _picture(file: Path, width: int = 40, height: int = 30) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    assert image.save(str(file))
    return file.read_bytes()


@pytest.mark.parametrize(("name", "mime"), [("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.PNG", "image/png")])
def test_taken_byte_for_byte(tmp_path: Path, name: str, mime: str) -> None:
    """A PNG or JPEG comes out as it went in, with its kind by its bytes."""
    data = _picture(tmp_path / name)
    read = read_picture(tmp_path / name, bytes_max=100_000)
    assert (read.mime, read.data) == (mime, data)


def test_the_name_does_not_decide(tmp_path: Path) -> None:
    """A PNG called .jpg is a PNG; a text called .png is no picture."""
    _picture(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "b.jpg")
    assert read_picture(tmp_path / "b.jpg", bytes_max=100_000).mime == "image/png"
    (tmp_path / "c.png").write_text("<svg/>")
    with pytest.raises(UsageTrouble, match="this is no picture"):
        read_picture(tmp_path / "c.png", bytes_max=100_000)


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_a_torn_file(tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A picture cut short anywhere is refused, in one sentence and without a word of a library's own."""
    data = _picture(tmp_path / name, width=300, height=200)
    for keep in range(8, len(data) - 4, max(1, len(data) // 23)):
        (tmp_path / name).write_bytes(data[:keep])
        with pytest.raises(UsageTrouble, match="damaged"):
            read_picture(tmp_path / name, bytes_max=100_000)
    assert capfd.readouterr() == ("", "")


def test_a_small_picture_in_the_head_of_a_torn_one(tmp_path: Path) -> None:
    """A telephone's photo carries a small picture whose end is not the photo's."""
    small, large = _picture(tmp_path / "s.jpg"), _picture(tmp_path / "l.jpg", width=300, height=200)
    head = b"\xff\xe1" + (len(small) + 2).to_bytes(2, "big") + small
    (tmp_path / "a.jpg").write_bytes(large[:2] + head + large[2:])
    assert read_picture(tmp_path / "a.jpg", bytes_max=100_000).mime == "image/jpeg"
    (tmp_path / "a.jpg").write_bytes((large[:2] + head + large[2:])[:-40])
    with pytest.raises(UsageTrouble, match="damaged"):
        read_picture(tmp_path / "a.jpg", bytes_max=100_000)


def test_too_large(tmp_path: Path) -> None:
    """In bytes, or in pixels, which a small file can have many of."""
    data = _picture(tmp_path / "a.png")
    with pytest.raises(UsageTrouble, match="larger than 0 MB"):
        read_picture(tmp_path / "a.png", bytes_max=len(data) - 1)
    _picture(tmp_path / "b.png", width=SIDE_MAX + 1, height=2)
    with pytest.raises(UsageTrouble, match=f"too large: {SIDE_MAX + 1} × 2 pixels"):
        read_picture(tmp_path / "b.png", bytes_max=10_000_000)


def test_not_there(tmp_path: Path) -> None:
    """A missing file and a folder are said in words."""
    with pytest.raises(UsageTrouble, match="no such file"):
        read_picture(tmp_path / "none.png", bytes_max=1)
    with pytest.raises(UsageTrouble, match="is a directory"):
        read_picture(tmp_path, bytes_max=1)
