"""The demonstration without a screen: real files, real bytes, planned mistakes caught, evidence that verifies."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from station.demo import home as demo_home
from station.demo.plan import Mistake, Offered, plan
from station.devices.virtual.graphic import decode_graphic
from station.errors import UsageTrouble
from station.home import Home
from station.labels.paint import Bitmap
from station.labels.readback import codes_in
from station.packing.model import OrderNo, OrderState
from tests.e2e.rig import kinds_on_disk
from tests.e2e.warehouse import open_orders

PARCELS = 12
CAUGHT = {
    Mistake.WRONG_ITEM: "not_in_order",
    Mistake.TOO_MANY: "enough_already",
    Mistake.WRONG_WEIGHT: "weight_low",
    Mistake.PAPER_OUT: "printer_not_ready",
    Mistake.WRONG_LABEL: "wrong_label",
    Mistake.HALF_A_CODE: "bad_check_digit",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one run of the demonstration left and said."""

    folder: Path
    code: int
    said: str

    @property
    def home(self) -> Home:
        return Home(self.folder / "home")


def demonstrate(folder: Path, parcels: int) -> Shown:
    done = subprocess.run(
        [sys.executable, "-m", "station", "demo", "--parcels", str(parcels), "--out", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert not done.stderr, done.stderr
    return Shown(folder=folder, code=done.returncode, said=done.stdout)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """One run for all tests of this module: in a folder where an earlier, shorter demonstration lies."""
    folder = tmp_path_factory.mktemp("demo") / "out"
    (folder / "labels").mkdir(parents=True)
    (folder / demo_home.MARK).touch()
    (folder / "labels" / "of-an-earlier-run.png").touch()
    return demonstrate(folder, PARCELS)


def test_ends_well(shown: Shown) -> None:
    """It ends with 0 and says how many parcels were sealed and where everything lies."""
    assert shown.code == 0, shown.said
    assert f"{PARCELS} parcels sealed" in shown.said
    assert "20 products" in shown.said
    for folder in ("labels", "screenshots", "evidence", "home"):
        assert str(shown.folder / folder) in shown.said
        assert any((shown.folder / folder).iterdir())


def test_an_earlier_run_is_replaced(shown: Shown) -> None:
    """Nothing of an earlier demonstration is left in the folder."""
    assert not (shown.folder / "labels" / "of-an-earlier-run.png").exists()


@pytest.mark.parametrize("mistake", Mistake)
def test_every_mistake_is_caught(shown: Shown, mistake: Mistake) -> None:
    """Each planned mistake is told of with its reason."""
    assert CAUGHT[mistake] in shown.said
    assert mistake.value in shown.said


def test_held_order_is_stopped(shown: Shown) -> None:
    """An order that may not ship is stopped, and its box never gets a label."""
    (line,) = [line for line in shown.said.splitlines() if "not shipped" in line]
    assert "order_held" in line
    assert not list((shown.folder / "labels").glob(f"{line.split()[1]}.*"))


def test_orders_of_both_platforms_are_sealed(shown: Shown) -> None:
    """Parcels of both platforms are sealed in the order book, after their seal in the ledger."""
    book = open_orders(shown.home)
    sealed = book.search("", state=OrderState.SEALED)
    book.close()
    assert {row.platform for row in sealed} == {"taobao", "aliexpress"}
    assert len(sealed) == PARCELS
    assert kinds_on_disk(shown.home).count("ParcelSealed") == PARCELS


def test_labels_decode(shown: Shown, qapp: object) -> None:
    """Each label is there as sent, as picture and as PDF, and its waybill reads back from both bitmaps."""
    book = open_orders(shown.home)
    sealed = {row.number: row.waybill for row in book.search("", state=OrderState.SEALED)}
    book.close()
    for number, waybill in sealed.items():
        file = shown.folder / "labels" / number
        dots, width_dots, height_dots = decode_graphic(file.with_suffix(".zpl").read_bytes())
        sent = Bitmap(dots=dots, width_dots=width_dots, height_dots=height_dots)
        assert ("Code128", waybill) in codes_in(sent)
        assert waybill in _codes_of_picture(file.with_suffix(".png"))
        assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def _codes_of_picture(file: Path) -> set[str]:
    import zxingcpp

    picture = QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def test_evidence_verifies_and_a_changed_byte_does_not(shown: Shown, tmp_path: Path) -> None:
    """A stranger's Python verifies the bundle with nothing else installed, and refuses it with one byte changed."""
    (bundle,) = (shown.folder / "evidence").glob("*.zip")
    changed = bytearray(bundle.read_bytes())
    changed[len(changed) // 2] ^= 1
    (tmp_path / "changed.zip").write_bytes(changed)
    verifier = shown.folder / "evidence" / "verify.py"
    codes = [
        subprocess.run([sys.executable, "-I", verifier, file], capture_output=True, check=False).returncode
        for file in (bundle, tmp_path / "changed.zip")
    ]
    assert codes == [0, 7]


def test_screenshots_show_every_moment(shown: Shown) -> None:
    """Each stage was pictured in both languages."""
    names = {file.name for file in (shown.folder / "screenshots").iterdir()}
    for moment in ("idle", "packing", "weighing-weight_low", "labelling", "sealed", "stopped-not_in_order"):
        assert {f"{moment}-zh-light.png", f"{moment}-en-dark.png"} <= names


def test_devices_are_gone(shown: Shown) -> None:
    """No pseudo-terminal of the virtual devices is left."""
    assert list((shown.folder / "devices").iterdir()) == []


def test_foreign_folder_is_refused(tmp_path: Path) -> None:
    """A folder that holds somebody's files is refused and left as it is."""
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageTrouble, match="the demo wants an empty folder"):
        demo_home.fresh(tmp_path)
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_plan_takes_platforms_in_turn() -> None:
    """Platforms come in turn, every mistake is made once, and the held order comes third."""
    offered = [
        Offered(order=OrderNo(f"{platform}{number}"), platform=platform, held=number == 0, units=number)
        for platform in ("a", "b")
        for number in range(5)
    ]
    tasks = plan(offered, 7)
    assert [task.order[0] for task in tasks if not task.held] == list("abababa")
    assert [task.mistake for task in tasks if task.mistake] == list(Mistake)
    assert [task.held for task in tasks].index(True) == 2


def test_plan_of_nothing() -> None:
    """Without orders there is nothing to pack."""
    assert plan([], 3) == ()
