"""Comparing two versions in the browser, and what its page shows of a comparison."""

import re
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, expect

from axe import grave
from conspectus.domain.text.word_marks import word_marks
from doors import Door, visit
from doors_served import door_served
from payloads import PAYLOADS
from pdf_forms import Form
from plugins import FORM, plugin
from views import view

LARGE = 70_000
"""More than a form without files may have."""

LATER = FORM.replace("$20", "$25").replace("You may feel", "You may die or feel")


async def order(at: Door, **given: str | bytes | None) -> httpx.Response:
    """Send the form: texts are files, ids are documents, in the order of the fields."""
    page = (await at.client.get("/ui/compare/")).text
    token = re.search(r'name="csrf" value="([^"]+)"', page)
    assert token
    fields: list[tuple[str, Any]] = [("csrf", (None, given.pop("csrf", token[1])))]
    fields.append(("plugin_id", (None, plugin.id)))
    for side, one in given.items():
        if isinstance(one, bytes):
            fields.append((f"{side}_file", (f"{side}.txt", one)))
        else:
            fields += [(f"{side}_file", ("", b"")), (side, (None, one or ""))]
    return await at.client.post("/ui/compare/", files=fields)


def _ids(answer: httpx.Response) -> tuple[str, str]:
    found = re.fullmatch(r"/ui/compare/\?old=([\w-]+)&new=([\w-]+)", answer.headers["Location"])
    assert found
    return found[1], found[2]


def test_two_files_lead_to_what_changed_between_them(tmp_path: Path) -> None:
    """While they are read the page waits; then both quotes stand side by side, words marked."""

    async def work(at: Door) -> None:
        answer = await order(at, new=LATER.encode(), old=FORM.encode() + b" " * LARGE)
        assert answer.status_code == 303, answer.text
        old, new = _ids(answer)
        assert (old[-1], new[-1]) == ("1", "0")
        first = await at.client.get(answer.headers["Location"])
        assert first.status_code == 200
        await at.ended(old.partition("-")[0])
        page = (await at.client.get(answer.headers["Location"])).text
        assert "<del>$20</del>" in page
        assert "<ins>$25</ins>" in page
        assert page.index('id="risks"') < page.index('id="facts"') < page.index('id="stale"')
        assert page.index('id="stale"') < page.index('id="passages"')
        links = set(re.findall(r'href="(/ui/documents/[^"]+/marked/[^"#]+)#q1"', page))
        assert len(links) > 2
        for link in links:
            shown = await at.client.get(link.replace("&amp;", "&"))
            assert shown.status_code == 200
            marked = re.findall(r'<mark class="cite" id="q1"[^>]*>([^<]+)', shown.text)
            assert marked
            assert marked[0].strip() in f"{FORM}{LATER}".replace("\n", " ")
        for form, media in (("md", "text/markdown"), ("json", "application/json")):
            data = await at.client.get(f"/ui/compare/changes.{form}?old={old}&new={new}")
            assert data.headers["Content-Type"].startswith(media)
            assert "attachment" in data.headers["Content-Disposition"]
            assert "$25" in data.text
        same = await at.client.get(f"/ui/compare/?old={old}&new={old}")
        assert "Nothing changed" in same.text
        swapped = await at.client.get(f"/ui/compare/?old={new}&new={old}")
        assert "<ins>$20</ins>" in swapped.text
        listed = await at.client.get(f"/ui/compare/?old={old}")
        assert f'value="{old}" selected' in listed.text
        mixed = await order(at, old=FORM.encode(), new=new)
        assert _ids(mixed)[1] == new
        assert _ids(await order(at, old=old, new=new)) == (old, new)

    visit(tmp_path)(work)


