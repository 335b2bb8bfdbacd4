"""The verifier: every change anywhere ends in *failed*, whoever makes it and however well it is signed again."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from station.evidence.bundle_zip import zip_pieces
from station.evidence.canonical import b64, encode
from station.evidence.checkpoint import Checkpoint, parse_vkey
from station.evidence.commitment import order_tag
from station.evidence.fact import JSON
from station.evidence.keys import SigningKey, signing_key
from station.evidence.merkle import leaf_hash
from station.evidence.verify import Verdict, examine
from tests.evidence.conftest import ORDER, chance
from tests.evidence.test_bundle import members


def remade(bundle: Path, change: Callable[[dict[str, bytes]], None], signer: SigningKey | None = None) -> Verdict:
    """The bundle with its members changed and made again in perfect form; with ``signer``, listed and signed again."""
    found = members(bundle)
    change(found)
    if signer is not None:
        list_and_sign(found, signer)
    out = bundle.with_name("remade.zip")
    out.write_bytes(b"".join(zip_pieces(found)))
    return examine(out)


def list_and_sign(found: dict[str, bytes], signer: SigningKey) -> None:
    listing = json.loads(found["bundle.json"])
    listing["files"] = [
        {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(found.items())
        if name not in ("bundle.json", "bundle.note")
    ]
    found["bundle.json"] = encode(listing)
    digest = hashlib.sha256(found["bundle.json"]).hexdigest()
    found["bundle.note"] = signer.note(f"sealbench-bundle/1\n{digest}\n").encode()


@pytest.fixture
def bench_key() -> SigningKey:
    """The bench's own key: what the owner of the bench has."""
    return signing_key("acme/B01", chance()(32))


def failed_at(verdict: Verdict) -> int:
    assert verdict.verdict == "failed"
    assert verdict.exit_code == 7
    return next(check.n for check in verdict.checks if not check.ok)


def test_a_good_bundle(bundle: Path) -> None:
    """All nine checks hold; that nobody outside has seen the log, and that no key was compared, is remarked."""
    verdict = examine(bundle)
    assert [(check.n, check.ok) for check in verdict.checks] == [(n, True) for n in range(1, 10)]
    assert verdict.verdict == "verified with remarks"
    assert len(verdict.remarks) == 2


def test_the_organisation_key(bundle: Path) -> None:
    """The given key is compared: the right one holds, another one fails check six."""
    right = members(bundle)["logs/1/keys/org.vkey"].decode().strip()
    assert examine(bundle, right).exit_code == 0
    assert not any("compared" in remark for remark in examine(bundle, right).remarks)
    assert examine(bundle).org_fingerprint == parse_vkey(right).fingerprint()
    assert failed_at(examine(bundle, signing_key("acme", bytes(32)).public.text())) == 6
    assert failed_at(examine(bundle, "no key at all")) == 6


def test_any_flipped_bit(bundle: Path) -> None:
    """A flipped bit anywhere in the file, directory and headers included, ends in failed."""
    data = bytearray(bundle.read_bytes())
    draw = random.Random(1)
    copy = bundle.with_name("flipped.zip")
    for at in {*range(120), *range(len(data) - 700, len(data)), *draw.sample(range(len(data)), 500)}:
        flipped = bytearray(data)
        flipped[at] ^= 1 << draw.randrange(8)
        copy.write_bytes(flipped)
        assert examine(copy).verdict == "failed", at


def test_any_flipped_bit_in_a_rebuilt_zip(bundle: Path) -> None:
    """A flipped bit in any member, put into a ZIP that is right again, ends in failed."""
    draw = random.Random(2)
    for name in members(bundle):

        def flip(found: dict[str, bytes], name: str = name) -> None:
            data = bytearray(found[name])
            data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
            found[name] = bytes(data)

        for _ in range(3):
            assert remade(bundle, flip).verdict == "failed", name


