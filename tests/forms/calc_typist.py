"""Types into a form as a person would, through LibreOffice Calc.  Run by the Python that LibreOffice brings along.

Arguments: the form, where to save it, the name of the filter (empty: as it came), and a JSON object of cells and
what is typed there.  ``@unprotect``, ``@delete``, ``@insert`` (a row) and ``@rename`` (the sheet) are menu commands.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

WAITS = 100


def setting(name: str, value: object) -> Any:
    """One property of a LibreOffice command."""
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def desktop(pipe: str, profile: str) -> tuple[subprocess.Popen[bytes], Any]:
    """A LibreOffice of our own, and its process."""
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    process = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(WAITS):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except Exception:
            time.sleep(0.2)
    process.kill()
    raise SystemExit("LibreOffice does not answer")


def type_in(sheet: Any, place: str, typed: Any) -> None:
    """One thing that a person does."""
    if place == "@unprotect":
        sheet.unprotect("")
    elif place == "@delete":
        sheet.Rows.removeByIndex(typed - 1, 1)
    elif place == "@insert":
        sheet.Rows.insertByIndex(typed - 1, 1)
    elif place == "@rename":
        sheet.Name = typed
    else:
        sheet.getCellRangeByName(place).FormulaLocal = typed


def main(form: str, target: str, filter_name: str, actions: str) -> None:
    """Open, type, save, close."""
    process, desk = desktop(f"qicao{time.time_ns()}", Path(target).parent.joinpath("profile").as_uri())
    book = desk.loadComponentFromURL(Path(form).as_uri(), "_blank", 0, (setting("Hidden", True),))
    for place, typed in json.loads(actions).items():
        type_in(book.Sheets.getByIndex(0), place, typed)
    book.storeToURL(Path(target).as_uri(), (setting("FilterName", filter_name),) if filter_name else ())
    book.close(True)
    try:
        desk.terminate()
    except Exception:  # it is gone before it can answer
        process.wait(20)


if __name__ == "__main__":
    main(*sys.argv[1:5])
