"""A bundle's earliest outside time rests on a signature over the parcel: entries that the bench wrote give none."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from station.evidence.anchors import ANCHOR, Cosignature, fact_of
from station.evidence.bundle import export
from station.evidence.canonical import b64, encode
from station.evidence.checkpoint import COSIGNATURE, Checkpoint
from station.evidence.fact import JSON, Fact
from station.evidence.keys import SigningKey, signing_key
from station.evidence.ledger import Ledger
from station.evidence.merkle import inclusion_path, leaf_hash
from station.evidence.verify import Verdict
from station.evidence.witness import cosign
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import WITNESS, cosigned, newest
from tests.evidence.conftest import ORDER, chance, no_pdf, open_ledger, pack
from tests.evidence.test_verify import failed_at, put_bundle, remade

BENCH = signing_key("acme/B01", chance()(32))
LATE_S = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the witness said before the parcel, and where the log ends once the parcel is in it."""

    word: Cosignature
    end: Checkpoint


Forge = Callable[[Before], dict[str, JSON]]


def _signed(key: SigningKey, checkpoint: Checkpoint, at_s: int) -> dict[str, JSON]:
    return dict(
        fact_of(
            Cosignature(
                by=key.public.name,
                checkpoint=checkpoint,
                at_s=at_s,
                key=key.public.text(),
                line=cosign(key, checkpoint, at_s),
                same_machine=False,
            )
        ).pub
    )


def _later(end: Checkpoint) -> Checkpoint:
    return Checkpoint(end.log, end.size + 9, end.root)


def _whole(word: Cosignature) -> str:
    return f"{b64(word.checkpoint.root)}\n\n{word.line}"


FORGERIES: list[tuple[int, str, Forge]] = [
    (7, "an old word, said of the log's present size", lambda b: {**fact_of(b.word).pub, "size": b.end.size}),
    (
        7,
        "an old word, said of the present size and root",
        lambda b: {**fact_of(b.word).pub, "size": b.end.size, "root": b64(b.end.root)},
    ),
    (
        7,
        "the witness's word about another bench's log of that size",
        lambda b: _signed(WITNESS, Checkpoint("acme/B02/1", b.end.size, b.end.root), b.word.at_s),
    ),
    (
        7,
        "a whole note put where the root belongs",
        lambda b: {
            **fact_of(b.word).pub,
            "size": b.end.size,
            "root": _whole(b.word),
        },
    ),
    (9, "an old word, received once more behind the parcel", lambda b: dict(fact_of(b.word).pub)),
    (
        9,
        "the word of a witness that the checkpoint does not have",
        lambda b: _signed(signing_key("acme/witness", b"x" * 32, COSIGNATURE), b.end, b.word.at_s),
    ),
    (9, "a word about a size that the log did not have then", lambda b: _signed(WITNESS, _later(b.end), b.word.at_s)),
    (
        9,
        "a true word whose time is written beside it otherwise",
        lambda b: {**_signed(WITNESS, b.end, b.word.at_s + LATE_S // 2), "at_s": b.word.at_s},
    ),
]


def forged(home: Home, clock: FakeClock, forge: Forge, case: Path) -> Verdict:
    """The owner's bundle: his entry in a log that the witness cosigns a day later, and the early time in its window."""
    ledger = open_ledger(home, clock)
    pack(ledger, home, "SO-0")
    word = cosigned(ledger, clock)
    clock.advance_s(60)
    pack(ledger, home)
    made_up = forge(Before(word=word, end=newest(ledger)))
    seq = ledger.append([Fact(kind=ANCHOR, pub=made_up)], order_no=None, by="-", checkpoint=True).first_seq
    clock.advance_s(LATE_S)
    late = cosigned(ledger, clock)
    export(home, ORDER, case, make_pdf=no_pdf)

    def shown(found: dict[str, bytes]) -> None:
        found[f"logs/1/entries/{seq}.json"] = ledger.reader().entry(seq).header
        _prove_at(found, ledger, late)
        put_bundle(found, window={"after": None, "before": word.at_s})

    verdict = remade(case, shown, BENCH)
    ledger.close()
    return verdict


def _prove_at(found: dict[str, bytes], ledger: Ledger, late: Cosignature) -> None:
    """Everything as of the last checkpoint, whichever the program would have shown."""
    reader, size = ledger.reader(), late.checkpoint.size
    stored = reader.checkpoint_at(size)
    assert stored is not None
    found["logs/1/checkpoint.txt"] = f"{stored.note}{late.line}\n".encode()
    found["logs/1/keys/witness-acme-witness.vkey"] = f"{late.key}\n".encode()
    for seq in [int(name[15:-5]) for name in found if name.startswith("logs/1/entries/")]:
        path: list[JSON] = [b64(step) for step in inclusion_path(reader.nodes, seq, size)]
        found[f"logs/1/proofs/{seq}.json"] = encode({"seq": seq, "size": size, "path": path})


@pytest.mark.parametrize(("check", "name", "forge"), FORGERIES, ids=[name for _, name, _ in FORGERIES])
def test_an_early_word_is_not_made_up(
    home: Home, clock: FakeClock, tmp_path: Path, check: int, name: str, forge: Forge
) -> None:
    """Whatever the bench writes into an AnchorReceived entry, the early time needs a cosignature over the parcel."""
    assert failed_at(forged(home, clock, forge, tmp_path / "case.zip")) == check


def test_a_true_early_word_counts(home: Home, clock: FakeClock, tmp_path: Path) -> None:
    """The same way of making a bundle holds where the witness did cosign the parcel at that time."""
    true = forged(home, clock, lambda b: _signed(WITNESS, b.end, b.word.at_s), tmp_path / "case.zip")
    assert true.exit_code == 0, true
    assert (
        f"cosigned by acme/witness at {clock.now().wall_us // 1_000_000 - LATE_S - 60} already" in true.checks[6].line
    )


def decoy(found: dict[str, bytes]) -> None:
    """A log of one anchor, cosigned long ago, put behind the parcel's own as if the parcel had ended there."""
    log, folder = "acme/B01/2", "logs/2/"
    header = json.loads(found["logs/1/entries/1.json"])
    header |= {"log": log, "seq": 0, "prev": "0" * 64, "kind": ANCHOR, "tag": "", "pub": {}, "com": {}, "media": []}
    entry = encode(header)
    checkpoint = Checkpoint(log, 1, leaf_hash(entry))
    note = BENCH.note(checkpoint.text()) + cosign(WITNESS, checkpoint, 1_700_000_000) + "\n"
    keys = ("bench.vkey", "org.vkey", "enrolment.txt", "witness-acme-witness.vkey")
    found |= {f"{folder}keys/{name}": found[f"logs/1/keys/{name}"] for name in keys}
    found |= {
        f"{folder}entries/0.json": entry,
        f"{folder}proofs/0.json": encode({"seq": 0, "size": 1, "path": []}),
        f"{folder}checkpoint.txt": note.encode(),
    }
    put_bundle(found, logs=["acme/B01/1", log], window={"after": None, "before": None})


def test_a_log_without_the_parcel_tells_no_time(home: Home, clock: FakeClock, tmp_path: Path) -> None:
    """A log that has nothing of the order is refused: its old anchor would be taken for the parcel's."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    clock.advance_s(LATE_S)
    cosigned(ledger, clock)
    ledger.close()
    case = tmp_path / "case.zip"
    export(home, ORDER, case, make_pdf=no_pdf)
    verdict = remade(case, decoy, BENCH)
    assert failed_at(verdict) == 8
    assert "no entry of the order in acme/B01/2" in verdict.checks[7].line