@pytest.mark.parametrize("cut", [0, 1, 21, 22, 100, 5000])
def test_truncated(bundle: Path, cut: int) -> None:
    """A file cut short, to nothing even, is failed and not a crash."""
    bundle.write_bytes(bundle.read_bytes()[:cut])
    assert failed_at(examine(bundle)) == 1


def test_foreign(bundle: Path) -> None:
    """A tail, a comment, a compressed or an unrelated file is failed."""
    data = bundle.read_bytes()
    for foreign in (data + b"x", data[:-2] + b"\x01\x00x", b"PK" * 5000, b"x" * 5000, data + data):
        bundle.write_bytes(foreign)
        assert failed_at(examine(bundle)) == 1


def entry(found: dict[str, bytes], seq: int) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(found[f"logs/1/entries/{seq}.json"])
    return loaded


def put_entry(found: dict[str, bytes], n: int, **changed: Any) -> None:
    found[f"logs/1/entries/{n}.json"] = encode({**entry(found, n), **changed})


def put_disclosure(found: dict[str, bytes], change: Callable[[list[dict[str, Any]]], object]) -> None:
    disclosures = json.loads(found["disclosures.json"])
    change(disclosures)
    found["disclosures.json"] = encode(disclosures)


def put_bundle(found: dict[str, bytes], **changed: Any) -> None:
    found["bundle.json"] = encode({**json.loads(found["bundle.json"]), **changed})


def drop(found: dict[str, bytes], seq: int) -> None:
    del found[f"logs/1/entries/{seq}.json"], found[f"logs/1/proofs/{seq}.json"]


def bare(item: dict[str, Any], **changed: Any) -> dict[str, Any]:
    return {**item, **changed}


ATTACKS: list[tuple[int, str, Callable[[dict[str, bytes]], object]]] = [
    (1, "an unlisted kind of member", lambda f: f.update({"extra.txt": b"x"})),
    (1, "an unknown version", lambda f: put_bundle(f, v=2)),
    (1, "true is not one", lambda f: put_bundle(f, v=True)),
    (1, "a key too many", lambda f: put_bundle(f, more=1)),
    (1, "no log", lambda f: put_bundle(f, logs=[])),
    (1, "the same log twice", lambda f: put_bundle(f, logs=["acme/B01/1", "acme/B01/1"])),
    (2, "a log's name without an epoch", lambda f: put_bundle(f, logs=["acme/B01"])),
    (2, "another log", lambda f: put_bundle(f, logs=["acme/B02/1"])),
    (2, "an entry with another number", lambda f: put_entry(f, 2, seq=3)),
    (2, "a broken chain", lambda f: put_entry(f, 2, prev="0" * 64)),
    (
        2,
        "a float",
        lambda f: f.update({"logs/1/entries/2.json": f["logs/1/entries/2.json"].replace(b'"line":0', b'"line":0.0')}),
    ),
    (2, "a blank", lambda f: f.update({"logs/1/entries/2.json": f["logs/1/entries/2.json"] + b"\n"})),
    (2, "a key twice", lambda f: f.update({"logs/1/entries/2.json": b'{"boot":"",' + f["logs/1/entries/2.json"][1:]})),
    (2, "an entry of no order", lambda f: put_entry(f, 8, tag="")),
    (2, "an unknown field", lambda f: put_entry(f, 8, more=1)),
    (2, "deep nesting", lambda f: f.update({"logs/1/entries/2.json": b"[" * 100_000})),
    (3, "a changed value", lambda f: put_disclosure(f, lambda d: d[1].update(value="SO-9"))),
    (3, "another order", lambda f: put_bundle(f, order="SO-9")),
    (3, "a value twice", lambda f: put_disclosure(f, lambda d: d.append(d[1]))),
    (3, "no tag", lambda f: put_disclosure(f, lambda d: d.pop(0))),
    (3, "a file that no entry names", lambda f: f.update({"media/x.png": b"x"})),
    (3, "another file", lambda f: f.update({"labels/7-0.zpl": b"^XA^XZ"})),
    (3, "a field that is not there", lambda f: put_disclosure(f, lambda d: d.append(bare(d[1], field="phone")))),
    (3, "an entry that is not there", lambda f: put_disclosure(f, lambda d: d.append(bare(d[1], seq=99)))),
    (3, "an odd medium", lambda f: put_disclosure(f, lambda d: d[-1].update(media=[]))),
    (3, "short salt", lambda f: put_disclosure(f, lambda d: d[1].update(salt="AAAA"))),
    (3, "no list", lambda f: f.update({"disclosures.json": b"{}"})),
    (4, "a changed last entry", lambda f: put_entry(f, 8, by="p2")),
    (4, "a proof too few", lambda f: f.pop("logs/1/proofs/8.json")),
    (4, "a proof too many", lambda f: f.update({"logs/1/proofs/9.json": f["logs/1/proofs/8.json"]})),
    (4, "another entry's proof", lambda f: f.update({"logs/1/proofs/8.json": f["logs/1/proofs/7.json"]})),
    (
        4,
        "a checkpoint of another log",
        lambda f: f.update(
            {"logs/1/checkpoint.txt": f["logs/1/checkpoint.txt"].replace(b"acme/B01/1", b"acme/B01/2", 1)}
        ),
    ),
    (
        6,
        "an enrolment by somebody else",
        lambda f: f.update({"logs/1/keys/org.vkey": signing_key("acme", bytes(32)).public.text().encode()}),
    ),
    (6, "an enrolment of another kind", lambda f: enrol_again(f, "sealbench-exporter/1", 1)),
    (6, "an enrolment from a later epoch on", lambda f: enrol_again(f, "sealbench-enrolment/1", 2)),
    (6, "an organisation of another name", lambda f: enrol_again(f, "sealbench-enrolment/1", 1, name="other")),
    (8, "a missing entry", lambda f: drop(f, 3)),
    (8, "a hidden seal", lambda f: put_bundle(f, sealed=None)),
    (8, "another entry called the seal", lambda f: put_bundle(f, sealed={"log": "acme/B01/1", "seq": 7})),
    (9, "a time nobody vouches for", lambda f: put_bundle(f, window={"after": None, "before": 1_800_000_000})),
    (9, "a lower time nobody vouches for", lambda f: put_bundle(f, window={"after": 1, "before": None})),
]


