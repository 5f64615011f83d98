"""One place of a registered phrase damaged is found, and a registered phrase never is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.readers import txt
from generator.rules.context import CheckContext
from generator.rules.wording.drift import Drift, drifts
from generator.rules.wording.phrase import Phrase
from generator.rules.wording.phrases import correct, phrases

EVERY = tuple(phrase for name in ("titles", "set_phrases", "names") for phrase in phrases(name))
LONG = tuple(phrase for phrase in EVERY if len(phrase.text) >= 8)
STRANGE = st.sampled_from("猫狗鱼鸟虫")  # characters that stand in no registered phrase


def found(text: str) -> list[Drift]:
    context = CheckContext(draft=txt.read(f"我们{text}。\n各位代表：".encode(), "例.txt"))
    return list(drifts(context, EVERY, correct()))


def test_every_registered_phrase_is_right() -> None:
    assert [phrase for phrase in correct() if found(phrase)] == []


def test_all_registered_phrases_in_one_line_are_right() -> None:
    assert found("，".join(correct())) == []


@given(st.sampled_from(LONG), st.data(), STRANGE)
def test_one_wrong_character_inside_is_found(phrase: Phrase, data: st.DataObject, strange: str) -> None:
    text = phrase.text
    at = data.draw(st.integers(1, len(text) - 2))
    (drift, *_) = found(text[:at] + strange + text[at + 1 :])
    assert drift.span.start <= at + 2 < drift.span.end


@given(st.sampled_from(LONG), st.data(), STRANGE)
def test_one_character_too_many_is_found(phrase: Phrase, data: st.DataObject, strange: str) -> None:
    text = phrase.text
    at = data.draw(st.integers(1, len(text) - 1))
    assert found(text[:at] + strange + text[at:])


@given(st.text("完整准确全面贯彻新发展理念、。\n稳中求进先立后破", max_size=80))
def test_offsets_stand_in_their_paragraph(text: str) -> None:
    context = CheckContext(draft=txt.read(f"好{text}".encode(), "例.txt"))
    for drift in drifts(context, EVERY, correct()):
        assert 0 <= drift.span.start < drift.span.end <= len(context.paragraphs[drift.span.paragraph - 1].text)
