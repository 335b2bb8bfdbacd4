"""Papers of a dispute: chats, invoices, certificates, attached by somebody and kept in the order book (K2, K4, K7)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from station.errors import Trouble
from station.orders.dispute_kinds import Proof
from station.orders.dispute_tables import dispute_papers

PAPER_MAX = 10 * 2**20
PACKAGE_MAX = 2**31 - 1
PAPERS_MAX = 50
NAME_MAX = 100

_MIMES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".txt": "text/plain",
    ".eml": "message/rfc822",
}
_BEGINNINGS = {"application/pdf": b"%PDF-", "image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    name: str
    mime: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is known of a paper without its bytes."""

    id: int
    proof: Proof
    name: str
    mime: str
    size: int
    sha256: str
    at_us: int
    who: str
    note: str


def read_paper(file: Path) -> PaperFile:
    """A file from disk, judged by its name and its beginning.

    Raises:
        Trouble: it cannot be read, is empty, too large, or of no kind that a channel takes.
    """
    mime = _MIMES.get(file.suffix.lower())
    if mime is None:
        known = ", ".join(sorted(_MIMES))
        raise Trouble("the paper is of no known kind", where=str(file), remedy=f"Save it as one of {known}.")
    try:
        with file.open("rb") as stream:
            data = stream.read(PAPER_MAX + 1)
    except OSError as error:
        raise Trouble(
            f"the paper cannot be read: {error.strerror}", where=str(file), remedy="Check its name."
        ) from None
    if not data or len(data) > PAPER_MAX:
        what = "is empty" if not data else f"is larger than {PAPER_MAX // 2**20} MB"
        raise Trouble(f"the paper {what}", where=str(file), remedy="Attach another, or a smaller copy.")
    if not data.startswith(_BEGINNINGS.get(mime, b"")):
        raise Trouble("the paper is not what its name says", where=str(file), remedy="Save it again, and attach that.")
    return PaperFile(name=file.name[-NAME_MAX:], mime=mime, data=data)


def measured(package: Path) -> tuple[str, int]:
    """SHA-256 in hex and size of a file that was submitted; its bytes are not kept.

    Raises:
        Trouble: it cannot be read, or is larger than any package.
    """
    try:
        size = package.stat().st_size
        if size > PACKAGE_MAX:
            raise Trouble("the package is larger than 2 GiB", where=str(package), remedy="Name the file that was sent.")
        with package.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest(), size
    except OSError as error:
        remedy = "Check its name."
        raise Trouble(f"the package cannot be read: {error.strerror}", where=str(package), remedy=remedy) from None


def attach(
    connection: Connection, case: int, proof: Proof, paper: PaperFile, *, who: str, now_us: int, note: str = ""
) -> int:
    """The paper's number; the same bytes as the same proof are attached once.

    Raises:
        Trouble: the dispute has as many papers as it may.
    """
    mine = dispute_papers.c.case_id == case
    same = (mine, dispute_papers.c.sha256 == paper.sha256, dispute_papers.c.proof == proof)
    known: int | None = connection.execute(select(dispute_papers.c.id).where(*same)).scalar()
    if known is not None:
        return known
    if (connection.execute(select(func.count()).where(mine)).scalar() or 0) >= PAPERS_MAX:
        raise Trouble(f"dispute {case} has {PAPERS_MAX} papers, and no more fit")
    values = {"case_id": case, "proof": proof, "name": paper.name, "mime": paper.mime, "size": len(paper.data)}
    values |= {"sha256": paper.sha256, "data": paper.data, "at_us": now_us, "who": who, "note": note}
    made = insert(dispute_papers).values(values).returning(dispute_papers.c.id)
    return int(connection.execute(made).scalar_one())


_known = [column for column in dispute_papers.c if column.name != "data"]


def papers_of(connection: Connection, case: int) -> tuple[Paper, ...]:
    rows = connection.execute(select(*_known).where(dispute_papers.c.case_id == case).order_by(dispute_papers.c.id))
    return tuple(
        Paper(
            id=row.id, proof=Proof(row.proof), name=row.name, mime=row.mime, size=row.size, sha256=row.sha256,
            at_us=row.at_us, who=row.who, note=row.note,
        )
        for row in rows
    )  # fmt: skip


def paper_file(connection: Connection, paper: int) -> PaperFile | None:
    row = connection.execute(select(dispute_papers).where(dispute_papers.c.id == paper)).first()
    return None if row is None else PaperFile(name=row.name, mime=row.mime, data=bytes(row.data))
