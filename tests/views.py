"""A page in the browser that notes everything that must never happen on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

expect.set_options(timeout=60_000)

_WATCH = """
window.broken = [];
document.addEventListener("securitypolicyviolation",
    (event) => broken.push(`${event.violatedDirective} ${event.blockedURI}`));
for (const name of ["alert", "prompt", "confirm", "print"]) window[name] = () => broken.push(name);
"""


class View:
    """A page, and what went wrong on it: errors, reports of the policy, code that ran."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.broken: list[str] = []
        page.add_init_script(_WATCH)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda told: self._heard(told.type, told.text))

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and "Failed to load resource" not in text:
            self.errors.append(text)

    def require_sound(self) -> None:
        """Fail when anything went wrong since the last page was opened."""
        assert self.page.evaluate("broken") == []
        assert self.errors == []

    def sideways(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return wide


@contextmanager
def view(browser: Browser, width: int = 1280, height: int = 860, **more: Any) -> Iterator[View]:
    """Open an empty page in a fresh context."""
    context = browser.new_context(viewport={"width": width, "height": height}, **more)
    context.set_default_timeout(60_000)
    found = View(context.new_page())
    try:
        yield found
    finally:
        context.close()
