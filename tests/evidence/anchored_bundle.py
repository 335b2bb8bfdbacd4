"""A parcel whose log a witness has cosigned and an authority has stamped, and its bundle: real ones, made here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from station.evidence.anchors import Cosignature, TimeStamp, fact_of
from station.evidence.bundle import export
from station.evidence.checkpoint import COSIGNATURE, Checkpoint, parse_checkpoint
from station.evidence.keys import SigningKey, signing_key
from station.evidence.ledger import Ledger
from station.evidence.time_stamp import AUTHORITIES, believed, checked, query
from station.evidence.witness import cosign
from station.home import Home
from tests.authority import Authority
from tests.clocks import FakeClock
from tests.evidence.conftest import ORDER, no_pdf, open_ledger, pack

WITNESS = signing_key("acme/witness", bytes(32), COSIGNATURE)


def newest(ledger: Ledger) -> Checkpoint:
    note = ledger.latest_checkpoint
    assert note is not None
    return parse_checkpoint(note[: note.index("\n\n") + 1])


def cosigned(ledger: Ledger, clock: FakeClock, *, key: SigningKey = WITNESS, same_machine: bool = False) -> Cosignature:
    checkpoint, at_s = newest(ledger), clock.now().wall_us // 1_000_000
    anchor = Cosignature(
        by=key.public.name,
        checkpoint=checkpoint,
        at_s=at_s,
        key=key.public.text(),
        line=cosign(key, checkpoint, at_s),
        same_machine=same_machine,
    )
    ledger.append([fact_of(anchor)], order_no=None, by="-")
    return anchor


def stamped(ledger: Ledger, authority: Authority, home: Home, checkpoint: Checkpoint) -> TimeStamp:
    (home.keys / AUTHORITIES).write_bytes(authority.certificate.read_bytes())
    asked = query(checkpoint.text().encode())
    token = authority.answer(asked.der)
    at_s = checked(token, asked, believed(home.keys))
    anchor = TimeStamp(by="tsa.example", checkpoint=checkpoint, at_s=at_s, token=token)
    ledger.append([fact_of(anchor)], order_no=None, by="-")
    return anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    bundle: Path
    before: Cosignature
    witness: Cosignature
    stamp: TimeStamp


def anchored_bundle(home: Home, clock: FakeClock, authority: Authority, out: Path) -> Made:
    """Anchored before the parcel, then packed, then cosigned after 31 s and stamped."""
    ledger = open_ledger(home, clock)
    pack(ledger, home, "SO-0")
    before = cosigned(ledger, clock)
    clock.advance_s(60)
    pack(ledger, home)
    clock.advance_s(31)
    witness = cosigned(ledger, clock)
    stamp = stamped(ledger, authority, home, witness.checkpoint)
    clock.advance_s(60)
    ledger.checkpoint_now("minute")
    ledger.close()
    export(home, ORDER, out, make_pdf=no_pdf)
    return Made(bundle=out, before=before, witness=witness, stamp=stamp)


def stamped_late(home: Home, clock: FakeClock, authority: Authority, out: Path) -> tuple[int, int]:
    """Cosigned after 2 s; cosigned again and stamped ten minutes later. When each was, in seconds."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    clock.advance_s(2)
    early = cosigned(ledger, clock)
    clock.advance_s(600)
    pack(ledger, home, "SO-2")
    late = cosigned(ledger, clock)
    stamped(ledger, authority, home, late.checkpoint)
    ledger.close()
    export(home, ORDER, out, make_pdf=no_pdf)
    return early.at_s, late.at_s
