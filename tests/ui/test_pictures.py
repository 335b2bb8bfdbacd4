"""Pictures of goods and labels: how many are held in memory."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from station.ui.pictures import Pictures


def _drawn(file: Path) -> str:
    image = QImage(80, 120, QImage.Format.Format_Mono)
    image.fill(1)
    assert image.save(str(file))
    return file.name


def test_labels_of_a_shift_are_not_held(tmp_path: Path, qapp: object) -> None:
    """A label comes once: after a hundred of them as few are held as after ten, and the last one is still there."""
    pictures = Pictures((tmp_path,))
    held = []
    for at in range(100):
        shown = pictures.preview(_drawn(tmp_path / f"label-{at}.png"), QSize(40, 60))
        held.append(pictures.held)
    assert held[9:] == [8] * 91
    (tmp_path / "label-99.png").unlink()
    again = pictures.preview("label-99.png", QSize(40, 60))
    assert shown is not None
    assert again is shown


def test_labels_do_not_push_goods_out(tmp_path: Path, qapp: object) -> None:
    """Goods come again: the picture of one stays through many labels, and of many goods only so many are held."""
    pictures = Pictures((tmp_path,))
    mug = pictures.goods(_drawn(tmp_path / "mug.png"), 40, 40)
    for at in range(100):
        pictures.preview(_drawn(tmp_path / f"label-{at}.png"), QSize(40, 60))
    assert mug is not None
    assert pictures.goods("mug.png", 40, 40) is mug
    for side in range(1, 200):
        pictures.goods("mug.png", side, side)
    assert pictures.held == 64 + 8
