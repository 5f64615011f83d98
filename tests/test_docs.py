"""What the pages say is so: phrase forms, codes, rules, commands, and what the commands print."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
import typer
from typer.core import TyperGroup

from generator.building import document_of
from generator.checking.pages import rule_pages
from generator.cli import app, main
from generator.loading.parsing import parse_yaml
from generator.schema_docs import PAGES
from generator.templating import filters, template_tests
from generator.templating.environment import KEPT_FILTERS, KEPT_TESTS, ReportEnvironment
from generator.templating.phrases import load_phrases
from generator.workspace import Workspace
from generator.writers import txt
from tests.documents import DOCS, ROOT, Block, Change, Chapter, Row, chapters_of, code_in, sessions_of
from tests.workspaces import write_workspace

ERRORS = DOCS / "报错是什么意思.md"
SENTENCES = DOCS / "怎样写带数的句子.md"
SCOPE = DOCS / "核对范围.md"
FORMS = DOCS / "怎样加一种写法.md"
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
HAND_WRITTEN = sorted(set(DOCS.glob("*.md")) - {DOCS / page.name for page in PAGES})
EVERY_PAGE = (*READMES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")))
LARGEST_PICTURE = 150_000

Run = Callable[[Path, tuple[str, ...]], str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``qicao`` in a folder and gives what it prints."""

    def run(folder: Path, arguments: tuple[str, ...]) -> str:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["qicao", *arguments])
        with pytest.raises(SystemExit):
            main()
        printed = capsys.readouterr()
        return printed.out + printed.err

    return run


def copy_of_2024(root: Path, *left_out: str) -> Path:
    """A workspace with the data of the 2024 report."""
    shutil.copytree(ROOT / "drafts" / "2024", root / "drafts" / "2024", ignore=shutil.ignore_patterns("out", *left_out))
    return root


def follow(chapters: list[Chapter], folder: Path, run: Run) -> int:
    """Do what chapters say, one after the other, and compare what is printed; gives the number of commands."""
    count = 0
    for step in (step for chapter in chapters for step in chapter.steps):
        if isinstance(step, Change):
            step.make(folder)
            continue
        step.write_under(folder)
        for session in sessions_of(step):
            printed = run(folder, session.arguments)
            assert session.agrees(printed), f"$ qicao {' '.join(session.arguments)}\n{printed}"
            count += 1
    return count


# ---- sentences and phrase forms ------------------------------------------------------------------------------------


def rows_with(page: Path, head: str) -> list[Row]:
    """All rows of a page's tables that have a column of this name."""
    return [row for chapter in chapters_of(page) for row in chapter.rows if head in row]


def outline_of(sentences: list[str]) -> str:
    """An outline that prints each sentence as a paragraph."""
    return "part: 其他\nsections:\n  - text: |\n" + "".join(f"      {sentence}\n\n" for sentence in sentences)


def printed(workspace: Workspace) -> list[str]:
    """The paragraphs of the 2024 report of a workspace."""
    return txt.write(document_of(workspace, 2024).document).splitlines()


def test_sentences_about_2024_print_as_the_page_says(tmp_path: Path) -> None:
    rows = [row for row in rows_with(SENTENCES, "印出来") if not {"写法", "数据"} <= row.keys()]
    rows = [row for row in rows if code_in(row["句子里写"])]
    root = copy_of_2024(tmp_path, "outline")
    write_workspace(root, {"outline/1.yaml": outline_of([code_in(row["句子里写"])[0] for row in rows])})
    assert printed(Workspace(root)) == [row["印出来"] for row in rows]


def test_other_sentences_print_as_the_page_says(tmp_path: Path) -> None:
    rows = [row for row in rows_with(SENTENCES, "写法") if "数据" in row]
    data = "".join(f"  {entry}\n" for row in rows for entry in code_in(row["数据"]))
    files = {
        "report.yaml": "year: 2024\nplace: 某市\n",
        "figures.yaml": f"figures:\n{data}",
        "outline/1.yaml": outline_of([code_in(row["句子里写"])[0] for row in rows]),
    }
    assert printed(write_workspace(tmp_path, files)) == [row["印出来"] for row in rows]


