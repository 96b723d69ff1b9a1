"""The pages in a real Chromium: from a dropped file to the words that bear a statement out."""

import base64
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from conspectus.testing import SlowModel
from conspectus.web.pages.job import STAGES
from doors_served import door_served
from highlights import RECTANGLES, covered, letters
from offices import text
from pdf_forms import Form
from plugins import plugin
from served import served
from views import view

EXAMPLES = Path(__file__).parents[1] / "examples"
FORM = EXAMPLES / "numbered_sections.pdf"
_NOTE = """() => {
    window.stages = new Set();
    const note = () => {
        stages.add(document.querySelector(".row .mid span")?.innerText);
        stages.add(document.getElementById("connection").innerText);
    };
    new MutationObserver(note).observe(document.body,
        { subtree: true, childList: true, characterData: true });
    note();
}"""
_DROP = """([files]) => {
    const moved = new DataTransfer();
    for (const [name, data] of files) {
        const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
        moved.items.add(new File([bytes], name));
    }
    for (const kind of ["dragenter", "dragover", "drop"]) {
        document.querySelector("h1").dispatchEvent(
            new DragEvent(kind, { dataTransfer: moved, bubbles: true, cancelable: true }));
    }
}"""


def _drop(page: Page, *files: tuple[str, bytes]) -> None:
    given = [[name, base64.b64encode(data).decode()] for name, data in files]
    page.evaluate(_DROP, [given])


def _ordered(page: Page, url: str, *files: Path) -> None:
    page.goto(f"{url}/ui/")
    page.set_input_files("#files", [str(file) for file in files])
    page.click("button[type=submit]")
    page.wait_for_url("**/ui/jobs/*/")


def test_a_dropped_form_becomes_a_document_with_its_proof(service: str, browser: Browser) -> None:
    """Drop, be told of a wrong file, start, watch, open, and see the words behind a statement."""
    with view(browser) as seen:
        page = seen.page
        page.goto(f"{service}/ui/")
        _drop(page, ("form.pdf", FORM.read_bytes()), ("notes.txt", b"notes"), ("empty.pdf", b""))
        expect(page.locator("#chosen li")).to_have_count(3)
        expect(page.locator("#chosen .wrong")).to_have_text(
            ["Neither PDF nor Word (DOCX).", "The file is empty."]
        )
        expect(page.locator("button[type=submit]")).to_be_disabled()
        page.get_by_label("Remove notes.txt").click()
        page.get_by_label("Remove empty.pdf").click()
        page.click("button[type=submit]")
        page.wait_for_url("**/ui/jobs/*/")
        page.evaluate(_NOTE)
        expect(page.get_by_role("link", name="See the document")).to_be_visible()
        expect(page.locator("#connection")).to_be_empty()
        told = {*page.evaluate("[...stages].filter(Boolean)")}
        assert told <= {*STAGES.values(), "Beginning", "Number 1 in the queue"}  # nothing is lost
        assert page.evaluate("performance.getEntriesByType('navigation').length") == 1
        page.get_by_role("link", name="See the document").click()
        page.wait_for_selector("#leaves .leaf")
        page.locator("a.mark").nth(5).click()
        marked = page.locator("g.cite.on").first
        expect(marked).to_be_in_viewport()
        number = page.locator("a.mark[aria-current]").first.inner_text()
        assert marked.get_attribute("data-quotes") == number
        expect(page.locator("#told")).to_contain_text(f"Quote {number}: ")
        expect(page.locator("#uses")).to_be_visible()
        assert page.url.endswith(f"#q{number}")
        seen.require_sound()


def test_what_stands_under_a_highlight_are_the_quoted_words(
    tmp_path: Path, service: str, browser: Browser
) -> None:
    """Each rectangle on each page picture covers the words of its quote, over page breaks too."""
    files = [*sorted(EXAMPLES.glob("*.pdf")), _broken_over_pages(tmp_path)]
    with view(browser) as seen:
        given = [("files", (file.name, file.read_bytes())) for file in files]
        job = httpx.post(f"{service}/generate/batch/", files=given).json()["job_id"]
        httpx.get(f"{service}/jobs/{job}/status/?wait=60", timeout=70)
        across = 0
        for position, file in enumerate(files):
            seen.page.goto(f"{service}/ui/documents/{job}-{position:06}/")
            seen.page.wait_for_selector("#leaves .leaf")
            found = seen.page.evaluate(RECTANGLES)
            assert found
            right, pieces = covered(file, found)
            assert right == pieces, file.name
            across += pieces - len({one["number"] for one in found})
            seen.require_sound()
        assert across >= 1


