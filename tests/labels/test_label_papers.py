"""The verbs that put codes, badges, goods and places on paper: every code is read from the page by other programs."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from station import codes
from station.cli import main
from station.home import Home
from station.labels.scripts import SCRIPTS
from station.packing.inputs import Command

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler's pdftoppm judges the pages"),
]


def seal(home: Home, *args: str) -> int:
    return main(["--home", str(home.root), *args])


def texts_on(pdf: Path) -> list[list[str]]:
    """What is read from each page, as another program draws it."""
    subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", pdf.name, "page"], cwd=pdf.parent, check=True, timeout=60)
    pages = [QImage(str(path)) for path in sorted(pdf.parent.glob("page*.png"))]
    greys = [page.convertToFormat(QImage.Format.Format_Grayscale8) for page in pages]
    return [sorted(code.text for code in zxingcpp.read_barcodes(grey)) for grey in greys]


def test_the_command_sheet(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``label codes`` puts every command on A4, and each code reads back as its command."""
    out = tmp_path / "codes.pdf"
    assert seal(home, "label", "codes", "--json", "-o", str(out)) == 0
    pages = texts_on(out)
    scans = [codes.read(text, device="d") for page in pages for text in page]
    assert {scan.command for scan in scans} == set(Command) - {Command.CHOICE, Command.BOX}
    assert json.loads(capsys.readouterr().out)["labels"] == len(scans)


def test_badges_for_everybody(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``users badges`` puts everybody's badge on A4; while there is nobody it says so and writes nothing."""
    out = tmp_path / "badges.pdf"
    assert seal(home, "users", "badges", "-o", str(out)) == 1
    assert "nobody yet" in capsys.readouterr().err
    assert not out.exists()
    for badge in ("W07", "SUPERVISOR-OF-THE-NIGHT-SHIFT-1"):
        assert seal(home, "users", "add", "--badge", badge, "--name", "示例小张") == 0
    assert seal(home, "users", "badges", "-o", str(out)) == 0
    (page,) = texts_on(out)
    assert {codes.read(text, device="d").badge for text in page} == {"W07", "SUPERVISOR-OF-THE-NIGHT-SHIFT-1"}


def test_shelves_and_totes(home: Home, tmp_path: Path) -> None:
    """Each code named gets a label of its own, with exactly that code."""
    out = tmp_path / "places.pdf"
    assert seal(home, "label", "shelf", "A-01-1", "A-01-2", "-o", str(out)) == 0
    assert texts_on(out) == [["A-01-1"], ["A-01-2"]]
    picture = tmp_path / "tote.png"
    assert seal(home, "label", "tote", "T-1", "T-2", "-o", str(picture)) == 0
    assert (tmp_path / "tote-2.png").exists()


def test_goods_from_the_product_file(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An item label and a product card carry the product's own barcode, on A4 as well; an unknown SKU is refused."""
    file = tmp_path / "products.csv"
    file.write_text("sku,barcodes,name,weight_g,origin\nMUG-330,6900000434017,马克杯,131,CN\n", encoding="utf-8")
    assert seal(home, "products", "import", str(file)) == 0
    for template in ("item-60x40", "product-card-105x148"):
        out = tmp_path / f"{template}.pdf"
        assert seal(home, "label", "item", "MUG-330", "--template", template, "-o", str(out)) == 0
        assert texts_on(out) == [["6900000434017"]]
        for page in tmp_path.glob("page*.png"):
            page.unlink()
    sheet = tmp_path / "items-a4.pdf"
    assert seal(home, "label", "item", "MUG-330", "MUG-330", "--template", "items-a4", "-o", str(sheet)) == 0
    assert texts_on(sheet) == [["6900000434017"] * 2]
    assert seal(home, "label", "item", "GONE", "-o", str(tmp_path / "gone.png")) == 1
    assert "no product file has the SKU 'GONE'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["codes", "-o", "x.png"], 2, "codes is a sheet of paper. Use --format pdf."),
        (["codes", "M", "-o", "x.pdf"], 2, "label codes takes nothing more"),
        (["shelf", "-o", "x.pdf"], 2, "label shelf takes at least one code"),
        (["tote", "编号", "-o", "x.pdf"], 1, "cannot be a code"),
        (["shelf", "A", "--template", "waybill-a4", "-o", "x.pdf"], 1, "is a sheet of paper"),
        (["shelf", "A", "--template", "waybill-100x150", "-o", "x.pdf"], 3, "there is no field"),
        (["tote", "A" * 400, "-o", "x.pdf"], 1, "the text of code does not fit"),
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
    assert seal(home, "label", *args) == code
    complaint = capsys.readouterr().err
    assert told in complaint
    assert complaint.count("\n") == 1
    assert not list(tmp_path.glob("x*"))


def test_the_worst_case_in_every_script(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The worst case comes in twenty scripts, each on a label of its own."""
    out = tmp_path / "worst.pdf"
    assert seal(home, "label", "--sample", "worst-case", "--json", "-o", str(out)) == 0
    told = capsys.readouterr()
    said = json.loads(told.out)
    assert said["labels"] == 1 + len(said["scripts"])
    assert said["scripts"] == [script.name for script in SCRIPTS]
    assert not told.err
    assert len(texts_on(out)) == said["labels"]


def test_the_service_decides_the_size(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A usual template that the service does not take gives way to one of its sizes; a named one is taken as named."""
    home.root.mkdir()
    (home.root / "bench.toml").write_text('[label]\nintl_template = "waybill-intl-4x6"\n', encoding="utf-8")
    sizes = []
    for extra in ((), ("--template", "waybill-intl-100x150")):
        assert seal(home, "label", "--sample", "international", *extra, "--json", "-o", str(tmp_path / "a.png")) == 0
        said = json.loads(capsys.readouterr().out)
        sizes.append((said["width_dots"], said["height_dots"]))
    assert sizes == [(800, 800), (800, 1200)]
