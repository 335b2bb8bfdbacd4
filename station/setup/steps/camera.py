"""Step 6: a camera for evidence: one picture, looked at, and what a day of it takes of the disk."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from station.devices.address import shown_link
from station.setup.disk_use import DayOfPictures
from station.setup.effects import LetGo, LookForLinks, TakePicture
from station.setup.stages import CameraAsks, CameraStage, Setup, Turn
from station.setup.steps import links
from station.setup.values import (
    Answered,
    Choice,
    CodePicture,
    DeviceWish,
    Ended,
    Failed,
    Input,
    LinksFound,
    PictureKind,
    PictureTaken,
    Question,
    Takes,
    Told,
    say,
)
from station.ui.screen import Verdict

OPENING: Final = (LookForLinks(kind="camera"),)
_SMALL_PX: Final = 640
_PARCELS: Final = re.compile(r"[1-9][0-9]{0,4}")
_TOO_LITTLE: Final = say(
    "{n} 天要 {needed} GB，磁盘只剩 {free} GB：少几天、换大盘，或只要照片。",
    "{n} days take {needed} GB, {free} are free: fewer days, a larger disk, or photos only.",
)
_KEPT: Final = say("{n} 天：约 {gb} GB", "{n} days: about {gb} GB")
_KEPT_NOW: Final = say("{n} 天：约 {gb} GB（现在的设置）", "{n} days: about {gb} GB (as now)")
_DAYS: Final = re.compile(r"[1-9][0-9]{0,3}")
_USUAL_DAYS: Final = (30, 60, 180)


def question(setup: Setup, stage: CameraStage) -> Question:
    match stage.asks:
        case CameraAsks.LOOKING:
            return links.LOOKING
        case CameraAsks.LINK:
            words = say("哪个相机拍包裹？", "Which camera films the parcels?")
            return Question(words=words, choices=links.choices(setup, "camera", stage.links))
        case CameraAsks.ADDRESS:
            words = say("输入相机的地址，例如 rtsp://…", "Type the camera's address, like rtsp://…")
            return Question(words=words, takes=Takes.TEXT)
        case CameraAsks.TAKING:
            return Question(words=say("正在拍一张…", "Taking a picture…"), takes=Takes.WAIT)
        case CameraAsks.LOOK:
            return _look(stage)
        case CameraAsks.VIDEO:
            return _VIDEO
        case CameraAsks.PARCELS:
            words = say("这个工位一天大约打包多少件？", "About how many parcels a day does this bench pack?")
            return Question(words=words, takes=Takes.TEXT, help=_PARCELS_HELP)
        case CameraAsks.DAYS:
            return _days(setup, stage)


def _look(stage: CameraStage) -> Question:
    assert stage.picture is not None
    picture = CodePicture(
        kind=PictureKind.FILE, text=stage.picture.file, caption=say("刚拍的照片", "The picture just taken")
    )
    choices = (
        Choice(key="yes", words=say("看得清", "Yes, it can be read")),
        Choice(key="again", words=say("再拍一张", "Take another")),
        Choice(key="other", words=say("换一个相机", "Another camera")),
    )
    words = say("照片里的面单看得清吗？", "Can a label in the picture be read?")
    return Question(words=words, choices=choices, pictures=(picture,))


_VIDEO: Final = Question(
    words=say("每个包裹都录像吗？", "Film every parcel?"),
    choices=(
        Choice(key="film", words=say("录像和照片", "Video and photos")),
        Choice(key="photos", words=say("只要照片", "Photos only")),
    ),
    help=say("录像从开单到封箱。别的人入镜要先告知。", "From opening to seal. Tell whoever may be in the picture."),
)
_PARCELS_HELP: Final = say("只用来估算占多少磁盘。", "Only to estimate the room on the disk.")


def _days(setup: Setup, stage: CameraStage) -> Question:
    day = _day(stage)
    now = setup.wish.video_days or setup.around.video_days
    choices = tuple(
        Choice(key=str(days), words=(_KEPT_NOW if days == now else _KEPT).filled(n=days, gb=day.gb(days)))
        for days in sorted({*_USUAL_DAYS, now})
    )
    words = say("录像保留多少天？也可以输入。", "How many days is video kept? Or type a number.")
    help = say(
        "一天约 {day} GB，磁盘还剩 {free} GB。拒付纠纷可能几个月后才来。",
        "About {day} GB a day; the disk has {free} GB free. Disputes may come months later.",
    ).filled(day=day.day_text, free=_free(stage))
    return Question(words=words, takes=Takes.TEXT, choices=choices, help=help)


def _free(stage: CameraStage) -> int:
    assert stage.picture is not None
    return stage.picture.free_gb


def _day(stage: CameraStage) -> DayOfPictures:
    return DayOfPictures(parcels=stage.parcels, films=not stage.photos_only)


def take(setup: Setup, stage: CameraStage, input: Input) -> Turn:
    match input:
        case LinksFound():
            return Turn(stage=replace(stage, asks=CameraAsks.LINK, links=input.links))
        case PictureTaken() if stage.asks is CameraAsks.TAKING:
            return _taken(stage, input)
        case Failed():
            told = Told(verdict=Verdict.ATTENTION, words=say(input.sentence, input.sentence))
            return Turn(stage=replace(stage, asks=CameraAsks.LINK), told=told, effects=(LetGo(),))
        case Answered():
            return _answered(setup, stage, input.value.strip())
        case _:
            return Turn(stage=stage)


def _answered(setup: Setup, stage: CameraStage, value: str) -> Turn:
    match stage.asks:
        case CameraAsks.LINK if value == links.LOOK_AGAIN.key:
            return Turn(stage=CameraStage(), effects=OPENING)
        case CameraAsks.LINK if value == links.TYPED.key:
            return Turn(stage=replace(stage, asks=CameraAsks.ADDRESS))
        case CameraAsks.LINK | CameraAsks.ADDRESS:
            refusal = links.refused(value, "camera")
            return _shoot(replace(stage, link=value)) if refusal is None else Turn(stage=stage, told=refusal)
        case CameraAsks.LOOK if value == "yes":
            return Turn(stage=replace(stage, asks=CameraAsks.VIDEO))
        case CameraAsks.LOOK if value == "again":
            return _shoot(stage)
        case CameraAsks.LOOK if value == "other":
            return Turn(stage=replace(stage, asks=CameraAsks.LINK), effects=(LetGo(),))
        case CameraAsks.VIDEO if value in ("film", "photos"):
            return Turn(stage=replace(stage, asks=CameraAsks.PARCELS, photos_only=value == "photos"))
        case CameraAsks.PARCELS:
            return _parcels(setup, stage, value)
        case CameraAsks.DAYS:
            return _kept_for(setup, stage, value)
        case _:
            return Turn(stage=stage)


def _shoot(stage: CameraStage) -> Turn:
    return Turn(stage=replace(stage, asks=CameraAsks.TAKING), effects=(LetGo(), TakePicture(link=stage.link)))


def _taken(stage: CameraStage, picture: PictureTaken) -> Turn:
    if not picture.file:
        words = say("没有照片：{trouble}。", "There is no picture: {trouble}.").filled(trouble=picture.trouble)
        told = Told(verdict=Verdict.ATTENTION, words=words)
        return Turn(stage=replace(stage, asks=CameraAsks.LINK), told=told)
    size = f"{picture.width} × {picture.height}"
    small = picture.width < _SMALL_PX
    words = (
        say(
            "照片只有 {size} 像素，字可能看不清。", "The picture has only {size} pixels: small print may be lost."
        ).filled(size=size)
        if small
        else say("照片 {size} 像素。", "The picture has {size} pixels.").filled(size=size)
    )
    told = Told(verdict=Verdict.ATTENTION if small else Verdict.OK, words=words)
    return Turn(stage=replace(stage, asks=CameraAsks.LOOK, picture=picture), told=told)


def _parcels(setup: Setup, stage: CameraStage, value: str) -> Turn:
    if not _PARCELS.fullmatch(value):
        return Turn(stage=stage, told=_attention("输入 1 到 99999 的整数。", "Type a whole number from 1 to 99999."))
    stage = replace(stage, parcels=int(value))
    if stage.photos_only:  # photos take little; how long they are kept stands in bench.toml
        return _passed(setup, stage, days=0)
    return Turn(stage=replace(stage, asks=CameraAsks.DAYS))


def _kept_for(setup: Setup, stage: CameraStage, value: str) -> Turn:
    """What does not fit on the disk is refused here, where it can still be changed."""
    if not _DAYS.fullmatch(value):
        return Turn(stage=stage, told=_attention("输入 1 到 9999 的整数。", "Type a whole number from 1 to 9999."))
    needed_gb = _day(stage).gb(int(value))
    if needed_gb > _free(stage):
        words = _TOO_LITTLE.filled(n=int(value), needed=needed_gb, free=_free(stage))
        return Turn(stage=stage, told=Told(verdict=Verdict.ATTENTION, words=words))
    return _passed(setup, stage, days=int(value))


def _attention(zh: str, en: str) -> Told:
    return Told(verdict=Verdict.ATTENTION, words=say(zh, en))


def _passed(setup: Setup, stage: CameraStage, *, days: int) -> Turn:
    assert stage.picture is not None
    device = DeviceWish(
        kind="camera", name=links.usual_name(setup, "camera"), link=stage.link, photos_only=stage.photos_only
    )
    size = f"{stage.picture.width} x {stage.picture.height}"
    day, kept = _day(stage), f"video kept {days} days" if days else "photos alone"
    facts = (
        f"camera at {shown_link(stage.link)}, {size}, said to be readable",
        f"{stage.parcels} parcels a day: about {day.day_text} GB; {kept}",
    )
    budget = setup.wish.budget_gb or setup.around.budget_gb
    needed = day.budget_gb(days)
    wish = replace(
        links.with_device(setup.wish, device),
        video_days=days or setup.wish.video_days,
        budget_gb=needed if needed > budget else setup.wish.budget_gb,
    )
    told = Told(verdict=Verdict.OK, words=say("相机好了。", "The camera is ready."))
    return Turn(stage=stage, wish=wish, ended=Ended.PASSED, facts=facts, told=told)
