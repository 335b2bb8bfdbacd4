"""A folder as second place: cut copies go on, a full disk and a share that went are a sentence each."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from station.media_store.folder_place import FolderPlace
from station.media_store.place import MARK, PlaceAway

NAME = "ab" * 16 + ".sealed"


class _Cut(Exception):
    pass


def _file(tmp_path: Path, size: int = 20_000) -> Path:
    file = tmp_path / NAME
    file.write_bytes(os.urandom(size))
    return file


def _read(place: FolderPlace) -> bytes:
    return b"".join(place.read(NAME, lambda _size: None))


def test_a_cut_copy_goes_on_after_its_last_part(tmp_path: Path, share: FolderPlace) -> None:
    """What was written before the cut is not written again, a torn part is; until the end there is no such name."""
    file, gone = _file(tmp_path), 0

    def cut(size: int) -> None:
        nonlocal gone
        gone += size
        if gone > 10_000:
            raise _Cut

    with pytest.raises(_Cut):
        share.put(NAME, file, cut)
    assert share.size(NAME) is None
    sent = list[int]()
    share.put(NAME, file, sent.append)
    assert sum(sent) == 20_000 - 12_288  # three parts of 4096 had been written
    assert _read(share) == file.read_bytes()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.ESTALE])
def test_a_failing_disk_is_a_sentence(
    number: int, tmp_path: Path, share: FolderPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full is told as full; what is unfinished goes on when there is room."""
    file = _file(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _failing(number))
        with pytest.raises(PlaceAway, match="is full" if number == errno.ENOSPC else "fails: "):
            share.put(NAME, file, lambda _size: None)
    share.put(NAME, file, lambda _size: None)
    assert _read(share) == file.read_bytes()


def test_a_share_that_went(tmp_path: Path, share: FolderPlace) -> None:
    """Unmounted in the midst of it: no byte goes to the folder that is left, and nothing is taken to be gone there."""
    file = _file(tmp_path)
    share.put(NAME, file, lambda _size: None)
    (share.folder / MARK).unlink()
    for act in (
        lambda: share.put(NAME, file, lambda _size: None),
        lambda: share.size(NAME),
        lambda: _read(share),
        lambda: share.remove(NAME),
    ):
        with pytest.raises(PlaceAway, match="has gone"):
            act()
    (share.folder / MARK).write_text("1")
    assert _read(share) == file.read_bytes()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """No folder is no place; it is not made."""
    place = FolderPlace(tmp_path / "none")
    with pytest.raises(PlaceAway, match="is not there"):
        place.mark()
    assert not place.folder.exists()


def test_removed_with_what_is_unfinished(tmp_path: Path, share: FolderPlace) -> None:
    """Neither the file nor a part of it stays; to remove nothing is no trouble."""
    file = _file(tmp_path)
    share.put(NAME, file, lambda _size: None)
    (share.folder / NAME[:2] / f"{NAME}.part").write_bytes(b"x")
    share.remove(NAME)
    share.remove(NAME)
    assert list((share.folder / NAME[:2]).iterdir()) == []
    with pytest.raises(FileNotFoundError):
        _read(share)


def _failing(number: int) -> object:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return fail
