"""Step 5: the scale, found at the one link a person names by listening and asking, proven with a known mass."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from station.setup.effects import FindScale, LetGo, LookForLinks, WatchScale
from station.setup.stages import ScaleAsks, ScaleStage, Setup, Turn
from station.setup.steps import links
from station.setup.values import (
    Answered,
    Choice,
    DeviceWish,
    Ended,
    Failed,
    Input,
    LinksFound,
    Question,
    ScaleFound,
    Takes,
    Told,
    Weighed,
    say,
)
from station.ui.screen import Verdict, Words

OPENING: Final = (LookForLinks(kind="scale"),)
NEAR_ZERO_MG: Final = 5_000
LEAST_MASS_MG: Final = 50_000
MOST_MASS_MG: Final = 30_000_000
TOLERANCE_PERCENT: Final = 3
TOLERANCE_LEAST_MG: Final = 5_000
_MASS: Final = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*(g|kg|克|公斤)?")  # read, not said
_OTHER_PORT: Final = replace(links.LOOK_AGAIN, words=say("换一个接口", "Choose another port"))
_UNITS: Final = tuple(Choice(key=unit, words=say(unit, unit)) for unit in ("kg", "g", "lb", "oz"))


def question(setup: Setup, stage: ScaleStage) -> Question:
    match stage.asks:
        case ScaleAsks.LOOKING:
            return links.LOOKING
        case ScaleAsks.LINK:
            words = say("秤接在哪里？", "Where is the scale plugged in?")
            return Question(words=words, choices=links.choices(setup, "scale", stage.links))
        case ScaleAsks.ADDRESS:
            words = say(
                "输入秤的地址（例如 serial:/dev/ttyUSB0），回车。",
                "Type its address (like serial:/dev/ttyUSB0), then Enter.",
            )
            return Question(words=words, takes=Takes.TEXT)
        case ScaleAsks.MAY_ASK:
            yes = Choice(key="yes", words=say("可以，开始找", "Yes, find it"))
            words = say("要在 {link} 上找秤吗？", "Look for the scale at {link}?").filled(link=stage.link)
            return Question(words=words, choices=(yes,), help=_ASK_HELP)
        case ScaleAsks.FINDING:
            words = say(
                "先听秤发来的数据，再逐个协议试问。最多一分钟。",
                "Listening, then asking in each protocol: a minute at most.",
            )
            return Question(words=words, takes=Takes.WAIT)
        case ScaleAsks.NOT_FOUND:
            again = Choice(key="yes", words=say("在这里再找一次", "Look there again"))
            return Question(words=say("没有找到秤。", "No scale was found."), choices=(again, _OTHER_PORT))
        case ScaleAsks.WHICH:
            assert stage.found is not None
            choices = tuple(Choice(key=name, words=say(name, name)) for name in stage.found.speaks)
            words = say("秤的说明书上写的是哪种协议？", "Which protocol does the scale's manual name?")
            return Question(words=words, choices=choices)
        case _:
            return _weighing(stage)


def _weighing(stage: ScaleStage) -> Question:
    live = _live(stage)
    match stage.asks:
        case ScaleAsks.UNIT:
            words = say("秤的屏幕上显示什么单位？", "Which unit does the scale's display show?")
            return Question(words=words, choices=_UNITS)
        case ScaleAsks.EMPTY:
            yes = Choice(key="yes", words=say("秤上是空的", "The pan is empty"))
            words = say("把秤上的东西都拿走。", "Take everything off the pan.")
            return Question(words=words, choices=(yes,), figure=live)
        case ScaleAsks.MASS:
            words = say(
                "拿一件知道多重的东西，输入它的克数，回车。",
                "Take something of known weight; type its grams, then Enter.",
            )
            return Question(words=words, takes=Takes.TEXT, help=_MASS_HELP)
        case _:
            grams = f"{stage.mass_mg / 1000:g}"
            words = say("放上 {grams} 克。", "Put the {grams} g on.").filled(grams=grams)
            return Question(words=words, takes=Takes.WAIT, figure=live)


_ASK_HELP: Final = say(
    "只读重量，不改秤的设置。秤自带打印机的话，可能会打一张小票。",
    "Only weights are asked, nothing is set. A scale with a printer of its own may print a slip.",
)
_MASS_HELP: Final = say(
    "没开封的 500 毫升瓶装水约 520 克。这里只用来核对包裹，不用于贸易结算。",
    "A sealed 0.5 l bottle of water is about 520 g. For checking parcels, not for trade.",
)


def _live(stage: ScaleStage) -> str:
    if stage.weight_mg is None:
        return "—"
    return f"{stage.weight_mg / 1000:g} g{'' if stage.stable else ' ~'}"


def take(setup: Setup, stage: ScaleStage, input: Input) -> Turn:
    match input:
        case LinksFound():
            return Turn(stage=replace(stage, asks=ScaleAsks.LINK, links=input.links))
        case ScaleFound() if stage.asks is ScaleAsks.FINDING:
            return _found(setup, stage, input)
        case Weighed():
            return _weighed(setup, replace(stage, weight_mg=input.weight_mg, stable=input.stable))
        case Failed():
            told = Told(verdict=Verdict.ATTENTION, words=say(input.sentence, input.sentence))
            asks = ScaleAsks.NOT_FOUND if stage.asks is ScaleAsks.FINDING else stage.asks
            return Turn(stage=replace(stage, asks=asks), told=told)
        case Answered():
            return _answered(setup, stage, input.value.strip())
        case _:
            return Turn(stage=stage)


def _answered(setup: Setup, stage: ScaleStage, value: str) -> Turn:
    match stage.asks:
        case ScaleAsks.LINK | ScaleAsks.NOT_FOUND if value == links.LOOK_AGAIN.key:
            return Turn(stage=ScaleStage(), effects=OPENING)
        case ScaleAsks.LINK if value == links.TYPED.key:
            return Turn(stage=replace(stage, asks=ScaleAsks.ADDRESS))
        case ScaleAsks.LINK | ScaleAsks.ADDRESS:
            refusal = links.refused(value, "scale")
            if refusal is not None:
                return Turn(stage=stage, told=refusal)
            return Turn(stage=replace(stage, asks=ScaleAsks.MAY_ASK, link=value))
        case ScaleAsks.MAY_ASK | ScaleAsks.NOT_FOUND if value == "yes":
            return Turn(stage=replace(stage, asks=ScaleAsks.FINDING), effects=(LetGo(), FindScale(link=stage.link)))
        case ScaleAsks.WHICH if stage.found is not None and value in stage.found.speaks:
            return _speaks(setup, stage, value)
        case ScaleAsks.UNIT if stage.wish is not None and value in [unit.key for unit in _UNITS]:
            return _watch(replace(stage, wish=replace(stage.wish, unit=value)))
        case ScaleAsks.EMPTY if value == "yes":
            return _empty(stage)
        case ScaleAsks.MASS:
            return _mass(stage, value)
        case _:
            return Turn(stage=stage)


def _found(setup: Setup, stage: ScaleStage, found: ScaleFound) -> Turn:
    stage = replace(stage, found=found)
    if not found.speaks:
        told = Told(verdict=Verdict.ATTENTION, words=found.why)
        return Turn(stage=replace(stage, asks=ScaleAsks.NOT_FOUND), told=told)
    if len(found.speaks) > 1:
        return Turn(stage=replace(stage, asks=ScaleAsks.WHICH))
    return _speaks(setup, stage, found.speaks[0])


def _speaks(setup: Setup, stage: ScaleStage, speaks: str) -> Turn:
    assert stage.found is not None
    wish = DeviceWish(kind="scale", name=links.usual_name(setup, "scale"), link=stage.found.link, speaks=speaks)
    needs_unit = stage.found.needs_unit
    stage = replace(stage, wish=wish)
    told = Told(
        verdict=Verdict.OK,
        words=say("找到了：{speaks}，{link}", "Found: {speaks} at {link}").filled(speaks=speaks, link=wish.link),
    )
    if needs_unit:
        return Turn(stage=replace(stage, asks=ScaleAsks.UNIT), told=told)
    return replace(_watch(stage), told=told)


def _watch(stage: ScaleStage) -> Turn:
    assert stage.wish is not None
    watching = replace(stage, asks=ScaleAsks.EMPTY, weight_mg=None, stable=False)
    return Turn(stage=watching, effects=(LetGo(), WatchScale(scale=stage.wish)))


def _empty(stage: ScaleStage) -> Turn:
    if stage.weight_mg is None:
        return Turn(stage=stage, told=_attention(say("秤还没有读数。", "The scale shows no weight yet.")))
    if not stage.stable:
        return Turn(stage=stage, told=_attention(say("还在动，等一下。", "It still moves; wait.")))
    if abs(stage.weight_mg) > NEAR_ZERO_MG:
        words = say("空秤显示 {live}：在秤上按归零键。", "Empty it shows {live}: press the scale's zero key.").filled(
            live=_live(stage)
        )
        return Turn(stage=stage, told=_attention(words))
    return Turn(stage=replace(stage, asks=ScaleAsks.MASS, zero_mg=stage.weight_mg))


def _mass(stage: ScaleStage, value: str) -> Turn:
    found = _MASS.fullmatch(value)
    kilograms = found is not None and found[2] in ("kg", "公斤")  # read, not said
    mass_mg = 0 if found is None else int(Decimal(found[1]) * (1_000_000 if kilograms else 1_000))
    if not LEAST_MASS_MG <= mass_mg <= MOST_MASS_MG:
        return Turn(stage=stage, told=_attention(say("输入 50 到 30000 克。", "Type 50 to 30000 grams.")))
    return Turn(stage=replace(stage, asks=ScaleAsks.ON, mass_mg=mass_mg))


def _weighed(setup: Setup, stage: ScaleStage) -> Turn:
    if stage.asks is not ScaleAsks.ON or not stage.stable or stage.weight_mg is None:
        return Turn(stage=stage)
    if stage.weight_mg < LEAST_MASS_MG // 2:
        return Turn(stage=stage)
    tolerance_mg = max(TOLERANCE_LEAST_MG, stage.mass_mg * TOLERANCE_PERCENT // 100)
    if abs(stage.weight_mg - stage.mass_mg) > tolerance_mg:
        words = say(
            "秤显示 {live}，差得太多：单位对吗？东西重量对吗？",
            "It shows {live}, too far off: is the unit right, and the thing's weight?",
        ).filled(live=_live(stage))
        return Turn(stage=stage, told=_attention(words))
    return _passed(setup, stage)


def _passed(setup: Setup, stage: ScaleStage) -> Turn:
    assert stage.wish is not None
    assert stage.found is not None
    unit = f", unit {stage.wish.unit}" if stage.wish.unit else ""
    facts = (
        f"scale at {stage.wish.link} speaks {stage.wish.speaks}{unit}",
        f"heard {stage.found.heard}",
        f"empty {stage.zero_mg / 1000:g} g; {stage.mass_mg / 1000:g} g put on shows {_live(stage)}",
        "not for trade weighing",
    )
    words = say("秤好了：{live}。", "The scale is ready: {live}.").filled(live=_live(stage))
    return Turn(
        stage=stage,
        wish=links.with_device(setup.wish, stage.wish),
        ended=Ended.PASSED,
        facts=facts,
        told=Told(verdict=Verdict.OK, words=words),
    )


def _attention(words: Words) -> Told:
    return Told(verdict=Verdict.ATTENTION, words=words)
