"""The verifier for a browser says what ``verify.py`` says, bundle by bundle, in a real Chromium engine."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from station import system_libraries
from station.evidence import verify
from station.evidence.bundle_zip import zip_pieces
from station.evidence.keys import signing_key
from station.home import Home
from tests.authority import Authority
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import anchored_bundle, stamped_late
from tests.evidence.conftest import chance
from tests.evidence.test_anchored import ATTACKS
from tests.evidence.test_bundle import members
from tests.evidence.test_verify import list_and_sign
from tests.evidence.test_witness_keys import WITNESS_KEYS

PAGE = Path(verify.__file__).with_name("verify.html")
ROOT = Path(__file__).parents[2]
LACKING = system_libraries.missing(("lib/libQt6WebEngineCore.so.6",))

needs_browser = pytest.mark.skipif(bool(LACKING), reason=f"no browser engine: {system_libraries.install_line(LACKING)}")


def in_browser(
    files: Sequence[Path], folder: Path, org_key: str = "", witness_keys: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    keys = (org_key, " ".join(witness_keys))
    command = [sys.executable, "-m", "tests.evidence.browser", str(PAGE), *keys, *map(str, files)]
    environment = os.environ | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def as_document(found: verify.Verdict) -> dict[str, Any]:
    checks = [{"n": check.n, "ok": check.ok, "line": check.line} for check in found.checks]
    remarks = list(found.remarks)
    return {
        "verdict": found.verdict,
        "checks": checks,
        "remarks": remarks,
        "org_fingerprint": found.org_fingerprint,
    }


@needs_browser
def test_the_same_words(bundle: Path, tmp_path: Path) -> None:
    """A good bundle gives the same nine lines, remarks and fingerprint, with and without the organisation's key."""
    key = members(bundle)["logs/1/keys/org.vkey"].decode().strip()
    assert in_browser([bundle], tmp_path) == [as_document(verify.examine(bundle))]
    assert in_browser([bundle], tmp_path, key) == [as_document(verify.examine(bundle, key))]
    other = signing_key("acme", bytes(32)).public.text()
    assert in_browser([bundle], tmp_path, other) == [as_document(verify.examine(bundle, other))]


def altered(bundle: Path, tmp_path: Path) -> list[Path]:
    """Bundles of which every one must fail: flipped bits, cuts, and members changed and signed again."""
    data, draw = bundle.read_bytes(), random.Random(3)
    made: list[Path] = []

    def keep(bytes_: bytes) -> None:
        made.append(tmp_path / f"{len(made)}.zip")
        made[-1].write_bytes(bytes_)

    for at in draw.sample(range(len(data)), 60):
        flipped = bytearray(data)
        flipped[at] ^= 1 << draw.randrange(8)
        keep(bytes(flipped))
    for cut in (0, 1, 21, 22, 100, len(data) - 1):
        keep(data[:cut])
    for name in members(bundle):
        found = members(bundle)
        spoiled = bytearray(found[name])
        spoiled[draw.randrange(len(spoiled))] ^= 1 << draw.randrange(8)
        keep(b"".join(zip_pieces(found | {name: bytes(spoiled)})))
    for change in CHANGES:
        found = members(bundle)
        change(found)
        list_and_sign(found, signing_key("acme/B01", chance()(32)))
        keep(b"".join(zip_pieces(found)))
    return made


def _respelt(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(found: dict[str, bytes]) -> None:
        assert old in found[name], (name, old)
        found[name] = found[name].replace(old, new, 1)

    return change


def _drop(ending: str) -> Callable[[dict[str, bytes]], None]:
    def change(found: dict[str, bytes]) -> None:
        del found[next(name for name in sorted(found) if name.endswith(ending))]

    return change


CHANGES: tuple[Callable[[dict[str, bytes]], None], ...] = (
    _drop("entries/1.json"),
    _drop("checkpoint.txt"),
    _drop("enrolment.txt"),
    _drop("disclosures.json"),
    _respelt("logs/1/entries/1.json", b'"v":1', b'"v":1.0'),
    _respelt("logs/1/entries/1.json", b'"v":1', b'"v":1,"v":1'),
    _respelt("logs/1/entries/1.json", b'"v":1', b'"v": 1'),
    _respelt("logs/1/entries/1.json", b'"v":1', b'"v":true'),
    _respelt("logs/1/entries/1.json", b'"seq":1', b'"seq":9007199254740993'),
    _respelt("logs/1/checkpoint.txt", b"\n\n", b"\n\n\n"),
    _respelt("disclosures.json", b"SO-1001", b"SO-1002"),
    _respelt("disclosures.json", b'"', b"'"),
    _respelt("bundle.json", b'"window"', b'"winnow"'),
)


@needs_browser
def test_every_change_fails_at_the_same_check(bundle: Path, tmp_path: Path) -> None:
    """Flipped bits, cuts and changes signed again fail in both verifiers, at the same check."""
    files = altered(bundle, tmp_path)
    for file, found in zip(files, in_browser(files, tmp_path), strict=True):
        expected = verify.examine(file)
        assert found["verdict"] == expected.verdict == "failed", file.name
        assert [check["ok"] for check in found["checks"]] == [check.ok for check in expected.checks], file.name


@needs_browser
def test_witness_and_time_stamp(home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path) -> None:
    """A cosigned and stamped bundle gives the same words, and every tampering with anchors fails at the same check."""
    made = anchored_bundle(home, clock, stamping_authority, tmp_path / "case.zip")
    files = [made.bundle]
    for _, _, change in ATTACKS:
        found = members(made.bundle)
        change(found)
        list_and_sign(found, signing_key("acme/B01", chance()(32)))
        files.append(tmp_path / f"{len(files)}.zip")
        files[-1].write_bytes(b"".join(zip_pieces(found)))
    expected = [as_document(verify.examine(file)) for file in files]
    assert [one["verdict"] for one in expected] == ["verified with remarks"] + ["failed"] * len(ATTACKS)
    assert in_browser(files, tmp_path) == expected


@needs_browser
def test_a_witness_s_earlier_word(home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path) -> None:
    """What the witness had cosigned before counts in the page too, and left out it is missed."""
    case = tmp_path / "case.zip"
    stamped_late(home, clock, stamping_authority, case)
    found = members(case)
    del found["logs/1/entries/9.json"], found["logs/1/proofs/9.json"]
    list_and_sign(found, signing_key("acme/B01", chance()(32)))
    (tmp_path / "less.zip").write_bytes(b"".join(zip_pieces(found)))
    files = [case, tmp_path / "less.zip"]
    expected = [as_document(verify.examine(file)) for file in files]
    assert [one["verdict"] for one in expected] == ["verified with remarks", "failed"]
    assert in_browser(files, tmp_path) == expected


@needs_browser
def test_a_witness_s_key(home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path) -> None:
    """The page compares the keys of witnesses in the same words, and fails where one is another or did not cosign."""
    case = anchored_bundle(home, clock, stamping_authority, tmp_path / "case.zip").bundle
    for keys in WITNESS_KEYS:
        assert in_browser([case], tmp_path, "", keys) == [as_document(verify.examine(case, None, keys))]


def test_it_fetches_nothing() -> None:
    """The page names no address but none at all, and its policy forbids every request."""
    text = PAGE.read_text("utf-8")
    assert "default-src 'none'" in text
    assert "://" not in text
    assert not any(word in text for word in ("fetch(", "XMLHttpRequest", "WebSocket", "localStorage", "import("))
