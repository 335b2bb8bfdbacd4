"""A witness's key that lies in the bundle says nothing by itself: it is compared with one from outside, or remarked."""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from station.cli import main
from station.evidence import verify
from station.evidence.checkpoint import COSIGNATURE
from station.evidence.keys import signing_key
from station.evidence.verify import examine
from station.home import Home
from tests.authority import Authority
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import WITNESS, anchored_bundle
from tests.evidence.test_bundle import members
from tests.evidence.test_verify import failed_at

KEY = WITNESS.public.text()
IMPOSTOR = signing_key("acme/witness", bytes([1] * 32), COSIGNATURE).public.text()
OTHER = signing_key("other/witness", bytes([2] * 32), COSIGNATURE).public.text()
NOT_COSIGNING = signing_key("acme/witness", bytes(32)).public.text()
REMARK = (
    "the witness's key was not compared with one you hold: compare the fingerprint of acme/witness "
    "with a copy from the witness"
)

WITNESS_KEYS: tuple[tuple[str, ...], ...] = (
    (),
    (KEY,),
    (KEY, IMPOSTOR),
    (IMPOSTOR,),
    (OTHER,),
    (KEY, OTHER),
    (NOT_COSIGNING,),
    ("no key",),
)


@pytest.fixture
def case(home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path) -> Path:
    return anchored_bundle(home, clock, stamping_authority, tmp_path / "case.zip").bundle


def test_remarked(case: Path) -> None:
    """Without a key from outside the verdict has a remark that says so, once, and the fingerprint to compare."""
    found = examine(case)
    assert found.verdict == "verified with remarks"
    assert found.remarks.count(REMARK) == 1
    fingerprint = hashlib.sha256(WITNESS.public.public).hexdigest()
    assert "cosigned by acme/witness at " in found.checks[6].line
    assert f", key fingerprint {fingerprint}" in found.checks[6].line
    assert "equal to the key given" not in found.checks[6].line


def test_compared(case: Path) -> None:
    """With the witness's own key nothing is left to remark of it; one more key of the same name does no harm."""
    org = members(case)["logs/1/keys/org.vkey"].decode().strip()
    found = examine(case, org, (KEY,))
    assert (found.verdict, found.remarks) == ("verified", [])
    assert "equal to the key given" in found.checks[6].line


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((IMPOSTOR,), "this is NOT the key given"),
        ((OTHER,), "other/witness, whose key was given, has not cosigned the log"),
        ((KEY, OTHER), "other/witness, whose key was given, has not cosigned the log"),
        ((NOT_COSIGNING,), "the given witness key is not the verifier key it says it is"),
        (("no key",), "the given witness key is not a verifier key"),
    ],
)
def test_not_the_key(case: Path, keys: tuple[str, ...], said: str) -> None:
    """Another key of that name, a key that has not cosigned and what is no witness's key fail check seven."""
    found = examine(case, None, keys)
    assert failed_at(found) == 7
    assert said in found.checks[6].line


def test_a_log_that_no_witness_has_seen(bundle: Path) -> None:
    """A bundle without a cosignature has nothing to remark, and fails for somebody who holds a witness's key."""
    assert not any("witness's key" in remark for remark in examine(bundle).remarks)
    assert failed_at(examine(bundle, None, (KEY,))) == 7


def test_by_the_command_line(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--witness-key`` takes a key or its file, in verify.py as in the program."""
    file = tmp_path / "witness.vkey"
    file.write_text(KEY + "\n")
    assert verify.main([str(case), "--witness-key", str(file)]) == 0
    assert REMARK not in capsys.readouterr().out
    assert verify.main([str(case), "--witness-key", IMPOSTOR]) == 7
    capsys.readouterr()
    program = ["--home", str(tmp_path / "office"), "evidence", "verify", str(case)]
    assert main([*program, "--witness-key", str(file)]) == 0
    assert REMARK not in capsys.readouterr().out
    assert main(program) == 0
    assert REMARK in capsys.readouterr().out


def test_by_hand(case: Path, tmp_path: Path) -> None:
    """VERIFY.md's line for a witness's fingerprint gives the one that verify.py prints."""
    text = members(case)["VERIFY.md"].decode()
    (line,) = re.findall(r"^ {7}(.*witness-NAME.*sha256sum)$", text, re.MULTILINE)
    for name, data in members(case).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        ["bash", "-ec", line.replace("NAME", "acme-witness")], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[0] in examine(case).checks[6].line
