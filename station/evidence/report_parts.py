"""The pieces a report's page is put together from: every value that comes in here is escaped here. Pure.

A browser reads the whole style; Qt's page painter knows little of it and is not given what stands under ``@media``.
Collapsed borders stand there because Qt takes three times as long to paint them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from typing import NewType, TypeAlias

from station.evidence.story import Told

Html = NewType("Html", str)
"""Text that is escaped already."""

Cell: TypeAlias = str | Html

INK, GREY, LINE, TINT, GOOD, BAD = "#16212e", "#5b6877", "#d5dbe2", "#f3f5f8", "#17663a", "#a3271b"

STYLE = f"""
body{{color:{INK};font-family:'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif;font-size:9pt}}
h1{{font-size:17pt;margin-top:0px;margin-bottom:2px}}
h2{{font-size:11.5pt;margin-top:18px;margin-bottom:5px;color:{INK}}}
p{{margin-top:2px;margin-bottom:4px}}
table{{border-style:none}}
td{{border-style:none;border-bottom:1px solid {LINE};padding:3px 5px;vertical-align:top}}
th{{border-style:none;border-bottom:1px solid {INK};padding:3px 5px;text-align:left;vertical-align:bottom}}
td.box{{background-color:{TINT};border-bottom:2px solid #ffffff}}
td.bare{{border-style:none;border-bottom:none;padding:3px 5px 9px 5px}}
.small{{font-size:7.5pt;color:{GREY}}}
.big{{font-size:14pt;font-weight:bold}}
.good{{color:{GOOD}}}
.bad{{color:{BAD}}}
.code{{font-family:'Noto Sans SC',monospace;font-size:8.5pt}}
li{{margin-bottom:3px}}
@media screen, print {{
html{{background:#e9edf1}}
body{{max-width:180mm;margin:8mm auto;padding:12mm 15mm;background:#fff;line-height:1.4;box-shadow:0 1px 6px #c9d0d8}}
table{{width:100%;border-collapse:collapse}} h2{{break-after:avoid}} tr,figure,img{{break-inside:avoid}}
td,th{{overflow-wrap:anywhere}} img{{max-width:100%;height:auto}}
td.box{{border:3px solid #fff}}
thead{{display:table-header-group}}
}}
@media print {{ html{{background:#fff}} body{{max-width:none;margin:0;padding:0;box-shadow:none}} }}
@page {{ size:A4; margin:15mm }}
"""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
"""Controls, and marks that turn or hide the letters after them: a report shows that something was there."""


def shown(text: str) -> Html:
    return Html(escape(_UNSEEN.sub("\ufffd", text)))


def joined(parts: Iterable[Cell], between: str = "") -> Html:
    return Html(between.join(parts))


def styled(text: str, kind: str) -> Html:
    return Html(f'<span class="{kind}">{shown(text)}</span>')


def both(zh: str, en: str) -> Html:
    """Chinese, and English small below it."""
    return Html(f"{shown(zh)}<br>{styled(en, 'small')}")


def beside(zh: str, en: str) -> Html:
    """Chinese, and English small in the same line."""
    return Html(f"{shown(zh)} {styled(en, 'small')}")


def section(zh: str, en: str, *content: Html) -> Html:
    """Nothing where there is nothing to tell."""
    body = joined(content)
    return Html(f"<h2>{shown(zh)} · {shown(en)}</h2>{body}") if body else Html("")


def paragraph(zh: str, en: str) -> Html:
    return Html(f"<p>{shown(zh)}<br>{styled(en, 'small')}</p>")


def points(pairs: Iterable[tuple[str, str]]) -> Html:
    return Html(f"<ul>{''.join(f'<li>{both(*pair)}</li>' for pair in pairs)}</ul>")


def table(heads: Sequence[tuple[str, str]], rows: Iterable[Sequence[Html]], widths: Sequence[int] = ()) -> Html:
    """``widths`` in per cent. Nothing without a row."""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    if not body:
        return Html("")
    shares = [f' width="{width}%"' for width in widths] or [""] * len(heads)
    cells = "".join(f"<th{share}>{both(*head)}</th>" for share, head in zip(shares, heads, strict=True))
    return Html(f'<table width="100%" cellspacing="0"><thead><tr>{cells}</tr></thead>{body}</table>')


def facts(rows: Iterable[tuple[tuple[str, str], Html]]) -> Html:
    """Names and their values, a row each; a value that is empty is left out."""
    body = "".join(f'<tr><td width="34%">{beside(*name)}</td><td>{value}</td></tr>' for name, value in rows if value)
    return Html(f'<table width="100%" cellspacing="0">{body}</table>') if body else Html("")


def figures(cells: Sequence[tuple[tuple[str, str], Html, Html]]) -> Html:
    """The few numbers that matter, large, beside each other: name, number, what stands below it."""
    share = 100 // len(cells)
    boxes = "".join(
        f'<td class="box" width="{share}%"><span class="small">{shown(zh)} · {shown(en)}</span><br>'
        f'<span class="big">{number}</span><br>{below}</td>'
        for (zh, en), number, below in cells
    )
    return Html(f'<table width="100%" cellspacing="0" cellpadding="6"><tr>{boxes}</tr></table>')


def pictures(cells: Sequence[tuple[str, Html]], across: int, width: int) -> Html:
    """Path and caption of each, ``across`` beside each other, ``width`` of the about 680 units of a page."""
    if not cells:
        return Html("")
    made = [
        f'<td class="bare" width="{100 // across}%"><img src="{escape(path)}" width="{width}" alt=""><br>{caption}</td>'
        for path, caption in cells
    ]
    blank = '<td class="bare"></td>'
    rows = [made[at : at + across] for at in range(0, len(made), across)]
    body = "".join(f"<tr>{''.join(row)}{blank * (across - len(row))}</tr>" for row in rows)
    return Html(f'<table width="100%" cellspacing="0">{body}</table>')


def page(title: str, body: Html) -> str:
    """The whole page: no script, nothing from outside."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:"
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width"><title>{shown(title)}</title><style>{STYLE}</style>'
    )
    return f'<!DOCTYPE html><html lang="zh"><head>{head}</head><body>{body}</body></html>'


def second(wall_us: int) -> str:
    """UTC."""
    return f"{datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=wall_us):%Y-%m-%d %H:%M:%S}"


def clock(wall_us: int) -> str:
    return second(wall_us)[11:]


def grams(weight_mg: int) -> str:
    """Thousandths only where there are any."""
    whole, rest = divmod(abs(weight_mg), 1000)
    sign = "−" if weight_mg < 0 else ""
    return f"{sign}{whole}" + (f".{rest:03d}".rstrip("0") if rest else "") + " g"


def at(told: Told | None) -> Html:
    """When, and by which entry; nothing of none."""
    return Html("") if told is None else shown(f"{second(told.wall_us)} UTC · 记录 entry {told.number}")


def weight_of(told: Told) -> str:
    weight_mg = told.whole("weight_mg")
    return "" if weight_mg is None else grams(weight_mg)
