"""``evidence export``: one parcel's entries, proofs and files as a ZIP that has exactly one byte form.

Evidence format, version 1, section "Bundle". What the page inside says is ``bundle_report``'s business; painting it as
PDF is handed in.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from station.errors import Trouble
from station.evidence import merkle, verify
from station.evidence.bundle_report import Story, Told, report_html
from station.evidence.canonical import b64, encode, parse
from station.evidence.checkpoint import Checkpoint
from station.evidence.entry import Entry, SecretMedium
from station.evidence.fact import JSON
from station.evidence.keys import Keys, load, sync_folder
from station.evidence.ledger_reading import LedgerReader, OrderSalt, StoredCheckpoint, open_reader
from station.evidence.media import intact
from station.evidence.related import parcel_with, remarks_on
from station.home import Home

MakePdf: TypeAlias = Callable[[str, Mapping[str, bytes]], bytes]
"""``make_pdf(html, pictures)``: a page as PDF; pictures by the path the page names them with."""

KEPT_BACK = frozenset(
    {("ScanRefused", "code"), ("ScanRefused", "other_order"), ("ScanRefused", "holds"), ("DoubleReadDropped", "code")}
)
"""Fields that may tell of another buyer's order: committed to, never disclosed with this one."""

OF_OTHERS = frozenset({"handover-sheet", "handover-photo"})
"""Roles of files that show other buyers' parcels: committed to, and disclosed only when that is asked for."""

_EXTENSIONS = {
    "application/pdf": "pdf",
    "application/vnd.zebra-zpl": "zpl",
    "application/vnd.epson.escpos": "escpos",
    "application/vnd.tsc-tspl": "tspl",
    "application/vnd.eltron-epl": "epl",
    "image/jpeg": "jpg",
    "image/png": "png",
    "video/mp4": "mp4",
}

