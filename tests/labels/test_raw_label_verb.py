"""``label --raw``: a carrier's PDF or ZPL, looked at and printed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from station.cli import main
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.evidence.codec import decode
from station.evidence.entry import Entry
from station.evidence.fact import Fact
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.labels.paint import Bitmap
from station.labels.readback import codes_in
from station.labels.samples import SAMPLES
from tests.e2e.rig import kinds_on_disk, rig
from tests.e2e.warehouse import import_orders

pytestmark = pytest.mark.usefixtures("qapp")
GOLDEN = Path(__file__).parent.parent / "golden" / "facts"
VECTORS = Path(__file__).parent.parent / "vectors" / "zpl"


@pytest.fixture(params=["zpl", "tspl"])
def virtual(request: pytest.FixtureRequest, home: Home) -> Iterator[VirtualPrinter]:
    made = VirtualPrinter(TcpOutlet(), speaks=request.param, label_ms=10)
    home.root.mkdir()
    home.settings_file.write_text(
        f'[[device]]\nname = "p"\nkind = "printer"\nlink = "{made.outlet.address}"\nspeaks = "{request.param}"\n'
    )
    yield made
    made.close()


@pytest.fixture
def pdf(home: Home, tmp_path: Path) -> Path:
    """A waybill as a carrier would send it: one page, vectors."""
    path = tmp_path / "carrier.pdf"
    assert label(home, "--sample", "domestic", "-o", str(path)) == 0
    return path


@dataclass(frozen=True)
class Noted:
    kind: str
    pub: Mapping[str, object]
    order_no: str | None
    path: str


def _recorded(home: Home) -> list[Noted]:
    """What the ledger has of raw labels."""
    reader = open_reader(home.ledger_file)
    entries = [entry for entry in reader.entries() if entry.kind.startswith("RawLabel")]
    reader.close()
    return [_noted(entry) for entry in entries]


def _noted(entry: Entry) -> Noted:
    fact = entry.fact()
    path = fact.media[0].path if fact.media else ""
    return Noted(entry.kind, fact.pub, entry.order_no, path)


def label(home: Home, *args: str) -> int:
    return main(["--home", str(home.root), "label", *args])


def test_a_pdf_is_looked_at(home: Home, pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The preview shows the dots a printer would get; its codes are read and told."""
    out = tmp_path / "look.png"
    assert label(home, "--raw", str(pdf), "-o", str(out), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    image = QImage(str(out))
    assert abs(image.width() - 800) <= 1  # Qt counts a page in whole points
    assert abs(image.height() - 1200) <= 1
    read = {code.text for code in zxingcpp.read_barcodes(image.convertToFormat(QImage.Format.Format_Grayscale8))}
    assert read == {code["text"] for code in told["pages"][0]}
    assert read


def test_a_pdf_is_printed_on_any_printer(
    home: Home, pdf: Path, virtual: VirtualPrinter, capsys: pytest.CaptureFixture[str]
) -> None:
    """A carrier's PDF comes out of a ZPL and of a TSPL printer, once."""
    assert label(home, "--raw", str(pdf), "--printer", "p", "--json", "--wait", "20") == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"printer": "p", "labels": 1, "printed": 1, "state": "printed", "cause": ""}
    requested, ended = _recorded(home)
    assert (requested.kind, requested.pub["printer"], requested.order_no) == ("RawLabelRequested", "p", None)
    assert (ended.kind, ended.pub["state"], ended.pub["job"]) == ("RawLabelEnded", "printed", requested.pub["job"])
    assert (home.media / requested.path).stat().st_size > 1_000
    for entry in (requested, ended):
        golden = Fact(**msgspec.json.decode((GOLDEN / f"{entry.kind}.json").read_bytes()))
        assert decode(golden) is None
        assert set(golden.pub) == set(entry.pub)
    (paper,) = virtual.paper
    bitmap = Bitmap(dots=paper.bitmap, width_dots=paper.width_dots, height_dots=paper.height_dots)
    assert {text for _, text in codes_in(bitmap)} == {str(SAMPLES["domestic"].waybill)}


