"""Reviewing in a real Chromium: from a draft to a signed document, by mouse or by keys."""

import json
import zipfile
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from axe import grave
from desks import LEDGERED
from doors_served import door_served
from highlights import covered
from offices import text
from payloads import PAYLOADS
from plugins import plugin
from views import View, view

EXAMPLES = Path(__file__).parents[1] / "examples"
FORM = EXAMPLES / "question_headings.pdf"
MOST_CLICKS = 25
"""A clean document is signed with fewer."""

_COUNT = "window.clicks = 0; addEventListener('click', () => { clicks++; }, true);"
_PICKED = """() => [...document.querySelectorAll(".leaf")].flatMap((leaf) =>
    [...leaf.querySelectorAll("svg.picked")].map((svg) => {
        const box = svg.viewBox.baseVal, sheet = leaf.querySelector("img").getBoundingClientRect();
        return {
            number: "1", page: Number(leaf.dataset.page),
            label: "Quote: " + document.getElementById("picked").textContent.split(" (page")[0],
            boxes: [...svg.querySelectorAll("rect")].map((rect) => {
                const at = rect.getBoundingClientRect();
                return [at.left, at.top, at.right, at.bottom].map((edge, n) => n % 2
                    ? (edge - sheet.top) * box.height / sheet.height
                    : (edge - sheet.left) * box.width / sheet.width);
            }),
        };
    }))"""
"""Gives what is marked as chosen on each page picture, as `covered` takes it."""


def _made(service: str, file: Path) -> str:
    """Return the address of the document that is made of a file."""
    given = {"file": (file.name, file.read_bytes())}
    answer = httpx.post(f"{service}/generate/", files=given, timeout=60)
    return f"{service}/ui/documents/{answer.headers['Content-Location'].split('/')[-2]}/"


def _small(url: str, at: Any) -> str:
    """Return the address of a document of the small plugin, with a ledger."""
    at.desk.service.plugins = {plugin.id: LEDGERED}
    given = {"file": ("form.txt", text(0).encode())}
    answer = httpx.post(f"{url}/generate/", data={"plugin_id": plugin.id}, files=given)
    return f"{url}/ui/documents/{answer.headers['Content-Location'].split('/')[-2]}/"


def _edit(page: Page, words: str) -> Locator:
    """Open the form of the statement that begins so."""
    page.locator(".line", has_text=words).first.locator("a.tool").click()
    form = page.locator("form.editor")
    expect(form.locator("textarea")).to_be_focused()
    return form


def _word(page: Page, number: str, words: str, nth: int) -> tuple[float, float]:
    """Return the middle of the `nth` word of a stretch of a page picture."""
    address = page.locator("#choosing").get_attribute("data-words") or ""
    leaves = page.evaluate("(where) => fetch(where).then((one) => one.json())", address)["leaves"]
    leaf = next(one for one in leaves if str(one["page"]) == number)
    start = leaf["text"].index(words)
    found = [one for one in leaf["words"] if start <= one[0] < start + len(words)]
    *_, left, top, right, bottom = found[nth]
    sheet = page.locator(f"#page-{number} .sheet")
    sheet.evaluate(
        "(one, y) => document.getElementById('room').scrollTo(0, one.offsetTop + y)", top
    )
    frame = sheet.bounding_box()
    assert frame
    scale = frame["width"] / leaf["width"]
    return frame["x"] + (left + right) / 2 * scale, frame["y"] + (top + bottom) / 2 * scale


