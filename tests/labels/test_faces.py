"""The shipped fonts: what they write, that nothing else writes it, and that each waits until it is needed."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

from station.labels.drawing import Area, Drawing, Text
from station.labels.faces import FONTS, Face, Faces, missing, needed
from station.labels.lettering import fit
from station.labels.paint import paint_bitmap
from station.labels.printable import clean
from station.labels.script_fonts import SCRIPT_FONTS, fonts_in
from station.labels.scripts import SCRIPTS

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = {
    "Latin": "Łódź Świętokrzyskie İzmir Ştefan Țară Ə",
    "Armenian": "Օրինակի փողոց",
    "Hebrew": "שדרות הדוגמה, קומה 17",
    "Arabic": "شارع المثال پلاک ۱۲۸ ٹاؤن",
    "Devanagari": "श्री उदाहरण मार्ग, मंज़िल",
    "Bengali": "উদাহরণ সড়ক, ফ্ল্যাট ১৭০৮",
    "Gurmukhi": "ਉਦਾਹਰਨ ਸੜਕ, ਪ੍ਰੀ",
    "Gujarati": "ઉદાહરણ માર્ગ ક્ષ",
    "Oriya": "ଉଦାହରଣ ରାସ୍ତା",
    "Tamil": "எடுத்துக்காட்டு தெரு",
    "Telugu": "ఉదాహరణ వీధి ష్ట్ర",
    "Kannada": "ಉದಾಹರಣೆ ರಸ್ತೆ",
    "Malayalam": "ഉദാഹരണ റോഡ്",
    "Sinhala": "ශ්‍රී ලංකාව",
    "Thai": "ซอยตัวอย่าง ชั้น ๑๗",
    "Lao": "ຖະໜົນຕົວຢ່າງ ນ້ຳ",
    "Myanmar": "ရန်ကုန်မြို့ ကြီး",
    "Georgian": "მაგალითის ქუჩა",
    "Hangul": "예시로128길 쀍뷁",
    "Ethiopic": "የምሳሌ መንገድ",
    "Khmer": "ព្រះរាជាណាចក្រ ភ្នំពេញ",
}


def written_by(text: str, *, bold: bool) -> tuple[set[str], set[int]]:
    """The families that draw a text, and the numbers of the glyphs."""
    layout = QTextLayout(text, Face(bold=bold, size_dots=40, hinted=True, fonts=needed(text)).font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return {run.rawFont().familyName() for run in runs}, {glyph for run in runs for glyph in run.glyphIndexes()}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("name", [font.name for font in SCRIPT_FONTS])
def test_each_script_has_its_font(name: str, bold: bool) -> None:
    """Words of each script are drawn whole by its own font and the main one: no box, and no font that is installed."""
    text = clean(WORDS[name])
    assert [font.name for font in needed(text)] == [name]
    families, glyphs = written_by(f"{text} 12 号", bold=bold)
    assert families == {f"Label Sans {name}", "Noto Sans SC"}
    assert 0 not in glyphs
    assert missing(text, bold=bold) == ""


def test_what_the_main_font_has_needs_no_other() -> None:
    """Chinese, Japanese, plain Latin, Vietnamese and Russian are drawn as ever, by one font."""
    for script in SCRIPTS:
        text = script.recipient.street
        if script.name in ("Latin, western", "Latin, Vietnamese", "Cyrillic") or script.name.startswith("Han,"):
            assert needed(text) == (), script.name


def test_no_font_is_loaded_before_its_script() -> None:
    """A label in Chinese and English loads none of the scripts' fonts; a Thai one loads Thai alone."""
    program = """
from station.labels.screenless import ensure_application
application = ensure_application()
from PySide6.QtGui import QFontDatabase
from station.labels.drawing import Area, Drawing, Text
from station.labels.paint import paint_bitmap
area = Area(x_dmm=0, y_dmm=0, width_dmm=500, height_dmm=100)
for text in ("\u793a\u4f8b\u8def 1 Sample", "\u0e0b\u0e2d\u0e22"):
    element = Text(area=area, text=text, size_dmm=40, least_dmm=40)
    paint_bitmap(Drawing(width_dmm=500, height_dmm=100, elements=(element,)), 203)
    print([family for family in QFontDatabase.families() if family.startswith("Label Sans")])
"""
    command = [sys.executable, "-W", "error", "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["[]", "['Label Sans Thai']"]


def test_both_weights_have_the_same_letters() -> None:
    """What is not refused in an address is not refused in a name: bold has every letter that regular has."""
    every = [chr(code) for code in range(0xA0, 0xE000) if unicodedata.category(chr(code))[0] in "LMN"]
    script = [character for character in every if fonts_in(character)]
    by_weight = [{c for c in script if not missing(c, bold=bold)} for bold in (False, True)]
    assert by_weight[0] == by_weight[1]
    assert len(by_weight[0]) > 15_000


def test_a_word_is_never_cut_within_a_letter() -> None:
    """A long word without blanks breaks between letters with their marks, never within one."""
    word = "กุ้งเผ็ดน้ำผึ้งเมืองน่านใหม่" * 3
    area = Area(x_dmm=0, y_dmm=0, width_dmm=300, height_dmm=400)
    text = Text(area=area, text=word, size_dmm=40, least_dmm=40, lines=8)
    lines = fit(text, Faces(hinted=True), 0.8).lines
    assert "".join(lines) == word
    assert len(lines) > 2
    assert not any(unicodedata.category(line[0]).startswith("M") or line[-1] in "เแโใไ" for line in lines)


def test_marks_stay_within_their_lines() -> None:
    """Two lines of stacked marks do not touch each other: a row between them is free of ink."""
    area = Area(x_dmm=0, y_dmm=50, width_dmm=500, height_dmm=200)
    for word in ("ขู่กุฏิ์ ฎู๊", "ព្រះស្ត្រី", "মন্ত্রী ফ্ল্যাঁ", "ष्ट्रीं ज़िं", "ကြီးမြို့"):
        text = Text(area=area, text=f"{word}\n{word}", size_dmm=60, least_dmm=60, lines=2)
        bitmap = paint_bitmap(Drawing(width_dmm=500, height_dmm=250, elements=(text,)), 203)
        rows = [bitmap.dots[at : at + bitmap.row_bytes] for at in range(0, len(bitmap.dots), bitmap.row_bytes)]
        inked = [number for number, row in enumerate(rows) if any(row)]
        gaps = [after - before for before, after in pairwise(inked) if after - before > 1]
        assert gaps, word


def test_every_font_file_is_one_of_the_table() -> None:
    """Two files a script, under twelve megabytes together, with their licence beside them."""
    folder = FONTS / "scripts"
    named = {font.file_name(bold=bold) for font in SCRIPT_FONTS for bold in (False, True)}
    there = {path.name for path in folder.iterdir()}
    assert there == named | {"LICENSE_FONT"}
    assert sum(path.stat().st_size for path in folder.iterdir()) < 12_000_000
