"""The checks: one rule a file, found by walking this package.

A rule module holds ``RULE`` and ``check(context)``; its docstring is its page: what it finds, why it matters, 反例,
正例, and where the advice comes from.
"""
