"""What a YAML syntax error means, in Chinese, for someone who does not know YAML."""

from __future__ import annotations

_ADVICE: tuple[tuple[str, str, str], ...] = (
    ("could not find expected ':'", "这一行缺少冒号", "名称后面写半角冒号和一个空格，如“value: 5.1”；中文冒号“：”不行"),
    ("mapping values are not allowed", "这里不能再有冒号", "检查缩进是否对齐；内容里有“: ”时要加引号"),
    ("found character '\\t'", "这里用了制表符（Tab）", "缩进请用空格，每级两个"),
    ("found character that cannot start any token", "这里有不能开头的符号", "以 @、`、% 或 Tab 开头的内容要加引号"),
    ("did not find expected key", "缩进没有对齐，或上一行没有写完", "同一级的各行要左边对齐"),
    ("did not find expected '-' indicator", "列表里有一行没有以“- ”开头", "同一级的各项要左边对齐，都以“- ”开头"),
    ("did not find expected ',' or '}'", "花括号没有写完", "花括号里各项用半角逗号分开，最后要有“}”；以“{”开头的句子要加引号"),
    ("did not find expected ',' or ']'", "方括号没有写完", "方括号里各项用半角逗号分开，最后要有“]”"),
    ("found unexpected end of stream", "引号没有配对", "检查这一行前后的引号"),
    ("block sequence entries are not allowed", "这里不能有“- ”", "“- ”要另起一行"),
    ("found undefined alias", "以“*”开头的内容要加引号", "不支持 YAML 的别名"),
    ("did not find expected alphabetic", "以“*”或“&”开头的内容要加引号", ""),
    ("did not find expected whitespace or line break", "引号或符号后面缺少空格", ""),
    ("found unknown escape character", "双引号里有不认识的“\\”", "改用单引号，或写成“\\\\”"),
    ("found a tab character", "这里用了制表符（Tab）", "缩进请用空格，每级两个"),
    ("found invalid", "文件里有不允许的字符", ""),
)


def syntax_message(problem: str, context: str) -> tuple[str, str]:
    """Message and hint for the parser's English ``problem`` (and the ``context`` it gives)."""
    for sign, message, hint in _ADVICE:
        if sign in problem or sign in context:
            return message, hint
    return "这里不符合 YAML 的写法", f"检查缩进、冒号和引号（{problem or context}）"
