"""What a witness cosigns and what it refuses: only logs that grow, of benches that their organisation enrolled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.evidence import merkle
from station.evidence.checkpoint import COSIGNATURE, Checkpoint, parse_vkey
from station.evidence.keys import enrolment_note, signing_key
from station.evidence.witness import (
    PROOF_MAX,
    STALE,
    Asked,
    Granted,
    Refused,
    Seen,
    cosign,
    cosigned,
    judge,
    proof_text,
)

WITNESS = signing_key("acme/witness", bytes(32), COSIGNATURE)
BENCH, ORG, OTHER = (signing_key(name, name.encode().ljust(32, b"x")) for name in ("acme/B01", "acme", "acme/B02"))
LOG = "acme/B01/1"
LEAVES = [merkle.leaf_hash(bytes([number])) for number in range(40)]
NOW_S = 1_795_000_000


def nodes(level: int, first: int, count: int) -> list[bytes]:
    assert level == 0
    return LEAVES[first : first + count]


def checkpoint(size: int, log: str = LOG) -> Checkpoint:
    return Checkpoint(log, size, merkle.root_of(nodes, size))


def asked(size: int, old: int = 0, log: str = LOG) -> Asked:
    return Asked(
        log=log,
        old_size=old,
        note=BENCH.note(checkpoint(size, log).text()),
        proof=proof_text(merkle.consistency_path(nodes, old, size)) if old else (),
        bench_key=BENCH.public.text(),
        org_key=ORG.public.text(),
        enrolment=enrolment_note(ORG, BENCH.public, 1, "first use"),
    )


def seen(size: int) -> Seen:
    return Seen(size=size, root=checkpoint(size).root, org_key=ORG.public.text())


def test_first_and_later() -> None:
    """The first checkpoint is believed, each later one by its proof; the line says the time and holds."""
    first = judge(WITNESS, asked(9), Seen(), now_s=NOW_S)
    assert isinstance(first, Granted)
    assert cosigned(first.line, WITNESS.public.text(), checkpoint(9)).at_s == NOW_S
    for old in range(1, 40):
        for size in range(old, 41):
            assert isinstance(judge(WITNESS, asked(size, old), seen(old), now_s=NOW_S), Granted), (old, size)


def test_stale() -> None:
    """A proof that begins elsewhere is refused with the size that is known, so that an honest bench can ask again."""
    for old in (0, 5, 11):
        assert judge(WITNESS, asked(20, old), seen(9), now_s=NOW_S) == Refused(why=STALE, size=9)


def test_not_grown() -> None:
    """A smaller log, another one of the same size, and any proof that is not the one are refused."""
    good = asked(20, 9)
    assert isinstance(judge(WITNESS, asked(9, 9), seen(9), now_s=NOW_S), Granted)
    other = replace(seen(9), root=bytes(32))
    cases = [
        (replace(asked(5), old_size=9), seen(9)),
        (replace(asked(9, 9)), other),
        (good, other),
        (replace(good, proof=good.proof[:-1]), seen(9)),
        (replace(good, proof=[*good.proof, good.proof[0]]), seen(9)),
        (replace(good, proof=list(reversed(good.proof))), seen(9)),
        (replace(good, proof=["x"]), seen(9)),
        (replace(good, proof=[*good.proof] * PROOF_MAX), seen(9)),
        (replace(asked(9), proof=["AAAA"]), Seen()),
    ]
    for request, known in cases:
        said = judge(WITNESS, request, known, now_s=NOW_S)
        assert isinstance(said, Refused)
        assert said.size == known.size


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"bench_key": OTHER.public.text()}, "another log"),
        ({"bench_key": "x"}, "not a verifier key"),
        ({"org_key": signing_key("acme", bytes(32)).public.text()}, "another key"),
        ({"enrolment": enrolment_note(ORG, OTHER.public, 1, "other")}, "enrols another"),
        ({"enrolment": enrolment_note(BENCH, BENCH.public, 1, "own")}, "not signed by acme"),
        ({"enrolment": enrolment_note(ORG, BENCH.public, 2, "later")}, "older than"),
        ({"enrolment": enrolment_note(ORG, BENCH.public, 1, "x", kind="exporter")}, "enrols another"),
        ({"note": OTHER.note(checkpoint(9).text())}, "not signed by acme/B01"),
        ({"note": BENCH.note(checkpoint(9, "acme/B01/2").text())}, "of another log"),
        ({"note": BENCH.note(Checkpoint(LOG, 0, bytes(32)).text())}, "of another log"),
        ({"note": ""}, "not a signed note"),
        ({"log": "acme/B01"}, "no log"),
        ({"log": "acme/B02/1"}, "another log"),
    ],
)
def test_not_its_bench(changed: dict[str, str], why: str) -> None:
    """A log is cosigned only for the bench that its organisation enrolled, and only as that organisation's."""
    request = replace(asked(9), **changed)  # type: ignore[arg-type]
    said = judge(WITNESS, request, Seen(org_key=ORG.public.text()), now_s=NOW_S)
    assert isinstance(said, Refused)
    assert why in said.why


def test_cosignatures() -> None:
    """A line holds for its checkpoint, key and time only; a note's own signature is none."""
    line, key = cosign(WITNESS, checkpoint(9), NOW_S), WITNESS.public.text()
    assert parse_vkey(key, COSIGNATURE) == WITNESS.public
    with pytest.raises(ValueError, match="verifier key"):
        parse_vkey(key)
    for wrong in (checkpoint(8), Checkpoint(LOG, 9, bytes(32)), checkpoint(9, "acme/B01/2")):
        with pytest.raises(ValueError, match="false"):
            cosigned(line, key, wrong)
    with pytest.raises(ValueError, match="not signed by"):
        cosigned(line, signing_key("acme/witness", b"1" * 32, COSIGNATURE).public.text(), checkpoint(9))
    with pytest.raises(ValueError):
        cosigned(BENCH.note(checkpoint(9).text()).splitlines()[-1], key, checkpoint(9))