_Content: TypeAlias = bytes | Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    path: Path
    order_no: str
    log: str
    entries: int
    sealed: bool
    size: int  # bytes
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parcel:
    """All that a bundle is made from."""

    log: str
    order: OrderSalt
    entries: tuple[Entry, ...]
    checkpoint: StoredCheckpoint
    keys: Keys
    media: Path
    kept_back: frozenset[str]
    related: tuple[str, ...]  # what must be known of other orders and parcels

    @property
    def seal(self) -> Entry | None:
        seals = [entry for entry in self.entries if entry.kind == "ParcelSealed"]
        return seals[-1] if seals else None

    def number(self) -> int:
        """The how-many-th parcel of the order this is; one that is not sealed yet counts."""
        seals = sum(entry.kind == "ParcelSealed" for entry in self.entries)
        return max(seals, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What the bundle discloses, and the files that go with it."""

    disclosures: tuple[dict[str, JSON], ...]
    files: Mapping[str, Path]
    remarks: tuple[str, ...]


def export(home: Home, order_no: str, out: Path, *, make_pdf: MakePdf, with_papers: bool = False) -> Exported:
    """Write the bundle, whole or not at all; a running bench is not disturbed. ``Trouble`` for an unknown order.

    ``with_papers`` discloses the handover's sheet and photo too, which show other orders.
    """
    reader = open_reader(home.ledger_file)
    try:
        parcel = _gather(home, reader, order_no, frozenset() if with_papers else OF_OTHERS)
        shown = _shown(parcel)
        members = _members(parcel, shown, reader.nodes, make_pdf)
    finally:
        reader.close()
    _write(out, members)
    return Exported(
        path=out,
        order_no=parcel.order.order_no,
        log=parcel.log,
        entries=len(parcel.entries),
        sealed=parcel.seal is not None,
        size=out.stat().st_size,
        remarks=shown.remarks,
    )


def _gather(home: Home, reader: LedgerReader, order_no: str, kept_back: frozenset[str]) -> _Parcel:
    order = reader.order_salt(parcel_with(reader, order_no))
    if order is None:
        raise Trouble(f"this bench has no entry of order {order_no}", remedy="Check the number, or ask another bench.")
    log = reader.log
    org, bench, _ = log.split("/")
    keys = load(home, org=org, bench=bench)
    entries = tuple(reader.entry(seq) for seq, _ in reader.leaves_of_order(order.id))
    checkpoint = _covering(reader, keys, log, entries[-1].seq)
    return _Parcel(
        log=log,
        order=order,
        entries=entries,
        checkpoint=checkpoint,
        keys=keys,
        media=home.media,
        kept_back=kept_back,
        related=tuple(remarks_on(reader, order_no, entries)),
    )


def _covering(reader: LedgerReader, keys: Keys, log: str, seq: int) -> StoredCheckpoint:
    """The newest checkpoint; one more, of what is on disk already, when it does not reach the parcel's last entry.

    There is one root for each size of what is committed, so two programs that sign it sign the same.
    """
    latest = reader.latest_checkpoint()
    if latest is not None and latest.size > seq:
        return latest
    size = reader.size
    signed = Checkpoint(log, size, merkle.root_of(reader.nodes, size))
    return StoredCheckpoint(size, keys.bench.note(signed.text()))


def _shown(parcel: _Parcel) -> _Shown:
    disclosures: list[dict[str, JSON]] = []
    files: dict[str, Path] = {}
    remarks = list(parcel.related)
    first = parcel.entries[0]
    tag: dict[str, JSON] = {"field": "tag", "salt": b64(parcel.order.salt), "value": parcel.order.order_no}
    disclosures.append({"log": parcel.log, "seq": first.seq, **tag})
    for entry in parcel.entries:
        for field, salt, value in _fields_shown(entry):
            what: dict[str, JSON] = {"field": field, "salt": b64(salt), "value": value}
            disclosures.append({"log": parcel.log, "seq": entry.seq, **what})
        for medium in _media_shown(entry, parcel.kept_back):
            file = parcel.media / medium.path
            if not intact(file, medium.sha256.hex()):
                remarks.append(f"a file of entry {entry.seq} is missing or no longer what was recorded; it is left out")
                continue
            path = _member_name(entry, medium)
            files[path] = file
            item: dict[str, JSON] = {"media": medium.index, "salt": b64(medium.salt), "path": path}
            disclosures.append({"log": parcel.log, "seq": entry.seq, **item})
    return _Shown(disclosures=tuple(disclosures), files=files, remarks=tuple(remarks))


def _fields_shown(entry: Entry) -> Iterator[tuple[str, bytes, JSON]]:
    for secret in entry.secrets:
        if (entry.kind, secret.field) not in KEPT_BACK:
            yield secret.field, secret.salt, parse(secret.value)


def _media_shown(entry: Entry, kept_back: frozenset[str]) -> list[SecretMedium]:
    if not entry.media:
        return []
    listed = entry.parsed()["media"]
    return [medium for medium in entry.media if listed[medium.index]["role"] not in kept_back]


def _member_name(entry: Entry, medium: SecretMedium) -> str:
    listed = entry.parsed()["media"][medium.index]
    folder = "labels" if listed["role"].startswith("label") else "media"
    return f"{folder}/{entry.seq}-{medium.index}.{_EXTENSIONS.get(listed['mime'], 'bin')}"


def _members(parcel: _Parcel, shown: _Shown, nodes: merkle.Nodes, make_pdf: MakePdf) -> dict[str, _Content]:
    story = _story(parcel, shown)
    html = report_html(story)
    pictures = {path: shown.files[path].read_bytes() for path in story.pictures}
    beside = Path(__file__).parent
    members: dict[str, _Content] = {
        "README.html": html.encode(),
        "VERIFY.md": (beside / "VERIFY.md").read_bytes(),
        "disclosures.json": encode(shown.disclosures),
        "report.pdf": make_pdf(html, pictures),
        "verify.py": (beside / "verify.py").read_bytes(),
        **shown.files,
        **_log_members(parcel, nodes),
    }
    listing = encode(_listing(parcel, shown, members))
    note = parcel.keys.bench.note(f"sealbench-bundle/1\n{hashlib.sha256(listing).hexdigest()}\n")
    return {**members, "bundle.json": listing, "bundle.note": note.encode()}


def _log_members(parcel: _Parcel, nodes: merkle.Nodes) -> dict[str, bytes]:
    size, keys = parcel.checkpoint.size, parcel.keys
    members = {
        "logs/1/checkpoint.txt": parcel.checkpoint.note.encode(),
        "logs/1/keys/bench.vkey": f"{keys.bench.public.text()}\n".encode(),
        "logs/1/keys/enrolment.txt": keys.enrolment.encode(),
        "logs/1/keys/org.vkey": f"{keys.org.text()}\n".encode(),
    }
    for entry in parcel.entries:
        path = [b64(step) for step in merkle.inclusion_path(nodes, entry.seq, size)]
        members[f"logs/1/entries/{entry.seq}.json"] = entry.header
        members[f"logs/1/proofs/{entry.seq}.json"] = encode({"seq": entry.seq, "size": size, "path": path})
    return members


def _listing(parcel: _Parcel, shown: _Shown, members: Mapping[str, _Content]) -> dict[str, JSON]:
    files: list[JSON] = []
    for name in sorted(members):
        size, _, digest = _measured(members[name])
        files.append({"path": name, "size": size, "sha256": digest})
    seal = parcel.seal
    return {
        "v": 1,
        "order": parcel.order.order_no,
        "parcel": parcel.number(),
        "sealed": None if seal is None else {"log": parcel.log, "seq": seal.seq},
        "logs": [parcel.log],
        "files": files,
        "window": {"after": None, "before": None},
        "key_protection": parcel.keys.protection,
        "remarks": list(shown.remarks),
    }


def _story(parcel: _Parcel, shown: _Shown) -> Story:
    seal = parcel.seal
    return Story(
        order_no=parcel.order.order_no,
        log=parcel.log,
        size=parcel.checkpoint.size,
        sealed_seq=None if seal is None else seal.seq,
        fingerprint=parcel.keys.org.fingerprint(),
        key_protection=parcel.keys.protection,
        remarks=shown.remarks,
        told=tuple(_told(entry) for entry in parcel.entries),
        pictures=tuple(path for path in sorted(shown.files) if path.endswith((".png", ".jpg"))),
    )


def _told(entry: Entry) -> Told:
    fields = entry.parsed()
    shown = {field: value for field, _, value in _fields_shown(entry)}
    return Told(
        seq=entry.seq, kind=entry.kind, wall_us=fields["wall_us"], by=fields["by"], pub=fields["pub"], shown=shown
    )


def _pieces(content: _Content) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as stream:
        while piece := stream.read(2**20):
            yield piece


def _measured(content: _Content) -> tuple[int, int, str]:
    """Size, CRC-32 and SHA-256 (hex)."""
    size, crc, digest = 0, 0, hashlib.sha256()
    for piece in _pieces(content):
        size, crc = size + len(piece), zlib.crc32(piece, crc)
        digest.update(piece)
    return size, crc, digest.hexdigest()


def zip_pieces(members: Mapping[str, _Content]) -> Iterator[bytes]:
    """The bytes of the ZIP; ``Trouble`` before the first one when they would pass the format's limit."""
    measured = {name: _measured(members[name]) for name in sorted(members)}
    if sum(size + 2 * len(name) + 76 for name, (size, _, _) in measured.items()) + 22 > verify.BUNDLE_MAX:
        raise Trouble("the bundle would pass 2 GiB", remedy="Export stills instead of video.")
    directory, position = b"", 0
    for name, (size, crc, _) in measured.items():
        directory += verify.central_header(name, crc, size, position)
        header = verify.local_header(name, crc, size)
        yield header
        yield from _pieces(members[name])
        position += len(header) + size
    yield directory + verify.end_record(len(measured), len(directory), position)


def _write(out: Path, members: Mapping[str, _Content]) -> None:
    new = out.with_name(out.name + ".new")
    try:
        with new.open("wb") as stream:
            stream.writelines(zip_pieces(members))
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(out)
        sync_folder(out.parent)
    except OSError as error:
        raise Trouble(
            f"the bundle cannot be written: {error.strerror}", where=str(out), remedy="Name another file with -o."
        ) from None
    finally:
        new.unlink(missing_ok=True)
