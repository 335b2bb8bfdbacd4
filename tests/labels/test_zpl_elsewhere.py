"""Our ZPL as another program sees it: rendered by npm's zpl-renderer-js, then read and compared with our own dots.

Optional: it runs where Node finds the package (npm install zpl-renderer-js; NODE_PATH=…/node_modules).
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from functools import cache

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from station.devices.dialect import Setup
from station.devices.printers import zpl
from station.labels.paint import Bitmap
from station.labels.readback import image_of
from station.labels.render import Rendered, render_waybill
from station.labels.samples import SAMPLES
from station.labels.template import load
from station.settings import config_dir
from tests.labels.samples_drawn import fields_of

SCRIPT = """
const { ready } = require("zpl-renderer-js");
let zpl = "";
process.stdin.on("data", (piece) => (zpl += piece)).on("end", async () => {
  const [width, height, dots] = process.argv.slice(1).map(Number);
  const { api } = await ready;
  console.log(JSON.stringify(await api.zplToBase64MultipleAsync(zpl, width, height, dots)));
  process.exit(0);
});
"""
TIMEOUT_S = 120


@cache
def _why_not() -> str:
    node = shutil.which("node")
    if node is None:
        return "Node is not installed"
    asked = [node, "-e", "require.resolve('zpl-renderer-js')"]
    found = subprocess.run(asked, capture_output=True, timeout=TIMEOUT_S, check=False).returncode == 0
    return "" if found else "Node finds no zpl-renderer-js: npm install it and set NODE_PATH"


pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.skipif(bool(_why_not()), reason=_why_not() or "-")]


def _elsewhere(data: bytes, width_mm: float, height_mm: float, dots_per_mm: int) -> list[QImage]:
    command = ["node", "-e", SCRIPT, str(width_mm), str(height_mm), str(dots_per_mm)]
    done = subprocess.run(command, input=data, capture_output=True, timeout=TIMEOUT_S, check=True)
    return [QImage.fromData(base64.b64decode(one)) for one in json.loads(done.stdout)]


def _codes(image: QImage) -> set[str]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return {code.text for code in zxingcpp.read_barcodes(grey)}


def _differing(ours: Rendered, theirs: QImage) -> int:
    """Dots that are black in one and white in the other, over the area both have."""
    mine = image_of(Bitmap(dots=ours.bitmap, width_dots=ours.width_dots, height_dots=ours.height_dots))
    grey, other = (image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (mine, theirs))
    width, height = min(grey.width(), other.width()), min(grey.height(), other.height())
    ours_bytes, theirs_bytes = bytes(grey.constBits()), bytes(other.constBits())
    return sum(
        (a < 128) != (b < 128)
        for y in range(height)
        for a, b in zip(
            ours_bytes[y * grey.bytesPerLine() :][:width], theirs_bytes[y * other.bytesPerLine() :][:width], strict=True
        )
    )


def _seen(page: Rendered, size_mm: tuple[int, int], *, compact: bool) -> QImage:
    data = zpl.encode(page.bitmap, page.width_dots, page.height_dots, setup=Setup(dpi=203, compact=compact))
    (seen,) = _elsewhere(data, *size_mm, 8)
    return seen


@pytest.mark.parametrize(
    ("template", "sample", "size_mm"),
    [
        ("waybill-76x130", "domestic", (76, 130)),
        ("waybill-100x150", "worst-case", (100, 150)),
        ("waybill-intl-100x100", "international", (100, 100)),
    ],
)
def test_another_program_sees_our_dots(template: str, sample: str, size_mm: tuple[int, int]) -> None:
    """What an independent renderer makes of our ZPL is dot for dot the label that was read back, and its codes read."""
    chosen = SAMPLES[sample]
    (page,) = render_waybill(load(config_dir() / "labels" / f"{template}.toml"), fields_of(chosen), 203)
    seen = _seen(page, size_mm, compact=True)
    assert _codes(seen) == {chosen.waybill}
    assert _differing(page, seen) == 0


def test_another_program_reads_our_acs() -> None:
    """The older encoding reads, too. Its dots are compared elsewhere: this renderer fills ``!`` with the digit 1."""
    chosen = SAMPLES["domestic"]
    (page,) = render_waybill(load(config_dir() / "labels" / "waybill-100x150.toml"), fields_of(chosen), 203)
    assert _codes(_seen(page, (100, 150), compact=False)) == {chosen.waybill}