def test_what_cannot_be_compared_is_told_in_words(tmp_path: Path) -> None:
    """And nothing is queued: no version, another workspace's, a form from elsewhere."""

    async def work(at: Door) -> None:
        file = FORM.encode()
        for given, status in (
            ({}, 422),
            ({"old": file}, 422),
            ({"old": file, "new": ""}, 422),
            ({"old": file, "new": file, "csrf": "guess"}, 403),
            ({"old": "x" * 200, "new": "y"}, 404),
        ):
            answer = await order(at, **given)  # type: ignore[arg-type]
            assert answer.status_code == status, given
            assert 'role="alert">' in answer.text
        assert await at.desk.jobs.jobs("") == []
        for path in ("?old=none&new=none", "?old=a%00&new=b", "changes.exe?old=a&new=b"):
            answer = await at.client.get(f"/ui/compare/{path}")
            assert answer.status_code in (400, 404), path
        answer = await order(at, old=file, new=b"")
        old, new = _ids(answer)
        await at.ended(old.partition("-")[0])
        page = (await at.client.get(f"/ui/compare/?old={old}&new={new}")).text
        assert "These cannot be compared" in page
        assert 'class="wrong"' in page
        for spot in ("9.0.4.1", "1.4.4.1", "1.0.99999.1", "x", "1.-1.2.1"):
            answer = await at.client.get(f"/ui/documents/{old}/marked/?at={spot}")
            assert answer.status_code == 400, spot

    visit(tmp_path)(work)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("You will be paid $20.", "You will be paid $25.", ["$20"], ["$25"]),
        ("you may stop", "You may not stop,", [], ["not"]),
        ("A B c", "a, b; C!", [], []),
        ("- pain, nausea", "nausea", ["pain"], []),
        ("5 mg", "50 mg", ["5"], ["50"]),
        ("one two", "three four", ["one two"], ["three four"]),
        ("nausea (14 out of 100)", "nausea (1,417 out of 100)", ["14"], ["1,417"]),
        ("don\u2019t", "do", ["don\u2019t"], ["do"]),
        ("", "all", [], []),
    ],
)
def test_only_words_that_differ_are_marked(
    old: str, new: str, before: list[str], after: list[str]
) -> None:
    """Case and punctuation are none; the pieces together are the quote."""
    sides = word_marks([old] if old else [], [new])
    for quotes, words, text in zip(sides, (before, after), (old, new), strict=True):
        pieces = [piece for quote in quotes for piece in quote]
        assert [piece.text for piece in pieces if piece.marked] == words
        assert "".join(piece.text for piece in pieces) == text


def _form(path: Path, *risks: str, pay: str = "$20") -> Path:
    form = Form().line("Consent to take part in research", font="Helvetica-Bold", size=16)
    form.space(12).line("Risks", font="Helvetica-Bold", size=13)
    form.prose(f"The study drug can cause {', '.join(risks[:-1])} and {risks[-1]}.")
    form.space(9).line("Payment", font="Helvetica-Bold", size=13)
    form.prose(f"You will be paid {pay} for each visit that you make to the study clinic.")
    form.space(9).prose("Taking part is voluntary. You may stop at any time without any penalty.")
    path.write_bytes(form.data())
    return path