def test_a_form_is_signed_off_with_the_mouse(
    tmp_path: Path, service: str, browser: Browser
) -> None:
    """Few clicks lead from the draft to a Word file that bears the sign-off; then it changes."""
    with view(browser) as seen:
        page = seen.page
        page.goto(_made(service, FORM))
        page.get_by_role("link", name="Review", exact=True).click()
        page.wait_for_selector("#leaves .leaf")
        page.evaluate(_COUNT)
        page.locator("[data-every]").click()
        page.get_by_label("Told in the full form").click()
        page.get_by_role("button", name="Leave the chosen out").click()
        expect(page.locator("#ledger")).to_contain_text("No line is open.")
        sections = page.locator(".sheaf").count()
        for left in range(sections - 1, -1, -1):
            button = page.locator(".topline button:focus, .topline button").first
            button.click()
            expect(page.locator(".topline button")).to_have_count(left)
        with page.expect_download() as told:
            page.get_by_role("link", name="Word").click()
        assert "(draft)" in told.value.suggested_filename
        expect(page.get_by_label("Your name")).not_to_be_empty()
        page.get_by_role("button", name="Sign off").click()
        expect(page.locator(".draft.signed")).to_contain_text("reviewed and approved")
        assert page.evaluate("clicks") < MOST_CLICKS
        assert page.evaluate("performance.getEntriesByType('navigation').length") == 1
        with page.expect_download() as told:
            page.get_by_role("link", name="Word").click()
        assert "draft" not in told.value.suggested_filename
        file = tmp_path / "final.docx"
        told.value.save_as(file)
        with zipfile.ZipFile(file) as packed:
            body = packed.read("word/document.xml").decode()
        assert "Signed off" in body
        assert "Draft for review" not in body

        page.locator(".line").first.get_by_text("Edit").click()
        expect(page.locator(".editor .notice")).to_contain_text("makes it a draft again")
        page.locator(".editor").get_by_role("button", name="Move down").click()
        expect(page.locator(".draft:not(.signed)")).to_contain_text("Draft for review")
        seen.require_sound()


def test_an_invented_number_is_found_at_once_and_taken_back(service: str, browser: Browser) -> None:
    """The finding stands at the statement; undone, it is gone; the evidence is chosen anew."""
    with view(browser, reduced_motion="reduce") as seen:
        page = seen.page
        page.goto(_made(service, FORM) + "review/")
        page.wait_for_selector("#leaves .leaf")
        before = page.locator(".line .words").all_inner_texts()
        form = _edit(page, before[4])
        form.locator("textarea").fill("You will be paid $7,777 for this.")
        form.get_by_role("button", name="Save").click()
        flaw = page.locator(".line", has_text="$7,777").locator(".flaw.error").first
        expect(flaw).to_contain_text("7,777")
        expect(page.locator("#told")).to_contain_text("7,777")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(".flaw.error")).to_have_count(0)
        assert page.locator(".line .words").all_inner_texts() == before

        # drag over the words of a sentence on the first page that has one
        form = _edit(page, before[4])
        form.get_by_role("button", name="Choose words in the source").click()
        expect(page.locator("#find")).to_be_focused()
        words = "We will not take any blood, urine, saliva"
        page.locator("#page-3 img").scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        from_, to = _word(page, "3", words, 0), _word(page, "3", words, -1)
        page.mouse.move(*from_)
        page.mouse.down()
        page.mouse.move(*to, steps=6)
        page.mouse.up()
        expect(page.locator("#picked")).to_have_text(f"“{words}” (page 3)")
        right, pieces = covered(FORM, page.evaluate(_PICKED))
        assert right == pieces == 1
        page.get_by_role("button", name="Begin a word later").click()
        expect(page.locator("#picked")).to_have_text(f"“{words.removeprefix('We ')}” (page 3)")
        page.get_by_role("button", name="Begin a word earlier").click()
        page.get_by_role("button", name="Use these words").click()
        expect(page.locator("#choosing")).to_be_hidden()
        for box in form.locator("[data-rests] input").all()[:-1]:
            box.uncheck()
        form.locator("textarea").fill("We will not take any blood, urine or saliva.")
        slow: list[Route] = []
        page.route("**/source/", lambda route: slow.append(route))
        form.get_by_role("button", name="Save").click()
        line = page.locator(".line", has_text="urine or saliva")
        expect(line.locator(".state.mine")).to_be_visible()
        expect(line.locator(".flaw.error")).to_have_count(0)
        line.locator("a.mark").click()
        expect(page.locator("g.cite")).to_have_count(0)  # a mark never shows what it meant before
        slow[0].continue_()
        expect(page.locator("g.cite.on")).to_have_attribute(
            "aria-label", f"{_label(page)}: {words}"
        )
        seen.require_sound()


