"""“两个确立”“两个维护”等固定搭配。

拥护“两个确立”、做到“两个维护”、增强“四个意识”、坚定“四个自信”：动词不能互换，数字不能写错。

反例：坚决做到“两个确立”、坚定拥护“两个维护”。
反例：增强“五个意识”、坚定“四个自信”。
正例：坚定拥护“两个确立”、坚决做到“两个维护”，深刻领悟“两个确立”的决定性意义。

依据：《中国共产党章程》（2022年修改）；pairings.yaml 逐条注明出处。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import mappings, register, words_of
from generator.rules.rule import Finding, Group, Rule

RULE = Rule(
    "W101", "fixed-pairing", Group.WORDING, Severity.ERROR, "固定搭配有误（两个确立、两个维护等）", anywhere=True
)

_PACKAGE = "generator.rules.wording"
_NUMERALS = "一二两三四五六七八九十"


def check(context: CheckContext) -> Iterator[Finding]:
    """Labels behind the verb of another label, and labels with another numeral."""
    verbs = _verbs()
    for paragraph in context.paragraphs:
        for match in _paired().finditer(paragraph.text):
            own = verbs[match["label"]]
            if match["verb"] not in own:
                right = f"{own[0]}“{match['label']}”"
                yield Finding(paragraph.span(*match.span()), f"应为{right}", right, fix=Fix(right))
        for match in _numbered().finditer(paragraph.text):
            labels = _labels()[match["kind"]]
            if match.group() not in labels and _is_meant(paragraph.text, match):
                yield Finding(paragraph.span(*match.span()), f"应为“{labels[0]}”", labels[0], fix=Fix(labels[0]))


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    return {str(p["label"]): words_of(p["verbs"]) for p in mappings(register(_PACKAGE, "pairings")["pairings"])}


@cache
def _paired() -> Pattern:
    verbs = sorted({verb for words in _verbs().values() for verb in words})
    return Pattern(f"(?P<verb>{'|'.join(verbs)})“?(?P<label>{'|'.join(_verbs())})”?")


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence speaks of the label that is registered, where others have labels of the same kind."""
    beside = _beside().get(match["kind"], ())
    begin = text.rfind("。", 0, match.start()) + 1
    end = text.find("。", match.end())
    sentence = text[begin : end if end >= 0 else len(text)]
    return not beside or any(word in sentence for word in beside)


@cache
def _beside() -> dict[str, tuple[str, ...]]:
    groups = list(mappings(register(_PACKAGE, "pairings")["labels"]))
    return {word[1:]: words_of(g["beside"]) for g in groups if "beside" in g for word in words_of(g["words"])}


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    """Labels by what stands behind their numeral."""
    labels = [word for group in mappings(register(_PACKAGE, "pairings")["labels"]) for word in words_of(group["words"])]
    kinds = {label[1:] for label in labels}
    return {
        kind: tuple(label for label in labels if label[1:] == kind) for kind in sorted(kinds, key=len, reverse=True)
    }


@cache
def _numbered() -> Pattern:
    return Pattern(f"(?<=“)[{_NUMERALS}](?P<kind>{'|'.join(map(re.escape, _labels()))})(?=”)")
