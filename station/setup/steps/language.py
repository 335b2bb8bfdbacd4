"""Step 1: language, colours, and whether the bench's sounds carry through the hall."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from station.setup.effects import PlaySound
from station.setup.stages import LanguageAsks, LanguageStage, Setup, Turn
from station.setup.values import Answered, Choice, Ended, Input, Question, SoundPlayed, Surroundings, Told, say
from station.ui.screen import Verdict
from station.ui.words import same

_OURS: Final = (
    Choice(key="zh", words=say("中文", "中文 Chinese")),
    Choice(key="en", words=say("English 英文", "English")),
)
_THEMES: Final = (
    Choice(key="light", words=say("浅色", "Light")),
    Choice(key="dark", words=say("深色", "Dark")),
    Choice(key="high_contrast", words=say("高对比度", "High contrast")),
    Choice(
        key="colour_safe", words=say("蓝色和橙色（分不清红绿时用）", "Blue and orange, if red and green look alike")
    ),
)
_AGAIN: Final = Choice(key="again", words=say("再放一次", "Play it again"))
_WITHOUT: Final = Choice(key="no", words=say("没有声音，先这样", "No sound: go on without"))
_SOUND: Final = Question(
    words=say("听到三声低音了吗？在仓库里够响吗？", "Did you hear three low beeps, loud enough for the hall?"),
    choices=(Choice(key="yes", words=say("听到了，够响", "Yes, loud enough")), _AGAIN, _WITHOUT),
    help=say(
        "扫错商品时就是这个声音。太轻：把电脑或音箱的音量调大。",
        "A wrong item sounds like this. Too low: turn the computer or its loudspeaker up.",
    ),
)
_SILENT: Final = Question(
    words=say("要接上音箱再试一次吗？", "Plug a loudspeaker in and try again?"), choices=(_AGAIN, _WITHOUT)
)
_NO_SOUND: Final = Told(
    verdict=Verdict.ATTENTION,
    words=say("这台电脑放不出声音。", "This computer has no sound."),
    way=say("没有声音也能打包，屏幕上都有字。", "The bench packs without it: the screen says it all."),
)


def _languages(around: Surroundings) -> tuple[Choice, ...]:
    """Ours and those that a translator's file is there for, each by its own name."""
    return (*_OURS, *(Choice(key=each.short, words=same(each.name), note=each.short) for each in around.languages))


def question(stage: LanguageStage, around: Surroundings) -> Question:
    match stage.asks:
        case LanguageAsks.LANGUAGE:
            words = say("工位用哪种语言？", "Which language leads at this bench?")
            return Question(words=words, choices=_languages(around))
        case LanguageAsks.THEME:
            words = say("屏幕用哪种颜色？", "Which colours should the screen have?")
            return Question(words=words, choices=_THEMES)
        case LanguageAsks.SOUND:
            return _SOUND if stage.has_sound else _SILENT


def take(setup: Setup, stage: LanguageStage, input: Input) -> Turn:
    match stage.asks, input:
        case LanguageAsks.LANGUAGE, Answered(value=value) if value in [
            choice.key for choice in _languages(setup.around)
        ]:
            return Turn(stage=LanguageStage(asks=LanguageAsks.THEME), wish=replace(setup.wish, language=value))
        case LanguageAsks.THEME, Answered(value=value) if value in [choice.key for choice in _THEMES]:
            sound = LanguageStage(asks=LanguageAsks.SOUND)
            return Turn(stage=sound, wish=replace(setup.wish, theme=value), effects=(PlaySound(),))
        case LanguageAsks.SOUND, SoundPlayed():
            return Turn(stage=replace(stage, has_sound=input.can), told=None if input.can else _NO_SOUND)
        case LanguageAsks.SOUND, Answered(value="again"):
            return Turn(stage=stage, effects=(PlaySound(),))
        case LanguageAsks.SOUND, Answered(value="yes" | "no" as value) if stage.has_sound or value == "no":
            heard = "the beep was heard" if value == "yes" else "no beep was heard"
            facts = (f"language {setup.wish.language}, theme {setup.wish.theme}", heard)
            return Turn(stage=stage, ended=Ended.PASSED, facts=facts)
        case _:
            return Turn(stage=stage)
