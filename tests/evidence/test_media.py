"""Files that entries name: stored whole, found again, swept after a power cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import Trouble
from station.evidence.media import Swept, intact, store, sweep


def test_stored_under_its_hash(tmp_path: Path) -> None:
    """A file is named by its SHA-256 and storing it twice is storing it once."""
    first = store(tmp_path / "media", b"label", mime="image/png", role="label-image", at_ms=5)
    assert first == store(tmp_path / "media", b"label", mime="image/png", role="label-image", at_ms=5)
    assert [file.name for file in (tmp_path / "media").iterdir()] == [first.sha256]
    assert (first.size, first.path) == (5, first.sha256)
    assert intact(tmp_path / "media" / first.path, first.sha256)


def test_a_torn_file_is_replaced(tmp_path: Path) -> None:
    """A file that lost its bytes gets them back when the same content is stored again."""
    medium = store(tmp_path, b"label", mime="image/png", role="label-image", at_ms=5)
    (tmp_path / medium.path).write_bytes(b"")
    assert not intact(tmp_path / medium.path, medium.sha256)
    store(tmp_path, b"label", mime="image/png", role="label-image", at_ms=5)
    assert intact(tmp_path / medium.path, medium.sha256)


def test_sweep(tmp_path: Path) -> None:
    """Unfinished files go, files that no entry names are put aside, named ones stay."""
    named = store(tmp_path, b"named", mime="image/png", role="photo", at_ms=5).sha256
    stray = store(tmp_path, b"stray", mime="image/png", role="photo", at_ms=5).sha256
    (tmp_path / "torn.new").write_bytes(b"t")
    assert sweep(tmp_path, lambda sha256: sha256 == named) == Swept(("torn.new",), (stray,))
    assert (tmp_path / named).is_file()
    assert (tmp_path / "quarantine" / stray).read_bytes() == b"stray"
    assert sweep(tmp_path / "none", lambda sha256: True) == Swept((), ())


def test_no_room(tmp_path: Path) -> None:
    """A folder that cannot be written is told in one sentence."""
    (tmp_path / "media").write_bytes(b"a file, not a folder")
    with pytest.raises(Trouble, match="could not be stored"):
        store(tmp_path / "media", b"x", mime="image/png", role="photo", at_ms=5)
