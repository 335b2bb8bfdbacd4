"""Files that have left come back for whoever exports or looks, compared with the record first."""

from __future__ import annotations

import pytest

from station.errors import Trouble
from station.home import Home
from station.media_store.bringing import bring, bring_missing, missing_of
from station.media_store.folder_place import FolderPlace
from station.media_store.opening import address
from station.media_store.place import MARK
from station.settings import load
from tests.media_store.conftest import Copy, Record
from tests.media_store.s3_stand_in import flipped


def _nothing(_size: int) -> None:
    return


@pytest.fixture
def away(home: Home, share: FolderPlace, record: Record, copy: Copy) -> tuple[str, ...]:
    """Two files of SO-1, copied and no longer here."""
    names = record("SO-1")
    home.settings_file.write_text(f'[media_store]\nplace = "folder:{share.folder}"\n', encoding="utf-8")
    assert address(load(home).media_store)
    copy(share)
    for name in names:
        (home.media / name).unlink()
    return names


def test_what_left_comes_back(home: Home, share: FolderPlace, away: tuple[str, ...], record: Record) -> None:
    """All of the order's and nothing of another's; a second time there is nothing to do."""
    other = record("SO-2")
    (home.media / other[0]).unlink()
    assert {one.name for one in missing_of(home, "SO-1")} == set(away)
    brought = bring(home, share, missing_of(home, "SO-1"), _nothing)
    assert (set(brought.files), brought.lost) == (set(away), ())
    assert all((home.media / name).is_file() for name in away)
    assert missing_of(home, "SO-1") == ()


def test_a_rotten_copy_is_not_brought(home: Home, share: FolderPlace, away: tuple[str, ...]) -> None:
    """It is told as lost, and nothing of it is left lying about; the good one comes."""
    file = share.folder / away[0][:2] / away[0]
    file.write_bytes(flipped(file.read_bytes()))
    assert bring_missing(home, "SO-1") == "1 files are neither here nor in the second place as they were recorded"
    assert [(home.media / name).exists() for name in away] == [False, True]
    assert list(home.media.glob("*.new")) == []


def test_a_place_that_is_away_is_a_sentence(home: Home, share: FolderPlace, away: tuple[str, ...]) -> None:
    """An export goes on without them and says so."""
    (share.folder / MARK).unlink()
    assert bring_missing(home, "SO-1").startswith("files that have left this disk are not shown: ")
    assert not any((home.media / name).exists() for name in away)


def test_nothing_is_asked_where_nothing_is_missing(home: Home, record: Record) -> None:
    """A home without a second place, or whose files are all here, opens no place."""
    record("SO-1")
    assert bring_missing(home, "SO-1") == ""


def test_a_full_disk_here(
    home: Home, share: FolderPlace, away: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, and no half file stays."""
    monkeypatch.setattr("os.fsync", _full)
    with pytest.raises(Trouble, match="could not be brought back: No space left on device"):
        bring(home, share, missing_of(home, "SO-1"), _nothing)
    assert list(home.media.glob("*.new")) == []


def _full(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")
