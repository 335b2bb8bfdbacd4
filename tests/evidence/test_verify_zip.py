"""What holds a bundle's ZIP to its one form, byte by byte: the checks that a sample of flipped bits can pass by."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import pytest

from station.evidence.bundle_zip import zip_pieces
from station.evidence.verify import Archive, BundleError, central_header, end_record, examine, parse_note
from tests.evidence.test_bundle import members
from tests.evidence.test_verify import failed_at


def _directory(data: bytes) -> int:
    return int(struct.unpack("<I", data[-6:-2])[0])


def test_every_byte_of_the_headers(bundle: Path) -> None:
    """A bit in any byte of the first member's header, of its line in the directory and of the end record is noticed."""
    data = bundle.read_bytes()
    at, name = _directory(data), len(min(members(bundle)))
    places = [*range(30 + name), *range(at, at + 46 + name), *range(len(data) - 22, len(data))]
    for place in places:
        flipped = bytearray(data)
        flipped[place] ^= 1
        bundle.write_bytes(flipped)
        assert failed_at(examine(bundle)) == 1, place


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "stills//out.txt", "stills/./out.txt", "stills/a b"])
def test_forbidden_names(bundle: Path, name: str) -> None:
    """A ZIP in the one form is refused for a member that would be written elsewhere, and the name is the reason."""
    bundle.write_bytes(b"".join(zip_pieces({**members(bundle), name: b"x"})))
    found = examine(bundle)
    assert failed_at(found) == 1
    assert found.checks[0].line == "a member has a forbidden name"


@pytest.mark.parametrize(("count", "why"), [(0xFFFF, "too many members"), (0xFFFE, "altered")])
def test_as_many_members_as_a_zip_can_count(count: int, why: str) -> None:
    """65,535 stands for ZIP64 and is refused for that; with one less the members themselves are looked at."""
    directory = b"".join(central_header(f"{number:05}", 0, 0, 0) for number in range(count))
    rubbish = bytes(40)
    data = rubbish + directory + end_record(count, len(directory), len(rubbish))
    with pytest.raises(BundleError, match=why):
        Archive(BytesIO(data))


@pytest.mark.parametrize("note", ["x— acme AAAA\n", "text\n\n— acme AAAA", "te\txt\n\n— acme AAAA\n"])
def test_what_is_no_signed_note(note: str) -> None:
    """Without text before the signatures, without its last line's end, or with a control character it is no note."""
    with pytest.raises(BundleError, match="is not a signed note"):
        parse_note(note.encode(), "x")