def enrol_again(found: dict[str, bytes], first_line: str, epoch: int, name: str = "acme") -> None:
    """By an organisation key that the forger made himself."""
    owner = signing_key(name, bytes(32))
    bench = found["logs/1/keys/bench.vkey"].decode().strip()
    found["logs/1/keys/org.vkey"] = owner.public.text().encode()
    found["logs/1/keys/enrolment.txt"] = owner.note(f"{first_line}\n{bench}\n{epoch}\nforged\n").encode()


@pytest.mark.parametrize(("check", "name", "change"), ATTACKS, ids=[name for _, name, _ in ATTACKS])
def test_signed_again(
    bundle: Path, bench_key: SigningKey, check: int, name: str, change: Callable[[dict[str, bytes]], object]
) -> None:
    """What the owner of the bench's key changes, lists and signs again is caught by the check that is meant to."""

    def attack(found: dict[str, bytes]) -> None:
        change(found)

    assert failed_at(remade(bundle, attack, bench_key)) == check


def test_signed_by_another(bundle: Path) -> None:
    """A bundle.note by any other key, the organisation's own included, is refused."""
    for name in ("acme/B01", "acme", "other"):
        assert failed_at(remade(bundle, lambda found: None, signing_key(name, bytes(32)))) == 1


def test_an_exporting_key(bundle: Path) -> None:
    """A key that the organisation enrolled for exporting signs in a dead bench's place, and only then."""
    random_bytes = chance()
    random_bytes(32)
    owner, exporter = signing_key("acme", random_bytes(32)), signing_key("acme/office", bytes(32))

    def enrolled(found: dict[str, bytes], first_line: str = "sealbench-exporter/1") -> None:
        text = f"{first_line}\n{exporter.public.text()}\n1\nbench B01 is dead\n"
        found["keys/exporter.vkey"] = exporter.public.text().encode()
        found["keys/exporter-enrolment.txt"] = owner.note(text).encode()

    assert remade(bundle, enrolled, exporter).exit_code == 0
    assert failed_at(remade(bundle, lambda f: enrolled(f, "sealbench-enrolment/1"), exporter)) == 1