def _label(page: Page) -> str:
    return f"Quote {page.locator('a.mark[aria-current]').first.inner_text()}"


def test_a_quote_over_a_page_break_is_chosen_without_header_and_footer(
    service: str, browser: Browser
) -> None:
    """By the first and the last word, it has a piece on either page and nothing between."""
    with view(browser, reduced_motion="reduce") as seen:
        page = seen.page
        page.goto(_made(service, EXAMPLES / "numbered_sections.pdf") + "review/")
        page.wait_for_selector("#leaves .leaf")
        page.locator("a.tool").nth(1).click()
        page.get_by_role("button", name="Choose words in the source").click()
        page.locator("#find").fill("you must use two forms of effective birth control")
        page.keyboard.press("Enter")
        expect(page.locator("#picked")).to_contain_text("page 6")
        page.locator("#page-7 .sheet").scroll_into_view_if_needed()
        frame = page.locator("#page-7 .sheet").bounding_box()
        assert frame
        address = page.locator("#choosing").get_attribute("data-words") or ""
        got = page.evaluate("(where) => fetch(where).then((one) => one.json())", address)
        leaf = next(one for one in got["leaves"] if one["page"] == 7)
        *_, left, top, right, bottom = next(one for one in leaf["words"] if one[2])
        scale = frame["width"] / leaf["width"]
        page.keyboard.down("Shift")
        page.mouse.click(
            frame["x"] + (left + right) / 2 * scale, frame["y"] + (top + bottom) / 2 * scale
        )
        page.keyboard.up("Shift")
        expect(page.locator("#picked")).to_contain_text("page 6, 7")
        page.get_by_role("button", name="Use these words").click()
        chosen = json.loads(page.locator("[data-rests] input").last.input_value())
        assert [one["page"] for one in chosen] == [6, 7]
        assert len({one["group"] for one in chosen}) == 1
        told = page.locator("[data-rests] li").last.inner_text()
        assert "initials" not in told
        assert "Lakemoor IRB" not in told
        seen.require_sound()


def test_words_of_a_word_file_are_chosen_in_its_text(service: str, browser: Browser) -> None:
    """By dragging; afterwards its marks are as they were."""
    with view(browser, reduced_motion="reduce") as seen:
        page = seen.page
        page.goto(_made(service, EXAMPLES / "question_headings.docx") + "review/")
        page.wait_for_selector("#leaves .leaf")
        marks = page.locator("mark.cite").count()
        page.locator("a.tool").nth(1).click()
        page.get_by_role("button", name="Choose words in the source").click()
        page.wait_for_selector(".word")
        leaf = page.locator(".leaf", has_text="vibration at the wrong moment").first
        leaf.scroll_into_view_if_needed()
        words = leaf.locator(".word")
        wanted = [one.strip() for one in words.all_inner_texts()]
        first, last = words.nth(2).bounding_box(), words.nth(7).bounding_box()
        assert first
        assert last
        page.mouse.move(first["x"] + 3, first["y"] + 6)
        page.mouse.down()
        page.mouse.move(last["x"] + 3, last["y"] + 6, steps=5)
        page.mouse.up()
        expect(page.locator("#picked")).to_contain_text(f"“{' '.join(wanted[2:8])}”")
        page.get_by_role("button", name="Use these words").click()
        expect(page.locator("[data-rests] li").last).to_contain_text(" ".join(wanted[2:8]))
        expect(page.locator("mark.cite")).to_have_count(marks)
        seen.require_sound()


def _tab_to(page: Page, name: str, most: int = 400) -> None:
    """Press Tab until what is focused has this name."""
    told = "(document.activeElement.ariaLabel || document.activeElement.innerText || '').trim()"
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(told).startswith(name):
            return
    raise AssertionError(f"'{name}' is not reached with the Tab key")