@pytest.mark.parametrize("virtual", ["zpl"], indirect=True)
def test_what_is_not_ready_gets_nothing(
    home: Home, pdf: Path, virtual: VirtualPrinter, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without paper nothing is sent, the reason is told, and the job is taken back."""
    virtual.strike(PrinterFault.PAPER_OUT)
    assert label(home, "--raw", str(pdf), "--printer", "p", "--wait", "0.5") == 4
    assert "nothing was sent to 'p': paper_out" in capsys.readouterr().err
    assert [entry.pub.get("state") for entry in _recorded(home)] == [None, "not_sent"]
    assert not virtual._waiting


@pytest.mark.parametrize("virtual", ["zpl"], indirect=True)
def test_what_is_not_known_is_told(
    home: Home, pdf: Path, virtual: VirtualPrinter, capsys: pytest.CaptureFixture[str]
) -> None:
    """A printer that dies in mid-label: look before you print again."""
    virtual.plan_fault(1, PrinterFault.DIES)
    assert label(home, "--raw", str(pdf), "--printer", "p", "--wait", "20") == 4
    assert "not known whether label 1 of 1 came out" in capsys.readouterr().err
    assert [entry.pub.get("state") for entry in _recorded(home)] == [None, "unknown"]


@pytest.mark.parametrize("virtual", ["zpl"], indirect=True)
def test_a_label_is_tied_to_its_order(home: Home, pdf: Path, virtual: VirtualPrinter) -> None:
    """With --order the entries are that parcel's; an order nobody knows is refused, and nothing is sent."""
    assert label(home, "--raw", str(pdf), "--printer", "p", "--order", "SO-9") == 1
    assert not home.ledger_file.exists()
    import_orders(home, {"SO-9": {"A": 1}})
    assert label(home, "--raw", str(pdf), "--printer", "p", "--order", "SO-9", "--wait", "20") == 0
    assert [entry.order_no for entry in _recorded(home)] == ["SO-9", "SO-9"]


def test_beside_a_running_bench(home: Home, pdf: Path, qtbot: QtBot) -> None:
    """The bench holds the ledger: the facts wait in files, and the bench takes them in by itself."""
    home.root.mkdir(exist_ok=True)
    home.settings_file.write_text('[[device]]\nname = "q"\nkind = "printer"\nlink = "file:out"\nspeaks = "zpl"\n')
    with rig(home, qtbot):
        assert label(home, "--raw", str(pdf), "--printer", "q", "--wait", "20") == 0
        qtbot.waitUntil(lambda: "RawLabelEnded" in kinds_on_disk(home), timeout=10_000)
        qtbot.waitUntil(lambda: not list((home.root / "owed").iterdir()), timeout=10_000)
    assert [entry.kind for entry in _recorded(home)] == ["RawLabelRequested", "RawLabelEnded"]


@pytest.mark.parametrize("virtual", ["zpl"], indirect=True)
def test_what_cannot_be_recorded_is_not_sent(
    home: Home, pdf: Path, virtual: VirtualPrinter, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that does not take the bytes keeps them from the printer."""
    home.media.write_text("in the way", encoding="utf-8")
    assert label(home, "--raw", str(pdf), "--printer", "p", "--wait", "20") == 1
    assert "could not be stored" in capsys.readouterr().err
    assert not virtual.paper


def test_zpl_needs_a_zpl_printer(home: Home, virtual: VirtualPrinter, capsys: pytest.CaptureFixture[str]) -> None:
    """A carrier's ZPL goes unchanged to a ZPL printer, and to no other."""
    code = label(home, "--raw", str(VECTORS / "zebrash_usps.zpl"), "--printer", "p", "--wait", "1")
    told = capsys.readouterr().err
    if virtual._firmware.reprints:
        assert (code, virtual.refused) == (0, 1)  # text and bars are not drawn by the virtual one, but it took them
    else:
        assert code == 2
        assert "needs a ZPL printer, this one speaks tspl" in told


@pytest.mark.parametrize(
    ("content", "args", "code", "told"),
    [
        (b"^XA^JUS^XZ", ["-o", "x.png"], 1, "^JU, which does more than draw"),
        (b"^XA^XZ", ["-o", "x.png"], 2, "drawn by the printer alone"),
        (b"%PDF-1.4 broken", ["-o", "x.png"], 1, "no PDF that can be read"),
        (b"GIF89a", ["-o", "x.png"], 1, "does not begin as a ZPL label"),
        (b"^XA^XZ", [], 2, "--printer NAME"),
        (b"^XA^XZ", ["--printer", "q"], 2, "no printer is called 'q'"),
        (b"%PDF-1.4", ["-o", "x.png", "--dpi", "5"], 3, "not from 150"),
    ],
)
def test_refused_in_a_sentence(
    home: Home,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: bytes,
    args: list[str],
    code: int,
    told: str,
) -> None:
    """A file that may not be printed ends with one sentence, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    Path("raw").write_bytes(content)
    assert label(home, "--raw", "raw", *args) == code
    complaint = capsys.readouterr().err
    assert told in complaint
    assert complaint.count("\n") == 1
    assert not Path("x.png").exists()


def test_no_file(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is named."""
    assert label(home, "--raw", "nowhere.pdf", "-o", "x.png") == 1
    assert "cannot read the label" in capsys.readouterr().err
