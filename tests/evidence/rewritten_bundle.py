"""Bundles that somebody with the bench's key wrote anew: other JSON in them, or another zip around them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

from station.evidence.bundle_zip import zip_pieces
from station.evidence.verify import examine
from tests.evidence.fuzz_bundle import small_bundle
from tests.evidence.mutators import broken_bytes, broken_value
from tests.evidence.test_verify import list_and_sign


def rewritten_bundles(folder: Path) -> Callable[[Random], str]:
    folder.mkdir()
    found, bench = small_bundle(folder)
    whole = b"".join(zip_pieces(found))
    told = [name for name in found if name.startswith(("logs/", "labels/")) or name == "disclosures.json"]
    file = folder / "case.zip"

    def tried(chance: Random) -> str:
        what, data, same = "zip", broken_bytes(whole, chance), False
        if chance.random() < 0.7:
            what = chance.choice(told)
            changed = {**found, what: _rewritten(found[what], chance)}
            same = changed[what].strip() == found[what].strip()  # blanks around a key are no part of it
            same = same or (what == "disclosures.json" and _fewer(changed[what], found[what]))
            list_and_sign(changed, bench)
            data = b"".join(zip_pieces(changed))
        file.write_bytes(data)
        verdict = examine(file)
        if any("\n" in line.line for line in verdict.checks):
            return f"{what}: said in several lines"
        return f"{what}: believed" if verdict.verdict != "failed" and not same and data != whole else ""

    return tried


def _fewer(data: bytes, whole: bytes) -> bool:
    """Whether nothing but disclosures were left out: who holds the bench's key may tell less."""
    try:
        left = json.loads(data)
    except ValueError:
        return False
    return isinstance(left, list) and all(each in json.loads(whole) for each in left)


def _rewritten(data: bytes, chance: Random) -> bytes:
    try:
        value = json.loads(data)
    except ValueError:
        return broken_bytes(data, chance)
    if chance.random() < 0.3:
        return broken_bytes(data, chance)
    written = json.dumps(broken_value(value, chance), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return written.encode(errors="replace")