def test_witness_and_time_stamp(bundle: Path, bench_key: SigningKey) -> None:
    """A cosignature over this checkpoint and a token with its imprint are anchors; false ones fail check seven."""
    witness = Ed25519PrivateKey.from_private_bytes(bytes(32))
    raw = b"\x04" + witness.public_key().public_bytes_raw()
    key_id = hashlib.sha256(b"hub.example\n" + raw).digest()[:4]
    seconds = 1_795_000_100

    def anchored(found: dict[str, bytes], text: str | None = None) -> None:
        note = found["logs/1/checkpoint.txt"].decode()
        signed = (note.split("\n\n")[0] + "\n") if text is None else text
        signature = witness.sign(f"cosignature/v1\ntime {seconds}\n{signed}".encode())
        line = f"— hub.example {b64(key_id + seconds.to_bytes(8, 'big') + signature)}\n"
        found["logs/1/checkpoint.txt"] = (note + line).encode()
        found["logs/1/keys/witness-hub.vkey"] = f"hub.example+{key_id.hex()}+{b64(raw)}".encode()
        imprint = bytes.fromhex("300d060960864801650304020105000420") + hashlib.sha256(signed.encode()).digest()
        found["logs/1/anchors/tsa.tsr"] = b"\x30\x82" + imprint + b"\x02\x01\x07\x18\x0f20261118110820Z"
        put_bundle(found, window={"after": None, "before": seconds})

    verdict = remade(bundle, anchored, bench_key)
    assert verdict.remarks == [
        "the organisation's key was not compared: compare its fingerprint with a copy from outside",
        "the witness's key was not compared with one you hold: compare the fingerprint of hub.example "
        "with a copy from the witness",
    ]
    assert "cosigned by hub.example" in verdict.checks[6].line
    assert "openssl ts -verify" in verdict.checks[6].line
    assert "100 s after the last entry" in verdict.checks[8].line
    other = Checkpoint("acme/B01/1", 9, bytes(32)).text()
    assert failed_at(remade(bundle, lambda f: anchored(f, other), bench_key)) == 7


def test_label_root(bundle: Path) -> None:
    """The sixteen characters on the label's paper are printed for comparison."""
    root = entry(members(bundle), 7)["pub"]["root_printed"]["root"]
    assert base64.b32encode(base64.b64decode(root)[:10]).decode() in examine(bundle).checks[6].line


def one_entry_bundle(bundle: Path, change: Callable[[dict[str, Any]], None], signer: SigningKey) -> Verdict:
    """A bundle of a new log that has one entry, the seal, made by somebody who has the bench's key."""

    def forge(found: dict[str, bytes]) -> None:
        for name in [name for name in found if name.startswith(("logs/1/entries", "logs/1/proofs", "labels"))]:
            del found[name]
        salt = bytes(32)
        header: dict[str, Any] = {
            **dict.fromkeys(("seq", "wall_us", "mono_us"), 0),
            **dict.fromkeys(("boot", "by", "build"), "-"),
            "v": 1,
            "log": "acme/B01/1",
            "prev": "0" * 64,
            "kind": "ParcelSealed",
            "tag": order_tag(salt, ORDER),
            "pub": {"entries": []},
            "com": {},
            "media": [],
        }
        change(header)
        found["logs/1/entries/0.json"] = encode(header)
        found["logs/1/proofs/0.json"] = encode({"seq": 0, "size": 1, "path": []})
        text = Checkpoint("acme/B01/1", 1, leaf_hash(encode(header))).text()
        found["logs/1/checkpoint.txt"] = signer.note(text).encode()
        tag: dict[str, JSON] = {"log": "acme/B01/1", "seq": 0, "field": "tag", "salt": b64(salt), "value": ORDER}
        found["disclosures.json"] = encode([tag])
        put_bundle(found, sealed={"log": "acme/B01/1", "seq": 0})

    return remade(bundle, forge, signer)


