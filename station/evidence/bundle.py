"""``evidence export``: one parcel's entries, proofs and files as a ZIP that has exactly one byte form.

Evidence format, version 1, section "Bundle". What the page inside says is ``bundle_report``'s business; painting it as
PDF is handed in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from station.evidence.anchored import Anchored, said, window
from station.evidence.borne_out import borne_out
from station.evidence.bundle_report import report_html
from station.evidence.bundle_zip import Content, measured, write_zip
from station.evidence.canonical import b64, encode, parse
from station.evidence.entry import Entry, SecretMedium
from station.evidence.erasing import remarks_of_erasure
from station.evidence.fact import JSON
from station.evidence.gathering import Gathered, LogPart, Signer, gather, log_members, signer_members
from station.evidence.media import StoredFile, intact
from station.evidence.stills import TakeStills, Wanted, disclosure, made, no_stills, wanted
from station.evidence.story import Attached, Delivered, Story, Told
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

    parts: tuple[LogPart, ...]  # in the order of bundle.json's ``logs``
    signer: Signer
    media: Path
    kept_back: frozenset[str]
    related: tuple[str, ...]  # what must be known of other orders, parcels and logs

    @property
    def last(self) -> LogPart:
        return self.parts[-1]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """In order: log by log, and by number in each."""
        return tuple(entry for part in self.parts for entry in part.entries)

    @property
    def sealed(self) -> tuple[LogPart, Entry] | None:
        """The seal that counts: the last one, and the log that has it."""
        seals = [(part, part.seal) for part in self.parts]
        return next(((part, seal) for part, seal in reversed(seals) if seal is not None), None)

    def number(self) -> int:
        """The how-many-th parcel of the order this is; one that is not sealed yet counts."""
        seals = sum(entry.kind == "ParcelSealed" for entry in self.entries)
        return max(seals, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What the bundle discloses, and the files that go with it."""

    disclosures: tuple[dict[str, JSON], ...]
    files: Mapping[str, Content]
    attached: tuple[Attached, ...]
    remarks: tuple[str, ...]


def export(
    home: Home,
    order_no: str,
    out: Path,
    *,
    make_pdf: MakePdf,
    with_papers: bool = False,
    office: Home | None = None,
    take_stills: TakeStills = no_stills,
    delivered: Sequence[Delivered] | None = None,
    elsewhere: Sequence[str] = (),
) -> Exported:
    """Write the bundle, whole or not at all; a running bench is not disturbed. ``Trouble`` for an unknown order.

    ``with_papers`` discloses the handover's sheet and photo too, which show other orders. ``office`` is the home whose
    exporter's key signs for a bench that cannot any more; the bench's own by default. ``delivered`` is what the order
    book knows of the order's parcels; None without one. ``elsewhere`` tells what other benches recorded of the order.
    """
    with ExitStack() as opened:
        gathered = gather(home, order_no, opened, office=office or home)
        gathered = replace(gathered, related=(*gathered.related, *elsewhere))
        parcel = _parcel(gathered, home, kept_back=frozenset() if with_papers else OF_OTHERS)
        shown = _with_stills(parcel, _shown(parcel), take_stills)
        members = _members(parcel, shown, _story(parcel, shown, delivered), make_pdf)
    write_zip(out, members)
    return Exported(
        path=out,
        order_no=parcel.last.order.order_no,
        log=parcel.last.log,
        entries=len(parcel.entries),
        sealed=parcel.sealed is not None,
        size=out.stat().st_size,
        remarks=shown.remarks,
    )


