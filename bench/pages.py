"""The page of a document in Chromium: ready how fast, how large, and do its highlights hold.

`python -m bench.pages [PDF...]`; a form of 36 pages when none is named. A machine without Chromium
measures nothing.
"""

import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx
from playwright.sync_api import Page, sync_playwright
from tests.highlights import RECTANGLES, covered
from tests.served import served

from bench.forms import long_form
from bench.measure import Figure

PAGES, ROUNDS = 36, 8
STATIC = ("pages.css", "mark.svg", "result.js")
_READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def figures(files: Mapping[str, bytes] | None = None) -> Iterator[Figure]:
    """Measure each form: ratio to a static page of the same bytes, its kB, and wrong highlights."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        return
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        with served(Path(folder)) as (url, _):
            for name, data in (files or {f"{PAGES} pages": long_form(PAGES)}).items():
                yield from _measured(page, url, name, data, Path(folder))
        browser.close()


def _measured(page: Page, url: str, name: str, data: bytes, folder: Path) -> Iterator[Figure]:
    made = httpx.post(f"{url}/generate/", files={"file": ("form.pdf", data)}, timeout=120)
    address = f"{url}/ui/documents/{made.headers['Content-Location'].split('/')[-2]}/"
    whole = httpx.get(address).content
    (folder / "page.html").write_bytes(whole)
    for one in STATIC:
        (folder / one).write_bytes(httpx.get(f"{url}/static/{one}").content)
    ours, static = [], []
    with _static(folder) as floor:
        for _ in range(ROUNDS):
            for where, times in ((address, ours), (floor, static)):
                page.goto(where)
                times.append(page.evaluate(_READY))
    yield Figure(
        f"page of {name}, ready against a static one", median(ours) / median(static), 3, "x"
    )
    yield Figure(f"page of {name}, without pictures", len(whole) / 1000, 200, "kB")
    page.goto(address)
    page.wait_for_selector("#leaves .leaf", timeout=60_000)
    (folder / "form.pdf").write_bytes(data)
    right, all_ = covered(folder / "form.pdf", page.evaluate(RECTANGLES))
    wrong = 100 * (1 - right / all_)
    yield Figure(f"page of {name}, highlights beside their words", wrong, 1, "%")


@contextmanager
def _static(folder: Path) -> Iterator[str]:
    class Files(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:  # the name is the library's
            self.path = "/" + self.path.partition("?")[0].rpartition("/")[2]
            super().do_GET()

        def log_message(self, *told: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/page.html"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    named = {path: Path(path).read_bytes() for path in sys.argv[1:]}
    for figure in figures(named or None):
        print(figure)
