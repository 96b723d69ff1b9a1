"""Hostile words are shown as text wherever they come from, and the policy reports nothing."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, expect

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.errors import ModelRefused
from conspectus.domain.plugin import Plugin
from conspectus.domain.request import Answer, Citation, Claim, Reply, Request
from conspectus.domain.text.legible import legible
from conspectus.web import Policy
from doors_served import door_served
from payloads import PAYLOADS
from pdf_forms import Form
from plugins import plugin
from views import View, view


@dataclass
class Hostile:
    """Answers every text question with the words of a payload that the form holds."""

    name: str = "hostile"
    most_words: int | None = None
    asked: list[Request] = field(default_factory=list)

    def shape(self, request: Request) -> dict[str, object]:
        """Return what shapes the answer."""
        return OfflineModel().shape(request) | {"model": self.name}

    async def ask(self, request: Request) -> Answer:
        """Quote every extract that holds a payload; refuse, with one, where none is."""
        found = [
            Claim(extract.text, (Citation(number, extract.text),))
            for number, extract in enumerate(request.extracts, 1)
            if "alert" in extract.text or "127.0.0.1" in extract.text
        ]
        if not found:
            raise ModelRefused(f"The server says: {PAYLOADS[5]} {PAYLOADS[0]}")
        return Answer(tuple(Reply(question.name, tuple(found)) for question in request.questions))


def _hostile(text: str) -> Plugin:
    """Return the plugin of the tests with hostile words wherever a plugin has words."""
    told = {"type": "string", "description": text, "title": text, "default": text}
    choice = {"enum": [text, "b"], "default": text, "description": text}
    listed = {"type": "array", "items": {"enum": [text]}, "default": []}
    lines = {"type": "array", "items": {"type": "string"}, "default": []}
    return replace(
        plugin,
        name=text,
        description=text,
        parameters={
            "type": "object",
            "additionalProperties": False,
            "properties": {text: told, "choice": choice, "listed": listed, "sections": lines},
        },
        sections=tuple(replace(section, title=text) for section in plugin.sections),
        title=lambda fact: text,
    )


def _text_of(seen: View) -> str:
    """Return all text of a page, what is folded away too."""
    text: str = seen.page.evaluate("document.body.textContent")
    return " ".join(text.split())


def _shown(seen: View, url: str, *payloads: str) -> None:
    """Open a page; everything of the payloads is text on it and nothing of them happens."""
    seen.page.goto(url)
    if "/documents/" in url and not url.endswith("/source/"):
        seen.page.wait_for_selector("#leaves", state="attached")
    seen.page.wait_for_timeout(100)
    text = _text_of(seen)
    for payload in payloads:
        assert " ".join(legible(payload).split()) in text, (url, payload)
    seen.require_sound()
    assert (
        seen.page.evaluate("document.querySelectorAll('main script, main iframe, style').length")
        == 0
    )


def test_hostile_documents_and_answers_are_text(tmp_path: Path, browser: Browser) -> None:
    """Every payload in a document, quoted by the model, stands in statement, facts and source."""
    told = 0
    with door_served(tmp_path, model=Hostile()) as (url, _), view(browser) as seen:
        for start in range(0, len(PAYLOADS), 8):
            some = PAYLOADS[start : start + 8]
            form = "# Risks\n" + "\n".join(f"You may feel {one}" for one in some)
            files = {"file": ("form.txt", form.encode())}
            made = httpx.post(f"{url}/generate/", data={"plugin_id": plugin.id}, files=files)
            page = f"{url}/ui/documents/{made.headers['Content-Location'].split('/')[-2]}/"
            said = [
                statement["text"]
                for section in made.json()["report"]["sections"]
                for statement in section["statements"]
            ]
            told += sum(any(legible(one) in legible(text) for text in said) for one in some)
            _shown(seen, page, *some)
            for mark in seen.page.locator("a.mark").all()[:3]:
                mark.click()
            seen.require_sound()
            _shown(seen, f"{page}source/", *some)
    assert told >= 40


def test_hostile_file_names_and_failures_are_text(tmp_path: Path, browser: Browser) -> None:
    """In lists, headings, titles and questions; the reason of a failure too."""
    with door_served(tmp_path, model=Hostile()) as (url, _), view(browser) as seen:
        given = [("files", (name, b"# Risks\nYou may feel pain.")) for name in _names()]
        body, head = _form(given, plugin.id)
        job = httpx.post(f"{url}/generate/batch/", content=body, headers=head).json()["job_id"]
        status = httpx.get(f"{url}/jobs/{job}/status/?wait=30", timeout=40).json()
        names = [one["name"] for one in status["documents"]]
        assert len({*names}) >= 40
        assert {one["status"] for one in status["documents"]} == {"failed"}
        _shown(seen, f"{url}/ui/jobs/{job}/", *names[:50], PAYLOADS[5])
        _shown(seen, f"{url}/ui/jobs/", names[0])
        _shown(seen, f"{url}/ui/jobs/{job}/delete/", *names[:10])


def _names() -> list[str]:
    """Return payloads as names; what stands before a slash is not kept of a name."""
    return [*dict.fromkeys((*PAYLOADS, *(one.replace("/", "|") for one in PAYLOADS)))]


def _form(
    files: list[tuple[str, tuple[str, bytes]]], plugin_id: str
) -> tuple[bytes, dict[str, str]]:
    """Return a form with the names of files as they are; a client library would mend them."""
    lines = [f'--x\r\nContent-Disposition: form-data; name="plugin_id"\r\n\r\n{plugin_id}\r\n']
    for field_, (name, data) in files:
        safe = name.replace("\\", "\\\\").replace('"', '\\"')
        head = f'Content-Disposition: form-data; name="{field_}"; filename="{safe}"'
        lines.append(f"--x\r\n{head}\r\n\r\n{data.decode()}\r\n")
    body = ("".join(lines) + "--x--\r\n").encode()
    return body, {"Content-Type": "multipart/form-data; boundary=x"}


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 16))
def test_hostile_plugins_and_models_are_text(tmp_path: Path, browser: Browser, start: int) -> None:
    """Names, descriptions, parameters and their values, section titles, names of models."""
    some = PAYLOADS[start : start + 16]
    policy = Policy(
        model=some[0], strangers=some[:2], models=dict.fromkeys(some, "m"), abroad={some[0]: some}
    )
    with door_served(tmp_path, policy=policy) as (url, at), view(browser) as seen:
        at.desk.service.plugins = {
            f"p{n}": replace(_hostile(one), id=f"p{n}") for n, one in enumerate(some)
        }
        _shown(seen, f"{url}/ui/", *some)
        for n, one in enumerate(some[:4]):
            files = {"file": ("form.txt", b"# Payment\nYou will be paid $20 for each visit.")}
            made = httpx.post(f"{url}/generate/", data={"plugin_id": f"p{n}"}, files=files)
            page = f"{url}/ui/documents/{made.headers['Content-Location'].split('/')[-2]}/"
            _shown(seen, page, one)
            _shown(seen, f"{page}review/", one)


def test_a_hostile_pdf_is_a_picture_with_text_beside_it(service: str, browser: Browser) -> None:
    """Its words are in the labels of highlights and in statements, its name in the title."""
    form = Form().line("Risks", font="Helvetica-Bold", size=14)
    for one in PAYLOADS[:20]:
        form.line(f"You may have {one} and pain.", size=8)
    form.space(9).line("Payment", font="Helvetica-Bold", size=14)
    form.prose("You will be paid $20 for each visit. Taking part in this research is voluntary.")
    name = '"><img src=x onerror=alert(1)>.pdf'
    with view(browser) as seen:
        files = {"file": (name, form.data())}
        body: Any = httpx.post(f"{service}/generate/", files=files, timeout=60)
        page = f"{service}/ui/documents/{body.headers['Content-Location'].split('/')[-2]}/"
        _shown(seen, page)
        assert seen.page.title().startswith("Key Information")
        expect(seen.page.locator(".leaf img").first).to_have_js_property("naturalWidth", 1200)