def _broken_over_pages(folder: Path) -> Path:
    """Return a form whose sentence about payment runs over a page break."""
    form = Form().line("Consent to take part in research", font="Helvetica-Bold", size=16)
    form.space(12).line("Payment", font="Helvetica-Bold", size=13)
    form.y = 90
    form.line("You will be paid $20 for each visit that you make to the study clinic and")
    form.page().line("another $35 when you finish the last visit of this research study.").space(9)
    form.prose("Taking part is voluntary. You may stop at any time without any penalty.")
    path = folder / "broken.pdf"
    path.write_bytes(form.data())
    return path


def test_words_of_a_word_file_are_marked_in_its_text(service: str, browser: Browser) -> None:
    """A DOCX has no pages; its text is one, and the marked words are the quote."""
    with view(browser, reduced_motion="reduce") as seen:
        page = seen.page
        _ordered(page, service, EXAMPLES / "question_headings.docx")
        page.get_by_role("link", name="See the document").click()
        page.wait_for_selector("#leaves .leaf")
        marks = page.locator("#document a.mark")
        for nth in range(0, marks.count(), 7):
            marks.nth(nth).click()
            number = marks.nth(nth).inner_text()
            shown = "".join(page.locator(f'mark[data-quotes~="{number}"]').all_inner_texts())
            told = page.locator(f'mark[data-quotes~="{number}"]').first.get_attribute("aria-label")
            assert letters(f"Quote {number}: {shown}") in letters(told or "")
            expect(page.locator("#told")).to_have_text(re.compile(f"^Quote {number}: "))
            expect(page.locator("mark.on").first).to_be_in_viewport()
        seen.require_sound()


