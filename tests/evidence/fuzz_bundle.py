"""Every single bit of a bundle flipped, one at a time: each must end in *failed*.

``python -m tests.evidence.fuzz_bundle`` does it three times: in the file as it is; in each member of a ZIP that is made
right again; and in each member that proves something, listed and signed again by the owner of the bench's key, which
takes longest and is therefore done at every 8th bit. ``--every N`` and ``--shard K/M`` take a part of it. A bit that
does not matter is named, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from station.evidence.bundle import export
from station.evidence.bundle_zip import zip_pieces
from station.evidence.keys import SigningKey, load
from station.evidence.verify import examine
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import cosigned
from tests.evidence.conftest import ORDER, no_pdf, open_ledger, pack
from tests.evidence.test_bundle import members
from tests.evidence.test_verify import list_and_sign

PIECE = 1024
"""Flips that a process takes at a time."""

SIGNED_EVERY = 8

READ_BY_PEOPLE = ("README.html", "VERIFY.md", "report.pdf", "verify.html", "verify.py")
"""Cut down to a line each: they have no bytes that are checked otherwise than by their hash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """``member`` is empty for the file as it is."""

    member: str
    bit: int
    signed: bool = False


def small_bundle(folder: Path) -> tuple[dict[str, bytes], SigningKey]:
    """A parcel with a label and a witness's word, and the key that it is signed with."""
    home, clock = Home(folder / "home"), FakeClock()
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    cosigned(ledger, clock)
    ledger.close()
    export(home, ORDER, folder / "whole.zip", make_pdf=no_pdf)
    found = members(folder / "whole.zip")
    found |= {name: name.encode() for name in READ_BY_PEOPLE if name in found}
    bench = load(home, org="acme", bench="B01").bench
    list_and_sign(found, bench)
    return found, bench


def flips(found: dict[str, bytes]) -> Iterator[Flip]:
    whole = sum(len(piece) for piece in zip_pieces(found))
    yield from (Flip(member="", bit=bit) for bit in range(8 * whole))
    for name, data in found.items():
        yield from (Flip(member=name, bit=bit) for bit in range(8 * len(data)))
    for name, data in found.items():
        if name.startswith(("logs/", "labels/")) or name == "disclosures.json":
            yield from (Flip(member=name, bit=bit, signed=True) for bit in range(0, 8 * len(data), SIGNED_EVERY))


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def broken(found: dict[str, bytes], bench: SigningKey, flip: Flip) -> bytes:
    if not flip.member:
        return flipped(b"".join(zip_pieces(found)), flip.bit)
    changed = {**found, flip.member: flipped(found[flip.member], flip.bit)}
    if flip.signed:
        list_and_sign(changed, bench)
    return b"".join(zip_pieces(changed))


def believed(found: dict[str, bytes], bench: SigningKey, some: list[Flip]) -> list[Flip]:
    """Those that the verifier does not call failed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "case.zip"
        good = []
        for flip in some:
            file.write_bytes(broken(found, bench, flip))
            if examine(file).verdict != "failed":
                good.append(flip)
    return good


def pieces(all_of_them: Iterator[Flip]) -> Iterator[list[Flip]]:
    while piece := list(islice(all_of_them, PIECE)):
        yield piece


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--shard", default="1/1", metavar="K/M")
    options = parser.parse_args()
    part, parts = (int(word) for word in options.shard.split("/"))
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(os.cpu_count()) as pool:
        found, bench = small_bundle(Path(folder))
        chosen = list(islice(flips(found), (part - 1) * options.every, None, parts * options.every))
        bad = [flip for piece in pool.map(partial(believed, found, bench), pieces(iter(chosen))) for flip in piece]
    for flip in bad:
        sys.stderr.write(f"believed: {flip}\n")
    took = time.monotonic() - begun
    size = sum(len(piece) for piece in zip_pieces(found))
    sys.stdout.write(
        f"{len(chosen)} single-bit flips of a bundle of {size} bytes with {len(found)} members in {took:.0f} s,"
        f" {len(chosen) / took:.0f} a second: {len(chosen) - len(bad)} failed, {len(bad)} believed\n"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
