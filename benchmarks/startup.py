"""Processes that show what starting costs: ``build`` imports what a build uses, ``help`` everything before ``--help``."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from types import ModuleType


def import_all(package: ModuleType) -> None:
    """Every module of a package."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def main(what: str) -> None:
    """``build``: import what ``qicao build`` imports and end.  ``help``: import everything, then print the help."""
    from generator import cli

    if what == "build":
        for name in ("generator.building", "generator.commands.progress", "generator.writers.txt", "generator.writers.docx.layouts"):
            importlib.import_module(name)
        return
    import generator
    import schemas

    import_all(schemas)
    import_all(generator)
    sys.argv = ["qicao", "--help"]
    cli.main()


if __name__ == "__main__":
    main(sys.argv[1])
