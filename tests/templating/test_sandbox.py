"""Templates of a workspace are not trusted: they cannot reach Python or files, run for ever or fill the memory.

What a drafter is told of each is in ``tests/cases/errors/templates.md``; here are the bounds themselves.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import CannotRunError, QicaoError
from generator.templating import bounds
from generator.templating.environment import ReportEnvironment
from generator.templating.faults import template_fault
from generator.validation import validate
from tests.workspaces import YEAR, MakeWorkspace


def environment(**templates: str | bytes) -> ReportEnvironment:
    files = {f"{name}.jinja": text.encode() if isinstance(text, str) else text for name, text in templates.items()}
    return ReportEnvironment(files.get)


def rendered(template: str, **values: object) -> str:
    return environment(main=template).get_template("main.jinja").render(values)


def fault(template: str, **values: object) -> str:
    """What is told of a template that must not work."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is, it must be one that can be told
        rendered(template, **values)
    assert isinstance(caught.value, Exception)
    return template_fault(caught.value, lambda name: None).message


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ 'a' ~ 1 ~ b }}", "a1乙"),
        ("{% for x in [1, 2, 3] %}{{ x }}{% endfor %}", "123"),
        ("{% for x in [1, 2, 3] %}{{ x }}{% if not loop.last %}、{% endif %}{% endfor %}", "1、2、3"),
        ("{{ ['a', b] | join('、') }}", "a、乙"),
        ("{{ '甲乙甲' | replace('甲', '丙') }}", "丙乙丙"),
        ("{{ [1, 2] | last }}", "2"),
        ("{{ 7 // 2 }}{{ 7 % 2 }}{{ 7 - 2 }}{{ 7 * 2 }}", "31514"),
        ("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(1) ~ m(2) }}", "[1][2]"),
        ("{% set x %}甲{% endset %}{{ x ~ x }}", "甲甲"),
        ("{% set x = 'a' ~ 'b' %}{{ x if x == 'ab' else '' }}", "ab"),
    ],
)
def test_what_templates_can_do(template: str, text: str) -> None:
    assert rendered(template, b="乙") == text


def doubling(how: str, first: str = "{% set a = '好' %}") -> str:
    return first + how * 60 + "{{ a }}"


@pytest.mark.parametrize(
    "template",
    [
        doubling("{% set a = a ~ a %}"),
        doubling("{% set a %}{{ a }}{{ a }}{% endset %}"),
        doubling("{% set a = [a, a] | join %}"),
        doubling("{% set a = [1, 1] | join(a) %}"),
        doubling("{% set a = a | replace('好', '好好') %}"),
        "{% macro m0() %}好{% endmacro %}"
        + "".join(f"{{% macro m{n}() %}}{{{{ m{n - 1}() ~ m{n - 1}() }}}}{{% endmacro %}}" for n in range(1, 60))
        + "{{ m59() }}",
        "{% set a = '好' ~ '好' %}{{ " + " ~ ".join(["a"] * 600) + " }}",
    ],
)
def test_texts_cannot_grow_without_bound(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds.Budget.__init__, "__defaults__", (bounds.MAX_STEPS, 1000))
    assert fault(template) == "模板拼出的文字太长"


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in x if a != 1 %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}",
        "{% macro m0() %}{% endmacro %}"
        + "".join(f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}" for n in range(1, 40))
        + "{{ m39() }}",
    ],
)
def test_loops_and_calls_are_counted(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds.Budget.__init__, "__defaults__", (100, bounds.MAX_CHARACTERS))
    assert fault(template, x=tuple(range(10))) == "模板循环或调用次数太多，没有尽头"


def test_includes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds.Budget.__init__, "__defaults__", (10_000, bounds.MAX_CHARACTERS))
    twice = {f"t{n}": f"{{% include 't{n - 1}.jinja' %}}" * 2 for n in range(1, 40)}
    with pytest.raises(bounds.TemplateLimitError, match="没有尽头"):
        environment(t0="好", **twice).get_template("t39.jinja").render()


@pytest.mark.parametrize(
    "template",
    [
        "{{ 99999 * 99999 * 99999 * 99999 }}",
        "{{ 2 ** 3 }}",
        "{{ '好' * 3 }}",
        "{{ [1] * 3 }}",
        "{{ '%9d' % 1 }}",
        "{{ [1] + [2] }}",
    ],
)
def test_arithmetic_is_for_small_whole_numbers_only(template: str) -> None:
    assert fault(template).startswith(("模板里不能这样用", "模板里算出的数太大"))