def _parcel(gathered: Gathered, home: Home, *, kept_back: frozenset[str]) -> _Parcel:
    return _Parcel(
        parts=gathered.parts,
        signer=gathered.signer,
        media=home.media,
        kept_back=kept_back,
        related=gathered.related,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a channel is given instead of the bundle: the same story, and its pictures by path.

    ``anchors`` are of the last log. ``files`` were recorded and may be shown, whether they are still there or not;
    ``proven`` of the story's entries lead to the root that their bench signed.
    """

    story: Story
    pictures: Mapping[str, bytes]
    anchors: Anchored
    files: int
    proven: int


def read_case(
    home: Home,
    order_no: str,
    *,
    take_stills: TakeStills = no_stills,
    thin: Callable[[Sequence[Wanted]], Sequence[Wanted]] = tuple,
    delivered: Sequence[Delivered] | None = None,
) -> Case:
    """As ``export`` tells it, without papers that show other orders. ``Trouble`` for an unknown order.

    ``thin`` says which of the moments that a video covers get a still.
    """
    with ExitStack() as opened:
        parcel = _parcel(gather(home, order_no, opened, office=home), home, kept_back=OF_OTHERS)
        shown = _with_stills(parcel, _shown(parcel), take_stills, thin)
        story = replace(_story(parcel, shown, delivered), has_bundle=False)
        return Case(
            story=story,
            pictures=_pictures(story, shown),
            anchors=parcel.last.anchors,
            files=_files_of(parcel.entries),
            proven=sum(borne_out(part) for part in parcel.parts),
        )


def _files_of(entries: Sequence[Entry]) -> int:
    """An entry still lists what was erased since."""
    listed = (medium for entry in entries for medium in entry.parsed()["media"])
    return sum(medium["role"] not in OF_OTHERS for medium in listed)


def _pictures(story: Story, shown: _Shown) -> dict[str, bytes]:
    return {path: _whole(shown.files[path]) for path in story.pictures}


def _whole(content: Content) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()


def _with_stills(
    parcel: _Parcel, shown: _Shown, take: TakeStills, thin: Callable[[Sequence[Wanted]], Sequence[Wanted]] = tuple
) -> _Shown:
    told = tuple(_told(part, entry) for part in parcel.parts for entry in part.entries)
    found = tuple(made(thin(wanted(told, shown.attached)), lambda path: _whole(shown.files[path]), take))
    logs = {part.number: part.log for part in parcel.parts}
    return replace(
        shown,
        disclosures=shown.disclosures + tuple(disclosure(one, logs[one.made_from.part]) for one in found),
        files={**shown.files, **{one.file.path: one.jpeg for one in found}},
        attached=shown.attached + tuple(one.file for one in found),
    )


def _shown(parcel: _Parcel) -> _Shown:
    disclosures: list[dict[str, JSON]] = []
    files: dict[str, Content] = {}
    attached: list[Attached] = []
    remarks = [*parcel.related, *remarks_of_erasure(parcel.entries)]
    for part in parcel.parts:
        order = part.order
        tag: dict[str, JSON] = {"field": "tag", "salt": b64(order.salt), "value": order.order_no}
        disclosures.append({"log": part.log, "seq": part.entries[0].seq, **tag})
        for entry in part.entries:
            disclosures += _disclosed(part.log, entry)
            for medium in _media_shown(entry, parcel.kept_back):
                file = parcel.media / medium.path
                if not intact(file, medium.sha256.hex(), medium.key):
                    where = f"entry {entry.seq} of {part.log}" if len(parcel.parts) > 1 else f"entry {entry.seq}"
                    remarks.append(f"a file of {where} is missing or no longer what was recorded; it is left out")
                    continue
                path = _member_name(part, entry, medium)
                files[path] = StoredFile(file, medium.key)
                listed = entry.parsed()["media"][medium.index]
                at_us = listed["at_ms"] * 1000
                attached.append(Attached(path=path, seq=entry.seq, part=part.number, role=listed["role"], at_us=at_us))
                item: dict[str, JSON] = {"media": medium.index, "salt": b64(medium.salt), "path": path}
                disclosures.append({"log": part.log, "seq": entry.seq, **item})
    return _Shown(disclosures=tuple(disclosures), files=files, attached=tuple(attached), remarks=tuple(remarks))


def _disclosed(log: str, entry: Entry) -> Iterator[dict[str, JSON]]:
    for field, salt, value in _fields_shown(entry):
        yield {"log": log, "seq": entry.seq, "field": field, "salt": b64(salt), "value": value}


def _fields_shown(entry: Entry) -> Iterator[tuple[str, bytes, JSON]]:
    for secret in entry.secrets:
        if (entry.kind, secret.field) not in KEPT_BACK:
            yield secret.field, secret.salt, parse(secret.value)


def _media_shown(entry: Entry, kept_back: frozenset[str]) -> list[SecretMedium]:
    if not entry.media:
        return []
    listed = entry.parsed()["media"]
    return [medium for medium in entry.media if listed[medium.index]["role"] not in kept_back]


def _member_name(part: LogPart, entry: Entry, medium: SecretMedium) -> str:
    """Numbers are of one log only: those of the second and later ones stand behind the log's."""
    listed = entry.parsed()["media"][medium.index]
    folder = "labels" if listed["role"].startswith("label") else "media"
    log = "" if part.number == 1 else f"{part.number}."
    return f"{folder}/{log}{entry.seq}-{medium.index}.{_EXTENSIONS.get(listed['mime'], 'bin')}"


def _members(parcel: _Parcel, shown: _Shown, story: Story, make_pdf: MakePdf) -> dict[str, Content]:
    html = report_html(story)
    beside = Path(__file__).parent
    members: dict[str, Content] = {
        "README.html": html.encode(),
        "VERIFY.md": (beside / "VERIFY.md").read_bytes(),
        "disclosures.json": encode(shown.disclosures),
        "report.pdf": make_pdf(html, _pictures(story, shown)),
        "verify.py": (beside / "verify.py").read_bytes(),
        **shown.files,
        **signer_members(parcel.signer),
    }
    for part in parcel.parts:
        members |= log_members(part)
    listing = encode(_listing(parcel, shown, members))
    note = parcel.signer.key.note(f"sealbench-bundle/1\n{hashlib.sha256(listing).hexdigest()}\n")
    return {**members, "bundle.json": listing, "bundle.note": note.encode()}


def _listing(parcel: _Parcel, shown: _Shown, members: Mapping[str, Content]) -> dict[str, JSON]:
    files: list[JSON] = []
    for name in sorted(members):
        size, _, digest = measured(members[name])
        files.append({"path": name, "size": size, "sha256": digest})
    sealed = parcel.sealed
    return {
        "v": 1,
        "order": parcel.last.order.order_no,
        "parcel": parcel.number(),
        "sealed": None if sealed is None else {"log": sealed[0].log, "seq": sealed[1].seq},
        "logs": [part.log for part in parcel.parts],
        "files": files,
        "window": window(part.anchors for part in parcel.parts),
        "key_protection": parcel.signer.protection,
        "remarks": list(shown.remarks),
    }


def _story(parcel: _Parcel, shown: _Shown, delivered: Sequence[Delivered] | None) -> Story:
    sealed = parcel.sealed
    return Story(
        order_no=parcel.last.order.order_no,
        log=parcel.last.log,
        size=parcel.last.checkpoint.size,
        sealed_seq=None if sealed is None else sealed[1].seq,
        fingerprint=parcel.last.keys.org.fingerprint(),
        key_protection=parcel.signer.protection,
        remarks=shown.remarks,
        seen_outside=said(parcel.last.anchors, parcel.entries[-1].parsed()["wall_us"]),
        told=tuple(_told(part, entry) for part in parcel.parts for entry in part.entries),
        attached=shown.attached,
        delivered=None if delivered is None else tuple(delivered),
    )


def _told(part: LogPart, entry: Entry) -> Told:
    fields = entry.parsed()
    shown = {field: value for field, _, value in _fields_shown(entry)}
    return Told(
        seq=entry.seq,
        kind=entry.kind,
        wall_us=fields["wall_us"],
        by=fields["by"],
        pub=fields["pub"],
        shown=shown,
        leaf=entry.leaf.hex(),
        part=part.number,
    )
