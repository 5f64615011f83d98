"""What rolling a year forward wrote, or would write, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from generator.rolling.writing import RollResult

_MOST_NAMES = 20


def format_roll(result: RollResult, *, dry_run: bool) -> str:
    """A line for each file; for a dry run also what changes in files that are there already; then what to do next."""
    return "\n".join(_lines(result, dry_run=dry_run))


def _lines(result: RollResult, *, dry_run: bool) -> Iterator[str]:
    year = result.rolled.year
    will, did = ("要写", "要补") if dry_run else ("已生成", "已补进")
    for name, text in result.made.items():
        lines = text.count("\n")
        yield f"{will} {result.folder / name}（{lines} 行）"
    for name, (before, after) in result.changed.items():
        yield f"{did} {result.folder / name}"
        if dry_run:
            yield from _difference(before, after)
    if result.unchanged:
        yield f"没有变化：{'、'.join(result.unchanged)}"
    for name in result.not_merged:
        yield f"没有补：{result.folder / name}（补进去会出错，请对照上一年手工补）"
    if result.narrative_kept:
        yield "这份稿子当初是带着叙述起草的，补的时候照旧带着；--drop-narrative 没有用上。"
    for name, news in result.not_placed.items():
        yield f"没有补：{result.folder / name} 有 {len(news)} 处已经改过，上年的数据在那里又有变动，请对照着补："
        yield from (f"    {line.strip()}" for lines in news for line in lines)
    if result.rolled.left_out:
        yield f"新稿里用不到、没有带过去的（都还在 drafts/{year - 1}/ 里，要用时抄过来）："
        yield from (f"  {kind} {len(keys)} 个：{_named(keys)}" for kind, keys in result.rolled.left_out.items())
    if result.rolled.heads and result.made:
        heads = _named(result.rolled.heads)
        yield f"回顾的小标题照旧、没有标待改，请看一遍：{heads}"
    if dry_run:
        yield "以上都还没有写。去掉 --dry-run 就写。"
    else:
        yield f"接着：qicao status {year} 看还欠什么，qicao build {year} 生成 Word（待填、待改的地方标黄）。"


def _named(keys: tuple[str, ...]) -> str:
    return "、".join(keys[:_MOST_NAMES]) + ("……" if len(keys) > _MOST_NAMES else "")


def _difference(before: str, after: str) -> Iterator[str]:
    for line in unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1):
        if not line.startswith(("---", "+++")):
            yield f"    {line}"
