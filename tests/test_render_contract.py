"""What every renderer keeps to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.adapters.render_docx import DocxRenderer
from conspectus.adapters.render_html import HtmlRenderer
from conspectus.adapters.render_json import JsonRenderer
from conspectus.adapters.render_markdown import MarkdownRenderer
from conspectus.domain.notes import notes
from conspectus.domain.text.legible import legible
from conspectus.domain.usage import Usage
from conspectus.ports import Renderer
from rendered import WORDS
from reports import EMPTY, REPORT, with_text

RENDERERS: dict[str, Renderer] = {
    "html": HtmlRenderer(),
    "docx": DocxRenderer(),
    "md": MarkdownRenderer(),
    "json": JsonRenderer(),
}
FORMATS = sorted(RENDERERS)
SIGNS = st.text(
    st.one_of(st.sampled_from("\\`*_[]<>#|~&;:-+=.)(1 \n\t!\"'$@"), st.characters(codec="utf-8"))
)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    """A second renderer writes what the first one wrote."""
    again = type(RENDERERS[name])()
    assert RENDERERS[name].render(REPORT) == again.render(REPORT)


@pytest.mark.parametrize("name", ["docx", "html", "md"])
def test_usage_leaves_no_trace_in_a_document(name: str) -> None:
    """Calls, costs and seconds differ from run to run, so a document does not hold them."""
    used = RENDERERS[name].render(REPORT, Usage(calls=7, cost_usd=1.25, seconds=3.5))
    assert used == RENDERERS[name].render(REPORT)


@pytest.mark.parametrize("name", FORMATS)
def test_every_statement_is_there(name: str) -> None:
    """The words of each statement and each section title can be read."""
    words = WORDS[name](RENDERERS[name].render(REPORT))
    document = REPORT.document
    told = [document.title, *(s.title for s in document.sections)]
    told += [statement.text for _, statement in document.statements]
    assert [text for text in told if text not in words] == []


@pytest.mark.parametrize("name", ["docx", "html", "md"])
def test_every_quote_is_there_with_its_place(name: str) -> None:
    """Each quote can be read beside the page or paragraph it stands in."""
    words = WORDS[name](RENDERERS[name].render(REPORT))
    cited, _ = notes(REPORT.document)
    assert len(cited) == 7
    assert [note for note in cited if note.quote not in words or note.place not in words] == []


@pytest.mark.parametrize("name", FORMATS)
def test_the_ledger_and_the_findings_are_there(name: str) -> None:
    """Nothing that was left out and no breach of a rule is passed over."""
    words = WORDS[name](RENDERERS[name].render(REPORT))
    told = [one.item for one in REPORT.omissions] + [one.message for one in REPORT.findings]
    assert [text for text in told if text not in words] == []


@pytest.mark.parametrize("name", ["docx", "html", "md"])
def test_the_worst_comes_first(name: str) -> None:
    """What was left out stands before what was included, errors before warnings."""
    words = WORDS[name](RENDERERS[name].render(REPORT))
    order = ["You must not drive", "risk: liver", "risk: bleeding", "KI-F5", "FID-NUM", "CR-A5-WHY"]
    assert sorted(order, key=words.index) == order


@pytest.mark.parametrize("name", ["docx", "html", "md"])
def test_a_document_says_that_a_person_must_check_it(name: str) -> None:
    """The draft mark stands before the first section."""
    words = WORDS[name](RENDERERS[name].render(REPORT))
    mark = words.index("Draft for review: made by software, to be checked by a person")
    assert mark < words.index("What this is, and that it is your choice")


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_without_sections_can_be_rendered(name: str) -> None:
    """Nothing to say is no error."""
    assert EMPTY.document.title in WORDS[name](RENDERERS[name].render(EMPTY))


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(text=SIGNS.filter(legible))
def test_any_text_is_shown_as_it_is(name: str, text: str) -> None:
    """No sign of a source or a plugin becomes markup, wherever it stands."""
    words = WORDS[name](RENDERERS[name].render(with_text(text)))
    assert words.count(legible(text)) >= 5
