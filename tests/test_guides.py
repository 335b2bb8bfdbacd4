"""The guides and the two READMEs: what they tell people to type, press and scan is the program's, in both languages."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from station.cli import _parser
from station.codes import command_code
from station.packing.inputs import Command
from station.ui.letters import FAMILY, load_fonts
from station.ui.present import KEYS
from station.ui.texts import REASONS
from tests.test_documents import _rows, _section

ROOT = Path(__file__).resolve().parent.parent
GUIDES = ROOT / "docs" / "guide"
TWINS = [
    (ROOT / "README.md", ROOT / "README.zh.md"),
    *((page, page.with_name(page.name.replace(".en.", ".zh."))) for page in sorted(GUIDES.glob("*.en.md"))),
]
PAGES = [ROOT / "README.zh.md", *sorted(GUIDES.glob("*.md"))]
EXAMPLES = {"ID": "1", "KIND": "damaged", "PROOF": "invoice", "OUTCOME": "won"}
"""What stands for a word of the guides that the parser takes only from a list, or as a number."""
PICTURE_BYTES_MAX, PICTURES_BYTES_MAX = 150 * 1024, 3_000_000
A4_DOTS = QSizeF(794 - 2 * 57, 1123 - 2 * 57)
"""Of 1/96 inch, with margins of 15 mm."""


def _said(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _blocks(text: str) -> list[str]:
    """The lines of every block of code, without what explains them."""
    fenced = re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = [
        *(line for block in fenced for line in block.splitlines()),
        *re.findall(r"^    (\S.*)$", text, re.MULTILINE),
    ]
    plain = (re.sub(r"(^#| +#|   +).*", "", line).strip() for line in lines)
    return [line for line in plain if line]


def _spans(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))


def _links(text: str) -> list[str]:
    """Where each link leads, the same for a page and its twin."""
    targets = re.findall(r"\]\(([^)]+)\)", text)
    plain = (re.sub(r"-zh(?=\.png$)|\.(zh|en)(?=\.md$)", "", target) for target in targets)
    return sorted(plain)


def _commands(text: str) -> Iterator[str]:
    for words in (*_blocks(text), *_spans(text)):
        if found := re.match(r"(?:sealbench|\.venv/bin/python -m station) (.+)$", words):
            yield found[1]


def _is_taken(command: str) -> bool:
    try:
        _parser().parse_args([EXAMPLES.get(word, word) for word in shlex.split(command)])
    except SystemExit:
        return False
    return True


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_whole_command_of_a_guide_is_taken_by_the_program(page: Path) -> None:
    """What a guide says after ``sealbench`` can be typed: verb, acts, options and what they need."""
    assert not [command for command in _commands(_said(page)) if not _is_taken(command)]


def test_the_guides_name_commands() -> None:
    """The rule above has something to look at in every guide but the packer's, who types nothing."""
    assert all(len(list(_commands(_said(page)))) > 25 for page in PAGES if page.name[:3] in ("sup", "adm"))
    assert not _is_taken("users pin --nobody")


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: twins[0].name)
def test_a_page_and_its_twin_are_in_step(twins: tuple[Path, Path]) -> None:
    """Both languages have the same headings, tables, commands, pictures and links."""
    one, other = (_said(page) for page in twins)
    shape = re.compile(r"^(#+) |^(\|)|^(\d+)\. ", re.MULTILINE)
    assert shape.findall(one) == shape.findall(other)
    assert sorted(_spans(one)) == sorted(_spans(other))
    assert _blocks(one) == _blocks(other)
    assert _links(one) == _links(other)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_packers_keys_and_codes_are_the_programs(language: str) -> None:
    """Each key of the screen stands on the packer's page, each code is its command's."""
    text = _said(GUIDES / f"packer.{language}.md")
    title = {"en": "Codes and keys", "zh": "码和键"}[language]
    halves = [half for row in _rows(_section(text, title)) for half in (row[:3], row[3:])]
    rows = {key: code for _, key, code in halves}
    for name, key in KEYS.items():
        code = rows[key].strip("`")
        assert code in ("", command_code(Command(name)))
    known = {command_code(command) for command in Command if command not in (Command.BOX, Command.CHOICE)}
    assert known >= set(re.findall(r"`(SB-[^`]+)`", text))


def _reasons(verdict: str) -> set[str]:
    """The reasons of one verdict, as docs/windowless.md has them."""
    rows = _rows(_section(_said(ROOT / "docs" / "windowless.md"), "Reasons"))
    return {name for row in rows if row[1] == verdict for name in re.findall(r"`(\w+)`", row[0])}


@pytest.mark.parametrize(
    ("language", "title", "verdict"),
    [
        ("en", "When it is red", "stop"),
        ("zh", "红色怎么办", "stop"),
        ("en", "When it is amber", "attention"),
        ("zh", "黄色怎么办", "attention"),
    ],
)
def test_the_packers_headlines_are_the_screens(language: str, title: str, verdict: str) -> None:
    """What the page tells to look for is a headline of the screen, in that colour."""
    said = [getattr(REASONS[reason], language) for reason in _reasons(verdict)]
    known = [re.compile(re.escape(words).replace(r"\{grams\}", r"182 (g|克)")) for words in said]
    headlines = [row[0] for row in _rows(_section(_said(GUIDES / f"packer.{language}.md"), title))[2:]]
    assert len(headlines) > 6
    assert not [words for words in headlines if not any(pattern.fullmatch(words) for pattern in known)]


def paper(page: Path) -> QTextDocument:
    """The page as it is printed at A4, letters of 9 points, pictures 56 mm wide."""
    document = QTextDocument()
    load_fonts()
    font = QFont(FAMILY)
    font.setPointSizeF(9)
    document.setDefaultFont(font)
    document.setMarkdown(_said(page))
    for link in re.findall(r"!\[[^]]*]\(([^)]+)\)", _said(page)):
        picture = QImage(str(page.parent / link)).scaledToWidth(212, Qt.TransformationMode.SmoothTransformation)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(link), picture)
    document.setPageSize(A4_DOTS)
    return document


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_packers_page_fits_two_sides(language: str, qapp: QApplication) -> None:
    """The packer's page is two printed sides of A4, pictures included."""
    assert paper(GUIDES / f"packer.{language}.md").pageCount() == 2


def test_the_pictures_are_small() -> None:
    """No picture of the documents is over 150 KB, all of them are below 3 MB."""
    sizes = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").iterdir()}
    assert not {name: size for name, size in sizes.items() if size > PICTURE_BYTES_MAX}
    assert sum(sizes.values()) < PICTURES_BYTES_MAX
