"""Papers of set-up as PDF: the test code with a make's programming codes, and the report. What they say is given."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Final

from station.labels.a4_page import LEFT_MM, RIGHT_MM, Page, pages_pdf
from station.labels.pages import html_pdf
from station.reports.speech import in_all
from station.setup.code_pictures import code_image
from station.setup.fault_words import PROGRAMS
from station.setup.proof import PROOF
from station.setup.step_words import ENDS, STEP_NAMES
from station.setup.values import STEPS, CodePicture, Ended, Outcome, PictureKind, ProgrammingCode, Step, say

_ROW_MM: Final = 46.0
_ROWS: Final = 4
_WIDTH_MM: Final = RIGHT_MM - LEFT_MM
_TITLE: Final = say("扫码枪检测码", "Scanner test code")
_REPORT: Final = say("工位设置报告", "Set-up report")
_STEP: Final = say("步骤", "Step")
_RESULT: Final = say("结果", "Result")
_EVIDENCE: Final = say("依据", "Evidence")
_NOT_DONE: Final = say("没做", "not done")
PROOF_PICTURE: Final = CodePicture(
    kind=PictureKind.CODE128, text=PROOF, caption=say("检测码：扫三次", "Test code: scan it three times")
)


def proof_sheet(make: str, codes: Sequence[ProgrammingCode], languages: Sequence[str]) -> bytes:
    """A4: the test code, and the make's codes under it, each with what it does and where it is from."""
    drawn = [(picture, code.source) for code in codes for picture in code.pictures]
    told = [code for code in codes if code.see]
    places = [(PROOF_PICTURE, ""), *drawn]
    pages = [partial(_page, make=make, languages=languages, places=places[:_ROWS], told=told, first=True)]
    for start in range(_ROWS, len(places), _ROWS + 1):
        further = places[start : start + _ROWS + 1]
        pages.append(partial(_page, make=make, languages=languages, places=further, told=[], first=False))
    return pages_pdf("Sealbench test code", pages)


def _page(
    page: Page,
    *,
    make: str,
    languages: Sequence[str],
    places: Sequence[tuple[CodePicture, str]],
    told: Sequence[ProgrammingCode],
    first: bool,
) -> None:
    top = 14.0
    if first:
        page.text(in_all(_TITLE, languages), LEFT_MM, top, _WIDTH_MM, 6, bold=True)
        page.text(make, LEFT_MM, top + 8, _WIDTH_MM, 4)
        top += 18
    for picture, source in places:
        _place(page, picture, source, languages, top)
        top += _ROW_MM
    for code in told:
        page.text(f"{in_all(PROGRAMS[code.programs], languages)}: {code.see}", LEFT_MM, top, _WIDTH_MM, 3.2)
        top += 5.5


def _place(page: Page, picture: CodePicture, source: str, languages: Sequence[str], top: float) -> None:
    page.line(LEFT_MM, top, _WIDTH_MM)
    page.text(in_all(picture.caption, languages), LEFT_MM, top + 2, _WIDTH_MM, 4.2, bold=True)
    if source:
        page.text(source, LEFT_MM, top + 8, _WIDTH_MM, 2.6)
    image = code_image(picture)
    linear = picture.kind is PictureKind.CODE128
    page.picture(image, LEFT_MM, top + 13, 110.0 if linear else 28.0, 22.0 if linear else 28.0)


def report(bench: str, when: str, outcomes: dict[Step, Outcome], settings: str, languages: Sequence[str]) -> bytes:
    """What each step came to, its raw evidence, and the settings as they stand."""
    title, *heads = (escape(in_all(words, languages)) for words in (_REPORT, _STEP, _RESULT, _EVIDENCE))
    rows = "".join(_row(step, outcomes.get(step), languages) for step in STEPS if step is not Step.FINISH)
    html = f"""<h2>{title}</h2>
<p><b>{escape(bench)}</b> &nbsp; {escape(when)}</p>
<table border="1" cellspacing="0" cellpadding="5" width="100%">
<tr><th align="left" width="22%">{heads[0]}</th><th align="left" width="18%">{heads[1]}</th>
<th align="left">{heads[2]}</th></tr>
{rows}</table>
<h3>bench.toml</h3>
<pre>{escape(settings) or "—"}</pre>"""
    return html_pdf(html, {})


def _row(step: Step, outcome: Outcome | None, languages: Sequence[str]) -> str:
    name = in_all(STEP_NAMES[step], languages, "<br>")
    end = in_all(_NOT_DONE if outcome is None else ENDS[outcome.ended], languages, "<br>")
    mark = "✓ " if outcome is not None and outcome.ended is Ended.PASSED else ""
    facts = "<br>".join(escape(fact) for fact in (outcome.facts if outcome is not None else ()))
    return f"<tr><td>{name}</td><td>{mark}{end}</td><td>{facts or '—'}</td></tr>"
