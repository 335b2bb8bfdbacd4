"""Every text that people see, in both languages: punctuation, spacing, spelling, and one word for one thing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from station.translations.messages import Message
from station.translations.tables import ROOT, gathered
from station.ui.plurals import ONE
from tests.translations import wording

DOCS = Path(__file__).parents[2]
PAGES = ("README.zh.md", *(f"docs/guide/{page}.zh.md" for page in ("packer", "supervisor", "administrator")))


_ENGLISH = (DOCS / "README.md", *sorted(DOCS.glob("docs/*.md")), *sorted(DOCS.glob("docs/guide/*.en.md")))
ENGLISH_PAGES = tuple(path.relative_to(DOCS).as_posix() for path in _ENGLISH)


@pytest.fixture(scope="module")
def messages() -> tuple[Message, ...]:
    return tuple(gathered().messages.values())


def test_chinese_is_written_as_chinese(messages: tuple[Message, ...]) -> None:
    """Full-width punctuation, a space beside letters and digits, and the glossary's words."""
    assert [fault for each in messages for fault in wording.chinese_faults(each.chinese)] == []


def test_english_is_written_as_british_english(messages: tuple[Message, ...]) -> None:
    """Its own punctuation, one spelling, nothing loose; of many and of one."""
    texts = [text for each in messages for text in (each.english, each.one)]
    assert [fault for text in texts for fault in wording.english_faults(text)] == []


def test_a_sentence_ends_in_both_languages(messages: tuple[Message, ...]) -> None:
    """A full stop in one of them only makes two kinds of text of one."""
    assert [fault for each in messages for fault in wording.ends_alike(each.chinese, each.english)] == []


def test_a_singular_fills_nothing_that_its_plural_does_not() -> None:
    """A field that only the singular has would stop the sentence when it is one."""
    assert [many for many, one in ONE.items() if not set(wording.fields(one)) <= set(wording.fields(many))] == []


def _literals(path: Path) -> list[str]:
    """Every text of a file but its docstrings; of one with fields, what stands between them."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    said = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts = (node for node in nodes if isinstance(node, ast.Constant) and id(node) not in said)
    return [node.value for node in texts if isinstance(node.value, str)]


@pytest.mark.parametrize("path", sorted([*ROOT.glob("evidence/*report*.py"), *ROOT.glob("reports/channel*.py")]))
def test_what_strangers_read_is_written_as_chinese(path: Path) -> None:
    """The report of a bundle and the texts for channels are in no table: they speak both languages at once."""
    rules = (wording.half_width, wording.spaced_wide, wording.other_word, wording.dots)
    assert [fault for text in _literals(path) for rule in rules for fault in rule(text)] == []


SCREENS = [path for folder in ("ui", "setup", "office", "training") for path in ROOT.glob(f"{folder}/**/*.py")]


def _joined(path: Path) -> list[str]:
    """Texts that are put together in the program, with a brace for what is put in."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    parts = (node.values for node in nodes if isinstance(node, ast.JoinedStr))
    return ["".join(str(each.value) if isinstance(each, ast.Constant) else "}" for each in values) for values in parts]


@pytest.mark.parametrize("path", sorted(path for path in SCREENS if "%" in path.read_text(encoding="utf-8")))
def test_a_figure_is_written_as_in_sentences(path: Path) -> None:
    """99 %, with a space, also where the figure stands alone. A page's widths are no figures."""
    texts = [text for text in _joined(path) if "width=" not in text]
    assert [fault for text in texts for fault in wording.percent(text)] == []


def _prose(page: str) -> list[str]:
    """Lines without code, addresses and marks."""
    text = re.sub(r"```.*?```", "", (DOCS / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = (line for line in text.splitlines() if not line.startswith("    "))
    bare = (re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"`[^`]*`", "“”", line)) for line in lines)
    return [re.sub(r" +", " ", line.replace("*", "")).strip() for line in bare]


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_written_as_the_screens_are(page: str) -> None:
    """What hangs at the bench uses the words that stand on its screen."""
    rules = (wording.half_width, wording.unspaced, wording.straight_quotes, wording.other_word, wording.dots)
    assert [fault for line in _prose(page) for rule in rules for fault in rule(line)] == []


@pytest.mark.parametrize("page", ENGLISH_PAGES)
def test_english_pages_call_a_thing_as_the_screens_do(page: str) -> None:
    """A hold is never what a packer does."""
    assert [fault for line in _prose(page) for fault in wording.other_english(line)] == []


@pytest.mark.parametrize(
    ("chinese", "what"),
    [
        ("扫订单,再扫商品", "half-width"),
        ("扫订单(再扫)", "half-width"),
        ("扫订单.", "half-width"),
        ("按F2添加", "no space"),
        ("有 3个", "no space"),
        ("扫订单， 再扫", "a space beside"),
        ('扫"清除"', "straight quotation"),
        ("请您扫工牌", "is called 你"),
        ("订单被拦截", "is called 暂停"),
        ("正在读...", "three dots"),
        ("扫  订单", "loose space"),
        ("超过 1%", "no space before %"),
        ("慢 {percent}%", "no space before %"),
    ],
)
def test_a_badly_written_chinese_text_is_named(chinese: str, what: str) -> None:
    """Each rule finds what it is for."""
    assert any(what in fault for fault in wording.chinese_faults(chinese))


@pytest.mark.parametrize(
    ("english", "what"),
    [
        ("Scan it，then weigh", "not English punctuation"),
        ("Scan “CLEAR”", "not English punctuation"),
        ("The color of the screen", "colour"),
        ("Gray means nobody is needed", "grey"),
        ("The order was canceled", "cancelled"),
        ("The organization's key", "-ise"),
        ("HOLD it, ask the supervisor", "PUT ASIDE"),
        ("What is in dispute or on hold stays", "on legal hold"),
        ("F6: Hold still", "freeze"),
        ("Reading...", "three dots"),
        ("Scan  again", "loose space"),
        (" Scan it", "loose space"),
        ("5% slower", "no space before %"),
    ],
)
def test_a_badly_written_english_text_is_named(english: str, what: str) -> None:
    """Each rule finds what it is for."""
    assert any(what in fault for fault in wording.english_faults(english))


@pytest.mark.parametrize(("chinese", "english"), [("扫工牌。", "Scan your badge"), ("扫工牌", "Scan your badge.")])
def test_a_full_stop_in_one_language_is_named(chinese: str, english: str) -> None:
    """Either way round."""
    assert list(wording.ends_alike(chinese, english)) != []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("扫“清除”，再扫商品；F9 也行。", "Scan CLEAR, then the item; F9 does it too."),
        ("{n} 个{name}（{kg} kg）？", "{n} × {name} ({kg} kg)?"),
        ("“https://主机:端口”，或留空", "'https://HOST:PORT', or nothing"),
        ('照它屏幕上的单位写：unit = "kg"、"g"。', 'Set what its display shows: unit = "kg", "g".'),
        ("序号", "No."),
        ("颜色", "colours"),
    ],
)
def test_a_well_written_text_passes(chinese: str, english: str) -> None:
    """What people type, abbreviations and fields are no faults."""
    faults = [*wording.chinese_faults(chinese), *wording.english_faults(english), *wording.ends_alike(chinese, english)]
    assert faults == []