def test_two_versions_are_compared_with_the_mouse(
    tmp_path: Path, service: str, browser: Browser
) -> None:
    """Choose both, wait, read the risks first, and see the words in the source of each."""
    old = _form(tmp_path / "old.pdf", "nausea", "hair loss", "liver damage")
    new = _form(tmp_path / "new.pdf", "nausea", "a stroke", "liver damage", pay="$35")
    with view(browser) as seen:
        page = seen.page
        page.goto(f"{service}/ui/compare/")
        assert grave(page) == []
        page.click("button[type=submit]")
        expect(page.locator("#wrong")).to_have_text("Choose two versions.")
        page.set_input_files("#old_file", {"name": "x.txt", "mimeType": "x/x", "buffer": b"x"})
        expect(page.locator("#old_chosen .wrong")).to_have_text("Neither PDF nor Word (DOCX).")
        expect(page.locator("button[type=submit]")).to_be_disabled()
        page.get_by_label("Remove x.txt").click()
        page.set_input_files("#old_file", str(old))
        page.set_input_files("#new_file", str(new))
        page.click("button[type=submit]")
        page.wait_for_url("**/ui/compare/?old=*")
        expect(page.get_by_role("heading", name="What changed")).to_be_visible()
        assert page.evaluate("performance.getEntriesByType('navigation').length") == 1
        risks = page.locator("#risks .change")
        expect(risks).to_have_count(2)
        expect(risks.nth(0)).to_contain_text("Appeared a stroke")
        expect(risks.nth(1)).to_contain_text("Vanished hair loss")
        expect(page.locator("#facts ins", has_text="$35").first).to_be_visible()
        expect(page.locator("#facts del", has_text="$20").first).to_be_visible()
        assert page.locator("main h2").all_inner_texts()[0].startswith("Risks")
        expect(risks.nth(0).locator("ins")).to_have_text("a stroke")
        expect(risks.nth(0).locator("del")).to_have_text("hair loss")
        assert grave(page) == []
        risks.nth(0).get_by_role("link").last.click()
        cite = page.locator("g.cite")
        expect(cite).to_have_count(1)
        expect(cite).to_be_in_viewport()
        assert "a stroke" in (cite.get_attribute("aria-label") or "")
        seen.require_sound()
        page.go_back()
        with page.expect_download() as loading:
            page.get_by_role("link", name="Markdown").click()
        assert "a stroke" in Path(loading.value.path()).read_text("utf-8")


def test_files_can_be_dropped_on_either_side(
    tmp_path: Path, service: str, browser: Browser
) -> None:
    """Two at once fill both; one fills the side that it is dropped on."""
    drop = """([target, names]) => {
        const moved = new DataTransfer();
        for (const name of names) moved.items.add(new File(["%PDF-1.4"], name));
        for (const kind of ["dragenter", "dragover", "drop"]) {
            document.querySelector(target).dispatchEvent(
                new DragEvent(kind, { dataTransfer: moved, bubbles: true, cancelable: true }));
        }
    }"""
    with view(browser) as seen:
        page = seen.page
        page.goto(f"{service}/ui/compare/")
        page.evaluate(drop, ["h1", ["v1.pdf", "v2.pdf"]])
        expect(page.locator("#old_chosen")).to_contain_text("v1.pdf")
        expect(page.locator("#new_chosen")).to_contain_text("v2.pdf")
        page.evaluate(drop, ["[data-side=old]", ["v0.pdf"]])
        expect(page.locator("#old_chosen")).to_contain_text("v0.pdf")
        expect(page.locator("#new_chosen")).to_contain_text("v2.pdf")
        seen.require_sound()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_words_stay_words_and_all_fits_a_telephone(
    tmp_path: Path, browser: Browser, scheme: Any
) -> None:
    """Whatever two versions hold; no page is wider than its window, nothing is run."""
    hostile = "\n".join(f"You will be paid {one} for each visit." for one in PAYLOADS)
    texts = (f"{FORM}# Payment\n{hostile}", f"{FORM}# <b>Payment</b>\n{hostile[::-1]}")
    with door_served(tmp_path) as (url, _), view(browser, 390, 800, color_scheme=scheme) as seen:
        page = seen.page
        given = [("files", ("<i>a.txt", one.encode())) for one in texts]
        job = httpx.post(
            f"{url}/generate/batch/", data={"plugin_id": plugin.id}, files=given
        ).json()["job_id"]
        httpx.get(f"{url}/jobs/{job}/status/?wait=20", timeout=30)
        page.goto(f"{url}/ui/compare/?old={job}-000000")
        assert seen.sideways() <= 0
        page.goto(f"{url}/ui/compare/?old={job}-000000&new={job}-000001")
        expect(page.locator("#passages .change").first).to_be_visible()
        assert seen.sideways() <= 0
        page.locator(".place").first.click()
        expect(page.locator("mark.cite").first).to_be_in_viewport()
        seen.require_sound()
        assert sys.getsizeof(page.content()) < 400_000
