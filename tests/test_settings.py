"""The settings: their defaults are documented, mistakes are named, units are converted once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from station.errors import SettingsTrouble
from station.home import Home
from station.packing.rules import Carton
from station.settings import FILE_BYTES_MAX, Settings, all_keys, config_dir, load, load_materials, read

SCANNER = '[[device]]\nname = "s"\nkind = "scanner"\nlink = "serial:/dev/ttyACM0"\n'
CAMERA = '[[device]]\nname = "c"\nkind = "camera"\nlink = "synthetic:"\n'


def _sheet() -> str:
    return (config_dir() / "bench.toml").read_text(encoding="utf-8")


def _refusal(text: str) -> str:
    with pytest.raises(SettingsTrouble) as caught:
        read(text, file="bench.toml")
    assert caught.value.exit_code == 3
    return caught.value.sentence()


def test_shipped_sheet_equals_the_defaults() -> None:
    """config/bench.toml, loaded as it stands, is exactly what a bench without any file has."""
    assert read(_sheet(), file="config/bench.toml") == Settings()


def test_every_setting_is_documented() -> None:
    """Each setting stands in config/bench.toml, live or as an example, under a comment that explains it."""
    whole = re.sub(r"^#(?=\S)", "", _sheet(), flags=re.M)
    document = tomllib.loads(whole)
    for path, _ in all_keys():
        table, key = path.split(".")
        found = document[table]
        assert key in (found[0] if isinstance(found, list) else found), path
    for before, line in zip(_sheet().splitlines(), _sheet().splitlines()[1:], strict=False):
        if re.match(r"#?[a-z_]+ = ", line):
            assert before.startswith("# ") or re.match(r"#?[a-z_]+ = ", before), f"no comment above: {line}"


def test_examples_of_the_sheet_are_valid() -> None:
    """The sample carton and device of config/bench.toml can be uncommented and used, and show the defaults."""
    settings = read(re.sub(r"^#(?=\S)", "", _sheet(), flags=re.M), file="bench.toml")
    assert [carton.tare_g for carton in settings.cartons] == [120]
    assert [paper.rule().per for paper in settings.papers] == ["parcel"]
    assert (
        settings.devices[0]
        == read(
            '[[device]]\nname="label printer"\nkind="printer"\nlink="tcp:127.0.0.1:9100"\nspeaks="zpl"', file=""
        ).devices[0]
    )


def test_bench_of_the_demonstration() -> None:
    """config/demo.toml is a whole bench: scanner, scale, printer and camera, and a box whose weight is known."""
    demo = read((config_dir() / "demo.toml").read_text(encoding="utf-8"), file="config/demo.toml")
    assert {device.kind for device in demo.devices} == {"scanner", "scale", "printer", "camera"}
    assert demo.rules({}).default_carton in {carton.code for carton in demo.cartons}


def test_no_file_is_all_defaults(home: Home) -> None:
    """A home that does not exist yet has every default, and reading its settings makes nothing."""
    settings = load(home)
    assert (settings.bench.id, settings.bench.language, settings.devices) == ("B01", "zh", ())
    assert not home.root.exists()


def test_addresses_are_relative_to_the_home(home: Home) -> None:
    """sqlite and file addresses come out absolute within the home; a server's address is left alone."""
    home.root.mkdir()
    home.settings_file.write_text('[[device]]\nname = "p"\nkind = "printer"\nlink = "file:out"\n', encoding="utf-8")
    settings = load(home)
    assert settings.bench.orderbook == f"sqlite:///{home.root / 'orders.db'}"
    assert settings.devices[0].link == f"file:{home.root / 'out'}"
    home.settings_file.write_text('[bench]\norderbook = "postgresql+psycopg://db/orders"\n', encoding="utf-8")
    assert load(home).bench.orderbook == "postgresql+psycopg://db/orders"


def test_a_misspelt_key_is_named_with_a_suggestion() -> None:
    """A key nobody knows is refused by name, with the nearest one that exists."""
    sentence = _refusal('[bench]\nlangauge = "en"\n')
    assert "langauge" in sentence
    assert "[bench]" in sentence
    assert "Did you mean 'language'?" in sentence
    tables = (
        "bench board carton device evidence import label media media_store packing paper photo picking retention screen"
    )
    assert f"Known here: {', '.join(tables.split())}." in _refusal("[zzz]\n")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("[packing]\ntolerance_g = 'ten'\n", ("packing.tolerance_g", "whole number from 0")),
        ("[packing]\ntolerance_g = -1\n", ("packing.tolerance_g", "whole number from 0")),
        ("[bench]\nlanguage = 'German'\n", ("bench.language", "short name like de")),
        ("[bench]\nid = 'a/b'\n", ("bench.id", "letters, digits")),
        ('[bench]\nid = "B01\\n"\n', ("bench.id", "letters, digits")),
        ("bench = 3\n", ("bench", "config/bench.toml")),
        (SCANNER + "dpi = 72\n", ("device.dpi", "203, 300, 600")),
        (SCANNER.replace("scanner", "scaner"), ("device.kind", "'scanner'")),
        ("[[device]]\nname = 's'\n", ("device.kind", "missing")),
        (SCANNER + SCANNER, ("device.name 's' is there twice",)),
        ("[packing]\ndefault_carton = 'M'\n", ("default_carton 'M' is no [[carton]]", "Known: none")),
        ("[bench\n", ("not TOML", "line 1")),
        ("[[photo]]\nmoment = 'item'\ncamera = 'eye'\n", ("photo of item", "the bench has no camera")),
        (CAMERA + "[[photo]]\nmoment = 'item'\ncamera = 'eye'\n", ("no camera is called 'eye'", "Known: c")),
        ("[[photo]]\nmoment = 'label'\nrequired = true\n", ("photo of label", "Add a [[device]]")),
        (CAMERA + "[[photo]]\nmoment = 'label'\nvalue_from = '9 yuan'\n", ("photo.value_from", "200 USD")),
        (CAMERA + "resolution = 'hd'\n", ("device.resolution", "1280x720")),
    ],
)
def test_each_mistake_is_one_sentence(text: str, pieces: tuple[str, ...]) -> None:
    """Wrong values, missing keys, contradictions and broken TOML name the file, the key and what it takes."""
    sentence = _refusal(text)
    assert "\n" not in sentence
    for piece in ("bench.toml", *pieces):
        assert piece in sentence


