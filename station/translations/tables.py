"""Every sentence of screens, papers and reports, read from the program as it is written, and what is wrong with it.

Only whole literals count: a sentence put together from pieces is a fault here, and so is Chinese without English.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from station.labels.saying import worded, words_in
from station.translations.messages import FIELD, Message
from station.ui.plurals import ONE

ROOT: Final = Path(__file__).parents[1]
SOURCES: Final = (
    "ui/**/*.py",
    "setup/**/*.py",
    "packing/prompt*.py",
    "packing/label_faults.py",
    "packing/service_limits.py",
    "orders/dispute_kinds.py",
    "reports/command_codes.py",
    "reports/dispute_sheet.py",
    "reports/deadline_sheet.py",
    "reports/delivery_notes.py",
    "reports/figure_*.py",
    "reports/handover*.py",
    "reports/picking.py",
    "reports/shipping_ledger_sheet.py",
    "reports/throughput_sheet.py",
    "labels/delivery_note.py",
    "labels/handover_sheet.py",
    "labels/pick_list.py",
    "labels/tags.py",
    "demo/panel.py",
    "evidence/reason_words.py",
    "demo/windowed.py",
    "finder.py",
    "presenter.py",
    "preview_window.py",
    "window_app.py",
)
TEMPLATES: Final = "config/labels"
CARRIERS: Final = ("waybill", "cn22")
SAMPLES: Final = ("ui/gallery.py",)
"""Invented orders."""
MAKERS: Final = frozenset({"Words", "Said", "say"})
READ: Final = "# read, not said"
"""Ends a line with Chinese that a person may type."""
_CHINESE: Final = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_MANY: Final = re.compile(r"\{n\} (?:[a-z]+ )*[a-z]+s\b")


@dataclass(slots=True)
class Found:
    messages: dict[tuple[str, str], Message] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def gathered(root: Path = ROOT) -> Found:
    """All messages in the order of files and lines, and the faults by file and line; after them the templates' own."""
    found = Found()
    paths = sorted({path for pattern in SOURCES for path in root.glob(pattern)})
    for path in paths:
        name = path.relative_to(root).as_posix()
        if name not in SAMPLES:
            _Table(name, path.read_text(encoding="utf-8"), found).take()
    for path in sorted((root.parent / TEMPLATES).glob("*.toml")):
        _take_template(path, found)
    missing = sorted(set(ONE) - {english for english, _ in found.messages})
    found.faults += [f"ui/plurals.py: no table has the sentence {english!r}" for english in missing]
    return found


def _take_template(path: Path, found: Found) -> None:
    """What a shipped label says of its own: ``{zh|en}``. Of a waybill it is the carrier's form and stays as it is."""
    name = f"labels/{path.name}"
    if path.name.startswith(CARRIERS):
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        for chinese, english in words_in(line):
            key = (english, chinese)
            files = (*(found.messages[key].files if key in found.messages else ()), name)
            found.messages[key] = Message(english=english, chinese=chinese, files=tuple(dict.fromkeys(files)))
        if not line.startswith("#") and _CHINESE.search(worded(line, _english)):
            found.faults.append(f"{name}:{number}: write its own words as {{Chinese|English}}")


def _english(_zh: str, en: str, /, between: str = " ", **_fields: str | int) -> str:
    return en


class _Table:
    """One file's walk; ``paired`` are the literals that belong to a sentence in both languages."""

    def __init__(self, name: str, text: str, found: Found) -> None:
        self._name = name
        self._tree = ast.parse(text)
        self._lines = text.splitlines()
        self._found = found
        self._paired: set[int] = set()

    def take(self) -> None:
        nodes = list(ast.walk(self._tree))
        documented = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            self._node(node)
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                self._alone(node, node.value)

    def _node(self, node: ast.AST) -> None:
        if isinstance(node, ast.Call):
            made = isinstance(node.func, ast.Name) and node.func.id in MAKERS
            named = {word.arg: word.value for word in node.keywords}
            both = ((named[key], named[_en(key)]) for key in named if key and _zh(key, named))
            pairs = [*_neighbours(node.args), *both]
            for chinese, english in pairs:
                self._pair(chinese, english, made=made)
        elif isinstance(node, ast.Tuple | ast.List):
            for chinese, english in _neighbours(node.elts):
                self._pair(chinese, english, made=False)

    def _pair(self, chinese: ast.expr, english: ast.expr, *, made: bool) -> None:
        if made and (_built(chinese) or _built(english)):
            self._fault(chinese, "the sentence is built from pieces; write it whole, with fields in braces")
        zh, en = _text(chinese), _text(english)
        if zh is None or en is None or not (made or _CHINESE.search(zh)):
            return
        if not made and _CHINESE.search(en):
            return
        self._paired |= {id(chinese), id(english)}
        if zh == en:
            return
        self._keep(chinese, zh, en)

    def _keep(self, node: ast.expr, zh: str, en: str) -> None:
        if not zh or not en:
            self._fault(node, f"one language is missing: {zh or en!r}")
        if sorted(set(FIELD.findall(zh))) != sorted(set(FIELD.findall(en))):
            self._fault(node, f"the languages have different fields: {zh!r}, {en!r}")
        if _MANY.search(en) and en not in ONE:
            self._fault(node, f"{en!r} is wrong for one: give its singular in ui/plurals.py")
        known = self._found.messages.get((en, zh))
        files = (*known.files, self._name) if known else (self._name,)
        self._found.messages[en, zh] = Message(
            english=en, chinese=zh, files=tuple(dict.fromkeys(files)), one=ONE.get(en, "")
        )

    def _alone(self, node: ast.Constant, text: str) -> None:
        said = not self._lines[node.lineno - 1].endswith(READ)
        if said and _CHINESE.search(text) and id(node) not in self._paired:
            self._fault(node, f"Chinese without its English: {text!r}")

    def _fault(self, node: ast.expr, what: str) -> None:
        self._found.faults.append(f"{self._name}:{node.lineno}: {what}")


def _neighbours(nodes: list[ast.expr]) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each Chinese text and what follows it; a text is of one pair only."""
    at = 0
    while at + 1 < len(nodes):
        text = _text(nodes[at])
        if _built(nodes[at]) or (text is not None and _CHINESE.search(text)):
            yield nodes[at], nodes[at + 1]
            at += 1
        at += 1


def _zh(key: str, named: dict[str | None, ast.expr]) -> bool:
    return (key == "zh" or key.endswith("_zh")) and _en(key) in named


def _en(key: str) -> str:
    return f"{key[:-2]}en"


def _built(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _built(node.left) or _built(node.right) or _text(node.left) is not None or _text(node.right) is not None
    return isinstance(node, ast.JoinedStr)


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
