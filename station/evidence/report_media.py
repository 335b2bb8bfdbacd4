"""The sections of a report that show pictures: photos, stills, the label, video. Pure."""

from __future__ import annotations

from station.evidence import packed
from station.evidence.reason_words import words
from station.evidence.report_parts import (
    Html,
    at,
    both,
    clock,
    facts,
    joined,
    paragraph,
    pictures,
    second,
    section,
    shown,
    styled,
    table,
    weight_of,
)
from station.evidence.report_words import KINDS, MOMENTS
from station.evidence.story import LABEL_PICTURE, PHOTO, STILL, VIDEO, Attached, Story, Told

_ACROSS, _WIDTH = 3, 215
_LABEL_WIDTH = 250
_UNKNOWN = Html("–")
_WHEN = ("时间", "Time (UTC)")


def photos(story: Story) -> Html:
    cells = [(file.path, _photo_words(file, story)) for file in story.with_role(PHOTO) if file.is_picture]
    return section("照片", "Photos", pictures(cells, _ACROSS, _WIDTH))


def _photo_words(file: Attached, story: Story) -> Html:
    told = story.entry(file.seq, file.part)
    zh, en = MOMENTS.get(told.text("moment"), ("照片", "photo"))
    return both(zh, f"{en} · {clock(file.at_us)} · {told.text('source')} · entry {told.number} · {file.path}")


def stills(story: Story) -> Html:
    cells = [(file.path, _still_words(file, story)) for file in story.with_role(STILL)]
    note = paragraph(
        "由录像制成，供阅读；被证明的是录像本身。画面内的时钟由相机程序写入。",
        "Made from the video for reading; the video is what is proven. The clock in each was burned in while filming.",
    )
    return section(
        "每次扫描的录像截图",
        "Stills from the video at each scan",
        *([note] if cells else []),
        pictures(cells, _ACROSS, _WIDTH),
    )


def _still_words(file: Attached, story: Story) -> Html:
    told = story.entry(file.seq, file.part)
    zh, en = words(KINDS, told.kind)
    what = told.text("sku") or weight_of(told)
    return both(f"{zh} {what}", f"{en} · {clock(told.wall_us)} · entry {told.number}")


def label(story: Story) -> Html:
    allowed = story.last("LabelAllowed")
    confirmed = story.last("LabelConfirmed")
    found = facts(
        [
            (("运单号", "Waybill"), shown(packed.waybill(story))),
            (
                ("快递服务", "Carrier's service"),
                shown(packed.order_fact(story, "service_name") or (allowed.text("service") if allowed else "")),
            ),
            (("暂停核对", "Holds asked before printing"), _asked(story)),
            (("打印", "Printed"), at(story.last("LabelPrinted"))),
            (("贴上后扫描确认", "Scanned on the box"), at(confirmed)),
        ]
    )
    cells = [
        (file.path, both("面单（记录的字节）", f"label as recorded · entry {_number(file, story)}"))
        for file in story.with_role(LABEL_PICTURE)
    ]
    return section("面单", "Label", found, pictures(cells, 2, _LABEL_WIDTH))


def _number(file: Attached, story: Story) -> str:
    return story.entry(file.seq, file.part).number


def _asked(story: Story) -> Html:
    asked, allowed = story.last("HoldsAsked"), story.last("LabelAllowed")
    if asked is None or allowed is None:
        return at(asked)
    age_s = allowed.whole("holds_age_s") or 0
    how = "当场核对 asked on the spot" if age_s == 0 else f"状态为 {age_s} 秒前 known since {age_s} s"
    return joined([at(asked), styled(f"无暂停 no hold · {how}", "small")], "<br>")


def videos(story: Story) -> Html:
    heads = (("文件", "File"), _WHEN, ("相机", "Camera"), ("画面", "Frames"), ("来源", "Source"))
    rows = [_film(file, story.entry(file.seq, file.part)) for file in story.with_role(VIDEO)]
    rows += [
        (styled("缺一段 gap", "bad"), shown(_span(one)), shown(one.text("camera")), _UNKNOWN, shown(one.text("why")))
        for one in story.of("VideoGap")
    ]
    return section("录像", "Video", table(heads, rows, (24, 34, 16, 10, 16)))


def _film(file: Attached, told: Told) -> tuple[Html, ...]:
    frames = told.whole("frames")
    return (
        shown(file.path),
        shown(_span(told)),
        shown(told.text("camera")),
        shown(str(frames or "")),
        shown(told.text("source")),
    )


def _span(told: Told) -> str:
    since, until = told.whole("from_us") or 0, told.whole("to_us") or 0
    return f"{second(since)} – {clock(until)}" if since and until else "?"