def test_a_highlight_tells_who_rests_on_it(tmp_path: Path, browser: Browser) -> None:
    """Pointed at or focused, it lights its statements and lists them; Enter leads to the first."""
    with door_served(tmp_path) as (url, at), view(browser) as seen:
        page = seen.page
        page.goto(_made(url, at))
        page.wait_for_selector("#leaves")
        cite = page.locator('mark[data-quotes~="1"]').first
        cite.hover()
        expect(page.locator(".claim.lit")).to_have_count(1)
        expect(page.locator("#uses li").first).to_contain_text("You will be paid $20")
        page.mouse.move(5, 5)
        expect(page.locator(".claim.lit")).to_have_count(0)
        cite.focus()
        expect(page.locator(".claim.lit")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(page.locator(".claim.on")).to_be_in_viewport()
        seen.require_sound()


def _made(url: str, at: Any, *texts: str) -> str:
    """Return the address of a document that was made of a text."""
    given = {"file": ("form.txt", (texts or (text(0),))[0].encode())}
    answer = httpx.post(f"{url}/generate/", data={"plugin_id": plugin.id}, files=given)
    return f"{url}/ui/documents/{answer.headers['Content-Location'].split('/')[-2]}/"


def test_what_was_started_can_be_cancelled_tried_again_and_deleted(
    tmp_path: Path, browser: Browser
) -> None:
    """Each changes what is shown, as the stage does; all is deleted at a second word alone."""
    with door_served(tmp_path, model=SlowModel(seconds=30)) as (url, _at), view(browser) as seen:
        page = seen.page
        given = [("files", (f"form{n}.txt", text(n).encode())) for n in range(2)]
        answer = httpx.post(
            f"{url}/generate/batch/", data={"plugin_id": plugin.id}, files=given
        ).json()
        page.goto(f"{url}/ui/jobs/{answer['job_id']}/")
        expect(page.locator(".row .state.running")).to_have_count(2)
        expect(page.locator(".row .mid span").first).to_have_text(STAGES["extract"])
        page.get_by_role("button", name="Cancel").click()
        expect(page.locator(".row .state.cancelled")).to_have_count(2)
        page.locator("#job").get_by_role("button", name="Try again").first.click()
        expect(page.locator(".overview .state.running")).to_be_visible()
        page.get_by_role("link", name="Delete").click()
        page.get_by_role("link", name="Keep").click()
        page.get_by_role("link", name="Delete").click()
        page.get_by_role("button", name="Delete for good").click()
        expect(page.locator(".empty")).to_contain_text("Nothing was made yet")
        seen.require_sound()


def test_a_page_goes_on_after_the_server_was_killed(tmp_path: Path, browser: Browser) -> None:
    """It says that the connection is lost, finds the server again, and shows the end."""
    files = [tmp_path / f"form{n}.pdf" for n in range(8)]
    for n, file in enumerate(files):
        file.write_bytes(FORM.read_bytes() + b"\n%" + str(n).encode())
    with view(browser) as seen:
        page = seen.page
        with served(tmp_path) as (url, process):
            _ordered(page, url, *files)
            expect(page.locator(".row .state.running").first).to_be_visible()
            process.kill()
            expect(page.locator("#connection")).to_contain_text("connection is lost")
        port = url.rpartition(":")[2]
        with served(tmp_path, "--port", port) as (again, _):
            assert again == url
            expect(page.locator(".row .state.succeeded")).to_have_count(8, timeout=40_000)
            expect(page.locator("#connection")).to_be_empty()
            page.reload()
            expect(page.locator(".row .state.succeeded")).to_have_count(8)
            page.goto(f"{url}/ui/jobs/")
            expect(page.locator(".row .state.succeeded")).to_have_count(1)


def test_the_list_of_jobs_renews_itself(tmp_path: Path, browser: Browser) -> None:
    """A job that another window ordered comes up, and its state changes, without a reload."""
    with door_served(tmp_path, model=SlowModel(seconds=1.5)) as (url, _at), view(browser) as seen:
        page = seen.page
        page.goto(f"{url}/ui/jobs/")
        expect(page.locator(".empty")).to_be_visible()
        page.wait_for_timeout(600)
        given = [("files", ("form.txt", text(0).encode()))]
        httpx.post(f"{url}/generate/batch/", data={"plugin_id": plugin.id}, files=given)
        expect(page.locator(".row .state.running")).to_be_visible()
        page.locator(".row a").first.focus()
        expect(page.locator(".row .state.succeeded")).to_be_visible()
        expect(page.locator(".row .title a")).to_be_focused()
        seen.require_sound()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_fits_a_telephone(tmp_path: Path, browser: Browser, scheme: Any) -> None:
    """No page is wider than its window; the source lies over the document and goes again."""
    with (
        door_served(tmp_path) as (url, at),
        view(browser, 390, 800, color_scheme=scheme) as seen,
    ):
        page = seen.page
        document = _made(url, at)
        job = document.split("/")[-2].partition("-")[0]
        for path in ("", "jobs/", f"jobs/{job}/", f"jobs/{job}/delete/", "nothing/"):
            page.goto(f"{url}/ui/{path}")
            assert seen.sideways() <= 0, path
        page.goto(document)
        page.wait_for_selector("#leaves", state="attached")
        assert seen.sideways() <= 0
        expect(page.locator("#original")).not_to_be_visible()
        mark = page.locator("a.mark").first
        mark.focus()
        page.keyboard.press("Enter")
        expect(page.locator("mark.on").first).to_be_in_viewport()
        assert seen.sideways() <= 0
        page.keyboard.press("Escape")
        expect(page.locator("#original")).not_to_be_visible()
        expect(mark).to_be_focused()


def test_a_form_is_filled_in_with_keys_alone(tmp_path: Path, browser: Browser) -> None:
    """The choice of files, each parameter and the button are reached and named."""
    with door_served(tmp_path) as (url, _), view(browser) as seen:
        page = seen.page
        page.goto(f"{url}/ui/")
        reached: list[str] = []
        for _ in range(30):
            page.keyboard.press("Tab")
            reached.append(
                page.evaluate("document.activeElement.id || document.activeElement.name")
            )
            if page.evaluate("document.activeElement.tagName") == "SUMMARY":
                page.keyboard.press("Enter")
        assert {"files", "plugin_id", "parameter.most", "parameter.sections"} <= {*reached}
        for field in page.locator("main :is(input, select, textarea, button)").all():
            if field.get_attribute("type") != "hidden":
                named = field.evaluate("(one) => [...(one.labels ?? [])].map((l) => l.innerText)")
                assert json.dumps(named) != "[]" or field.inner_text()


def test_without_scripts_the_words_are_still_found(tmp_path: Path, browser: Browser) -> None:
    """A citation leads to the source page and its words."""
    with (
        door_served(tmp_path) as (url, at),
        view(browser, java_script_enabled=False) as seen,
    ):
        page = seen.page
        page.goto(_made(url, at))
        page.locator("a.mark").first.click()
        assert page.url.endswith("/source/#q1")
        expect(page.locator("#q1")).to_be_in_viewport()
