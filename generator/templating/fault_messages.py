"""jinja2's English messages in Chinese, for someone who edits a phrase form now and then."""

from __future__ import annotations

import re

_PAIRS = "检查 {{% %}} 和 {{{{ }}}} 是否成对、if/for/macro 是否都有 end"
_FILTERS = "模板能用的过滤器写在《怎样加一种写法》里"

_SYNTAX: tuple[tuple[str, str, str], ...] = (
    (
        r"Encountered unknown tag '(\w+)'.*looking for .*'(\w+)'\. The innermost block .* is '(\w+)'",
        "“{2}”没有写完就到了“{0}”",
        "先写 {{% {1} %}}",
    ),
    (r"Encountered unknown tag '(\w+)'", "没有“{0}”这种标签，或它没有对应的开头", _PAIRS),
    (
        r"Unexpected end of template.*'(\w+)'\. The innermost block .* is '(\w+)'",
        "“{1}”到文件末尾还没有写完",
        "补上 {{% {0} %}}",
    ),
    (r"No filter named '([^']*)'", "没有“{0}”这个过滤器", _FILTERS),
    (r"No test named '([^']*)'", "没有“is {0}”这种判断", ""),
    (r"(不是 UTF-8 文字)", "文件{0}", "请在编辑器里另存为 UTF-8 编码"),
    (r"expected token '[^']*', got 'end of (?:print statement|statement block)'", "这里没有写完", _PAIRS),
    (r"expected token 'end of (?:print statement|statement block)', got '([^']*)'", "这里不应有“{0}”", _PAIRS),
    (r"expected token '([^']*)', got '([^']*)'", "这里有“{1}”，写法不对（应是 {0}）", _PAIRS),
    (r"unexpected '([^']*)'", "这里不应有“{0}”", _PAIRS),
    (r"unexpected char '([^']*)'", "这里不能用“{0}”，可能是全角符号", "模板的符号都用半角"),
    (r"(?:Missing end of|unexpected end of) (?:comment|raw)", "注释没有写完", "{{# 和 #}} 要成对"),
    (r"Expected an expression, got", "这里缺少内容", _PAIRS),
)

_RUNTIME: tuple[tuple[str, str, str], ...] = (
    (r"No (?:filter|test) named '([^']*)'", "没有“{0}”这个过滤器或判断", _FILTERS),
    (r"parameter '([^']*)' was not provided", "缺少第二个数“{0}”", "在这个指标的 partners 里写上与它配对的指标"),
    (r"has no attribute '([^']*)'", "没有“{0}”这一项", "检查点后面的名称"),
    (r"'([^']*)' is undefined", "没有“{0}”这个名称", "检查拼写；别的文件里的宏要先 import"),
    (r"the template '([^']*)' .* does not export the requested name '([^']*)'", "{0} 里没有“{1}”这个宏", ""),
    (r"takes no keyword argument '([^']*)'", "这个宏没有“{0}”这个参数", ""),
    (r"takes not more than (\d+) argument", "这个宏最多只能有 {0} 个参数", ""),
    (r"(?:division|modulo) by zero", "除以了零", ""),
)


def syntax_message(problem: str) -> tuple[str, str]:
    """Message and hint for what jinja2 says of a template that it cannot parse."""
    return _translated(problem, _SYNTAX) or (f"模板写法有错：{problem}", _PAIRS.format())


def runtime_message(problem: str) -> tuple[str, str]:
    """Message and hint for what a template ran into."""
    return _translated(problem, _RUNTIME) or (f"模板出错：{problem}", "")


def _translated(problem: str, table: tuple[tuple[str, str, str], ...]) -> tuple[str, str] | None:
    for pattern, message, hint in table:
        if found := re.search(pattern, problem):
            return f"模板：{message.format(*found.groups())}", hint.format(*found.groups())
    return None
