"""A channel's files on disk: whole or not at all, and over nobody's files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from station.errors import Trouble
from station.reports.channel_output import write_pack
from station.reports.channel_room import Pack, PackFile

PACK = Pack(files=(PackFile(name="report.pdf", data=b"%PDF-"), PackFile(name="statement.txt", data=b"x")), left_out=())


def test_a_folder_and_a_zip(tmp_path: Path) -> None:
    """The same files come as a folder or, where the name says so, as a ZIP; nothing else is left behind."""
    write_pack(tmp_path / "case", PACK)
    write_pack(tmp_path / "case.zip", PACK)
    assert (tmp_path / "case" / "report.pdf").read_bytes() == b"%PDF-"
    assert zipfile.ZipFile(tmp_path / "case.zip").namelist() == ["report.pdf", "statement.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "case.zip"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder that somebody made for it, and is empty, is filled."""
    (tmp_path / "case").mkdir()
    write_pack(tmp_path / "case", PACK)
    assert len(list((tmp_path / "case").iterdir())) == 2


def test_a_folder_with_files_is_left(tmp_path: Path) -> None:
    """What is in a folder already stays as it was."""
    (tmp_path / "mine").write_bytes(b"mine")
    with pytest.raises(Trouble, match="something in it already"):
        write_pack(tmp_path, PACK)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("name", ["case", "case.zip"])
def test_a_place_that_is_none(name: str, tmp_path: Path) -> None:
    """A folder that is not there, and a file in the way, are a sentence."""
    with pytest.raises(Trouble, match="cannot be written"):
        write_pack(tmp_path / "none" / name, PACK)
