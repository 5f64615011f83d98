"""Names that exist without being defined, and the attributes that prose may ask for after a dot."""

from __future__ import annotations

REWRITE = "待改"
"""``{待改}`` before a sentence says that it was carried over from last year and still has to be rewritten."""

BUILT_IN = ("本年", "上年", REWRITE)
"""``{本年}`` prints the report's year (2024年), ``{上年}`` the year under review."""

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "projects": ("投资", "产能", "地点", "全称"),
    "terms": ("全称",),
}
"""What may follow a key of each section, as in ``{某项目.投资}``."""
