"""A dispute's papers in its channel's package: within every limit, in order, and of nobody else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from station.evidence.story import Story
from station.home import Home
from station.labels.pages import html_pdf
from station.labels.paper_pages import pdf_page_count, pdf_text
from station.orders.dispute_kinds import ATTACHED, Proof
from station.reports.channel_file import Channel, Figure, load_channel
from station.reports.channel_pack import make_pack
from station.reports.channel_papers import CasePaper, originals
from station.reports.channel_room import Pack
from station.settings import config_dir
from tests.reports.channel_case import case, noise
from tests.reports.test_channel_pack import NAMES, hold

CHAT = "买家 13912345678: 少了一件\r\n卖家: 订单 SO-1 运单 YT8800000000017 已核对 someone@example.com\r\n"
MAIL = b"From: Li <li.si@example.com>\r\nTo: shop@example.com\r\nSubject: x\r\n\r\nWhere is it? +44 20 7946 0958\r\n"


def _paper(number: int, proof: Proof, mime: str, data: bytes, **more: object) -> CasePaper:
    return replace(CasePaper(id=number, proof=proof, mime=mime, data=data), **more)  # type: ignore[arg-type]


@cache
def papers() -> list[CasePaper]:
    pages = "".join(f"<p>line {line}</p>" for line in range(90))
    return [
        _paper(1, Proof.INVOICE, "application/pdf", html_pdf(f"<title>invoice</title>{pages}", {}), needed=True),
        _paper(2, Proof.CORRESPONDENCE, "text/plain", CHAT.encode("gb18030")),
        _paper(3, Proof.CORRESPONDENCE, "message/rfc822", MAIL),
        _paper(4, Proof.QC_CERTIFICATE, "image/jpeg", noise("qc", 1600, 1200)),
    ]


def _channel(name: str) -> Channel:
    return load_channel(name, config_dir(), Home(config_dir() / "none"))


def _packed(name: str, given: list[CasePaper] | None = None) -> tuple[Channel, Pack, Story]:
    told, pictures = case(photos=3, stills=6)
    channel = _channel(name)
    return channel, make_pack(channel, told, pictures, papers() if given is None else given), told


@pytest.mark.parametrize("name", NAMES)
def test_papers_within_every_limit(name: str, qapp: QApplication) -> None:
    """Each shipped channel gets a package with papers that keeps its limits, and every paper's fate is told once."""
    channel, pack, _ = _packed(name)
    hold(channel, pack)
    assert sorted(paper.id for paper in pack.papers) == [1, 2, 3, 4]
    there = {file.name for file in pack.files}
    for paper in pack.papers:
        assert set(paper.files) <= there
        assert bool(paper.files) != bool(paper.why)
    assert any(paper.files for paper in pack.papers)


def test_order_and_number(qapp: QApplication) -> None:
    """What the dispute needs goes in first, then in the channel's order, and no more than it takes."""
    channel, pack, _ = _packed("taobao")
    assert channel.papers is not None
    assert channel.papers.most == 2
    inside = [paper.id for paper in pack.papers if paper.files]
    assert inside == [1, 2]
    assert {paper.id: paper.why for paper in pack.papers if paper.why} == dict.fromkeys(
        (3, 4), "Taobao / Tmall is given 2 papers at most"
    )


def test_what_a_channel_is_not_given(qapp: QApplication) -> None:
    """A kind that its file does not name stays out, and so does everything where no papers are taken."""
    channel = _channel("paypal")
    assert channel.papers is not None
    told, pictures = case(photos=1, stills=0)
    fewer = msgspec.structs.replace(channel.papers, kinds=(Proof.INVOICE,))
    pack = make_pack(msgspec.structs.replace(channel, papers=fewer), told, pictures, papers())
    assert [paper.id for paper in pack.papers if paper.files] == [1]
    assert {paper.why for paper in pack.papers if paper.why} == {
        "PayPal is given no chat or mail with the buyer", "PayPal is given no quality certificate",
    }  # fmt: skip


