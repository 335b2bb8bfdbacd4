"""A dispute's papers as its channel takes them: which, in which order, as what, within the room that is left.

A paper is never cut: it is in the package with all its pages, or it is not and the reason is told. Its own name stays
out (people's names are in such names), telephones in text are masked, pictures lose what a camera wrote into them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from station.errors import Trouble
from station.evidence.report_parts import shown
from station.labels.contact_sheet import fitted_jpeg
from station.labels.pages import Behind, Printed, page_count, page_images, pictures_printed, printed
from station.labels.paper_pages import PAGES_MAX, pdf_page_count, pdf_pages, pdf_text
from station.orders.dispute_kinds import Proof, proof_words
from station.reports.channel_file import Channel, Format, Papers, Way
from station.reports.channel_room import UNLIMITED, Pack, PackedPaper, PackFile, Room
from station.reports.paper_text import decoded, mail_text, masked

_WIDTHS = (1240, 1000, 800, 600)
"""Dots across of a page that is a picture, until it fits."""

_SHARE = 2
"""Of a report's bytes and pages, papers behind it get one in so many at most."""

_PDF, _TEXT, _MAIL = "application/pdf", "text/plain", "message/rfc822"
_SUFFIXES = {_PDF: ".pdf", _TEXT: ".txt", _MAIL: ".eml", "image/png": ".png", "image/jpeg": ".jpg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePaper:
    """``needed``: the dispute's kind needs it. ``named``: others that are named in it, which keeps it out."""

    id: int
    proof: Proof
    mime: str
    data: bytes
    needed: bool = False
    named: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"paper-{self.id}-{self.proof.replace('_', '-')}"

    @property
    def title(self) -> str:
        zh, en = proof_words(self.proof)
        return f"附件 Paper {self.id} · {zh} {en} · 卖家附上，不在签名记录中 attached by the seller, in no signed entry"


@dataclass(slots=True)
class PaperLog:
    """What became of each paper so far."""

    papers: list[PackedPaper] = field(default_factory=list)

    def add(self, paper: CasePaper, files: Sequence[str] = (), why: str = "") -> None:
        known = PackedPaper(
            id=paper.id, proof=paper.proof, files=tuple(files), why=why, searched=bool(paper_words(paper).strip())
        )
        self.papers.append(known)


def paper_words(paper: CasePaper) -> str:
    """All that a program can read of it; nothing of a picture, a scan, or a PDF that cannot be opened."""
    match paper.mime:
        case "text/plain":
            return decoded(paper.data)
        case "message/rfc822":
            return mail_text(paper.data)
        case "application/pdf":
            try:
                return pdf_text(paper.data)
            except Trouble:
                return ""
        case _:
            return ""


def chosen(channel: Channel, papers: Collection[CasePaper], log: PaperLog) -> list[CasePaper]:
    """Those that the channel is given: what the dispute needs first, then in the channel's order."""
    takes = channel.papers
    if takes is None:
        for paper in papers:
            log.add(paper, why=f"{channel.en} is given no papers")
        return []
    kept: list[CasePaper] = []
    for paper in sorted(papers, key=lambda each: _rank(takes, each)):
        why = _refused(channel, takes, paper)
        if why:
            log.add(paper, why=why)
        else:
            kept.append(paper)
    for paper in kept[takes.most :]:
        log.add(paper, why=f"{channel.en} is given {takes.most} papers at most")
    return kept[: takes.most]


def originals(papers: Collection[CasePaper]) -> Pack:
    """Every paper byte for byte, for who wants originals; one that names others stays out all the same."""
    log, files = PaperLog(), list[PackFile]()
    for paper in papers:
        if why := _named(paper):
            log.add(paper, why=why)
            continue
        files.append(PackFile(name=f"{paper.name}{_SUFFIXES[paper.mime]}", data=paper.data))
        log.add(paper, files=[files[-1].name])
    return Pack(files=tuple(files), left_out=(), papers=tuple(log.papers))


def _rank(takes: Papers, paper: CasePaper) -> tuple[bool, int, int]:
    place = takes.kinds.index(paper.proof) if paper.proof in takes.kinds else len(takes.kinds)
    return not paper.needed, place, paper.id


def _refused(channel: Channel, takes: Papers, paper: CasePaper) -> str:
    if paper.proof not in takes.kinds:
        return f"{channel.en} is given no {proof_words(paper.proof)[1]}"
    return _named(paper)


def _named(paper: CasePaper) -> str:
    if not paper.named:
        return ""
    who = ", ".join(paper.named[:3])
    return f"it names {who}: attach a copy without, or look at it and say --with-paper {paper.id}"


def add_papers(room: Room, papers: Sequence[CasePaper], log: PaperLog, kept: Collection[str]) -> None:
    """Each as a file of its own, or all of a kind as one. ``kept``: numbers of the case that no mask hides."""
    takes = room.channel.papers
    if takes is None or takes.way is Way.IN_REPORT:
        return
    groups = [[paper] for paper in papers]
    if takes.way is Way.BY_KIND:
        groups = [[each for each in papers if each.proof is proof] for proof in dict.fromkeys(p.proof for p in papers)]
    for group in groups:
        try:
            made = _made(room, group, kept)
        except Trouble as trouble:
            _tell(log, group, why=trouble.sentence())
            continue
        room.files += made
        _tell(log, group, files=[file.name for file in made], why="" if made else "there is no room for it")


def _tell(log: PaperLog, group: Sequence[CasePaper], *, files: Sequence[str] = (), why: str = "") -> None:
    for paper in group:
        log.add(paper, files=files, why=why)


def _made(room: Room, group: Sequence[CasePaper], kept: Collection[str]) -> list[PackFile]:
    """The files of one paper or of one kind; none where they do not fit."""
    if room.count < 1 or room.pages < (pages := sum(_page_count(paper, kept) for paper in group)):
        return []
    first, formats = group[0], room.channel.formats.take
    alone = len(group) == 1
    name = first.name if alone else f"papers-{first.proof.replace('_', '-')}"
    if alone and first.mime == _PDF and Format.PDF in formats and len(first.data) <= room.one:
        return [PackFile(name=f"{name}.pdf", data=first.data, pages=pages)]
    if alone and first.mime in (_TEXT, _MAIL) and Format.PDF in formats:
        made = printed(_page(first, kept), {})
        return [PackFile(name=f"{name}.pdf", data=made.data, pages=made.pages)] if len(made.data) <= room.one else []
    picture = first.mime.startswith("image/") and alone
    if Format.JPG in formats and (picture or Format.PDF not in formats):
        return _jpegs(room, name, [image for paper in group for image in images(paper, kept, titled=True)])
    fitted = _fitted(group, kept, room.one)
    return [PackFile(name=f"{name}.pdf", data=fitted.data, pages=fitted.pages)] if fitted else []


def _jpegs(room: Room, name: str, pages: Sequence[QImage]) -> list[PackFile]:
    if len(pages) > min(room.count, room.pages):
        return []
    each = min(room.share, room.one // len(pages))
    made = [fitted_jpeg(page, each) for page in pages]
    names = [f"{name}.jpg"] if len(pages) == 1 else [f"{name}-{number}.jpg" for number in range(1, len(pages) + 1)]
    files = [PackFile(name=one, data=data) for one, data in zip(names, made, strict=True) if data is not None]
    return files if len(files) == len(pages) else []


def _fitted(group: Sequence[CasePaper], kept: Collection[str], bytes_max: int) -> Printed | None:
    behind = [
        Behind(title=paper.title, picture=image) for paper in group for image in images(paper, kept, titled=False)
    ]
    for width in _WIDTHS:
        made = pictures_printed(group[0].name, scaled(behind, width))
        if len(made.data) <= bytes_max:
            return made
    return None


def scaled(behind: Sequence[Behind], width: int) -> list[Behind]:
    return [each.at_most(width) for each in behind]


def behind_report(
    channel: Channel, papers: Sequence[CasePaper], log: PaperLog, kept: Collection[str], bytes_max: int
) -> list[Behind]:
    """Pages that go behind the report's own, where the channel takes one PDF; in half its pages and half its bytes."""
    if channel.papers is None or channel.papers.way is not Way.IN_REPORT:
        return []
    pages_left = (channel.pages.most if channel.pages else PAGES_MAX) // _SHARE
    bytes_left, found = min(bytes_max, UNLIMITED) // _SHARE, list[Behind]()
    for paper in papers:
        try:
            pages = _page_count(paper, kept)
            fitting = _fitting(paper, kept, bytes_left) if pages <= pages_left else None
        except Trouble as trouble:
            log.add(paper, why=trouble.sentence())
            continue
        if fitting is None:
            log.add(paper, why="there is no room for it in the one file")
            continue
        pages_left, bytes_left = pages_left - pages, bytes_left - fitting[1]
        found += fitting[0]
        log.add(paper, files=["report.pdf"])
    return found


def _fitting(paper: CasePaper, kept: Collection[str], bytes_max: int) -> tuple[list[Behind], int] | None:
    behind = [Behind(title=paper.title, picture=image) for image in images(paper, kept, titled=False)]
    for width in _WIDTHS:
        smaller = scaled(behind, width)
        size = len(pictures_printed(paper.name, smaller).data)
        if size <= bytes_max:
            return smaller, size
    return None


def images(paper: CasePaper, kept: Collection[str], *, titled: bool) -> list[QImage]:
    """Every page as a picture; ``titled``: text says itself what it is. Raises ``Trouble`` when it cannot be read."""
    if paper.mime == _PDF:
        return pdf_pages(paper.data)
    if paper.mime in (_TEXT, _MAIL):
        return page_images(_page(paper, kept, titled=titled), pages_max=PAGES_MAX)
    picture = QImage.fromData(paper.data)
    if picture.isNull():
        raise Trouble("the picture cannot be read", remedy="Save it again, and attach that.")
    return [picture]


def pages_wanted(papers: Collection[CasePaper], kept: Collection[str]) -> int:
    """Of those that can be read."""
    wanted = 0
    for paper in papers:
        try:
            wanted += _page_count(paper, kept)
        except Trouble:
            continue
    return wanted


def _page_count(paper: CasePaper, kept: Collection[str]) -> int:
    if paper.mime == _PDF:
        return pdf_page_count(paper.data)
    count = page_count(_page(paper, kept)) if paper.mime in (_TEXT, _MAIL) else 1
    if count > PAGES_MAX:
        raise Trouble(f"it has {count} pages, more than {PAGES_MAX}", remedy="Attach the part that matters.")
    return count


def _page(paper: CasePaper, kept: Collection[str], *, titled: bool = True) -> str:
    """Text as a page that says what it is; every letter of it escaped."""
    lines = "".join(f"<p>{shown(line) or '&nbsp;'}</p>" for line in masked(paper_words(paper), kept).splitlines())
    head = f"<p style='color:#5b6877'>{shown(paper.title)}</p>" if titled else ""
    return f"<html><head><title>{shown(paper.name)}</title></head><body>{head}{lines}</body></html>"