def test_every_phrase_form_is_in_the_tables_and_used_there() -> None:
    workspace = Workspace(ROOT)
    forms = load_phrases(ReportEnvironment(workspace.read_template), workspace.template_names("phrases", ".jinja"))
    rows = rows_with(SENTENCES, "写法")
    assert sorted(row["写法"] for row in rows) == sorted(name for name in forms.macros if not name.endswith("_"))
    assert all(f"|{row['写法']}}}" in row["句子里写"] for row in rows)


def test_everything_a_template_may_use_is_explained() -> None:
    page = FORMS.read_text("utf-8")
    names = {*KEPT_FILTERS, *KEPT_TESTS}
    for module in (filters, template_tests):
        names |= {function.__name__ for function in functions_of(module)}
    missing = [name for name in sorted(names) if not re.search(rf"\| {name}\b|is {name}\b|`{name}`", page)]
    assert missing == []


def functions_of(module: ModuleType) -> list[FunctionType]:
    """The public functions that a module defines."""
    return [
        f
        for f in vars(module).values()
        if isinstance(f, FunctionType) and f.__module__ == module.__name__ and f.__name__[0] != "_"
    ]


@pytest.mark.parametrize("page", [SENTENCES, *READMES], ids=lambda page: page.name)
def test_the_data_on_the_page_are_those_of_2024(page: Path) -> None:
    data: dict[str, object] = {}
    for path in (ROOT / "drafts" / "2024").glob("*.yaml"):
        for section in mapping(path.read_text("utf-8")).values():
            data.update(section if isinstance(section, dict) else {})
    for block in blocks_of(page, "yaml"):
        for key, value in mapping("\n".join(block.lines)).items():
            entries = value if key in ("lists", "derived") and isinstance(value, dict) else {key: value}
            for name, entry in entries.items():
                assert name == "text" or is_part_of(entry, data[name]), name


def blocks_of(page: Path, language: str) -> list[Block]:
    """The fenced blocks of a page in a language."""
    steps = (step for chapter in chapters_of(page) for step in chapter.steps)
    return [step for step in steps if isinstance(step, Block) and step.language == language]


def mapping(text: str) -> dict[str, object]:
    """The mapping that some YAML is."""
    root = parse_yaml(text, "")[0]
    assert isinstance(root, dict)
    return {str(key): value for key, value in root.items()}


def is_part_of(shown: object, whole: object) -> bool:
    """Whether everything that is shown stands in the data too."""
    if isinstance(shown, dict) and isinstance(whole, dict):
        return all(key in whole and is_part_of(value, whole[key]) for key, value in shown.items())
    return shown == whole


@pytest.mark.parametrize(
    ("value", "says"),
    [("5.1", "同比增长5.1%"), ("-0.3", "同比下降0.3%"), ("", "同比增长【待填：地区生产总值增速（%）】")],
    ids=["rises", "falls", "owed"],
)
def test_a_changed_value_reads_as_the_readmes_say(value: str, says: str, tmp_path: Path) -> None:
    root = copy_of_2024(tmp_path)
    Change("figures.yaml", "value: 5.1", f"value: {value}").make(root)
    assert any(f"全市地区生产总值{says}，" in paragraph for paragraph in printed(Workspace(root)))
    assert all(says in page.read_text("utf-8") for page in READMES)


# ---- errors --------------------------------------------------------------------------------------------------------


def codes_in_source() -> set[str]:
    """Every code of a diagnostic that the program knows."""
    found: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch(r"[DQ]\d{3}", node.value)
            ):
                found.add(node.value)
    return found


def test_every_code_is_explained() -> None:
    explained = [chapter.title.split()[0] for chapter in chapters_of(ERRORS) if re.match(r"[DQ]\d{3} ", chapter.title)]
    assert explained == sorted(codes_in_source())


