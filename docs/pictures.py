"""Takes the pictures of docs/pages.md from the running program: `python docs/pictures.py`.

With a folder as argument, takes every page there, at both widths, light and dark.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402  # after the path

from served import served  # noqa: E402  # as above

EXAMPLES = HERE.parent / "examples"
FORMS = ("numbered_sections.pdf", "question_headings.docx", "master_and_site.pdf")
SIZES = {1280: 860, 390: 800}


def main(folder: Path | None) -> None:
    """Make three documents and take pictures of the pages on the way."""
    with TemporaryDirectory() as data, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        with served(Path(data)) as (url, _):
            job = _make(browser, url, folder)
            if folder is None:
                _pair(browser, url, job)
            else:
                _all(browser, url, job, folder)
        browser.close()


def _make(browser: Browser, url: str, folder: Path | None) -> str:
    page = _page(browser, 1280, "light")
    page.goto(f"{url}/ui/")
    page.set_input_files("#files", [str(EXAMPLES / form) for form in FORMS])
    (page.screenshot(path=(folder or HERE) / "pages-start.png"))
    page.click("button[type=submit]")
    page.wait_for_url("**/ui/jobs/*/")
    page.wait_for_selector(".row .state.succeeded")
    if folder:
        page.screenshot(path=folder / "job-going.png")
    page.wait_for_selector(".overview .state.succeeded", timeout=60_000)
    return page.url.split("/")[-2]


def _pair(browser: Browser, url: str, job: str) -> None:
    page = _page(browser, 1280, "light")
    _cited(page, f"{url}/ui/documents/{job}-000000/")
    page.screenshot(path=HERE / "pages-document.png")


def _all(browser: Browser, url: str, job: str, folder: Path) -> None:
    pages = {
        "start": "",
        "jobs": "jobs/",
        "job": f"jobs/{job}/",
        "delete": f"jobs/{job}/delete/",
        "problem": "nothing/",
    }
    for width in SIZES:
        for scheme in ("light", "dark"):
            page = _page(browser, width, scheme)
            for name, path in pages.items():
                page.goto(f"{url}/ui/{path}")
                for fold in page.locator("details").all():
                    fold.evaluate("(one) => { one.open = true; }")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
            for place, kind in enumerate(("pdf", "docx")):
                page.goto(f"{url}/ui/documents/{job}-{place:06}/")
                page.wait_for_selector("#leaves", state="attached")
                page.screenshot(path=folder / f"{kind}-first-{width}-{scheme}.png")
                _cited(page, f"{url}/ui/documents/{job}-{place:06}/")
                page.screenshot(path=folder / f"{kind}-{width}-{scheme}.png")
                page.goto(f"{url}/ui/documents/{job}-{place:06}/#checks")
                page.wait_for_timeout(300)
                page.screenshot(path=folder / f"{kind}-panels-{width}-{scheme}.png", full_page=True)


def _page(browser: Browser, width: int, scheme: str) -> Page:
    size = {"width": width, "height": SIZES[width]}
    dark = "dark" if scheme == "dark" else "light"
    context = browser.new_context(viewport=size, color_scheme=dark, reduced_motion="reduce")
    return context.new_page()


def _cited(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("#leaves", state="attached")
    page.locator("a.mark").nth(8).click()
    page.wait_for_timeout(900)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