def test_pdf_channels_get_files(qapp: QApplication) -> None:
    """A PDF goes as it is, text as a PDF that says what it is, a picture as JPEG, none under its own name."""
    _, pack, _ = _packed("paypal")
    files = {file.name: file.data for file in pack.files}
    assert files["paper-1-invoice.pdf"] == papers()[0].data
    words = " ".join(pdf_text(files["paper-2-correspondence.pdf"]).split())
    assert "in no signed entry" in words
    assert "YT8800000000017" in words
    assert "13912345678" not in words
    assert "someone@example.com" not in words
    mail = pdf_text(files["paper-3-correspondence.pdf"])
    assert "Where is it?" in mail
    assert "7946" not in mail
    assert QImage.fromData(files["paper-4-qc-certificate.jpg"]).width() == 1600
    assert {paper.id: paper.searched for paper in pack.papers} == {1: True, 2: True, 3: True, 4: False}


def test_one_file_for_each_kind(qapp: QApplication) -> None:
    """Where a field takes one file, all papers of a kind are one."""
    _, pack, _ = _packed("stripe")
    both = {paper.id: paper.files for paper in pack.papers}
    assert both[2] == both[3] == ("papers-correspondence.pdf",)
    assert sum(max(1, file.pages) for file in pack.files) <= 19


def test_behind_the_report(qapp: QApplication) -> None:
    """Where one PDF is taken the papers are its last pages, each below a line that says what it is."""
    _, bare, _ = _packed("mastercard-pdf", [])
    _, pack, _ = _packed("mastercard-pdf")
    assert [file.name for file in pack.files] == ["report.pdf"]
    assert {paper.files for paper in pack.papers} == {("report.pdf",)}
    assert "attached by the seller" in pdf_text(pack.files[0].data)
    assert "attached by the seller" not in pdf_text(bare.files[0].data)
    assert pdf_page_count(pack.files[0].data) == pack.files[0].pages


def test_a_paper_is_never_cut(qapp: QApplication) -> None:
    """One with more pages than there is room for stays out whole, and the reason is told."""
    channel = _channel("mastercard-pdf")
    told, pictures = case(photos=0, stills=0)
    tight = msgspec.structs.replace(channel, pages=Figure(most=6, confirmed=True, source="a test"))
    long = html_pdf("".join(f"<p>line {line}</p>" for line in range(400)), {})
    pack = make_pack(tight, told, pictures, [_paper(1, Proof.INVOICE, "application/pdf", long)])
    assert pack.papers[0].why == "there is no room for it in the one file"
    assert pack.files[0].pages <= 6


@pytest.mark.parametrize("name", NAMES)
def test_what_names_others_stays_out(name: str, qapp: QApplication) -> None:
    """A paper in which another order is named is in no channel's package, nor among the originals."""
    stranger = replace(papers()[1], named=("order SO-2",))
    _, pack, _ = _packed(name, [stranger])
    assert pack.papers[0].files == ()
    assert "names order SO-2" in pack.papers[0].why
    assert not any(file.name.startswith("paper") for file in pack.files)
    assert originals([stranger]).files == ()


def test_originals(qapp: QApplication) -> None:
    """A court gets every paper byte for byte, under a name that names nobody."""
    pack = originals(papers())
    assert [file.data for file in pack.files] == [paper.data for paper in papers()]
    assert [file.name.rpartition(".")[2] for file in pack.files] == ["pdf", "txt", "eml", "jpg"]


@pytest.mark.parametrize("name", ["paypal", "taobao", "stripe", "mastercard-pdf"])
def test_a_broken_paper(name: str, qapp: QApplication) -> None:
    """What no program can open is told and never keeps the package back."""
    broken = [
        _paper(1, Proof.INVOICE, "image/png", b"\x89PNG\r\n\x1a\nbroken"),
        _paper(2, Proof.CORRESPONDENCE, "application/pdf", b"%PDF-1.4\n%%EOF\n"),
    ]
    _, pack, _ = _packed(name, broken)
    assert {paper.id: bool(paper.why) for paper in pack.papers} == {1: True, 2: True}


def test_every_kind_of_paper_has_a_channel() -> None:
    """No kind of paper that can be attached is one that every channel leaves out."""
    takes = [channel.papers for channel in map(_channel, NAMES) if channel.papers is not None]
    taken = {kind for each in takes for kind in each.kinds}
    assert taken == set(ATTACHED)
