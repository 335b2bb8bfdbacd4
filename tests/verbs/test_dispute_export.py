"""``disputes export``, as the clerk with 48 hours types it: the channel chosen, papers in, nobody else's data."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from station.evidence.bundle import read_case
from station.evidence.bundle_report import report_html
from station.evidence.fact import Fact
from station.home import Home
from station.labels.pages import html_pdf
from station.labels.paper_pages import pdf_text
from tests.clocks import FakeClock
from tests.evidence.conftest import open_ledger, pack
from tests.reports.channel_case import noise
from tests.reports.test_channel_pack import NAMES
from tests.verbs.command import Command

ORDERS = """订单号,货号,数量,状态,省,收件人,手机,下单时间
SO-10001,SKU-1,2,paid,浙江省,张示例,13800000001,2026-11-20 09:00
SO-10002,SKU-1,1,paid,浙江省,钱旁人,13800000002,2026-11-20 09:00
"""
OTHERS = ("SO-10002", "SO-other", "钱旁人", "13800000002", "王小明", "13800000001")
"""The other order, its buyer, the packer by name; and the buyer's own telephone, which no dispute turns on."""


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> Command:
    """A packer whose name is known; SO-10001 in dispute at PayPal with four papers, one of which names SO-10002."""
    command = Command(tmp_path / "home", capsys)
    (tmp_path / "orders.csv").write_text(ORDERS, "utf-8")
    command("import", str(tmp_path / "orders.csv"))
    command("users", "add", "--badge", "B1", "--name", "王小明")
    command("disputes", "open", "SO-10001", "not_as_described", "--channel", "PayPal", "--by", "客服")
    for proof, name, data in (
        ("correspondence", "chat with 王小明.txt", "买家 13800000001: 颜色不对\n".encode()),
        ("listing", "listing.pdf", html_pdf("<title>listing</title><p>Mug, white</p>", {})),
        ("qc_certificate", "qc.jpg", noise("qc")),
        ("correspondence", "both.txt", b"SO-10001 and SO-10002"),
    ):
        (tmp_path / name).write_bytes(data)
        command("disputes", "attach", "1", proof, str(tmp_path / name), "--by", "客服")
    return command


@pytest.fixture
def sealbench(desk: Command, clock: FakeClock) -> Command:
    """Both orders packed by that packer; at SO-10001 somebody scanned SO-10002."""
    home = Home(desk.home)
    ledger = open_ledger(home, clock)
    pack(ledger, home, "SO-10002")
    pack(ledger, home, "SO-10001")
    strange = {"code": "SO-10002", "other_order": "SO-10002"}
    ledger.append([Fact(kind="ScanRefused", pub={"reason": "order_open"}, com=strange)], order_no="SO-10001", by="p1")
    ledger.close()
    return desk


def _words(folder: Path) -> str:
    """Everything in the files that a program can read, and their names."""
    told = []
    for file in sorted(folder.iterdir()):
        data = file.read_bytes()
        text = pdf_text(data) if file.suffix == ".pdf" else data.decode("utf-8", "replace")
        told += [file.name, text]
    return "\n".join(told)


def test_the_channel_chooses(sealbench: Command) -> None:
    """Without a word of the profile: PayPal's files in the home, unpacked beside, papers in, and told so."""
    text = sealbench("disputes", "export", "1")
    assert "dispute 1 goes as paypal; --profile names another" in sealbench.err
    assert "PayPal gives 240 h to answer, not confirmed" in sealbench.err
    assert "look at paper 3" in text
    made = sealbench.home / "disputes" / "dispute-1-1.zip"
    names = sorted(zipfile.ZipFile(made).namelist())
    assert {"paper-1-correspondence.pdf", "paper-2-listing.pdf", "paper-3-qc-certificate.jpg"} <= set(names)
    assert sorted(file.name for file in made.with_suffix("").iterdir()) == names
    sealbench("disputes", "export", "1")
    assert (sealbench.home / "disputes" / "dispute-1-2.zip").is_file()


def test_another_profile(sealbench: Command, tmp_path: Path) -> None:
    """A word is enough for another channel; the checklist says of each paper whether the package has it."""
    facts = sealbench.json("disputes", "export", "1", "--profile", "taobao", "-o", str(tmp_path / "out"))
    assert facts["profile"] == "taobao"
    packed = {check["proof"]: check.get("packed") for check in facts["checklist"]}
    assert packed["correspondence"] is True
    assert packed["qc_certificate"] is False
    assert packed["scans"] is None
    assert "Taobao / Tmall is given 2 papers at most" in [paper["why"] for paper in facts["papers"]]
    assert [paper["proof"] for paper in facts["papers"] if paper["files"]] == ["correspondence", "listing"]


@pytest.mark.parametrize("name", NAMES)
def test_nobody_else_is_in_a_package(sealbench: Command, tmp_path: Path, name: str) -> None:
    """No packer's name, no other order and no telephone in any channel's files, papers included."""
    out = tmp_path / "out"
    text = sealbench("disputes", "export", "1", "--profile", name, "-o", str(out))
    told = _words(out)
    assert "paper 4, correspondence STAYS OUT: it names order SO-10002" in text
    assert not [other for other in OTHERS if other in told]
    case = read_case(Home(sealbench.home), "SO-10001")
    page = report_html(case.story)
    assert "SO-10001" in page
    assert not [other for other in OTHERS if other in page]


def test_a_paper_that_names_others(sealbench: Command, tmp_path: Path) -> None:
    """It stays out until the clerk has looked and says so, or says that it stays out; a wrong number is refused."""
    export = ("disputes", "export", "1", "-o")
    facts = sealbench.json(*export, str(tmp_path / "b"), "--with-paper", "4", "--without-paper", "1")
    assert [paper["id"] for paper in facts["papers"] if paper["files"]] == [4, 2, 3]
    sealbench(*export, str(tmp_path / "c"), "--with-paper", "9", exits=2)
    assert "dispute 1 has no paper 9" in sealbench.err
    assert not (tmp_path / "c").exists()


def test_a_court_gets_originals(sealbench: Command, tmp_path: Path) -> None:
    """The bundle keeps its form; papers lie beside it as they were."""
    out = tmp_path / "case.zip"
    sealbench("disputes", "export", "1", "--profile", "court", "-o", str(out))
    assert not [name for name in zipfile.ZipFile(out).namelist() if "paper" in name]
    beside = zipfile.ZipFile(tmp_path / "case-papers.zip")
    assert beside.read("paper-3-qc-certificate.jpg") == (tmp_path / "qc.jpg").read_bytes()


def test_a_submission_knows_its_channel(desk: Command, tmp_path: Path) -> None:
    """Nobody types the channel again; where nothing says it, it is asked for."""
    sent = str(tmp_path / "listing.pdf")
    assert "submitted to PayPal" in desk("disputes", "submit", "1", sent, "--by", "客服")
    desk("disputes", "open", "SO-10002", "damaged", "--by", "客服")
    desk("disputes", "submit", "2", sent, "--by", "客服", exits=2)
    assert "nothing says to whom it was sent" in desk.err


def test_auto_without_a_dispute(sealbench: Command, tmp_path: Path) -> None:
    """Nothing says which channel: one sentence, and no file."""
    export = ("evidence", "export", "SO-10002", "-o", str(tmp_path / "x.zip"), "--profile", "auto")
    sealbench(*export, exits=2)
    assert "no dispute says which channel it is" in sealbench.err
    assert not (tmp_path / "x.zip").exists()
