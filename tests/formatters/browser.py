"""A page opened in a real browser without a window: Chromium, where one is installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
STARTS = 12
_RESULT = re.compile(r'<pre id="test-result">(.*?)</pre>', re.DOTALL)


def chromium() -> str:
    """The browser's program; skips the test where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    return found


def run_in_page(
    page: str, folder: Path, script: str, *, at: str = "", size: str = "1300,900", keyboard: bool = False
) -> Any:
    """What ``script`` (the body of a function) returns inside a page that complains of nothing.

    A browser without a window sometimes has loaded a page before the page is given the keyboard; nothing in it counts
    as focused then, whatever it does. Where ``keyboard`` is asked for, such a start is no test and another is made.
    """
    head = "<script>window.errors = []; window.onerror = (message) => { errors.push(message); };</script>"
    tail = (
        "<script>window.addEventListener('load', () => { let value; try { value = (() => {"
        f"{script}"
        "})(); } catch (error) { window.errors.push(String(error)); }"
        "const pre = document.createElement('pre'); pre.id = 'test-result';"
        "pre.textContent = JSON.stringify({ value, errors: window.errors, keyboard: document.hasFocus() });"
        "document.body.append(pre); });</script>"
    )
    path = folder / "page-under-test.html"
    path.write_text(page.replace("<head>", f"<head>{head}", 1).replace("</body>", f"{tail}</body>"), encoding="utf-8")
    result: dict[str, Any] = {}
    for start in range(STARTS):
        result = _opened(f"{path.as_uri()}{at}", folder / f"profile-{start}", size)
        if result["keyboard"] or not keyboard:
            break
    assert result["errors"] == []
    return result.get("value")


def _opened(address: str, profile: Path, size: str) -> dict[str, Any]:
    """What the page at ``address`` wrote of itself when it had loaded."""
    command = [chromium(), *OPTIONS, f"--user-data-dir={profile}", f"--window-size={size}", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    found = _RESULT.search(done.stdout.decode())
    assert found is not None, done.stderr.decode()[-2000:]
    result: dict[str, Any] = json.loads(unescape(found[1]))
    return result


def print_page(page: str, folder: Path) -> bytes:
    """The page as PDF."""
    path, pdf = folder / "page.html", folder / "page.pdf"
    path.write_text(page, encoding="utf-8")
    profile = folder / "profile"
    options = [*OPTIONS, f"--user-data-dir={profile}", "--no-pdf-header-footer", f"--print-to-pdf={pdf}"]
    subprocess.run([chromium(), *options, path.as_uri()], capture_output=True, timeout=120, check=True)
    return pdf.read_bytes()