def test_unreadable_files_are_one_sentence(home: Home) -> None:
    """A file that is no UTF-8, too large or a folder is refused without a traceback."""
    home.root.mkdir()
    for content in (b"\xff\xfe[bench]", b"#" * (FILE_BYTES_MAX + 1)):
        home.settings_file.write_bytes(content)
        with pytest.raises(SettingsTrouble, match=r"bench\.toml"):
            load(home)
    home.settings_file.unlink()
    home.settings_file.mkdir()
    with pytest.raises(SettingsTrouble, match="cannot read"):
        load(home)


def test_a_byte_order_mark_is_no_fault(home: Home) -> None:
    """Notepad's UTF-8 with BOM reads like any other."""
    home.root.mkdir()
    home.settings_file.write_text('[bench]\nid = "B02"\n', encoding="utf-8-sig")
    assert load(home).bench.id == "B02"


def test_weights_become_milligrams_in_the_rules() -> None:
    """Grams of the file are milligrams in the packing core's rules, cartons and all."""
    settings = read("[packing]\ntolerance_g = 7\n[[carton]]\ncode = 'M'\nname = 'Medium'\ntare_g = 120\n", file="")
    rules = settings.rules({})
    assert rules.tolerance_mg == 7_000
    assert rules.cartons == (Carton(code="M", name="Medium", tare_mg=120_000, filler_mg=0),)


@pytest.mark.parametrize(
    ("weigh", "scale", "weighs"),
    [("auto", True, True), ("auto", False, False), ("always", False, True), ("never", True, False)],
)
def test_weighing_follows_the_scale_unless_told(weigh: str, scale: bool, weighs: bool) -> None:
    """With auto a bench weighs exactly when it has a scale; always and never overrule that."""
    device = SCANNER.replace("scanner", "scale") if scale else ""
    assert read(f"[packing]\nweigh = '{weigh}'\n{device}", file="").rules({}).weigh is weighs


def test_shipped_material_rules_read() -> None:
    """The material rules that ship name fragile goods, in both languages."""
    materials = {rule.goods_class: rule for rule in load_materials()}
    assert {"fragile", "jewellery", "clothes", "liquid"} <= materials.keys()
    assert all(rule.zh and rule.en for rule in materials.values())


def test_a_mistake_in_the_material_rules_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone who edits the material rules and misspells a key is told which file to mend."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "materials.toml").write_text("[[material]]\ngoods_class = 3\n", encoding="utf-8")
    monkeypatch.setattr("station.settings.config_dir", lambda: tmp_path)
    with pytest.raises(SettingsTrouble, match=r"materials\.toml"):
        load_materials()


def test_shipped_files_are_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """config/ is found by where the program lies, not by the current folder."""
    monkeypatch.chdir(tmp_path)
    assert (config_dir() / "bench.toml").is_file()


@pytest.mark.parametrize(
    ("line", "ok"),
    [
        ('suffix = "\\r\\n"', True),
        ('suffix = "\\u0003"', True),
        ('suffix = ""', False),
        ('suffix = "#"', False),
        ('suffix = "\\u001d"', False),
        ('prefix = "\\u0002"', True),
        ('prefix = "~SCAN~"', True),
        ('prefix = "\\r"', False),
        ('prefix = "123456789"', False),
    ],
)
def test_what_a_scanner_sends_around_a_code(line: str, ok: bool) -> None:
    """A suffix is control characters that no code holds, a prefix a few characters that do not end a code."""
    if ok:
        assert read(SCANNER + line, file="bench.toml").devices
    else:
        assert line[:6] in _refusal(SCANNER + line)


def test_photos_by_the_camera_that_sees_them() -> None:
    """Without a [[photo]] each moment has the camera of its role, else the first; with one, only what is named."""
    assert Settings().rules({}).photos == ()
    label = CAMERA.replace('"c"', '"l"') + 'role = "label"\nvideo = false\n'
    rules = read(CAMERA + label, file="").rules({})
    cameras = {rule.moment.value: rule.camera for rule in rules.photos}
    assert cameras == {"open_box": "c", "item": "c", "sealed_box": "c", "label": "l", "asked": "c"}
    assert rules.video == ("c",)
    named = read(CAMERA + '[[photo]]\nmoment = "item"\nrequired = true\nvalue_from = "200 USD"\n', file="").rules({})
    assert [(rule.moment.value, rule.required) for rule in named.photos] == [("item", True), ("asked", False)]
    worth = named.photos[0].value_from
    assert worth is not None
    assert (worth.hundredths, worth.currency) == (20_000, "USD")
