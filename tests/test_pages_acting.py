"""The forms of a review as a browser without scripts sends them."""

import html
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from conspectus.web import Policy
from conspectus.web.csrf import HEADER
from conspectus.web.pages.shell import POLICY
from desks import LEDGERED
from doors import Door, visit
from plugins import FORM, plugin
from test_pages import made
from test_web_sessions import signed_in


class Page:
    """The page of a review as it was shown last; forms are sent with what it holds."""

    def __init__(self, at: Door, path: str) -> None:
        self._at, self.path = at, path
        self.text, self.status = "", 0

    async def open(self, query: str = "") -> str:
        """Load it."""
        return self._seen(await self._at.client.get(f"{self.path}{query}"))

    async def send(self, do: str, seen: int | None = None, **fields: str) -> str:
        """Send a form and follow where it leads."""
        given = {"csrf": self._field("csrf"), "seen": self._field("seen"), "do": do}
        given |= fields | ({} if seen is None else {"seen": str(seen)})
        answer = await self._at.client.post(self.path, data=given)
        if answer.status_code == 303:
            answer = await self._at.client.get(answer.headers["Location"])
        return self._seen(answer)

    def spots(self) -> dict[str, str]:
        """Return the words that the open form has chosen."""
        found = re.findall(r'name="(spot\.\d+)" value="([^"]*)"', self.text)
        return {name: html.unescape(value) for name, value in found}

    def statements(self) -> list[tuple[str, str]]:
        """Return id and words of every statement in its order."""
        ids = re.findall(r'data-statement="([^"]*)"', self.text)
        words = re.findall(r'data-statement=.*?<span class="words">([^<]*)', self.text, re.S)
        return [*zip(ids, words, strict=True)]

    def _seen(self, answer: httpx.Response) -> str:
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert not re.search(r"<style|\sstyle=|<script>|\son\w+=", answer.text)
        self.status, self.text = answer.status_code, answer.text
        return self.text

    def _field(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        assert found
        return found[1]


def reviewed(folder: Path, work: Callable[[Door, Page], Awaitable[None]], **given: Any) -> None:
    """Run a test at the review of one document."""

    async def within(at: Door) -> None:
        at.desk.service.plugins = {plugin.id: LEDGERED}
        found = Page(at, f"/ui/documents/{await made(at)}-000000/review/")
        await found.open()
        await work(at, found)

    visit(folder, **given)(within)


def test_a_review_needs_no_scripts(tmp_path: Path) -> None:
    """Edited, cited, added, moved, deleted and taken back by forms alone."""

    async def work(at: Door, page: Page) -> None:
        (lead, _), (pay, words), *harms = page.statements()
        assert words.startswith("You will be paid $20")
        await page.open(f"?edit={pay}")
        kept = page.spots()
        assert "data-choose" in page.text
        assert "FID-NUM" in await page.send(f"save:{pay}", text="You get $99.", **kept)
        assert "Reworded a statement" in page.text
        assert "FID-NUM" not in await page.send("undo:")
        assert dict(page.statements())[pay] == words
        assert "FID-QUOTE" in await page.send(f"save:{pay}", text=words)
        await page.send("undo:")
        assert "FID-QUOTE" not in page.text

        await page.send(f"up:{pay}")
        assert [id_ for id_, _ in page.statements()][:2] == [pay, lead]
        await page.send(f"down:{pay}")
        assert [id_ for id_, _ in page.statements()][:2] == [lead, pay]
        await page.send(f"move:{pay}", to="harms")
        assert page.statements()[-1][0] == pay
        await page.send("undo:")
        await page.send(f"delete:{harms[1][0]}")
        assert len(page.statements()) == 2 + len(harms) - 1
        await page.send("undo:")
        assert [words for _, words in page.statements()[2:]] == [words for _, words in harms]

        await page.open(f"?add=money&after={lead}")
        added = await page.send("add:money", text="You get $20 for each visit.", after=lead, **kept)
        assert page.statements()[1][1] == "You get $20 for each visit."
        assert "FID-" not in added

    reviewed(tmp_path, work)


def test_what_cannot_be_done_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    """The form comes back with the words that were in it, and the reason stands above."""

    async def work(at: Door, page: Page) -> None:
        (lead, _), (pay, _), *_ = page.statements()
        bad: tuple[tuple[str, dict[str, str], int, str], ...] = (
            ("dance:x", {}, 422, "not one of ours"),
            (f"save:{pay}", {"text": ""}, 422, "nothing was given"),
            (f"save:{pay}", {"text": "w", "spot.1": "[{"}, 422, "not chosen with this page"),
            (f"save:{pay}", {"text": "w", "spot.1": "7"}, 422, "not chosen with this page"),
            (f"save:{pay}", {"text": "w", "spot.1": "[7]"}, 422, "The form"),
            (f"save:{pay}", {"text": "w" * 2001}, 422, "at most 2000"),
            ("save:nothing", {"text": "My words."}, 422, "no longer in the document"),
            (f"up:{lead}", {}, 422, "the first"),
            ("down:nothing", {}, 422, "no longer"),
            (f"move:{pay}", {"to": "nowhere"}, 422, "Choose a section"),
            ("leave:", {"reason": "No."}, 422, "at least one line"),
            ("correct:pay", {"form": "text", "value": "$5"}, 422, "choose them"),
            ("sign:", {"name": "Dr. A", "meaning": "approved"}, 409, "stand in the way"),
            ("withdraw:", {"reason": "No."}, 422, "Nothing is signed"),
            ("undo:", {}, 422, "cannot be taken back"),
            ("tell:none", {}, 422, "add a statement"),
        )
        for do, fields, status, told in bad:
            text = await page.send(do, **fields)
            assert page.status == status, do
            notice = re.search(r'role="alert".*?</div>', text, re.S)
            assert notice, do
            assert told in html.unescape(notice[0]), do
        await page.send("save:nothing", text="My <b>words</b>.")
        assert "My &lt;b&gt;words&lt;/b&gt;." in page.text

        await page.open(f"?edit={pay}")
        spots = page.spots()
        await page.send(f"delete:{lead}")
        await page.send(f"save:{pay}", seen=0, text="Mine <i>.", **spots)
        assert page.status == 409
        assert "Somebody else acted" in page.text
        assert "Deleted a statement" in page.text
        assert "Mine &lt;i&gt;.</textarea>" in page.text
        assert page.spots() == spots
        await page.send(f"save:{pay}", text="Mine <i>.", **spots)
        assert page.status == 200
        assert dict(page.statements())[pay] == "Mine &lt;i&gt;."

    reviewed(tmp_path, work)


def test_a_fact_is_corrected_by_a_form(tmp_path: Path) -> None:
    """Text, list and yes or no; what is not stated has no value."""

    async def work(at: Door, page: Page) -> None:
        await page.open("?fact=pay")
        spots = page.spots()
        assert "FID-FACT" in await page.send("correct:pay", form="text", value="$95", **spots)
        assert "REV-FACT" in page.text
        assert "FID-FACT" not in await page.send("undo:")
        await page.open("?fact=harms")
        harms = page.spots()
        await page.send("correct:harms", form="list", value="pain\r\n\r\nbleeding", **harms)
        assert "<li>pain</li><li>bleeding</li>" in page.text
        await page.open("?fact=chance")
        chance = page.spots()
        assert "FID-FACT" in await page.send("correct:chance", form="boolean", value="no", **chance)
        await page.send("undo:")
        await page.send("correct:call", form="text", value="x", unstated="on", **spots)
        assert page.status == 200
        assert re.search(r"Call</th>\s*<td> <span class=.state unstated", page.text)

    reviewed(tmp_path, work)


def test_from_the_first_look_to_the_signature(tmp_path: Path) -> None:
    """The ledger, each section, the sign-off, its withdrawal, and the history of it all."""

    async def work(at: Door, page: Page) -> None:
        (line,) = re.findall(r'name="line\.([^"]+)"', page.text)
        text = await page.send(f"tell:{line}")
        assert "No line is open" in text
        await page.send("undo:")
        await page.send("leave:", usual="0", **{f"line.{line}": "on"})
        assert "Told in the full form; not key to the decision." in page.text
        assert 'value="sign:"' not in page.text
        for section in ("money", "harms"):
            await page.send(f"approve:{section}")
        assert "Everything is approved" in page.text
        await page.send("sign:", name="Dr. A <b>", meaning="reviewed and approved")
        assert "Signed off: Dr. A &lt;b&gt;" in page.text
        plain = page.path.replace("review/", "")
        shown = (await at.client.get(plain)).text
        assert "Signed off: Dr. A" in shown
        assert "(draft)" not in shown
        for path in re.findall(r'href="(/v1/[^"]+)"', shown):
            if not path.endswith("docx"):
                assert "Dr. A" in (await at.client.get(html.unescape(path))).text, path
        await page.send("withdraw:", reason="Wrong version")
        assert "Draft for review" in page.text
        told = (await at.client.get(plain + "history/")).text
        assert [*re.findall(r"<b>([^<]+)</b>", told)] == [
            "Withdrew the sign-off",
            "Signed off",
            *["Approved a section"] * 2,
            "Left lines of the ledger out",
            "Deleted a statement",
            "Added a statement",
        ]
        assert "Wrong version" in told

    reviewed(tmp_path, work)


def test_a_form_of_another_site_does_nothing(tmp_path: Path) -> None:
    """Nor does one without the token of this browser."""

    async def work(at: Door, page: Page) -> None:
        for token in ("", "x" * 32):
            given = {"csrf": token, "seen": "0", "do": "approve:money"}
            assert (await at.client.post(page.path, data=given)).status_code == 403
        given["csrf"] = at.client.cookies["conspectus-form"]
        headers = {"Sec-Fetch-Site": "cross-site"}
        answer = await at.client.post(page.path, data=given, headers=headers)
        assert answer.status_code == 403
        assert "Nobody has acted" in await page.open()

    reviewed(tmp_path, work)


def test_a_review_works_beneath_a_path(tmp_path: Path) -> None:
    """Its forms, links and words of the source are where the client sees them."""

    async def within(at: Door) -> None:
        job = (await at.batch(FORM)).json()["job_id"]
        await at.ended(job)
        page = Page(at, f"/sub/ui/documents/{job}-000000/review/")
        text = await page.open()
        for path in re.findall(r'(?:action|href|src|data-words)="(/[^"#]+)', text):
            assert path.startswith("/sub/"), path
        await page.send("approve:money")
        assert page.status == 200
        words = re.search(r'data-words="([^"]+)"', text)
        assert words
        leaves = (await at.client.get(words[1])).json()["leaves"]
        spoken = [leaf["text"][start:end] for leaf in leaves for start, end, *_ in leaf["words"]]
        assert "$20" in spoken

    visit(tmp_path, root_path="/sub")(within)


def test_who_signed_in_signs_by_the_name_of_the_key(tmp_path: Path) -> None:
    """It stands in the form; who may only read is refused, and strangers are led to the sign-in."""

    async def within(at: Door) -> None:
        _, token = await signed_in(at)
        at.desk.service.plugins = {plugin.id: replace(plugin, omissions=lambda d, f, s: ())}
        job = (await at.batch(FORM, **{HEADER: token})).json()["job_id"]
        await at.ended(job)
        page = Page(at, f"/ui/documents/{job}-000000/review/")
        await page.open()
        for section in ("money", "harms"):
            await page.send(f"approve:{section}")
        assert (
            'name="name" maxlength="200" required autocomplete="name" value="key of w"' in page.text
        )
        await page.send("sign:", name="key of w", meaning="reviewed and approved")
        assert "Signed off: key of w" in page.text
        at.client.cookies.clear()
        await signed_in(at, scope="read")
        await page.open()
        await page.send("withdraw:", reason="I may not.")
        assert page.status == 403
        assert "Signed off: key of w" in await page.open()
        at.client.cookies.clear()
        answer = await at.client.get(page.path, headers={"Accept": "text/html"})
        assert answer.headers["Location"].startswith("/ui/sign-in/")

    visit(tmp_path, policy=Policy(auth=True))(within)
