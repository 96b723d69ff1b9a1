"""Signing in, in a real Chromium, over a real server that asks for keys."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from axe import grave
from served import environment, served
from views import view

FORM = Path(__file__).parents[1] / "examples" / "question_headings.docx"


def _keys(folder: Path, *given: str) -> str:
    command = [sys.executable, "-m", "conspectus", "keys", *given]
    env = environment(folder)
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return done.stdout


@dataclass
class Guarded:
    """A server that asks for keys, and the folder of its data."""

    url: str
    folder: Path


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """Start one for all tests."""
    folder = tmp_path_factory.mktemp("guarded")
    with served(folder, auth="true") as (url, _):
        yield Guarded(url, folder)


def _key(at: Guarded, workspace: str = "office") -> tuple[str, str]:
    """Make a key; return its id and its secret."""
    told = _keys(at.folder, "create", "Registry office", "--workspace", workspace)
    secret = next(word for word in told.split() if word.startswith("ck_"))
    return secret.split("_")[1], secret


def test_a_coordinator_signs_in_works_and_signs_out(guarded: Guarded, browser: Browser) -> None:
    """From a page that was asked for, through a whole document, to the end of the session."""
    key, secret = _key(guarded)
    with view(browser) as seen:
        page, url = seen.page, guarded.url
        page.goto(f"{url}/ui/jobs/?state=open")
        expect(page).to_have_url(f"{url}/ui/sign-in/?next=jobs%2F%3Fstate%3Dopen")
        expect(page.get_by_label("Key")).to_be_focused()
        assert grave(page) == []
        page.keyboard.type("ck_wrong_key")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("does not hold")
        expect(page.get_by_label("Key")).to_be_focused()
        page.keyboard.type(secret)
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{url}/ui/jobs/?state=open")
        assert page.evaluate("document.cookie") == ""
        page.get_by_role("link", name="Make a document").first.click()
        page.set_input_files("#files", str(FORM))
        page.click("button[type=submit]:text('Start')")
        page.get_by_role("link", name="See the document").click()
        page.wait_for_selector("#leaves .leaf")
        expect(page.locator(".who")).to_contain_text("Registry office")
        document = page.url
        seen.require_sound()
        with view(browser) as other:
            other.page.goto(document.partition("#")[0])
            expect(other.page.get_by_label("Key")).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        page.goto(f"{document.partition('#')[0]}#q3")
        page.get_by_label("Key").fill(secret)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_selector("#leaves .leaf")
        assert page.url.endswith("/#q3")
        _keys(guarded.folder, "revoke", key)
        page.reload()
        expect(page.get_by_label("Key")).to_be_visible()


def test_a_link_from_elsewhere_finds_who_is_signed_in(guarded: Guarded, browser: Browser) -> None:
    """The browser keeps the session from it at first; the page asks once more, from here."""
    _, secret = _key(guarded)
    with view(browser) as seen:
        page, url = seen.page, guarded.url
        page.goto(f"{url}/ui/")
        page.get_by_label("Key").fill(secret)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Make a document")).to_be_visible()
        page.goto(f"data:text/html,<a href='{url}/ui/jobs/%23main'>Your jobs</a>")
        page.get_by_role("link").click()
        expect(page.get_by_role("heading", name="Jobs")).to_be_visible()
        page.goto(
            f"data:text/html,<form method=post action='{url}/ui/sign-out/'><button>Win</button>"
        )
        page.get_by_role("button").click()
        page.goto(f"{url}/ui/")
        expect(page.get_by_role("heading", name="Make a document")).to_be_visible()


def test_a_page_whose_session_ended_leads_to_the_sign_in(
    guarded: Guarded, browser: Browser
) -> None:
    """A list that renews itself does not stand there as if nothing had happened."""
    key, secret = _key(guarded, "nobody")
    with view(browser, 390, 800) as seen:
        page, url = seen.page, guarded.url
        page.goto(f"{url}/ui/jobs/")
        assert seen.sideways() <= 0
        page.get_by_label("Key").fill(secret)
        page.keyboard.press("Enter")
        expect(page.locator(".empty")).to_be_visible()
        assert seen.sideways() <= 0
        _keys(guarded.folder, "revoke", key)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.get_by_label("Key")).to_be_visible()
        seen.require_sound()
