"""Slips inside words that the draft itself, or a register, spells otherwise elsewhere.

A wrong character makes pairs of characters that stand nowhere else.  Where the characters around it come elsewhere with
others in its place, it is a slip; the fewer characters are shared, the more often the other form must stand.  The
bounds were measured on published reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.patterns import Pattern
from generator.rules.characters import is_han
from generator.rules.consistency.near_repeats import NearRepeat, Place, endings, particles, siblings, suffixes
from generator.rules.consistency.shared_sides import CLOSED, OPEN, shared_before, shared_behind
from generator.rules.consistency.text_pairs import TextPairs
from generator.rules.consistency.usual_pairs import is_usual
from generator.rules.homophones import sound_alike
from generator.rules.look_alikes import look_alike
from generator.rules.pen_slips import is_pen_slip

_CONTEXT = 3
"""Characters beside the odd ones by which other places are found."""
_OFTEN = 3
_QUOTES = OPEN + CLOSED
_TWICE = Pattern(r"(?P<one>.)(?P=one)")
_NUMERALS = frozenset("一二两三四五六七八九十百千万双")
_DIGITS = frozenset("0123456789")

Odd = tuple[int, int, int, int]
"""Where odd characters begin and end, how many stand in their place elsewhere, and how many pairs are unusual."""


@dataclass(slots=True)
class _Other:
    """A form that stands elsewhere in the place of the odd one: how often, and where it shares most."""

    times: int = 0
    left: int = 0
    right: int = 0
    start: int = 0

    @property
    def shared(self) -> int:
        """Characters shared beside the difference."""
        return self.left + self.right

    @property
    def least(self) -> int:
        """Characters shared on the side where fewer are."""
        return min(self.left, self.right)


def odd_spellings(pairs: TextPairs) -> Iterator[NearRepeat]:
    """The slips in a text, one for each odd place, in order."""
    odds = sorted(set(_odds(pairs)))
    told = -1
    for odd in odds:
        if odd[0] > told:
            found = _slip(pairs, odd)
            if found is not None:
                told = odd[1] + 1
                yield found


def _odds(pairs: TextPairs) -> Iterator[Odd]:
    """What may be a slip: beside unusual pairs one for another, one lost; turned round; twice.

    Only where what stands before or behind it comes elsewhere too.
    """
    repeated, strange = pairs.repeated, set(pairs.unusual)
    for place in pairs.unusual:
        start = place + 1
        if start in strange and (repeated[start - _CONTEXT] or repeated[start + 1]):
            yield start, start + 1, 1, 2
    yield from _doubled(pairs)
    yield from _one_changed(pairs, strange)
    yield from _turned(pairs, strange)


def _one_changed(pairs: TextPairs, strange: set[int]) -> Iterator[Odd]:
    """What makes one unusual pair: a character lost in it, or the character before or behind it that is another."""
    text, repeated, numbers, around = pairs.text, pairs.repeated, pairs.pairs, pairs.around
    lost = [place + 1 for place in strange if repeated[place + 1 - _CONTEXT] or repeated[place + 1]]
    changed = strange ^ {place + 1 for place in strange}
    changed = {start for start in changed if repeated[start - _CONTEXT] or repeated[start + 1]}
    asked = {numbers[start - 1] for start in lost} | {around[start - 1] for start in changed}
    met = Counter(filter(asked.__contains__, around))
    yield from ((start, start, 1, 1) for start in lost if numbers[start - 1] in met)
    for start in changed:
        if not (is_han(text[start - 1]) and is_han(text[start + 1])):
            yield start, start + 1, 1, 2
        elif met[around[start - 1]] > 1:
            yield start, start + 1, 1, 1


def _doubled(pairs: TextPairs) -> Iterator[Odd]:
    for match in _TWICE.finditer(pairs.text, _CONTEXT, pairs.size):
        if is_han(match["one"]):
            yield match.end() - 1, match.end(), 0, 1


def _turned(pairs: TextPairs, strange: set[int]) -> Iterator[Odd]:
    text, repeated, seen, turned = pairs.text, pairs.repeated, pairs.seen, pairs.turned
    for start in strange | {place - 1 for place in strange} | {place + 1 for place in strange}:
        if (repeated[start - _CONTEXT] or repeated[start + 2]) and turned[start] in seen:
            one, two = text[start], text[start + 1]
            if one != two and is_han(one) and is_han(two):
                yield start, start + 2, 2, sum(p in strange for p in (start - 1, start, start + 1))


def _slip(pairs: TextPairs, odd: Odd) -> NearRepeat | None:
    text, (start, end, lost, _) = pairs.text, odd
    form = text[start:end]
    others = _others(pairs, odd, form)
    if not others:
        return None
    varied = sum(best.shared > _CONTEXT for best in others.values()) > 1
    behind = len(pairs.places(end))
    for other, best in others.items():
        slip = _is_slip(pairs, odd, form, other, best, best.times == behind - 1) and not _is_word(pairs, odd, best)
        if slip or _makes_sense(pairs, odd, other, best):
            places = (start, end), (best.start, best.start + lost)
            either = varied or _is_odder(pairs, places[1], places[0]) or (slip and _is_as_usual(pairs, odd, best))
            if best.times > 1 or not either:
                return NearRepeat(*places, best.left, best.right, best.times, best.times == 1)
    return None


def _is_as_usual(pairs: TextPairs, odd: Odd, best: _Other) -> bool:
    """Whether the other character would be no more usual: 智慧社区, 智慧园区; what is quoted, “春雨行动”, is coined."""
    start, end, lost, unusual = odd
    if end - start != 1 or lost != 1:
        return False
    found, left = pairs.unusual_in(start - 1, end), pairs.unusual_if(start, end, best.start)
    if _is_quoted(pairs.text, best):
        return left > 0 or found < 2
    return unusual < 2 and found <= left


def _makes_sense(pairs: TextPairs, odd: Odd, other: str, best: _Other) -> bool:
    """Whether a character that is lost, or taken for one like it, leaves fewer unusual pairs when it is put right."""
    text, (start, end, _, _) = pairs.text, odd
    if len(other) != 1 or end - start > 1 or best.shared < _CONTEXT + (1 if start < end else 2):
        return False
    form = text[start:end]
    if form and best.least == 0:
        likely = is_pen_slip(form, other) and _joins_odd(pairs, odd, best)
    elif form:
        likely = sound_alike(form, other) or look_alike(form, other)
    else:
        likely = best.least > 1 and other not in siblings()
    if not likely:
        return False
    found, left = pairs.unusual_in(start - 1, end), pairs.unusual_if(start, end, best.start)
    return left == 0 < found if best.times == 1 and _is_quoted(text, best) else left < found


def _joins_odd(pairs: TextPairs, odd: Odd, best: _Other) -> bool:
    """Whether the odd one stands beside what is shared as nothing else does, and the other as the edge of its name."""
    start, text, place = odd[0], pairs.text, best.start
    if best.left == 0:
        edge = not _ends_word(pairs, place) and is_usual(*text[place : place + 2])
        return edge and pairs.unusual_in(start, start + 1) > 0
    edge = not is_usual(*text[place : place + 2]) and is_usual(*text[place - 1 : place + 1])
    return edge and pairs.unusual_in(start - 1, start) > 0


def _ends_word(pairs: TextPairs, place: int) -> bool:
    """Whether a character is rather the end of a word than the beginning of a name: 总书记 before 重要讲话."""
    return is_han(pairs.text[place - 1]) and pairs.often[place - 1] >= _OFTEN


def _is_word(pairs: TextPairs, odd: Odd, best: _Other) -> bool:
    """Whether an odd character and the one shared on a side are a word that the draft has elsewhere (示范, 模范)."""
    start, end, lost, unusual = odd
    if end - start != lost or lost != 1 or unusual > 1:
        return False
    place = start if pairs.unusual_in(start - 1, start) else start - 1
    return _is_pair(pairs, place)


def _others(pairs: TextPairs, odd: Odd, form: str) -> dict[str, _Other]:
    """The forms that stand elsewhere where the odd one stands, as far as they may have been meant."""
    text, (start, end, lost, _) = pairs.text, odd
    others: dict[str, _Other] = {}
    for other, places in _by_form(pairs, odd).items():
        if places and _may_replace(form, other) and _may_be_enough(text, odd, places):
            best = others[other] = _Other(len(places))
            for place in places:
                _keep(best, shared_before(text, start, place), shared_behind(text, end, place + lost), place)
            _trim(text, best, other)
    return others


def _trim(text: str, best: _Other, other: str) -> None:
    """One character shared on a side is not, where it is rather of the word beyond it (工作 before 奋勇争先)."""
    if len(other) != 1:
        return
    place = best.start
    if best.left == 1 and is_usual(*text[place - 2 : place]) and not is_usual(text[place - 1], other):
        best.left = 0
    if best.right == 1 and is_usual(*text[place + 1 : place + 3]) and not is_usual(other, text[place + 1]):
        best.right = 0


def _may_be_enough(text: str, odd: Odd, places: list[int]) -> bool:
    """Whether a form stands often, or anywhere shares more than the least by which places are found."""
    start, end, lost, _ = odd
    if lost == 2 or len(places) >= _OFTEN or (not lost and text[start] == text[start - 1]):
        return True
    before, behind = text[start - _CONTEXT - 1 : start], text[end : end + _CONTEXT + 1]
    for place in places:
        if text.endswith(before, 0, place) or text.startswith(behind, place + lost):
            return True
        if text[place - 1] == before[-1] and text[place + lost] == behind[0]:
            return True
    return False


def _is_odder(pairs: TextPairs, one: Place, other: Place) -> bool:
    """Whether one of two places that stand once each has more pairs that stand nowhere else."""
    return pairs.unusual_in(one[0] - 1, one[1]) > pairs.unusual_in(other[0] - 1, other[1])


def _places(pairs: TextPairs, odd: Odd) -> set[int]:
    """Where the same characters stand before and behind others; at the edge of a clause, on one side."""
    text, (start, end, lost, unusual) = pairs.text, odd
    before, behind = text[start - 1], text[end]
    left, right = pairs.places(start - _CONTEXT), pairs.places(end)
    if lost != 1 or unusual > 1:
        return {place + _CONTEXT for place in left} | {place - lost for place in right if place > lost}
    return {place + _CONTEXT for place in left if text[place + _CONTEXT + 1] == behind} | {
        place - 1 for place in right if place > 1 and text[place - 2] == before
    }


def _by_form(pairs: TextPairs, odd: Odd) -> dict[str, list[int]]:
    """What stands at such places, apart from the odd one, and where."""
    text, (start, end, lost, _) = pairs.text, odd
    places = [place for place in _places(pairs, odd) if not -_CONTEXT <= place - start <= _CONTEXT]
    if not lost:
        form = text[start:end]
        return {"": [place for place in places if not form == text[place - 1] == text[place - 2]]}
    forms: dict[str, list[int]] = {}
    for place in places:
        forms.setdefault(text[place : place + lost], []).append(place)
    return forms


def _may_replace(form: str, other: str) -> bool:
    """Whether the one may be a slip for the other: not two words, nor a particle more or less."""
    if len(form) == 2:
        return form != other == form[::-1] and is_han(form[0]) and is_han(form[1])
    if form == other or (other and not is_han(other)) or (form and not is_han(form)):
        return False
    if form and other:
        return not (form in siblings() and other in siblings()) and not (form in particles() and other in particles())
    return (form or other) not in particles() | suffixes()


def _keep(other: _Other, left: int, right: int, place: int) -> None:
    if left + right > other.shared or not other.start:
        other.left, other.right, other.start = left, right, place


def _is_slip(pairs: TextPairs, odd: Odd, form: str, other: str, best: _Other, alone: bool) -> bool:
    text = pairs.text
    if len(form) == 2:
        return _is_turned(odd, best)
    if not other:
        return form == text[odd[0] - 1] and _is_doubled(text, odd, best)
    if len(form) == len(other):
        if odd[3] < 2 and not (siblings().isdisjoint(form + other) and particles().isdisjoint(form + other)):
            return False
        return _is_other(pairs, odd, form, other, best, alone)
    if best.left > 2 and not form and _breaks_ending(pairs, odd, best):
        return True
    if form in siblings() or other in siblings() or best.least < 1:
        return False
    if best.left == 1 and is_han(text[odd[0] - 2]):
        return False
    if best.least < 2:
        return bool(other) and best.shared > 5 and (best.times > 4 or (best.shared > 6 and _is_name(text, best)))
    if best.times > 1:
        return best.shared > (3 if other else 4)
    return best.shared > (4 if other else 6) and _is_name(text, best)


def _is_turned(odd: Odd, best: _Other) -> bool:
    if odd[3] > 1:
        return best.shared > 2
    return best.shared > 3


def _is_doubled(text: str, odd: Odd, best: _Other) -> bool:
    """A character typed twice: behind others and before others of the same word, or at a word's edge."""
    if best.left == 1:
        return best.right > 2 and not is_han(text[odd[0] - 2])
    if best.right:
        return best.left > 1 and best.shared > (2 if best.right > 1 else 4)
    return best.left > 2 and text[odd[0] - best.left] not in _QUOTES and not is_han(text[odd[1]])