def test_a_form_is_signed_off_with_keys_alone(tmp_path: Path, browser: Browser) -> None:
    """Add a statement on words that were found, reorder, tell a line, approve, sign."""
    with door_served(tmp_path) as (url, at), view(browser) as seen:
        page, keys = seen.page, seen.page.keyboard
        page.goto(_small(url, at) + "review/")
        page.wait_for_selector("#leaves")
        _tab_to(page, "Add a statement to Money")
        keys.press("Enter")
        expect(page.locator("textarea")).to_be_focused()
        keys.type("The study doctor is Dr. Nobody.")
        _tab_to(page, "Choose words")
        keys.press("Enter")
        expect(page.locator("#find")).to_be_focused()
        page.wait_for_selector(".word")
        keys.type("study doctor dr")
        keys.press("Enter")
        expect(page.locator("#picked")).to_contain_text("“Study doctor: Dr.”")
        _tab_to(page, "End a word later")
        keys.press("Enter")
        expect(page.locator("#picked")).to_contain_text("“Study doctor: Dr. Nobody”")
        _tab_to(page, "Use these words")
        keys.press("Enter")
        expect(page.locator("[data-choose]")).to_be_focused()
        _tab_to(page, "Add")
        keys.press("Enter")
        line = page.locator(".line", has_text="Dr. Nobody")
        expect(line.locator("a.tool")).to_be_focused()
        assert line.locator(".flaw").count() == 0

        place = "(one) => [...document.querySelectorAll('.line')].indexOf(one)"
        assert line.evaluate(place) == 2
        keys.press("Alt+ArrowUp")
        expect(page.locator("#last")).to_contain_text("Moved a statement")
        assert line.evaluate(place) == 1
        expect(line.locator("a.tool")).to_be_focused()

        _tab_to(page, "Add to the document")
        keys.press("Enter")
        expect(page.locator("#ledger")).to_contain_text("No line is open.")
        page.locator("h1").evaluate("(one) => { one.tabIndex = -1; one.focus(); }")
        _tab_to(page, "Approve: Money")
        keys.press("Enter")
        expect(page.get_by_role("button", name="Approve: Harms")).to_be_focused()
        keys.press("Enter")
        expect(page.get_by_label("Your name")).to_be_focused()
        keys.press("Control+A")
        keys.type("Dr. Keys")
        keys.press("Enter")
        expect(page.locator(".draft.signed")).to_contain_text("Dr. Keys")
        seen.require_sound()


def test_two_reviewers_at_once_lose_nothing(tmp_path: Path, browser: Browser) -> None:
    """The second is told what the first did; both wordings are kept, and can be saved."""
    with door_served(tmp_path) as (url, at), view(browser) as one, view(browser) as other:
        address = _small(url, at) + "review/"
        for seen in (one, other):
            seen.page.goto(address)
            _edit(seen.page, "You will be paid")
        one.page.locator("textarea").fill("You get $20 for each visit.")
        one.page.get_by_role("button", name="Save").click()
        expect(one.page.locator(".line .words", has_text="You get $20")).to_be_visible()
        mine = "For each visit, you will be paid $20."
        other.page.locator("textarea").fill(mine)
        other.page.get_by_role("button", name="Save").click()
        notice = other.page.get_by_role("alert")
        expect(notice).to_contain_text("Somebody else acted")
        expect(notice).to_contain_text("You get $20 for each visit.")
        expect(notice).to_be_focused()
        expect(other.page.locator("textarea")).to_have_value(mine)
        other.page.get_by_role("button", name="Save").click()
        expect(other.page.locator(".line .words", has_text=mine)).to_be_visible()
        expect(other.page.locator("#history")).to_contain_text("2 acts")
        one.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(one.page.locator(".line .words", has_text=mine)).to_be_visible()
        for seen in (one, other):
            seen.require_sound()


