"""Files that entries name: stored whole, found again, swept after a power cut."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from station.errors import Trouble
from station.evidence.media import Swept, adopt, intact, put_aside, read, store, sweep


def test_stored_under_a_name_that_says_nothing(tmp_path: Path) -> None:
    """A file lies under a drawn name, sealed: neither its bytes nor their hash stand on the disk."""
    medium = store(tmp_path / "media", b"label of somebody", mime="image/png", role="label-image", at_ms=5)
    (file,) = (tmp_path / "media").iterdir()
    assert (file.name, medium.size) == (medium.path, 17)
    assert b"somebody" not in file.read_bytes()
    assert medium.sha256 not in file.name
    assert intact(file, medium.sha256, medium.key)
    assert read(tmp_path / "media", medium.path, medium.key) == b"label of somebody"


def test_each_file_has_its_own_key(tmp_path: Path) -> None:
    """The same bytes twice are two files under two keys: one can be erased without the other."""
    first = store(tmp_path, b"label", mime="image/png", role="label-image", at_ms=5)
    second = store(tmp_path, b"label", mime="image/png", role="label-image", at_ms=5)
    assert first.sha256 == second.sha256
    assert (first.path, first.key) != (second.path, second.key)
    with pytest.raises(Trouble, match="cannot be read"):
        read(tmp_path, first.path, second.key)


def test_a_plain_file_of_before_keys(tmp_path: Path) -> None:
    """A file without a key is read as it lies there."""
    (tmp_path / "old").write_bytes(b"plain")
    assert read(tmp_path, "old", b"") == b"plain"
    assert intact(tmp_path / "old", hashlib.sha256(b"plain").hexdigest())


def test_sweep(tmp_path: Path) -> None:
    """Unfinished files go, files that no entry names are put aside, named ones stay."""
    named = store(tmp_path, b"named", mime="image/png", role="photo", at_ms=5).path
    stray = store(tmp_path, b"stray", mime="image/png", role="photo", at_ms=5).path
    (tmp_path / "torn.new").write_bytes(b"t")
    assert sweep(tmp_path, lambda name: name == named) == Swept(("torn.new",), (stray,))
    assert (tmp_path / named).is_file()
    assert (tmp_path / "quarantine" / stray).is_file()
    assert sweep(tmp_path / "none", lambda name: True) == Swept((), ())


def test_no_room(tmp_path: Path) -> None:
    """A folder that cannot be written is told in one sentence."""
    (tmp_path / "media").write_bytes(b"a file, not a folder")
    with pytest.raises(Trouble, match="could not be stored"):
        store(tmp_path / "media", b"x", mime="image/png", role="photo", at_ms=5)


def test_a_closed_file_is_taken_over(tmp_path: Path) -> None:
    """A segment moves into the media folder under its hash, whole, and is no longer where the camera wrote it."""
    part = tmp_path / "filming" / "1.mp4"
    part.parent.mkdir()
    part.write_bytes(b"video" * 1000)
    (tmp_path / "media").mkdir()
    medium = adopt(tmp_path / "media", part, mime="video/mp4", role="video", at_ms=7)
    assert (medium.size, medium.role, medium.at_ms) == (5000, "video", 7)
    assert intact(tmp_path / "media" / medium.path, medium.sha256, medium.key)
    assert not part.exists()


def test_a_file_that_cannot_be_taken_over_stays(tmp_path: Path) -> None:
    """Where the media folder is gone the segment stays where it was, and the trouble is said."""
    part = tmp_path / "1.mp4"
    part.write_bytes(b"video")
    with pytest.raises(Trouble, match="could not be stored"):
        adopt(tmp_path / "nowhere", part, mime="video/mp4", role="video", at_ms=7)
    assert part.read_bytes() == b"video"


def test_what_a_camera_left_half_written_is_put_aside(tmp_path: Path) -> None:
    """Files in a camera's own folder at the start are kept in quarantine; without any, nothing is made."""
    assert put_aside(tmp_path / "filming", tmp_path) == ()
    assert not (tmp_path / "quarantine").exists()
    (tmp_path / "filming" / "1").mkdir(parents=True)
    (tmp_path / "filming" / "1" / "a.part.mp4").write_bytes(b"half")
    assert put_aside(tmp_path / "filming", tmp_path) == ("a.part.mp4",)
    (kept,) = (tmp_path / "quarantine").iterdir()
    assert kept.read_bytes() == b"half"