@pytest.mark.parametrize(
    "template",
    [
        "{{ x.upper() }}",
        "{{ x.__class__ }}",
        "{{ x['__class__'] }}",
        "{{ ''.format }}{{ ''.format() }}",
        "{{ m.__globals__ }}",
        "{% macro m() %}{% endmacro %}{{ m._func }}{{ m._func() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ joiner() }}",
        "{{ cycler('a') }}",
        "{{ namespace() }}",
        "{{ lipsum() }}",
        "{{ dict() }}",
        "{{ x | attr('upper') }}",
        "{{ x | map('upper') }}",
        "{{ x | format(1) }}",
        "{{ x | pprint }}",
        "{{ [].append(1) }}",
        "{% for a in x recursive %}{{ loop(x) }}{% endfor %}",
    ],
)
def test_python_is_out_of_reach(template: str) -> None:
    message = fault(template, x="甲")
    assert message.startswith("模板")
    assert "Traceback" not in message


@pytest.mark.parametrize("name", ["../x.jinja", "a/../../x.jinja", "/etc/passwd", "C:\\x", "a\\..\\x", "x\0.jinja"])
@pytest.mark.parametrize("statement", ["include", "import", "extends"])
def test_only_templates_can_be_read(name: str, statement: str) -> None:
    def read(wanted: str) -> bytes | None:
        assert wanted == "main.jinja", "the loader must not even ask"
        tail = " as x" if statement == "import" else ""
        return f"{{% {statement} name{tail} %}}".encode()

    with pytest.raises(bounds.TemplateLimitError, match="只能用 templates 文件夹里的模板"):
        ReportEnvironment(read).get_template("main.jinja").render(name=name)


def test_a_linked_template_that_leads_out_is_not_read(small: MakeWorkspace, tmp_path: Path) -> None:
    (tmp_path / "outside.jinja").write_text("{% macro 外面(f) %}{% endmacro %}", encoding="utf-8")
    workspace = small({"templates/phrases/a.jinja": ""})
    try:
        (workspace.root / "templates/phrases/外面.jinja").symlink_to(tmp_path / "outside.jinja")
    except OSError:
        pytest.skip("this system does not let tests make links")
    told = [d.message for d in validate(workspace, YEAR)]
    assert told == ["模板 phrases/外面.jinja 指向模板文件夹之外，不读取"]
    with pytest.raises(CannotRunError):
        workspace.read_template("phrases/外面.jinja")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% for a in x %}" * 30 + "{% endfor %}" * 30, "模板套得太深"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "模板自己调用自己，没有尽头"),
    ],
)
def test_templates_that_python_cannot_compile_are_told(template: str, message: str) -> None:
    assert fault(template, x=(1,)) == message


def test_a_template_that_is_not_utf8_is_told_at_its_line() -> None:
    with pytest.raises(Exception, match="UTF-8") as caught:
        environment(main="{# 一 #}\n\n{# 甲 #}".encode("gbk")).get_template("main.jinja")
    assert isinstance(caught.value, Exception)
    diagnostic = template_fault(caught.value, lambda name: None)
    assert (diagnostic.message, str(diagnostic.position)) == ("模板：文件不是 UTF-8 文字", "templates/main.jinja:3:1")


def test_faults_of_the_program_are_not_blamed_on_templates() -> None:
    with pytest.raises(KeyboardInterrupt):
        template_fault(KeyboardInterrupt(), lambda name: None)  # type: ignore[arg-type]
    with pytest.raises(OSError, match="voll"):
        template_fault(OSError("voll"), lambda name: None)


def test_the_line_of_a_fault_is_the_templates_own_line() -> None:
    names = {"main.jinja": b"{% import 'sub.jinja' as sub %}", "sub.jinja": "\n\n  {{ 没有 }}\n".encode()}
    with pytest.raises(Exception, match="undefined") as caught:
        ReportEnvironment(names.get).get_template("main.jinja").render()
    assert isinstance(caught.value, Exception)
    diagnostic = template_fault(caught.value, names.get)
    assert str(diagnostic.position) == "templates/sub.jinja:3:3"
    assert diagnostic.source_line == "  {{ 没有 }}"


def test_the_digest_covers_what_was_used_and_nothing_else() -> None:
    def digest(main: str, sub: str, other: str) -> str:
        made = environment(main=main, sub=sub, other=other)
        made.get_template("main.jinja").render()
        return made.digest()

    including = "{% include 'sub.jinja' %}"
    assert digest(including, "甲", "乙") == digest(including, "甲", "丙")
    assert digest(including, "甲", "乙") != digest(including, "丁", "乙")


def test_errors_in_templates_carry_exit_code_two_only_when_nothing_can_run(small: MakeWorkspace) -> None:
    from generator.building import document_of

    workspace = small({"templates/phrases/坏.jinja": "{% macro 坏(f) %}{{ 没有 }}{% endmacro %}"})
    assert document_of(workspace, YEAR).document.blocks
    broken = small({"templates/phrases/坏.jinja": "{% macro 坏(f) %}"})
    with pytest.raises(QicaoError) as caught:
        document_of(broken, YEAR)
    assert caught.value.exit_code == 1
