"""The strongest attacker: he owns the disk, the bench's private key and the program, and can write the log again.

And what is out of his reach: what a witness saw last, and the labels that have left the house.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace

from pysqlite3 import dbapi2 as sqlite

from station.bench_ledger import agreeing
from station.evidence.anchors import ANCHOR
from station.evidence.audit import audit
from station.evidence.canonical import unb64
from station.evidence.checkpoint import COSIGNATURE
from station.evidence.entry import Entry
from station.evidence.fact import Fact
from station.evidence.keys import load, signing_key
from station.evidence.knowledge import Known, Own, doubts
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.merkle import consistency_path
from station.evidence.witness import Asked, Granted, Seen, judge, proof_text
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import open_ledger

WITNESS = signing_key("acme/witness", bytes(32), COSIGNATURE)
FREE = "DROP TRIGGER IF EXISTS entry_stays; DROP TRIGGER IF EXISTS entry_fixed; PRAGMA foreign_keys=OFF; "

LOG, BY_WITNESS, BY_LABEL, BY_NOBODY = "the log itself", "the witness", "a label on paper", "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """``labels``: size and root, as printed on each label that was handed over."""

    witness: Seen
    labels: tuple[tuple[int, bytes], ...]


def edit(home: Home, script: str) -> None:
    with closing(sqlite.connect(home.ledger_file)) as connection:
        connection.executescript(FREE + script)


def cut(home: Home, size: int) -> None:
    """The ledger as it was at ``size`` entries, every table of it, so that the program goes on from there."""
    edit(
        home,
        f"DELETE FROM disclosure WHERE seq >= {size}; DELETE FROM medium WHERE seq >= {size};"
        f"DELETE FROM entry WHERE seq >= {size}; DELETE FROM checkpoint WHERE size > {size};"
        f"DELETE FROM node WHERE (idx + 1) * (1 << level) > {size};"
        "DELETE FROM mark; INSERT INTO mark SELECT kind, max(seq) FROM entry GROUP BY kind;",
    )


Change = Callable[[Entry, Fact], Fact | None]
"""What the owner would rather have recorded; None leaves it out."""


def rewritten(home: Home, from_seq: int, change: Change) -> None:
    """The log from there on again, as the program would have written it then: same clocks, same names, real key."""
    with closing(open_reader(home.ledger_file)) as reader:
        signed = {stored.size for stored in reader.checkpoints()}
        recorded = list(reader.entries(from_seq))
    cut(home, from_seq)
    fields = [entry.parsed() for entry in recorded]
    clock = FakeClock()
    ledger = open_ledger(home, clock)
    for entry, header in zip(recorded, fields, strict=True):
        fact = change(entry, entry.fact())
        if fact is None:
            continue
        clock.advance_us(header["mono_us"] - clock.now().mono_us)
        clock.set_wall_us(header["wall_us"])
        ledger.append(
            [_fitting(ledger, fact)], order_no=entry.order_no, by=header["by"], checkpoint=entry.seq + 1 in signed
        )
    ledger.close()


def _fitting(ledger: Ledger, fact: Fact) -> Fact:
    """A label's root is made to fit the new log too: only the paper still has the old one."""
    if fact.kind != "LabelRequested":
        return fact
    size, root = ledger.newest_root()
    return replace(fact, pub={**fact.pub, "root_printed": {"size": size, "root": root}})


def without_anchors(change: Change) -> Change:
    """Anchors are signed by others and of another log then: they are left out."""
    return lambda entry, fact: None if entry.kind == ANCHOR else change(entry, fact)


def caught_by(home: Home, outside: Outside) -> str:
    """Who notices first, of those that are asked in this order."""
    with closing(open_reader(home.ledger_file)) as reader:
        if not audit(reader, load(home, org="acme", bench="B01").bench.public, home.media).ok:
            return LOG
        if contradicted(reader, outside.witness):
            assert not grants(home, outside.witness), "a witness does not cosign what contradicts it"
            return BY_WITNESS
        assert grants(home, outside.witness), "a witness that has seen nothing else cosigns"
        return BY_LABEL if on_paper(reader, outside.labels) else BY_NOBODY


def contradicted(reader: LedgerReader, seen: Seen) -> bool:
    """As a bench finds it at its start."""
    own = Own(log=reader.log, size=reader.size)
    agrees = agreeing(reader, seen.size, seen.root)
    return bool(list(doubts(own, [Known(where="witness", log=reader.log, size=seen.size, agrees=agrees)])))


def grants(home: Home, seen: Seen) -> bool:
    """Whether the witness cosigns the ledger's newest checkpoint, with the best proof that can be made for it."""
    keys = load(home, org="acme", bench="B01")
    with closing(open_reader(home.ledger_file)) as reader:
        stored = reader.latest_checkpoint()
        assert stored is not None
        proof = consistency_path(reader.nodes, seen.size, stored.size) if seen.size <= stored.size else []
        asked = Asked(
            log=reader.log,
            old_size=seen.size,
            note=stored.note,
            proof=proof_text(proof),
            bench_key=keys.bench.public.text(),
            org_key=keys.org.text(),
            enrolment=keys.enrolment,
        )
    return isinstance(judge(WITNESS, asked, seen, now_s=1_795_000_000), Granted)


def on_paper(reader: LedgerReader, labels: Iterable[tuple[int, bytes]]) -> bool:
    return any(size > reader.size or agreeing(reader, size, root) is None for size, root in labels)


def printed(reader: LedgerReader) -> tuple[tuple[int, bytes], ...]:
    roots = (entry.parsed()["pub"]["root_printed"] for entry in reader.of_kind("LabelRequested"))
    return tuple((root["size"], unb64(root["root"])) for root in roots)


def seen_now(ledger: Ledger) -> Seen:
    """What a witness that looks at this moment keeps."""
    size, root = ledger.newest_root()
    return Seen(size=size, root=unb64(root), org_key=ledger.keys.org.text())