ERROR_CHAPTERS = [chapter for chapter in chapters_of(ERRORS) if re.match(r"[DQ]\d", chapter.title)]
WITHOUT_EXAMPLE = {"D105"}  # the character that it is about cannot be seen


def test_every_code_has_an_example() -> None:
    assert {chapter.title.split()[0] for chapter in ERROR_CHAPTERS if not chapter.steps} == WITHOUT_EXAMPLE


@pytest.mark.parametrize(
    "chapter", [c for c in ERROR_CHAPTERS if c.steps], ids=lambda chapter: chapter.title.split()[0]
)
def test_errors_read_as_the_page_shows(chapter: Chapter, tmp_path: Path, run: Run) -> None:
    [ground] = [c for c in chapters_of(ERRORS) if c.title == "底稿"]
    code = chapter.title.split()[0]
    for number, steps in enumerate(examples(chapter)):
        folder = tmp_path / str(number)
        for block in ground.steps:
            assert isinstance(block, Block)
            block.write_under(folder)
        assert follow([Chapter("", steps)], folder, run) == 1
        assert any(code in line for step in steps if isinstance(step, Block) for line in step.lines)


def examples(chapter: Chapter) -> Iterator[list[Block | Change]]:
    """Each command of a chapter with the changes before it."""
    steps: list[Block | Change] = []
    for step in chapter.steps:
        steps.append(step)
        if isinstance(step, Block):
            yield steps
            steps = []


# ---- what is checked -----------------------------------------------------------------------------------------------


def test_the_page_on_what_is_checked_names_every_rule_once_and_no_other() -> None:
    told = SCOPE.read_text("utf-8").partition("## 不查什么")
    codes = [page.rule.code for page in rule_pages()]
    assert sorted(re.findall(r"\b[A-Z]\d{3}\b", told[0])) == sorted(codes)
    assert set(re.findall(r"\b[A-Z]\d{3}\b", told[2])) <= set(codes)


def test_it_says_which_rules_are_off() -> None:
    off = {page.rule.code for page in rule_pages() if not page.rule.default}
    lines = [line for line in SCOPE.read_text("utf-8").splitlines() if "平时不查" in line]
    assert off <= set(re.findall(r"\b[A-Z]\d{3}\b", "".join(lines)))


# ---- commands ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [page for page in HAND_WRITTEN if page != ERRORS], ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path, run: Run) -> None:
    chapters = chapters_of(page)
    commands = page.read_text("utf-8").count("\n$ qicao ")
    assert follow(chapters, copy_of_2024(tmp_path), run) == commands


def names_of_the_command_line() -> set[str]:
    """Every command and every option."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    parameters = [*group.params, *(parameter for command in group.commands.values() for parameter in command.params)]
    options = {name for parameter in parameters if parameter.param_type_name == "option" for name in parameter.opts}
    return options | {f"qicao {name}" for name in group.commands} | {"--help"}


@pytest.mark.parametrize("pages", [*((page,) for page in READMES), tuple(DOCS.glob("*.md"))], ids=["en", "zh", "docs"])
def test_every_command_and_option_is_mentioned(pages: tuple[Path, ...]) -> None:
    text = "".join(page.read_text("utf-8") for page in pages)
    missing = [name for name in sorted(names_of_the_command_line()) if not re.search(rf"{name}(?![\w-])", text)]
    assert missing == []


# ---- the pages themselves ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    missing = [link for link in links if not link.startswith("https://") and not (page.parent / link).exists()]
    assert missing == []


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text("utf-8")
    assert [page.name for page in DOCS.glob("*.md") if page.name != "README.md" and page.name not in index] == []


def test_pictures_are_small() -> None:
    pictures = {path.name: path.stat().st_size for path in (DOCS / "pictures").iterdir()}
    assert pictures
    assert {name: size for name, size in pictures.items() if size > LARGEST_PICTURE} == {}


def test_the_number_of_paragraphs_is_as_told() -> None:
    told = re.search(r"一共 (\d+) 段", (DOCS / "分段的决定.md").read_text("utf-8"))
    assert told is not None
    assert int(told[1]) == len(printed(Workspace(ROOT)))
