"""The dashboard in a real Chromium: it moves with the figures, and everybody can read it."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from axe import grave
from conspectus.service.history import Sample
from conspectus.web.figures import figures
from doors import Door
from doors_served import door_served
from test_dashboard import EXPOSITION
from views import View, view


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Door]]:
    """Give a door with a day of figures behind it."""
    with door_served(tmp_path_factory.mktemp("dashboard")) as (url, at):
        last: Sample = figures(EXPOSITION)
        now = time.time()
        for before in (*range(90_000, 9_000, -60), *range(9_000, 0, -10)):
            minutes = (90_000 - before) / 60
            grown = {one: value * minutes if one.grows else value for one, value in last.items()}
            at.desk.history.add(now - before, grown)
        yield url, at


def _open(seen: View, url: str, chosen: str = "15m") -> Page:
    seen.page.goto(f"{url}/ui/dashboard/?range={chosen}")
    expect(seen.page.locator("#board")).to_have_attribute("aria-busy", "false")
    return seen.page


def test_the_page_moves_after_a_document(service: str, browser: Browser) -> None:
    """Without being loaded again; the values beside the names of the lines move, too."""
    with view(browser) as seen:
        page = _open(seen, service)
        before = int(page.locator("#tile-made").inner_text().replace("–", "0"))
        form = Path(__file__).parents[1] / "examples" / "question_headings.docx"
        files = {"file": (form.name, form.read_bytes())}
        anew = {"Cache-Control": "no-cache"}
        made = httpx.post(f"{service}/generate/", files=files, headers=anew, timeout=60)
        assert made.status_code == 200
        page.wait_for_function(
            "before => Number(document.getElementById('tile-made').textContent) > before",
            arg=before,
        )
        for chart in ("documents", "requests", "making", "memory"):
            expect(page.locator(f"#chart-{chart} canvas")).to_be_visible()
            expect(page.locator(f"#chart-{chart} .legend b").first).to_have_text(
                re.compile("[1-9]")
            )
        assert page.evaluate("performance.getEntriesByType('navigation').length") == 1
        seen.require_sound()


def test_a_range_is_chosen_and_kept(busy: tuple[str, Door], browser: Browser) -> None:
    """With the keyboard; the address leads to it again, and its table has its points."""
    with view(browser) as seen:
        page = _open(seen, busy[0])
        made = page.locator("#tile-made")
        expect(made).to_have_text(re.compile("^7[3-6]$"))
        page.get_by_role("link", name="24 hours").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name="24 hours")).to_have_attribute("aria-current", "true")
        expect(made).to_have_text(re.compile(r"^7,[12]\d\d$"))
        assert page.url.endswith("?range=24h")
        page.reload()
        expect(made).to_have_text(re.compile(r"^7,[12]\d\d$"))
        table = page.locator("#chart-cost")
        table.get_by_text("Table").click()
        expect(table.get_by_role("row").nth(1)).to_contain_text(re.compile(r"\$4[45]\.\d\d"))
        assert table.get_by_role("row").count() > 140
        seen.require_sound()


def test_the_page_can_be_paused(busy: tuple[str, Door], browser: Browser) -> None:
    """What moves by itself can be stopped, and goes on when asked to."""
    with view(browser) as seen:
        seen.page.clock.install()
        page = _open(seen, busy[0])
        page.get_by_role("button", name="Pause").click()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.clock.run_for(60_000)
        assert asked == []
        with page.expect_response("**/figures/*"):
            page.get_by_role("button", name="Go on").click()
        seen.require_sound()


def test_a_lost_connection_is_told_and_found_again(
    busy: tuple[str, Door], browser: Browser
) -> None:
    """What was known stays in sight, marked as old."""
    with view(browser) as seen:
        seen.page.clock.install()
        page = _open(seen, busy[0])

        def away(route: Route) -> None:
            route.abort()

        page.route("**/figures/*", away)
        page.clock.run_for(5_000)
        expect(page.locator("#connection")).to_contain_text("The connection is lost")
        expect(page.locator("#board")).to_have_class("stale")
        expect(page.locator("#chart-requests canvas")).to_be_visible()
        page.unroute("**/figures/*", away)
        page.clock.run_for(5_000)
        expect(page.locator("#connection")).to_be_empty()
        expect(page.locator("#board")).not_to_have_class("stale")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_everybody_can_read_it(
    busy: tuple[str, Door], browser: Browser, width: int, scheme: str
) -> None:
    """No serious finding of axe, no sideways scrolling, and a name for every chart."""
    with view(browser, width, color_scheme=scheme) as seen:
        page = _open(seen, busy[0], "1h")
        for chart in ("requests", "cache"):
            page.locator(f"#chart-{chart} summary").click()
        assert grave(page) == []
        assert seen.sideways() <= 0
        told = page.locator("#chart-queue .plot").get_attribute("aria-label")
        assert told
        assert re.search("Waiting: now .+, at most 4", told)
        seen.require_sound()


def test_nothing_yet_is_told_in_words(tmp_path: Path, browser: Browser) -> None:
    """A fresh server shows what there is, and says what there is not."""
    with door_served(tmp_path) as (url, _), view(browser, 390) as seen:
        page = _open(seen, url)
        expect(page.locator("#chart-tokens .none")).to_be_visible()
        expect(page.locator("#chart-tokens .plot")).to_be_hidden()
        expect(page.locator("#health-status")).to_have_text("healthy")
        assert grave(page) == []
        seen.require_sound()
