"""The page of a training as a file to keep or print: A4, one person's, no name on it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from station.labels.pages import html_pdf
from station.ui import languages
from station.ui import training_words as say
from station.ui.coach_screen import LessonRow, PageView
from station.ui.troubles.telling import quoted
from station.ui.words import Words, beside

Said = Callable[[Words], str]

_STYLE = (
    "body{font-size:10pt} h1{font-size:20pt} h2{font-size:14pt} "
    "td{padding:4px 10px 4px 0} .p{font-weight:bold} .why{color:#434D57}"
)


def save(page: PageView, language: str, path: Path) -> Words:
    """What came of it, in words; a file that is there already is never written over."""
    data = html_pdf(html(page, language), {})
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return say.THERE_ALREADY.filled(file=path.name)
    except OSError as error:
        return say.NOT_SAVED.filled(why=quoted(error.strerror or path.name))
    return say.SAVED.filled(file=path.name)


def html(page: PageView, language: str) -> str:
    def said(words: Words) -> str:
        return escape(languages.said(words, language))

    sides = ((say.WENT_WELL, say.NOTHING_YET, page.well), (say.REPEAT_THESE, say.NOTHING_LEFT, page.repeat))
    parts = [
        f"<html><head><style>{_STYLE}</style></head><body><h1>{said(say.PAGE)}</h1>",
        f"<p>{escape(page.date)} &#160; <b>{said(page.total)}</b></p><p>{said(say.HOW_POINTS)}</p>",
    ]
    for head, empty, rows in sides:
        parts.append(f"<h2>{said(head)}</h2>")
        parts.append(_table(rows, said) if rows else f"<p>{said(empty)}</p>")
    parts.append(f"<p class='why'>{said(say.NO_RANKING)}</p></body></html>")
    return "\n".join(parts)


def _table(rows: tuple[LessonRow, ...], said: Said) -> str:
    return f"<table>{''.join(_row(row, said) for row in rows)}</table>"


def _row(row: LessonRow, said: Said) -> str:
    told = (*row.why, row.way) if row.way is not None else row.why
    points = said(say.POINTS.filled(points=row.points, most=row.most))
    why = said(beside(told))
    return f"<tr><td><b>{said(row.name)}</b></td><td class='p'>{points}</td><td class='why'>{why}</td></tr>"
