"""The verb ``label``: looking at a waybill without printing it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from station.cli import main
from station.home import Home
from station.labels.samples import SAMPLES
from station.orders.orderbook import OrderBook

pytestmark = pytest.mark.usefixtures("qapp")


def label(home: Home, *args: str) -> int:
    return main(["--home", str(home.root), "label", *args])


@pytest.mark.parametrize(("form", "head"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("zpl", b"^XA^PW800^LL1200")])
def test_a_sample_is_written_in_any_format(home: Home, tmp_path: Path, form: str, head: bytes) -> None:
    """A sample comes out as a picture, a page or a printer's bytes, by the name of the file alone."""
    out = tmp_path / f"label.{form}"
    assert label(home, "--sample", "domestic", "-o", str(out)) == 0
    assert out.read_bytes().startswith(head)


def test_json_says_what_was_written(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the result is one document with size and codes."""
    out = tmp_path / "label.bin"
    assert label(home, "--sample", "gift", "--format", "zpl", "--dpi", "300", "--json", "-o", str(out)) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["width_dots"], said["height_dots"], said["bytes"]) == (1181, 1772, out.stat().st_size)
    assert {code["text"] for code in said["codes"]} == {"73000000000017"}


def test_without_a_file_the_label_goes_to_standard_output(
    home: Home, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Piped, the bytes of the label are all that standard output carries."""
    assert label(home, "--sample", "domestic", "--format", "zpl") == 0
    assert capfdbinary.readouterr().out.endswith(b"^XZ")


def test_a_sheet_makes_a_page(home: Home, tmp_path: Path) -> None:
    """A sheet's name as template puts the order's own label on that paper."""
    out = tmp_path / "a4.pdf"
    assert label(home, "--sample", "international", "--template", "waybill-a4", "-o", str(out)) == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["--sample", "domestic", "--format", "telex", "-o", "x"], 2, "Known: "),
        (["--sample", "nobody", "-o", "x"], 2, "Known: domestic, international"),
        (["-o", "x"], 2, "an order's number or --sample"),
        (["SO-1", "--sample", "gift", "-o", "x"], 2, "an order's number or --sample"),
        (["--sample", "gift", "--show"], 2, "there is no screen for a window"),
        (["--sample", "gift", "--json"], 2, "-o FILE"),
        (["SO-NONE", "-o", "x"], 1, "no order 'SO-NONE'"),
        (["--sample", "gift", "--template", "nope", "-o", "x"], 3, "no label template 'nope'"),
        (["--sample", "gift", "--template", "waybill-a4", "-o", "x.png"], 2, "--format pdf"),
        (["--sample", "gift", "--dpi", "3", "-o", "x"], 3, "not from 150 to 1200"),
        (["--sample", "gift", "-o", "no/such/folder/x.png"], 1, "cannot write the label"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    home: Home,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    args: list[str],
    code: int,
    told: str,
) -> None:
    """A wrong request ends with its exit code and one sentence, and writes no file."""
    monkeypatch.chdir(tmp_path)
    assert label(home, *args) == code
    complaint = capsys.readouterr().err
    assert told in complaint
    assert complaint.count("\n") == 1
    assert not list(tmp_path.glob("x*"))


def test_a_real_order_gives_a_marked_specimen(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An order without a number yet renders with SPECIMEN in its codes, and says so."""
    order = SAMPLES["domestic"].order
    monkeypatch.setattr(OrderBook, "order_copy", lambda _, number: order if number == order.number else None)
    out = tmp_path / "label.png"
    assert label(home, order.number, "-o", str(out)) == 0
    assert "no waybill number yet" in capsys.readouterr().err
    read = zxingcpp.read_barcodes(QImage(str(out)).convertToFormat(QImage.Format.Format_Grayscale8))
    assert {code.text for code in read} == {"SPECIMEN"}
