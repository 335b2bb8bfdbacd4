"""Texts of notices: read strictly, chosen by country, filled in, and a mistake in them is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import SettingsTrouble, UsageTrouble
from station.orders.notice_texts import PLACEHOLDERS, NoticeTexts, fill, load_notice_texts, refuse_ending, track_url
from station.settings import config_dir

EVERY = {name: f"<{name}>" for name in PLACEHOLDERS}
EN = 'language = "en"\nfallback = true\ntext = "Hello {buyer}"\n'


def _load(folder: Path, **files: str) -> NoticeTexts:
    """Texts from files of a home beside a folder without shipped ones."""
    (folder / "home" / "notices").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / "home" / "notices" / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_notice_texts(folder / "config", folder / "home")


def test_the_shipped_ones(tmp_path: Path) -> None:
    """Every shipped language uses all that there is to say, and its texts can be filled."""
    texts = load_notice_texts(config_dir(), tmp_path)
    assert {"zh", "en", "fr", "es", "pt", "ru", "de"} <= set(texts.languages)
    for language in texts.languages:
        told = fill(texts.text_of(language, "epacket"), EVERY)
        for value in EVERY.values():
            assert value in told, language


@pytest.mark.parametrize(
    ("country", "language"), [("CN", "zh"), ("FR", "fr"), ("BR", "pt"), ("KZ", "ru"), ("US", "en"), ("JP", "en")]
)
def test_by_country(tmp_path: Path, country: str, language: str) -> None:
    """A country that no file names gets the fallback."""
    assert load_notice_texts(config_dir(), tmp_path).language_of(country=country, shop="demo") == language


def test_a_line_without_its_value_is_left_out() -> None:
    """No "in  to  days": what is not known is not written."""
    text = "\nDear {buyer},\nit takes {days_from} to {days_to} days.\nBye\n{signature}\n"
    values = EVERY | {"days_to": "", "signature": ""}
    assert fill(text, values) == "Dear <buyer>,\nBye"


def test_a_brace_in_a_value_stays() -> None:
    """A buyer called {order} is called so."""
    assert fill("Dear {buyer}", EVERY | {"buyer": "{order}"}) == "Dear {order}"


def test_home_goes_before(tmp_path: Path) -> None:
    """A file of the home replaces the shipped one, and a service can have its own text."""
    own = EN + '[service.yto]\ntext = "By YTO, {buyer}"\n'
    texts = _load(tmp_path, en=own)
    assert texts.text_of("en", "yto") == "By YTO, {buyer}"
    assert texts.text_of("en", "sf") == "Hello {buyer}"


def test_shops(tmp_path: Path) -> None:
    """A shop signs, and may write to all its buyers in one language; a service is followed at its address."""
    settings = '[shop.a]\nsignature = "A"\nlanguage = "fr"\n[track]\nsf = "https://t.example/{waybill}"\n'
    fr = 'language = "fr"\ncountries = ["FR"]\ntext = "Bonjour"\n'
    texts = _load(tmp_path, en=EN, fr=fr, settings=settings)
    assert texts.language_of(country="US", shop="a") == "fr"
    assert texts.language_of(country="US", shop="b") == "en"
    assert (texts.signatures, track_url(texts, "sf", "W1"), track_url(texts, "yto", "W1")) == (
        {"a": "A"},
        "https://t.example/W1",
        "",
    )


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"en": EN.replace("buyer", "name")}, r"unknown placeholder \{name\}"),
        ({"en": EN.replace("{buyer}", "{buyer.name}")}, r"unknown placeholder \{buyer.name\}"),
        ({"en": EN.replace("{buyer}", "{buyer!r}")}, r"unknown placeholder \{buyer!r\}"),
        ({"en": EN.replace("{buyer}", "{}")}, r"unknown placeholder \{\}"),
        ({"en": EN.replace("{buyer}", "{buyer")}, "cannot be filled in"),
        ({"en": EN + "colour = 1\n"}, "cannot be read"),
        ({"fr": EN}, "file's name says 'fr'"),
        ({"en": "language ="}, "cannot be read"),
        ({}, "one language must have fallback"),
        ({"en": EN, "fr": EN.replace('"en"', '"fr"')}, "and only one"),
        ({"en": EN, "settings": '[shop.a]\nlanguage = "fr"\n'}, "'fr', which has no file"),
        ({"en": EN, "settings": '[track]\nsf = "{order}"\n'}, r"track.sf has the unknown placeholder \{order\}"),
        (
            {
                "en": EN + 'countries = ["US"]\n',
                "fr": 'language = "fr"\ncountries = ["US"]\ntext = "x"\n',
            },
            "US has the language en already",
        ),
    ],
)
def test_mistakes(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """A mistake in a file is one sentence that names the file and what it may say."""
    with pytest.raises(SettingsTrouble, match=said) as raised:
        _load(tmp_path, **files)
    assert len(raised.value.sentence().splitlines()) <= 2


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.csv.gz"])
def test_endings(name: str) -> None:
    """Only files that a table or a text can be written to."""
    with pytest.raises(UsageTrouble, match="must end in"):
        refuse_ending(Path(name))
