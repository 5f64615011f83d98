"""The page of a check: the whole text as it reads, every finding linked both ways, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Severity, Span
from generator.formatters.checks_html.noting import Note
from generator.formatters.checks_html.text import _Marks, _pieces
from generator.positions import Position
from generator.rules.rule import Group
from tests.checking.drafts import DAMAGED, TEXT
from tests.checking.running import Qicao
from tests.formatters.browser import print_page, run_in_page
from tests.writers import html_reading
from tests.writers.html_reading import Element, read

INPUTS = re.compile(r"<input([^>]*)>")


def elements_of(page: str) -> list[Element]:
    """The elements of a page; scripts and styles hold no elements."""
    bare = re.sub(r"(<(script|style)>).*?(</\2>)", r"\1\3", page, flags=re.DOTALL)
    return read(INPUTS.sub(r"<input\1></input>", bare))


@pytest.fixture
def page(qicao: Qicao) -> str:
    """The page of the damaged draft, one of its findings waived."""
    qicao("waive", "2024", "draft.txt", "--rule", "P103", "--reason", "原文如此", "--who", "张三")
    return qicao("check", "draft.txt", "--year", "2024", "--format", "html").out


def test_the_text_stands_there_unchanged(page: str) -> None:
    shown = [e.text for e in elements_of(page) if e.name == "p" and "data-p" in e.attributes]
    assert shown == DAMAGED.splitlines()


def test_figures_are_coloured_by_what_became_of_them(page: str) -> None:
    marked = [e for e in elements_of(page) if "main" in e.parents and e.name in ("span", "a") and e.text]
    states = {e.text: e.attributes["class"] for e in marked}
    assert states == {
        "2023年": "fig tied",
        ",": "found let-stand waived",
        "增长": "fig tied",
        "5.4%": "found error differs",
        "127.4亿元": "fig tied",
    }
    assert (
        next(e for e in marked if e.text == "127.4亿元").attributes["title"]
        == "减税：127.4亿元（drafts/2024/figures.yaml:3）"
    )


def test_text_and_findings_lead_to_each_other(page: str) -> None:
    elements = elements_of(page)
    ids = {e.attributes["id"] for e in elements if "id" in e.attributes}
    targets = [e.attributes["href"] for e in elements if e.name == "a"]
    assert {target.removeprefix("#") for target in targets} <= ids
    assert {"m1", "m2", "m3", "n1", "n2", "n3"} <= ids
    lost = next(e for e in elements if e.attributes.get("id") == "m3")
    assert (lost.text, lost.attributes["class"]) == ("", "found warning gap")


def test_findings_say_what_was_expected_and_by_whose_datum(page: str) -> None:
    notes = [e for e in elements_of(page) if e.name == "li"]
    assert [e.attributes["data-severity"] for e in notes] == ["waived", "error", "warning"]
    assert [e.attributes["data-group"] for e in notes] == ["punctuation", "tie-out", "tie-out"]
    assert [e.attributes.get("data-department", "") for e in notes] == ["", "统计局", "没有登记"]
    assert "已豁免：原文如此，张三，drafts/2024/waivers.yaml:7" in notes[0].text
    assert "数据：地区生产总值，drafts/2024/figures.yaml:2，统计局" in notes[1].text


def test_nothing_comes_from_elsewhere(page: str) -> None:
    elements = elements_of(page)
    assert not any(e.name in ("link", "img", "iframe", "object") or "src" in e.attributes for e in elements)
    assert re.findall(r"(?:https?:)?//[a-z]|@import|url\(", re.sub(r"^\s*//.*$", "", page, flags=re.MULTILINE)) == []
    policy = next(e for e in elements if e.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.attributes["content"].startswith("default-src 'none'")


def test_what_a_draft_says_is_text_and_nothing_else(qicao: Qicao, folder: Path) -> None:
    text = '企业300家,<script>alert("x")</script>&amp;</p><b title=\'"\'>好</b>。'
    (folder / "<i>.txt").write_text(text, encoding="utf-8")
    page = qicao("check", "<i>.txt", "--format", "html").out
    elements = elements_of(page)
    assert [e.text for e in elements if "data-p" in e.attributes] == [text]
    assert page.count("<script>") == 1
    assert [e.text for e in elements if e.name == "h1"] == ["<i>.txt"]


def test_several_drafts_and_one_that_cannot_be_read(qicao: Qicao, folder: Path) -> None:
    (folder / "right.txt").write_text(TEXT, encoding="utf-8")
    elements = elements_of(
        qicao("check", "draft.txt", "right.txt", "nope.txt", "--year", "2024", "--format", "html").out
    )
    assert [e.text for e in elements if e.name == "h1"] == ["draft.txt", "right.txt"]
    assert any(e.attributes.get("class") == "unreadable" and "nope.txt" in e.text for e in elements)
    ids = [e.attributes["id"] for e in elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted), max_size=6)


@given(st.text("甲乙，。<&1", min_size=1, max_size=12), SPANS)
def test_any_marks_leave_the_text_as_it_is_and_each_is_found(text: str, spans: list[list[int]]) -> None:
    notes = []
    for number, (start, end) in enumerate(spans, start=1):
        a, b = min(start, len(text)), min(end, len(text))
        diagnostic = Diagnostic("P101", "x", "……", Position("d", 1, 1), Severity.ERROR, span=Span(text[a:b], 1, a, b))
        notes.append(Note(number, diagnostic, Group.PUNCTUATION, ""))
    [line] = read(f"<p>{''.join(_pieces(text, _Marks(notes=notes)))}</p>")[:1]
    assert line.text == text
    links = [e for e in html_reading.read(f"<p>{''.join(_pieces(text, _Marks(notes=notes)))}</p>") if e.name == "a"]
    for note in notes:
        own = [e for e in links if str(note.number) in e.attributes["data-n"].split()]
        assert note.diagnostic.span is not None
        assert "".join(e.text for e in own) == note.diagnostic.span.text
        assert own


# ---- in a browser --------------------------------------------------------------------------------------------------

STATE = """
const all = [...document.querySelectorAll("aside li[data-n]")];
const shown = () => all.filter((note) => note.offsetParent).map((note) => note.dataset.n);
const now = () => [...document.querySelectorAll(".current")].map((element) => element.id).join(" ");
const key = (name) => document.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
const tick = (name, value) => document.querySelector(`input[name="${name}"][value="${value}"]`).click();
"""


@pytest.mark.browser
def test_keys_go_through_the_findings(page: str, tmp_path: Path) -> None:
    script = STATE + 'return ["j", "j", "j", "j", "k", "Escape", "k"].map((name) => { key(name); return now(); });'
    assert run_in_page(page, tmp_path, script) == [
        "m1 n1",
        "m2 n2",
        "m3 n3",
        "m3 n3",
        "m2 n2",
        "",
        "m3 n3",
    ]


@pytest.mark.browser
def test_a_click_leads_from_one_to_the_other_and_shows_both(page: str, tmp_path: Path) -> None:
    script = (
        STATE
        + """
    const box = (id) => document.getElementById(id).getBoundingClientRect();
    const inside = (id) => box(id).top >= 0 && box(id).bottom <= innerHeight;
    const result = [];
    document.getElementById("m2").click();
    result.push(now(), document.activeElement.id);
    document.querySelector("#n3 .place").click();
    result.push(now(), document.activeElement.id, inside("m3"), inside("n3"));
    document.getElementById("n2").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    result.push(document.activeElement.id);
    return result;
    """
    )
    assert run_in_page(page, tmp_path, script) == ["m2 n2", "n2", "m3 n3", "m3", True, True, "m2"]


@pytest.mark.browser
def test_filters_take_findings_from_the_list_and_the_text(page: str, tmp_path: Path) -> None:
    script = (
        STATE
        + """
    const told = () => document.querySelector(".shown").textContent;
    const result = [shown().join(" "), told()];
    tick("severity", "error");
    result.push(shown().join(" "), document.getElementById("m2").classList.contains("off"), told());
    tick("severity", "error"); tick("group", "punctuation");
    result.push(shown().join(" "));
    tick("department", "没有登记");
    result.push(shown().join(" "));
    key("j"); key("j");
    result.push(now());
    return result;
    """
    )
    assert run_in_page(page, tmp_path, script) == [
        "1 2 3",
        "显示 3 处，共 3 处",
        "1 3",
        True,
        "显示 2 处，共 3 处",
        "2 3",
        "2",
        "m2 n2",
    ]


@pytest.mark.browser
def test_a_link_to_a_finding_opens_at_it(page: str, tmp_path: Path) -> None:
    assert run_in_page(page, tmp_path, STATE + "return now();", at="#n2") == "m2 n2"


@pytest.mark.browser
@pytest.mark.parametrize("size", ["1300,900", "500,900"])
def test_nothing_is_wider_than_the_window(page: str, tmp_path: Path, size: str) -> None:
    script = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth;"
    assert run_in_page(page, tmp_path, script, size=size)


@pytest.mark.browser
def test_everything_can_be_reached_and_seen_from_the_keyboard(page: str, tmp_path: Path) -> None:
    script = """
    const reachable = [...document.querySelectorAll("main a.found, aside li, aside input, aside a, summary")];
    const note = document.getElementById("n2");
    note.focus();
    return [reachable.every((element) => element.tabIndex === 0), getComputedStyle(note).outlineStyle];
    """
    assert run_in_page(page, tmp_path, script, keyboard=True) == [True, "solid"]


@pytest.mark.browser
def test_it_prints(page: str, tmp_path: Path) -> None:
    assert print_page(page, tmp_path).startswith(b"%PDF")
