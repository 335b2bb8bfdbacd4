"""Template files and the drawings they make."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import SettingsTrouble
from station.labels.drawing import Box, LabelTrouble, Line, Picture, Text
from station.labels.printable import clean
from station.labels.template import Fields, Template, load
from station.labels.template_file import read_sheet
from station.settings import config_dir

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x10\x00\x00\x00\x10"
HEAD = "[label]\nwidth_mm = 50\nheight_mm = 30\n\n"
TEXT = '[[element]]\ntype = "text"\nbox_mm = [1, 1, 40, 5]\nsize_mm = 3\n'


def made(tmp_path: Path, body: str) -> Template:
    path = tmp_path / "try.toml"
    path.write_text(HEAD + body, encoding="utf-8")
    return load(path)


def drawn(template: Template, rows: list[str] | None = None, **texts: str) -> list[str]:
    listed = {"contents": tuple({"content": row} for row in rows or [])}
    drawing = template.draw(Fields(texts=texts, rows=listed))
    return [element.text for element in drawing.elements if isinstance(element, Text)]


def refusal(tmp_path: Path, body: str) -> str:
    with pytest.raises(SettingsTrouble) as refused:
        made(tmp_path, body)
    return str(refused.value)


def test_fields_fill_their_places(tmp_path: Path) -> None:
    """A place takes its field's value, and a value that looks like a place stays as it is."""
    template = made(tmp_path, TEXT + 'text = "No. {order}"\n')
    assert drawn(template, order="{bench}") == ["No. {bench}"]


def test_conditions_switch_elements(tmp_path: Path) -> None:
    """An element with ``when`` is drawn when the field has a value, with ``!`` when it has none."""
    body = TEXT + 'text = "copy"\nwhen = "mark"\n' + TEXT + 'text = "first"\nwhen = "!mark"\n'
    template = made(tmp_path, body)
    assert (drawn(template, mark="2"), drawn(template, mark="")) == (["copy"], ["first"])


