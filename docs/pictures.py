"""Takes the pictures of docs/pages.md from the running program: `python docs/pictures.py`.

With a folder as argument, takes every page there, at both widths, light and dark.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "tests"), str(HERE.parent / "examples")]

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402  # after the path

from build import PdfForm, parse  # noqa: E402  # as above
from served import served  # noqa: E402  # as above

EXAMPLES = HERE.parent / "examples"
FORMS = ("numbered_sections.pdf", "question_headings.docx", "master_and_site.pdf")
SIZES = {1280: 860, 390: 800}
AMENDED = {
    "hair thinning, low blood": "low blood",
    "and lung problems. You": "and, rarely, lung problems and lymphoma. You",
    "nausea (14 out": "nausea (17 out",
}
"""What the later version of the first form says otherwise."""


def main(folder: Path | None) -> None:
    """Make three documents and take pictures of the pages on the way."""
    with TemporaryDirectory() as data, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        with served(Path(data)) as (url, _):
            job = _make(browser, url, folder)
            compared = _compared(browser, url, Path(data))
            if folder is None:
                _pair(browser, url, job)
                _shot(browser, compared, HERE / "pages-compare.png")
            else:
                _all(browser, url, job, compared.rpartition("/ui/")[2], folder)
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
    _invented(page, f"{url}/ui/documents/{job}-000000/review/")
    page.screenshot(path=HERE / "pages-review.png")


def _compared(browser: Browser, url: str, folder: Path) -> str:
    """Compare the first form with a later version of it; return the address."""
    text = (EXAMPLES / "forms" / FORMS[0]).with_suffix(".txt").read_text("utf-8")
    for old, new in AMENDED.items():
        text = text.replace(old, new)
    later = folder / "numbered_sections_v4.pdf"
    later.write_bytes(PdfForm(*parse(text)).build())
    page = _page(browser, 1280, "light")
    page.goto(f"{url}/ui/compare/")
    page.set_input_files("#old_file", str(EXAMPLES / FORMS[0]))
    page.set_input_files("#new_file", str(later))
    page.click("main button[type=submit]")
    page.wait_for_selector("#risks", timeout=120_000)
    return page.url


def _shot(browser: Browser, address: str, path: Path) -> None:
    page = _page(browser, 1280, "light")
    page.goto(address)
    page.screenshot(path=path)


def _all(browser: Browser, url: str, job: str, compared: str, folder: Path) -> None:
    pages = {
        "compare": "compare/",
        "comparison": compared,
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
            page.goto(f"{url}/ui/dashboard/?range=15m")
            page.wait_for_selector("#board[aria-busy=false]")
            page.screenshot(path=folder / f"dashboard-{width}-{scheme}.png", full_page=True)
            for place, kind in enumerate(("pdf", "docx")):
                page.goto(f"{url}/ui/documents/{job}-{place:06}/")
                page.wait_for_selector("#leaves", state="attached")
                page.screenshot(path=folder / f"{kind}-first-{width}-{scheme}.png")
                _cited(page, f"{url}/ui/documents/{job}-{place:06}/")
                page.screenshot(path=folder / f"{kind}-{width}-{scheme}.png")
                page.goto(f"{url}/ui/documents/{job}-{place:06}/review/")
                page.locator("a.tool").nth(3).click()
                page.locator("[data-choose]").click()
                page.locator("#find").fill("you may")
                page.keyboard.press("Enter")
                page.wait_for_timeout(900)
                page.screenshot(path=folder / f"{kind}-review-{width}-{scheme}.png")
                page.goto(f"{url}/ui/documents/{job}-{place:06}/#checks")
                page.wait_for_timeout(300)
                page.screenshot(path=folder / f"{kind}-panels-{width}-{scheme}.png", full_page=True)


def _invented(page: Page, address: str) -> None:
    """Put a number into a statement that its quote does not have."""
    page.goto(address)
    page.wait_for_selector("#leaves", state="attached")
    line = page.locator(".line:has(.mark)", has_text="$").first
    line.locator("a.tool").click()
    words = page.locator(".editor textarea")
    told = words.input_value()
    words.fill(told.replace("$", "$7,7", 1))
    page.get_by_role("button", name="Save").click()
    flawed = page.locator(".line:has(.flaw.error)").first
    flawed.locator("a.mark").first.click()
    flawed.evaluate("(one) => one.scrollIntoView({ block: 'center' })")
    page.mouse.move(5, 5)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(900)


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