def test_what_is_written_is_kept_while_something_else_is_done(
    tmp_path: Path, browser: Browser
) -> None:
    """Over an act elsewhere, over a server that does not answer, and over another form."""
    with door_served(tmp_path) as (url, at), view(browser) as seen:
        page = seen.page
        page.goto(_small(url, at) + "review/")
        form = _edit(page, "You will be paid")
        form.locator("textarea").fill("Mine.")
        page.get_by_label("In your own words").fill("My reason.")
        page.locator("[name^='line.']").check()
        page.get_by_role("button", name="Approve: Harms").click()
        expect(page.locator(".topline .state")).to_have_count(1)
        expect(page.locator("textarea")).to_have_value("Mine.")
        expect(page.get_by_label("In your own words")).to_have_value("My reason.")
        expect(page.locator("[name^='line.']")).to_be_checked()
        page.locator(".line", has_text="These may happen").locator("a.tool").click()
        expect(page.locator("#failed")).to_contain_text("Save or cancel this first")
        page.route("**/review/", lambda route: route.abort())
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#failed")).to_contain_text("cannot be reached")
        expect(page.locator("textarea")).to_have_value("Mine.")
        page.unroute("**/review/")
        page.get_by_role("button", name="Save").click()
        expect(page.locator(".line .words", has_text="Mine.")).to_be_visible()


def test_what_a_reviewer_writes_is_text(tmp_path: Path, browser: Browser) -> None:
    """Statements, values, reasons, names: in the page, its forms, the history, the exports."""
    with door_served(tmp_path) as (url, at), view(browser) as seen:
        page = seen.page
        address = _small(url, at)
        page.goto(address + "review/")
        some = PAYLOADS
        spot = [{"page": 1, "anchor": None, "start": 20, "end": 40, "group": None}]
        lines = page.locator("[name^='line.']").first.get_attribute("name") or ""
        line = lines.removeprefix("line.")
        acts: list[dict[str, Any]] = [
            {"kind": "add", "section": "money", "text": one, "evidence": spot} for one in some[:9]
        ]
        acts += [
            {"kind": "correct", "fact": "harms", "value": [*some][:50], "evidence": spot},
            {"kind": "correct", "fact": "pay", "value": some[9], "evidence": spot},
            {"kind": "resolve", "lines": [line], "reason": " ".join(some)[:1900]},
        ]
        api = f"{url}/v1/jobs/{address.split('/')[-2].partition('-')[0]}"
        api += f"/results/{address.split('/')[-2]}/review/acts/"
        for number, act in enumerate(acts):
            assert httpx.post(api, json={"seen": number, "act": act}).status_code == 200
        page.reload()
        _edit(page, some[0][:9])
        for one in some[:8]:
            expect(page.locator(".made")).to_contain_text(" ".join(one.split())[:20])
        page.locator("textarea").fill(some[9])
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#last")).to_contain_text("Reworded")
        seen.require_sound()
        for path in ("", "history/", "review/?fact=pay", "source/"):
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            seen.require_sound()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_a_review_is_for_everybody(
    tmp_path: Path, browser: Browser, width: int, scheme: Any
) -> None:
    """No grave finding of axe, nothing sideways; on a telephone, words are chosen by two taps."""
    with (
        door_served(tmp_path) as (url, at),
        view(browser, width, 820, color_scheme=scheme, has_touch=width < 600) as seen,
    ):
        page = seen.page
        address = _small(url, at)
        page.goto(address + "review/")
        page.wait_for_selector("#leaves", state="attached")
        form = _edit(page, "You will be paid")
        form.locator("textarea").fill("You will be paid $99.")
        form.get_by_role("button", name="Save").click()
        expect(page.locator(".flaw.error").first).to_be_visible()
        _sound(seen)
        page.goto(address + "review/?fact=harms")
        _sound(seen)
        page.locator("[data-choose]").click()
        page.wait_for_selector(".word")
        words = page.locator(".word")
        spoken = words.all_inner_texts()
        first = spoken.index("feel") - 2
        for nth in (first, first + 3):
            words.nth(nth).tap() if width < 600 else words.nth(nth).click()
        expect(page.locator("#picked")).to_contain_text("“You may feel pain”")
        _sound(seen)
        page.get_by_role("button", name="Use these words").click()
        expect(page.locator("[data-rests] li").last).to_contain_text("You may feel pain")
        page.goto(address + "history/")
        _sound(seen)
        seen.require_sound()


def _sound(seen: View) -> None:
    assert seen.sideways() <= 0
    assert grave(seen.page) == []
