"""Keys that the organisation has taken back, held against a bundle that has been verified.

The format has no room for this in a bundle, and a bundle outlives it: it is said beside the nine checks, as a remark.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from station.evidence.checkpoint import parse_vkey
from station.evidence.org_keys import Revocation
from station.evidence.verify import Verdict

_BENCH = re.compile(r"logs/([1-9][0-9]*)/keys/bench\.vkey")


def with_revocations(verdict: Verdict, bundle: Path, revoked: Iterable[Revocation]) -> Verdict:
    """The verdict with a remark for each key that was taken back; one that has failed is left alone."""
    if verdict.exit_code:
        return verdict
    said = list(_remarks(bundle, {one.key: one for one in revoked}))
    if not said:
        return verdict
    return verdict._replace(verdict="verified with remarks", remarks=[*verdict.remarks, *said])


def _remarks(bundle: Path, revoked: dict[object, Revocation]) -> Iterator[str]:
    with zipfile.ZipFile(bundle) as archive:
        names = archive.namelist()
        for name in names:
            if name == "keys/exporter.vkey" or _BENCH.fullmatch(name):
                found = revoked.get(parse_vkey(archive.read(name).decode("ascii").strip()))
                if found is not None and _epoch(archive, name) >= found.since_epoch:
                    yield (
                        f"the organisation has taken the key {found.key.text()} back ({found.reason}): "
                        "what it signed counts only as far as an outside anchor of before that covers it"
                    )


def _epoch(archive: zipfile.ZipFile, name: str) -> int:
    """Of the log whose key it is; an exporter's key has no epoch, and is taken back as a whole."""
    if _BENCH.fullmatch(name) is None:
        return 10**12
    checkpoint = archive.read(name.replace("keys/bench.vkey", "checkpoint.txt")).decode()
    return int(checkpoint.split("\n", 1)[0].rsplit("/", 1)[1])
