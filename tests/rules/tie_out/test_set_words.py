"""What the opening and the closing of a report say every year, and a draft lost (T118)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.building import document_of
from generator.rules.tie_out import set_words_lost
from tests.rules.against_data import against
from tests.workspaces import MakeWorkspace

OPENING = "现在，我代表市人民政府向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。"
THANKS = "在此，我代表市人民政府，向各位人大代表、政协委员，向各民主党派、各人民团体，向各位老领导，表示衷心感谢！"
CLOSING = "各位代表！征途漫漫，惟有奋斗。让我们携手前行！"
TEXT = f"一、2023年工作回顾\n{OPENING}\n{THANKS}\n{CLOSING}\n"
FILES = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": "figures: {}\n",
    "outline/1.yaml": "part: 回顾\nheading: 2023年工作回顾\nsections:\n"
    + "".join(f"  - text: {text}\n" for text in (OPENING, THANKS, CLOSING)),
}
Find = Callable[[str, str], list[str]]


@pytest.fixture
def lost(workspace_of: MakeWorkspace) -> Find:
    made = document_of(workspace_of(FILES), 2024)

    def find(old: str, new: str) -> list[str]:
        assert TEXT.count(old) == 1
        return [finding.expected for finding in set_words_lost.check(against(made, TEXT.replace(old, new)))]

    return find


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("，并请市政协委员和其他列席人员提出意见", "", "并请市政协委员和其他列席人员提出意见"),
        ("和其他列席人员", "", "和其他列席人员"),
        ("，向各民主党派、各人民团体", "", "向各民主党派、各人民团体"),
        ("、各人民团体", "", "各人民团体"),
        ("向各位老领导，", "", "向各位老领导"),
        ("、政协委员，", "，", "政协委员"),
        ("各位代表！", "", "各位代表！"),
    ],
)
def test_what_was_left_out_is_told_once(lost: Find, old: str, new: str, expected: str) -> None:
    assert lost(old, new) == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CLOSING, CLOSING),
        ("各位老领导", "老领导"),
        ("在此", "借此机会"),
        ("并请市政协委员和", "并请市人大委员和"),
        ("其他列席人员", "列席同志"),
        ("向各民主党派、各人民团体，向各位老领导", "向各位老领导，向各民主党派、各人民团体"),
        ("各位代表！", "各位代表，"),
        ("各位代表！", "各位代表！\n"),
        (THANKS, "谢谢大家的支持！"),
    ],
)
def test_the_same_in_other_words_is_let_be(lost: Find, old: str, new: str) -> None:
    assert lost(old, new) == []