@pytest.mark.parametrize(
    ("check", "changed"),
    [
        (0, {}),
        (2, {"v": 2}),
        (2, {"v": True}),
        (2, {"seq": False}),
        (2, {"wall_us": "0"}),
        (2, {"by": None}),
        (2, {"prev": "1" * 64}),
        (2, {"prev": ""}),
        (2, {"pub": []}),
        (2, {"com": {"Phone": b64(bytes(32))}}),
        (2, {"com": {"phone": "x"}}),
        (2, {"com": {"phone": None}}),
        (2, {"com": {"media": b64(bytes(32))}}),
        (2, {"media": {}}),
        (2, {"media": [{}]}),
        (2, {"tag": "AA"}),
        (3, {"tag": "a" * 64}),
        (7, {"kind": "LabelRequested"}),
        (7, {"kind": "LabelRequested", "pub": {"root_printed": {"size": 1, "root": b64(bytes(32))}}}),
        (8, {"kind": "ItemPacked"}),
        (8, {"pub": {}}),
        (8, {"pub": {"entries": [["acme/B01/1", 0, "aa"]]}}),
        (0, {"wall_us": 2**53 - 1}),
        (0, {"wall_us": 1 - 2**53}),
    ],
)
def test_a_bench_cannot_sign_nonsense(bundle: Path, bench_key: SigningKey, check: int, changed: dict[str, Any]) -> None:
    """An entry that is hashed, proven and signed rightly must still be one: its form and meaning are checked."""
    verdict = one_entry_bundle(bundle, lambda header: header.update(changed), bench_key)
    assert (failed_at(verdict) if check else verdict.exit_code) == check


def run(*arguments: str, script: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})


def test_the_copy_in_the_bundle(bundle: Path, tmp_path: Path) -> None:
    """verify.py runs alone: nine lines and a verdict, exit 0; 7 for a changed file, 1 for a missing one, 2 for none."""
    script = tmp_path / "alone" / "verify.py"
    script.parent.mkdir()
    script.write_bytes(members(bundle)["verify.py"])
    good = run(str(bundle), script=script)
    assert (good.returncode, good.stderr) == (0, "")
    assert [line[:4] for line in good.stdout.splitlines()[2:11]] == [f"{n} ok" for n in range(1, 10)]
    assert "proves nothing by itself" in good.stdout
    (tmp_path / "org.vkey").write_bytes(members(bundle)["logs/1/keys/org.vkey"])
    assert run(str(bundle), "--org-key", str(tmp_path / "org.vkey"), script=script).returncode == 0
    bundle.write_bytes(bundle.read_bytes()[:-1])
    bad = run(str(bundle), script=script)
    assert (bad.returncode, bad.stdout.splitlines()[-1]) == (7, "verdict: failed")
    missing = run(str(tmp_path / "none.zip"), script=script)
    assert (missing.returncode, missing.stdout) == (1, "")
    assert run(script=script).returncode == 2


def test_openssl_agrees(bundle: Path, tmp_path: Path) -> None:
    """openssl verifies the checkpoint's signature, as VERIFY.md says how to."""
    openssl = shutil.which("openssl")
    assert openssl is not None, "openssl is on every machine this runs on"
    found = members(bundle)
    text, lines = found["logs/1/checkpoint.txt"].decode().split("\n\n")
    key = parse_vkey(found["logs/1/keys/bench.vkey"].decode().strip())
    (tmp_path / "text").write_text(text + "\n")
    (tmp_path / "signature").write_bytes(base64.b64decode(lines.split(" ")[2])[4:])
    (tmp_path / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + key.public)
    command = [openssl, "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin", "-in", "text"]
    done = subprocess.run([*command, "-sigfile", "signature"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