def _is_other(pairs: TextPairs, odd: Odd, form: str, other: str, best: _Other, alone: bool) -> bool:
    text = pairs.text
    if odd[3] < 2:
        enough = best.shared > 4 + (best.times < _OFTEN) and best.least > (best.shared < 7)
        return enough and (_is_name(text, best) or (best.times > 1 and is_pen_slip(form, other)))
    if other in particles() and best.shared < 7:
        return False
    if best.least == 0:
        return form not in particles() and _is_other_edge(pairs, odd, best, alone)
    if _is_thin(text, odd, best) and (best.shared < 6 or not _is_name(text, best)):
        return False
    if best.times >= _OFTEN:
        return best.shared > 3 or (best.shared > 2 and is_pen_slip(form, other))
    if text[odd[0] - 1] in _NUMERALS and best.shared < 7:  # “三…联动”, “双…计划” are made to be varied
        return False
    if best.times > 1:
        return best.shared > 4 - (best.least > 1 and _is_quoted(text, best))
    return best.shared > 4 and (_is_name(text, best) or (best.shared > 6 and _is_quoted(text, best)))


def _is_thin(text: str, odd: Odd, best: _Other) -> bool:
    """Whether one character is shared before, in the middle of a clause: 推进 and 推开 before the same words."""
    start, beyond = odd[0], (text[odd[0] - 2], text[best.start - 2])
    return best.left == 1 and is_han(text[start - 1]) and any(map(is_han, beyond))


