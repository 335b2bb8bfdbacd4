"""The label preview: exactly the dots, anew when the file changes, a sentence when it cannot be drawn."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.drafting import Draft
from station.labels.samples import SAMPLES
from station.labels.template import load
from station.preview_window import MARGIN, PreviewWindow, see
from station.ui import languages
from tests.labels.samples_drawn import fields_of
from tests.translations.pseudo import LANGUAGE, make

HEAD = "[label]\nwidth_mm = 50\nheight_mm = 30\n"
BAR = '[[element]]\ntype = "barcode"\nbox_mm = [1, 8, 48, 12]\nkind = "code128"\ntext = "{waybill}"\n'
GOODS = (
    '[[element]]\ntype = "text"\nbox_mm = [1, 21, 48, 8]\nsize_mm = 3\nleast_mm = 2\ntext = "{good}"\neach = "goods"\n'
)


def written(path: Path, text: str, at_s: int) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at_s, at_s))


def drafted(folder: Path) -> Draft:
    return Draft(drawings=load(folder / "try.toml").pages(fields_of(SAMPLES["domestic"])))


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> PreviewWindow:
    path = tmp_path / "try.toml"
    written(path, HEAD + BAR, 1)

    shown = PreviewWindow(lambda: drafted(tmp_path), tmp_path, 203)
    qtbot.addWidget(shown)
    return shown


def test_the_dots_are_the_printers(window: PreviewWindow, tmp_path: Path) -> None:
    """At its own size each pixel of the window is a dot of the label, in black or white."""
    ratio = window.paper.devicePixelRatioF()
    image = window.paper.grab().toImage()
    assert image.width() == round((400 / ratio + 2 * MARGIN) * ratio)
    dots = QImage.fromData(see(lambda: drafted(tmp_path), 203).pictures[0])
    at = round(MARGIN * ratio)
    assert all(image.pixelColor(at + x, at + 100) == dots.pixelColor(x, 100) for x in range(400))
    assert "YT7630118422907" in window.words.text()


def test_a_changed_file_is_drawn_again(window: PreviewWindow, tmp_path: Path) -> None:
    """A saved change shows at the next look, without a key; nothing is drawn while nothing changed."""
    written(tmp_path / "try.toml", HEAD.replace("30", "40") + BAR, 2)
    window.look()
    assert "50 × 40 mm" in window.words.text()


def test_a_mistake_is_told_and_the_last_label_stays(window: PreviewWindow, tmp_path: Path) -> None:
    """A mistake is one sentence with file and line; mended, the label is there again."""
    written(tmp_path / "try.toml", HEAD + BAR.replace("kind", "kinf"), 2)
    window.look()
    assert "unknown key 'kinf' (try.toml, line 7). Did you mean 'kind'?" in window.words.text()
    assert "没有 'kinf' 这一项（try.toml, line 7）。" in window.words.text()
    assert window.paper.width() > 400
    (tmp_path / "try.toml").unlink()
    window.look()
    assert "there is no label template" in window.words.text()
    written(tmp_path / "try.toml", HEAD + BAR, 3)
    window.look()
    assert "reads back" in window.words.text()


def test_a_label_fault_is_told_in_the_houses_languages(tmp_path: Path, qapp: QCoreApplication) -> None:
    """In any two of them by the bench's own words; below stands where the template is at fault."""
    folder = tmp_path / "translations"
    folder.mkdir()
    make(folder, LANGUAGE)
    assert LANGUAGE in languages.load(qapp, folder)
    written(tmp_path / "try.toml", HEAD + BAR.replace("48, 12", "8, 12"), 1)
    seen = see(lambda: drafted(tmp_path), 203, (LANGUAGE, "zh"))
    for translator in qapp.findChildren(QTranslator):
        if translator.objectName() == f"sealbench_{LANGUAGE}":
            translator.setParent(None)
    assert seen.wrong
    third, chinese, where = seen.said.split("\n")
    assert third.startswith("[")
    assert chinese == "运单号太长，条码放不下"
    assert "try.toml, line" in where


def test_keys_turn_pages_and_scale(window: PreviewWindow, tmp_path: Path) -> None:
    """Page keys go through the labels of a parcel and stop at their ends; plus and minus scale by whole dots."""
    written(tmp_path / "try.toml", HEAD + 'continued = "try.toml"\n' + BAR + GOODS, 2)
    window.look()
    for key, title in (
        (Qt.Key.Key_PageDown, "2/2   1×"),
        (Qt.Key.Key_PageDown, "2/2   1×"),
        (Qt.Key.Key_Plus, "2/2   2×"),
        (Qt.Key.Key_PageUp, "1/2   2×"),
        (Qt.Key.Key_Minus, "1/2   1×"),
        (Qt.Key.Key_Minus, "1/2   1×"),
    ):
        QTest.keyClick(window, key)
        assert window.windowTitle().endswith(title)
