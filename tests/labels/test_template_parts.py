"""Templates made of parts, and lists that go on to further labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import SettingsTrouble
from station.labels.drawing import Drawing, LabelTrouble, Text
from station.labels.template import PAGES_MAX, Fields, load

HEAD = "[label]\nwidth_mm = 50\nheight_mm = 30\n"
ROWS = '\n[[element]]\ntype = "text"\nbox_mm = [1, 6, 40, 5]\nsize_mm = 3\ntext = "{row}"\neach = "goods"\nrows = 3\n'
PAGE = '\n[[element]]\ntype = "text"\nbox_mm = [1, 1, 40, 4]\nsize_mm = 3\ntext = "{order} {page}/{pages}"\n'


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder / f"{next(iter(files))}.toml"


def goods(count: int) -> Fields:
    rows = tuple({"row": f"row {number}"} for number in range(count))
    return Fields(texts={"order": "SO-1", "gift": "", "none": ""}, rows={"goods": rows, "none_listed": ()})


def texts(drawing: Drawing) -> list[str]:
    return [element.text for element in drawing.elements if isinstance(element, Text)]


def part(name: str, extra: str = "") -> str:
    return f'\n[[element]]\ntype = "part"\nfile = "{name}.toml"\nat_mm = [2, 3]\n{extra}'


def test_a_part_stands_where_it_is_put(tmp_path: Path) -> None:
    """All elements of a part are drawn, moved; a mistake in one is told with the part's own file."""
    inner = HEAD + '\n[[element]]\ntype = "text"\nbox_mm = [1, 1, 9, 4]\nsize_mm = 3\ntext = "{order}"\n'
    template = load(written(tmp_path, outer=HEAD + part("inner"), inner=inner))
    (text,) = template.draw(goods(0)).elements
    assert isinstance(text, Text)
    assert (text.area.x_dmm, text.area.y_dmm, text.source) == (30, 40, "inner.toml, line 5")


def test_a_part_has_its_condition(tmp_path: Path) -> None:
    """``when`` on a part holds for all that is in it, beside its own conditions."""
    template = load(written(tmp_path, outer=HEAD + part("inner", 'when = "gift"\n'), inner=HEAD + PAGE))
    assert not template.draw(goods(0)).elements


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"a": HEAD + part("b"), "b": HEAD + part("a")},
            "its parts go round in a circle: a.toml -> b.toml -> a.toml (b.toml, line 7)",
        ),
        (
            {"a": HEAD + part("b"), "b": HEAD + part("c"), "c": HEAD + part("d"), "d": HEAD + part("e"), "e": HEAD},
            "(e.toml",
        ),
        ({"a": HEAD + part("b"), "b": HEAD + PAGE.replace("40, 4", "49, 4")}, "leaves the label (b.toml, line 5)"),
        ({"a": HEAD + 'continued = "b.toml"\n' + PAGE}, "the template 'b.toml' is not there (a.toml)"),
        (
            {"a": HEAD + 'continued = "b.toml"\n' + PAGE, "b": HEAD.replace("50", "60") + PAGE},
            "it continues on b.toml, which has another size (a.toml)",
        ),
        ({"a": HEAD.replace("50", '"wide"') + PAGE}, "width_mm: Expected float, got str (a.toml, line 2)"),
    ],
)
def test_a_mistake_between_files_is_named(tmp_path: Path, files: dict[str, str], told: str) -> None:
    """Circles, missing parts, parts that leave the label, and sizes that differ are one sentence with file and line."""
    with pytest.raises(SettingsTrouble) as refused:
        load(written(tmp_path, **files))
    assert told in refused.value.sentence()


def test_a_logo_of_forty_megapixels_is_refused_unread(tmp_path: Path) -> None:
    """A picture's own head says how large it is: a small file of a huge picture is never decoded."""
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + (8000).to_bytes(4) + (5000).to_bytes(4)
    (tmp_path / "logo.png").write_bytes(head + bytes(50))
    path = written(tmp_path, a=HEAD + '\n[[element]]\ntype = "picture"\nbox_mm = [1, 1, 9, 9]\nfile = "logo.png"\n')
    with pytest.raises(SettingsTrouble, match=r"8000 x 5000 pixels, at most 4 million are taken \(a.toml, line 5\)"):
        load(path)
    (tmp_path / "logo.png").write_bytes(b"GIF89a" + bytes(50))
    with pytest.raises(SettingsTrouble, match="is no PNG"):
        load(path)


def test_rows_go_on_to_further_labels(tmp_path: Path) -> None:
    """What finds no room stands on further labels of the named template, every row once, each numbered."""
    first = HEAD + 'continued = "more.toml"\n' + PAGE + ROWS.replace("rows = 3", "rows = 2")
    pages = load(written(tmp_path, first=first, more=HEAD + PAGE + ROWS)).pages(goods(6))
    assert [texts(page) for page in pages] == [
        ["SO-1 1/3", "row 0", "row 1"],
        ["SO-1 2/3", "row 2", "row 3", "row 4"],
        ["SO-1 3/3", "row 5"],
    ]


def test_a_template_continues_itself(tmp_path: Path) -> None:
    """A template may name itself; one label is enough while the rows fit."""
    template = load(written(tmp_path, a=HEAD + 'continued = "a.toml"\n' + PAGE + ROWS))
    assert [len(template.pages(goods(count))) for count in (0, 3, 4, 7)] == [1, 1, 2, 3]


def test_rows_without_end_or_room_are_refused(tmp_path: Path) -> None:
    """Rows for more labels than a parcel has, or with no further template, are refused by name in two languages."""
    endless = load(written(tmp_path, a=HEAD + 'continued = "a.toml"\n' + PAGE + ROWS))
    single = load(written(tmp_path, b=HEAD + PAGE + ROWS))
    for template, count in ((endless, 3 * PAGES_MAX + 1), (single, 4)):
        with pytest.raises(LabelTrouble, match=f"goods has {count} rows, the label has room for 3") as refused:
            template.pages(goods(count))
        assert "商品清单" in refused.value.zh


def test_a_typo_shows_at_the_first_label(tmp_path: Path) -> None:
    """A field that nobody has is named even where a condition leaves its element out, with the nearest name."""
    body = '\n[[element]]\ntype = "text"\nbox_mm = [1, 1, 9, 4]\nsize_mm = 3\ntext = "{odrer}"\nwhen = "gift"\n'
    with pytest.raises(SettingsTrouble, match=r"no field 'odrer' \(a.toml, line 5\). Did you mean 'order'\?"):
        load(written(tmp_path, a=HEAD + body)).pages(goods(0))


def test_a_name_of_ten_thousand_characters_is_one_sentence(tmp_path: Path) -> None:
    """A value far too long is refused with its length before anything is drawn."""
    long = Fields(texts={"order": "长" * 10_000}, rows={})
    with pytest.raises(LabelTrouble, match="order is far too long for a label: 10000 characters"):
        load(written(tmp_path, a=HEAD + PAGE)).pages(long)