def test_rows_repeat_downwards(tmp_path: Path) -> None:
    """A repeated text stands once a row, a step lower each time."""
    template = made(tmp_path, TEXT + 'text = "{content}"\neach = "contents"\nstep_mm = 4\nrows = 3\n')
    drawing = template.draw(Fields(texts={}, rows={"contents": ({"content": "a"}, {"content": "b"})}))
    texts = [element for element in drawing.elements if isinstance(element, Text)]
    assert [(text.text, text.area.y_dmm) for text in texts] == [("a", 10), ("b", 50)]


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    """A list longer than its room is refused by name, in two languages, and never cut."""
    template = made(tmp_path, TEXT + 'text = "{content}"\neach = "contents"\nrows = 2\n')
    with pytest.raises(LabelTrouble, match="contents has 3 rows") as refused:
        drawn(template, rows=["a", "b", "c"])
    assert refused.value.field == "contents"
    assert "内件清单" in refused.value.zh


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (TEXT + 'text = "x"\ncolour = "red"\n', "unknown key 'colour' (try.toml, line 10)"),
        (TEXT + 'text = "x"\nlines = "two"\n', "lines: Expected int, got str (try.toml, line 10)"),
        (TEXT.replace("size_mm = 3", "size_mm = 99") + 'text = "x"\n', "(try.toml, line 8)"),
        (TEXT.replace("40, 5", "60, 5") + 'text = "x"\n', "leaves the label (try.toml, line 5)"),
        (TEXT.replace("[1, 1", "[1, 1.04") + 'text = "x"\n', "finer than a tenth of a millimetre (try.toml, line 7)"),
        (TEXT.replace("40, 5", "40, 0") + 'text = "x"\n', "no width or no height (try.toml, line 7)"),
        (TEXT + 'text = "x"\nleast_mm = 9\n', "least_mm is more than size_mm (try.toml, line 10)"),
        (TEXT.replace('"text"', '"song"') + 'text = "x"\n', "type: Invalid value 'song' (try.toml, line 6)"),
        ("element = []\n", "unknown key 'element' (try.toml, line 5)"),
        (TEXT + 'text = "x"\nbx_mm = [1, 1, 1, 1]\n', "(try.toml, line 10). Did you mean 'box_mm'?"),
        (TEXT + 'text = "{recipient name}"\n', "'{recipient name}' is no field (try.toml, line 9)"),
        (TEXT + 'text = "{order"\n', "'{order' is no field (try.toml, line 9)"),
        (TEXT + 'text = "order}"\n', "'}' is no field (try.toml, line 9)"),
        (
            '[[element]]\ntype = "part"\nfile = "gone.toml"\n',
            "the template 'gone.toml' is not there (try.toml, line 7)",
        ),
        ('[[element]]\ntype = "part"\nfile = "../secret.toml"\n', "file: Expected"),
        ('[[element]]\ntype = "part"\nfile = "try.toml"\n', "circle: try.toml -> try.toml (try.toml, line 7)"),
        ('[[element]]\ntype = "picture"\nbox_mm = [1, 1, 9, 9]\nfile = "gone.png"\n', "cannot read the picture"),
        (TEXT + "text = \n", "this is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, body: str, told: str) -> None:
    """What is wrong in a template is told in one sentence with file and line."""
    assert told in refusal(tmp_path, body)


def test_an_unknown_field_is_named(tmp_path: Path) -> None:
    """A place for a field that no parcel has is refused with its line and the fields there are."""
    template = made(tmp_path, TEXT + 'text = "{price}"\n')
    with pytest.raises(SettingsTrouble, match=r"no field 'price' \(try.toml, line 5\). Known: order"):
        drawn(template, order="1")


def test_a_missing_template_names_those_there_are() -> None:
    """A name nobody has written a template for is answered with the known names."""
    with pytest.raises(SettingsTrouble, match=r"no label template 'nope'. Known: .*waybill-100x150"):
        load(config_dir() / "labels" / "nope.toml")


def test_characters_without_a_shape_are_dropped() -> None:
    """Controls, zero-width and direction marks vanish, blanks fold, and letters compose."""
    assert clean("a\u200bb\x00\u202e c\u2066\t\r\nd\ufe0f e\u0301\x1b^XZ") == "ab c d é^XZ"


def test_joiners_stay_where_they_are_spelling() -> None:
    """Between letters of Arabic and Indian scripts a joiner is kept, once; anywhere else it vanishes."""
    assert clean("می\u200cشود ශ්\u200dරී") == "می\u200cشود ශ්\u200dරී"
    assert clean("\u200cabc\u200d d\u200ce می\u200c 示\u200d例") == "abc de می 示例"
    assert clean("می\u200c\u200cشود") == "میشود"


def test_every_shipped_template_reads() -> None:
    """Each file of config/labels is a template or a sheet."""
    for path in (config_dir() / "labels").glob("*.toml"):
        assert read_sheet(path) or load(path)


def test_lines_and_boxes_keep_their_place(tmp_path: Path) -> None:
    """Millimetres become tenths exactly."""
    template = made(tmp_path, '[[element]]\ntype = "line"\nbox_mm = [0, 16.1, 50, 0.3]\n')
    (line,) = template.draw(Fields(texts={}, rows={})).elements
    assert isinstance(line, Line)
    assert (line.area.y_dmm, line.area.height_dmm) == (161, 3)


def test_an_unknown_list_or_condition_is_named(tmp_path: Path) -> None:
    """A list or a condition that no parcel has is refused with its line and what there is."""
    with pytest.raises(SettingsTrouble, match=r"no list 'parts' \(try.toml, line 5\). Known: contents"):
        drawn(made(tmp_path, TEXT + 'text = "x"\neach = "parts"\n'))
    with pytest.raises(SettingsTrouble, match=r"no field 'mark' \(try.toml, line 5\)"):
        drawn(made(tmp_path, TEXT + 'text = "x"\nwhen = "mark"\n'))


def test_a_list_can_be_a_condition(tmp_path: Path) -> None:
    """``when`` with a list's name draws only when the list has rows."""
    template = made(tmp_path, TEXT + 'text = "Contents"\nwhen = "contents"\n')
    assert (drawn(template, rows=["a"]), drawn(template)) == (["Contents"], [])


def test_boxes_and_pictures_are_drawn(tmp_path: Path) -> None:
    """A box keeps its stroke, a picture its bytes."""
    png = PNG + bytes(8)
    (tmp_path / "logo.png").write_bytes(png)
    body = '[[element]]\ntype = "box"\nbox_mm = [1, 1, 9, 9]\nstroke_mm = 0.4\n'
    body += '[[element]]\ntype = "picture"\nbox_mm = [1, 1, 9, 9]\nfile = "logo.png"\n'
    box, picture = made(tmp_path, body).draw(Fields(texts={}, rows={})).elements
    assert isinstance(box, Box)
    assert isinstance(picture, Picture)
    assert (box.stroke_dmm, picture.png) == (4, png)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"#" * 300_000, "larger than 200000 bytes"),
        (b"element = [{type = 'line', box_mm = [1, 1, 1, 1]}]\n" + HEAD.encode(), "Give each its own"),
    ],
)
def test_a_file_that_is_no_template_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    """What is not readable text, far too large or written another way is refused in one sentence."""
    (tmp_path / "try.toml").write_bytes(content)
    with pytest.raises(SettingsTrouble, match=told):
        load(tmp_path / "try.toml")