def _is_other_edge(pairs: TextPairs, odd: Odd, best: _Other, alone: bool) -> bool:
    """The last character of a name, or the first of what never stands without it."""
    text = pairs.text
    edge = text[odd[0] - 1] if best.left == 0 else text[odd[1]]
    if best.left == 0 and _ends_word(pairs, best.start):
        return False
    if edge in _DIGITS or edge in _QUOTES:
        return False
    if best.right == 0 and best.left > 2 + (best.times == 1) * 2 and _ends_name(text, best):
        return True
    if not is_han(edge):
        first = alone or (best.left > 0 and not is_han(text[best.start + 1]))
        return first and best.times >= _OFTEN and best.shared > 4
    enough = best.times + best.shared > 8 and best.times > 1 and best.shared > 4
    return best.left == 0 and alone and enough and _is_name(text, best)


def _ends_name(text: str, best: _Other) -> bool:
    """Whether the other form is the last character of the ending of a name."""
    around = text[max(0, best.start - _CONTEXT) : best.start + 1]
    return any(match.end() == len(around) for match in endings().finditer(around))


def _breaks_ending(pairs: TextPairs, odd: Odd, best: _Other) -> bool:
    """Whether a lost character is one of the ending of a name (国际场 for 国际机场), of which no other word is made."""
    text, beyond = pairs.text, odd[1]
    if best.right == 0 or (best.right == 1 and _is_pair(pairs, beyond)):
        return False
    around = text[best.start - best.left : best.start + 1 + best.right]
    return any(match.start() <= best.left < match.end() for match in endings().finditer(around))


def _is_pair(pairs: TextPairs, place: int) -> bool:
    """Whether two Chinese characters stand together in other places too, here or in other reports."""
    one, two = pairs.text[place], pairs.text[place + 1]
    return is_han(one) and is_han(two) and (pairs.often[place] > 1 or is_usual(one, two))


def _is_quoted(text: str, best: _Other) -> bool:
    return text[best.start - best.left] in _QUOTES or text[best.start + best.right] in _QUOTES


def _is_name(text: str, best: _Other) -> bool:
    """Whether what is shared holds the ending of a name at or behind the difference."""
    around = text[best.start - best.left : best.start + 1 + best.right]
    return any(match.end() > best.left for match in endings().finditer(around))
