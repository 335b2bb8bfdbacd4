"""A bundle with real anchors: what verify.py says of them, what openssl says, and what becomes of false ones."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from station.evidence.anchors import ANCHOR, is_outside
from station.evidence.bundle import export
from station.evidence.keys import signing_key
from station.evidence.verify import examine
from station.home import Home
from tests.authority import OPENSSL, Authority, authority
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import Made, anchored_bundle, cosigned, newest, stamped, stamped_late
from tests.evidence.conftest import ORDER, chance, no_pdf, open_ledger, pack
from tests.evidence.test_bundle import members
from tests.evidence.test_verify import failed_at, put_bundle, remade

BENCH = signing_key("acme/B01", chance()(32))


@pytest.fixture
def made(home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path) -> Made:
    return anchored_bundle(home, clock, stamping_authority, tmp_path / "case.zip")


def test_members(made: Made) -> None:
    """Cosigned checkpoint, witness's key, token, the authority's certificate, and the entries that received anchors."""
    found = members(made.bundle)
    assert found["logs/1/checkpoint.txt"].decode().splitlines()[5] == made.witness.line
    assert found["logs/1/keys/witness-acme-witness.vkey"].decode().strip() == made.witness.key
    assert found["logs/1/anchors/tsa.example.tsr"] == made.stamp.token
    assert found["logs/1/anchors/authorities.pem"].startswith(b"-----BEGIN CERTIFICATE")
    kinds = {name: json.loads(data)["kind"] for name, data in found.items() if "/entries/" in name}
    assert [name for name, kind in kinds.items() if kind == ANCHOR] == ["logs/1/entries/9.json"]


def test_verified(made: Made) -> None:
    """Both anchors are told with their times; the window is what they bear out; only the key is left to compare."""
    verdict = examine(made.bundle)
    assert verdict.exit_code == 0
    assert [remark for remark in verdict.remarks if "compared" not in remark] == []
    assert "cosigned by acme/witness" in verdict.checks[6].line
    assert "time stamp logs/1/anchors/tsa.example.tsr of 2" in verdict.checks[6].line
    seen = min(made.witness.at_s, made.stamp.at_s)
    assert f"first seen outside {seen - (made.witness.at_s - 31)} s after the last entry" in verdict.checks[8].line
    window = json.loads(members(made.bundle)["bundle.json"])["window"]
    assert window == {"after": made.before.at_s, "before": seen}


def test_the_page_tells_it(made: Made) -> None:
    """The report says how long after the last entry somebody outside saw the log."""
    page = members(made.bundle)["README.html"].decode()
    assert "after the last entry" in page
    assert "tsa.example" in page


def test_openssl_agrees(made: Made, tmp_path: Path) -> None:
    """VERIFY.md's own lines hold: the time stamp and the cosignature, by openssl and the shell."""
    folder = tmp_path / "case"
    for name, data in members(made.bundle).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    text = (folder / "VERIFY.md").read_text("utf-8")
    part = text[text.index("7. Outside anchors") : text.index("## What this proves")]
    lines = re.findall(r"^ {7}(.*)$", part, re.MULTILINE)
    script = "\n".join(lines).replace("AUTHORITY", "tsa.example").replace("NAME", "acme-witness")
    assert script.count("openssl") == 3
    done = subprocess.run(["bash", "-ec", script], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Verification: OK" in done.stdout + done.stderr
    assert "Signature Verified Successfully" in done.stdout


def test_openssl_refuses_another_authority(made: Made, tmp_path: Path) -> None:
    """A token does not lead to the certificates of an authority that did not make it."""
    found = members(made.bundle)
    note = found["logs/1/checkpoint.txt"].decode()
    (tmp_path / "text").write_text(note[: note.index("\n\n") + 1])
    (tmp_path / "token").write_bytes(found["logs/1/anchors/tsa.example.tsr"])
    other = authority(tmp_path / "other")
    command = [OPENSSL, "ts", "-verify", "-data", "text", "-in", "token", "-CAfile", str(other.certificate)]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0


def _of_witness(found: dict[str, bytes], change: Callable[[str], str]) -> None:
    lines = found["logs/1/checkpoint.txt"].decode().splitlines()
    lines[5] = change(lines[5])
    found["logs/1/checkpoint.txt"] = ("\n".join(lines) + "\n").encode()


ATTACKS: list[tuple[int, str, Callable[[dict[str, bytes]], object]]] = [
    (7, "another's cosignature", lambda f: _of_witness(f, lambda line: line[:-6] + "AAAA" + line[-2:])),
    (7, "no cosignature", lambda f: f.update({"logs/1/checkpoint.txt": _five_lines(f)})),
    (7, "a token of something else", lambda f: f.update({"logs/1/anchors/tsa.example.tsr": b"0" * 900})),
    (7, "a token without a time", lambda f: _in_token(f, b"\x18\x0f", b"\x18\x0e")),
    (7, "a token of an impossible day", lambda f: _in_token(f, _day(f), b"\x18\x0f20261340")),
    (7, "a token cut behind its imprint", lambda f: _cut_token(f)),
    (9, "a window that begins too early", lambda f: _window(f, "before", -1)),
    (9, "a window that ends too late", lambda f: _window(f, "before", 1)),
    (9, "a lower bound nobody gave", lambda f: _window(f, "after", 1)),
    (9, "a window without its anchors", lambda f: _without_anchors(f)),
]


def _five_lines(found: dict[str, bytes]) -> bytes:
    return b"".join(found["logs/1/checkpoint.txt"].splitlines(keepends=True)[:5])


def _without_anchors(found: dict[str, bytes]) -> None:
    found["logs/1/checkpoint.txt"] = _five_lines(found)
    for name in [name for name in found if _is_anchor(name)]:
        del found[name]


def _is_anchor(name: str) -> bool:
    return "/anchors/" in name or "/witness-" in name


def _day(found: dict[str, bytes]) -> bytes:
    day = re.search(rb"\x18\x0f[0-9]{8}", found["logs/1/anchors/tsa.example.tsr"])
    assert day is not None
    return day[0]


def _in_token(found: dict[str, bytes], old: bytes, new: bytes) -> None:
    token = found["logs/1/anchors/tsa.example.tsr"]
    assert old in token
    found["logs/1/anchors/tsa.example.tsr"] = token.replace(old, new, 1)


def _cut_token(found: dict[str, bytes]) -> None:
    token = found["logs/1/anchors/tsa.example.tsr"]
    found["logs/1/anchors/tsa.example.tsr"] = token[: token.index(b"\x05\x00\x04\x20") + 36]


def _window(found: dict[str, bytes], end: str, by: int) -> None:
    window = json.loads(found["bundle.json"])["window"]
    put_bundle(found, window={**window, end: window[end] + by})


@pytest.mark.parametrize(("check", "name", "change"), ATTACKS, ids=[name for _, name, _ in ATTACKS])
def test_signed_again(made: Made, check: int, name: str, change: Callable[[dict[str, bytes]], object]) -> None:
    """What the owner of the bench's key does to anchors, lists and signs again is caught by the check meant to."""

    def attack(found: dict[str, bytes]) -> None:
        change(found)

    assert failed_at(remade(made.bundle, attack, BENCH)) == check


def test_a_witness_on_the_own_machine(home: Home, clock: FakeClock, tmp_path: Path) -> None:
    """Its word is shown, and the bundle says that it is no outsider."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    assert not is_outside(cosigned(ledger, clock, same_machine=True))
    ledger.close()
    done = export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    assert any("no outsider" in remark for remark in done.remarks)
    assert examine(tmp_path / "case.zip").exit_code == 0


def test_the_checkpoint_that_is_shown(
    home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path
) -> None:
    """Of several anchored checkpoints the one with the most kinds of anchors, then the oldest."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    first = cosigned(ledger, clock).checkpoint
    export(home, ORDER, tmp_path / "one.zip", make_pdf=no_pdf)
    pack(ledger, home, "SO-2")
    second = cosigned(ledger, clock).checkpoint
    export(home, ORDER, tmp_path / "two.zip", make_pdf=no_pdf)
    stamped(ledger, stamping_authority, home, newest(ledger))
    export(home, ORDER, tmp_path / "three.zip", make_pdf=no_pdf)
    ledger.close()
    shown = [members(tmp_path / f"{name}.zip")["logs/1/checkpoint.txt"].decode() for name in ("one", "two", "three")]
    assert [text.splitlines()[1] for text in shown] == [str(first.size), str(first.size), str(second.size)]
    assert examine(tmp_path / "three.zip").exit_code == 0


def test_without_certificates(home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path) -> None:
    """A home that has lost the authorities' certificates says so and shows the token all the same."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    stamped(ledger, stamping_authority, home, newest(ledger))
    ledger.close()
    (home.keys / "timestamp-authorities.pem").unlink()
    done = export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    assert any("fetch them from the authorities" in remark for remark in done.remarks)


def test_a_forged_lower_bound(made: Made) -> None:
    """An AnchorReceived entry that stands behind the parcel's first one is no lower bound."""

    def later(found: dict[str, bytes]) -> None:
        for name in ("logs/1/entries/9.json", "logs/1/proofs/9.json"):
            del found[name]

    assert failed_at(remade(made.bundle, later, BENCH)) == 9


def test_a_stamped_bundle_names_the_witness_s_first_word(
    home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path
) -> None:
    """The checkpoint is the stamped one, and the window ends when the witness saw the parcel, not ten minutes later."""
    case = tmp_path / "case.zip"
    early_s, _ = stamped_late(home, clock, stamping_authority, case)
    found = members(case)
    assert "logs/1/anchors/tsa.example.tsr" in found
    assert json.loads(found["bundle.json"])["window"]["before"] == early_s
    assert "2 s after the last entry" in found["README.html"].decode()
    verdict = examine(case)
    assert verdict.exit_code == 0, verdict
    assert f"cosigned by acme/witness at {early_s} already, in entry 9" in verdict.checks[6].line
    assert "first seen outside 2 s after the last entry" in verdict.checks[8].line


def test_its_first_word_cannot_be_made_up(
    home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path
) -> None:
    """Left out, the early window is unfounded; the later one that is left is true, if one says it."""
    case = tmp_path / "case.zip"
    _, late_s = stamped_late(home, clock, stamping_authority, case)

    def without(found: dict[str, bytes]) -> None:
        del found["logs/1/entries/9.json"], found["logs/1/proofs/9.json"]

    def and_said(found: dict[str, bytes]) -> None:
        without(found)
        put_bundle(found, window={"after": None, "before": late_s})

    assert failed_at(remade(case, without, BENCH)) == 9
    assert remade(case, and_said, BENCH).exit_code == 0


def test_an_earlier_stamp_is_shown_rather_than_a_later_witness(
    home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path
) -> None:
    """While the witness was away an authority saw the parcel: its word is the window's end, and in the bundle."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    stamp = stamped(ledger, stamping_authority, home, newest(ledger))
    clock.advance_s(max(0, stamp.at_s - clock.now().wall_us // 1_000_000) + 3600)
    pack(ledger, home, "SO-2")
    late = cosigned(ledger, clock)
    assert late.at_s > stamp.at_s
    ledger.close()
    case = tmp_path / "case.zip"
    export(home, ORDER, case, make_pdf=no_pdf)
    assert json.loads(members(case)["bundle.json"])["window"]["before"] == stamp.at_s
    assert examine(case).exit_code == 0


def test_the_own_machine_s_word_is_not_shown_beside_an_outsider_s(
    home: Home, clock: FakeClock, stamping_authority: Authority, tmp_path: Path
) -> None:
    """An authority's stamp of the same checkpoint stands alone: the window is an outsider's, and nothing is excused."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    checkpoint = cosigned(ledger, clock, same_machine=True).checkpoint
    stamp = stamped(ledger, stamping_authority, home, checkpoint)
    ledger.close()
    case = tmp_path / "case.zip"
    done = export(home, ORDER, case, make_pdf=no_pdf)
    assert not any("no outsider" in remark for remark in done.remarks)
    assert json.loads(members(case)["bundle.json"])["window"]["before"] == stamp.at_s
    assert examine(case).exit_code == 0
