"""What a bundle is made from: a parcel's entries in every log of this home that has some, their keys and checkpoints.

A parcel goes on across an epoch, so that several logs tell of it; they stand in the order of their epochs. Only read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from station.errors import Trouble
from station.evidence import merkle
from station.evidence.anchored import Anchored, anchor_members, anchored, remarks_on_anchors
from station.evidence.canonical import b64, encode
from station.evidence.checkpoint import Checkpoint, VerifierKey
from station.evidence.entry import Entry, values_hold
from station.evidence.epochs import BEGUN
from station.evidence.keys import BENCH_KEY, ENROLMENT, SigningKey, enrolled_key, load, read_key, read_text, read_vkey
from station.evidence.ledger_file import damaged
from station.evidence.ledger_reading import LedgerReader, OrderSalt, StoredCheckpoint, open_reader
from station.evidence.org_keys import Exporter, exporter_of
from station.evidence.past import PastLogs, of_organisation
from station.evidence.related import parcel_with, remarks_on
from station.home import Home

SEAL = "ParcelSealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKeys:
    """What shows a stranger whose log it is."""

    bench: VerifierKey
    org: VerifierKey
    enrolment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPart:
    """The parcel in one log. ``number`` is the how-many-th of the bundle it is, from 1."""

    number: int
    log: str
    reader: LedgerReader
    order: OrderSalt
    entries: tuple[Entry, ...]
    checkpoint: StoredCheckpoint
    anchors: Anchored
    keys: PublicKeys
    folder: Path  # of the home's keys, with the certificates of time-stamp authorities

    @property
    def seal(self) -> Entry | None:
        seals = [entry for entry in self.entries if entry.kind == SEAL]
        return seals[-1] if seals else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who vouches for the bundle: the bench of its last log, or an exporter."""

    key: SigningKey
    exporter: Exporter | None
    protection: str  # how the bench's private key is kept, as far as this home can tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    parts: tuple[LogPart, ...]
    signer: Signer
    related: tuple[str, ...]  # what must be known of other orders, parcels and logs


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A log of this home. ``bench`` is the private key, where this home has the one that signs that log."""

    log: str
    reader: LedgerReader
    keys: PublicKeys
    bench: SigningKey | None
    protection: str


def gather(home: Home, order_no: str, opened: ExitStack, *, office: Home) -> Gathered:
    """Everything is read while ``opened`` is. ``Trouble`` for an order that no log of this home knows.

    ``office`` is the home whose exporter's key signs where the bench's own is not at hand.
    """
    sources = tuple(_sources(home, opened))
    asked = next((number for one in reversed(sources) if (number := _told_as(one.reader, order_no))), None)
    if asked is None:
        raise Trouble(f"this bench has no entry of order {order_no}", remedy="Check the number, or ask another bench.")
    telling = [one for one in sources if one.reader.order_salt(asked) is not None]
    parts = tuple(_part(number, one, asked, home.keys) for number, one in enumerate(telling, start=1))
    last = parts[-1]
    anchors = (remark for part in parts for remark in remarks_on_anchors(part.anchors, home.keys))
    related = (*remarks_on(last.reader, order_no, last.entries), *_epochs(sources, parts), *dict.fromkeys(anchors))
    return Gathered(parts=parts, signer=_signer(office, telling[-1]), related=related)


def _told_as(reader: LedgerReader, order_no: str) -> str | None:
    number = parcel_with(reader, order_no)
    return number if reader.order_salt(number) is not None else None


def _sources(home: Home, opened: ExitStack) -> Iterator[_Source]:
    past = PastLogs(home)
    opened.callback(past.close)
    for one in of_organisation(past.all(), home):
        yield _source(home, one.reader, one.folder)
    if not past.all() or home.ledger_file.is_file():
        reader = open_reader(home.ledger_file)
        opened.callback(reader.close)
        yield _source(home, reader, home.keys)


def _source(home: Home, reader: LedgerReader, folder: Path) -> _Source:
    log = reader.log
    org, bench, _ = log.split("/")
    public = PublicKeys(
        bench=read_vkey(folder / "bench.vkey"),
        org=read_vkey(folder / "org.vkey"),
        enrolment=read_text(folder / ENROLMENT),
    )
    enrolled_key(public.enrolment, public.org, public.bench, where=folder / ENROLMENT)
    if not (home.keys / BENCH_KEY).exists():
        return _Source(log=log, reader=reader, keys=public, bench=None, protection="not kept in this home")
    key = read_key(home.keys / BENCH_KEY)
    if key.public != public.bench:
        return _Source(log=log, reader=reader, keys=public, bench=None, protection="replaced by another key since")
    return _Source(
        log=log, reader=reader, keys=public, bench=key, protection=load(home, org=org, bench=bench).protection
    )


def _part(number: int, source: _Source, order_no: str, keys: Path) -> LogPart:
    order = source.reader.order_salt(order_no)
    assert order is not None
    entries = tuple(source.reader.entry(seq) for seq, _ in source.reader.leaves_of_order(order.id))
    if not entries or any(entry.parsed()["tag"] != order.tag or not values_hold(entry) for entry in entries):
        raise damaged(f"what it has of order {order_no} is not what was recorded", source.reader.file)
    anchors = anchored(source.reader, entries)
    return LogPart(
        number=number,
        log=source.log,
        reader=source.reader,
        order=order,
        entries=entries,
        checkpoint=anchors.checkpoint or _covering(source, entries[-1].seq),
        anchors=anchors,
        keys=source.keys,
        folder=keys,
    )


def _covering(source: _Source, seq: int) -> StoredCheckpoint:
    """The newest checkpoint; one more, of what is on disk already, when it does not reach the parcel's last entry.

    There is one root for each size of what is committed, so two programs that sign it sign the same.
    """
    reader = source.reader
    latest = reader.latest_checkpoint()
    if latest is not None and latest.size > seq:
        return latest
    if source.bench is None:
        raise Trouble(
            f"no checkpoint of {source.log} reaches the parcel's last entry, and its key is gone: it cannot be proven",
            where=str(reader.file),
        )
    size = reader.size
    signed = Checkpoint(source.log, size, merkle.root_of(reader.nodes, size))
    return StoredCheckpoint(size, source.bench.note(signed.text()))


def _signer(home: Home, last: _Source) -> Signer:
    if last.bench is not None:
        return Signer(key=last.bench, exporter=None, protection=last.protection)
    exporter = exporter_of(home)
    if exporter is None or exporter.owner != last.keys.org:
        raise Trouble(
            f"the key of {last.log} is not here, and neither is a key of its organisation for exporting",
            where=str(home.keys),
            remedy="Make one with the organisation's key: sealbench keys exporter.",
        )
    return Signer(key=exporter.key, exporter=exporter, protection=last.protection)


def _epochs(sources: tuple[_Source, ...], parts: tuple[LogPart, ...]) -> Iterator[str]:
    """That the bench began a log anew, and what was lost then: whoever reads the bundle must know."""
    first = parts[0].log
    for source in sources:
        entry = source.reader.entry(0) if source.reader.size else None
        if entry is None or entry.kind != BEGUN or _number(source.log) < _number(first):
            continue
        fields = entry.parsed()["pub"]
        causes = ", ".join(str(cause).replace("_", " ") for cause in fields["causes"])
        gaps = "; ".join(_gap(gap) for gap in fields["lost"]) or "nothing is known to be lost"
        yield f"the bench began the log {source.log} ({causes}): {gaps}"


def _number(log: str) -> int:
    return int(log.rsplit("/", 1)[1])


def _gap(gap: dict[str, object]) -> str:
    if gap["from"] is None:
        return f"which of the entries of {gap['log']} are the right ones is not known"
    return f"of {gap['log']} the entries {gap['from']} to {int(str(gap['to'])) - 1} are known to be lost"


def log_members(part: LogPart) -> dict[str, bytes]:
    """The members of the bundle that show the parcel's entries to be in this log."""
    size, keys, folder = part.checkpoint.size, part.keys, f"logs/{part.number}"
    members = {
        f"{folder}/checkpoint.txt": part.checkpoint.note.encode(),
        f"{folder}/keys/bench.vkey": f"{keys.bench.text()}\n".encode(),
        f"{folder}/keys/enrolment.txt": keys.enrolment.encode(),
        f"{folder}/keys/org.vkey": f"{keys.org.text()}\n".encode(),
        **anchor_members(part.anchors, folder, part.folder),
    }
    for entry in (*part.entries, *part.anchors.entries):
        path = [b64(step) for step in merkle.inclusion_path(part.reader.nodes, entry.seq, size)]
        members[f"{folder}/entries/{entry.seq}.json"] = entry.header
        members[f"{folder}/proofs/{entry.seq}.json"] = encode({"seq": entry.seq, "size": size, "path": path})
    return members


def signer_members(signer: Signer) -> dict[str, bytes]:
    if signer.exporter is None:
        return {}
    return {
        "keys/exporter.vkey": f"{signer.key.public.text()}\n".encode(),
        "keys/exporter-enrolment.txt": signer.exporter.note.encode(),
    }
