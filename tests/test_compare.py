"""Two versions of a form: what is a change, what is none, and what is stale by it."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.render_comparison import comparison_markdown
from conspectus.domain.comparison.comparison import Comparison
from conspectus.domain.comparison.data import comparison_data
from conspectus.domain.comparison.passage_changes import passage_changes
from conspectus.domain.source import Upload
from conspectus.domain.text.tokens import bare, tokens_of, unmarked
from conspectus.service import Service
from conspectus.service.compare import compare_uploads
from conspectus.testing import DataRenderer, ListObserver, TextReader, text_source
from doors import Door, visit
from plugins import FORM, plugin
from served import environment

EXAMPLES = Path(__file__).parents[1] / "examples"
MANY = """# Welcome
Please read this form with care before you decide anything.
Taking part is your own choice and nobody will be angry.
# Risks
You may feel pain or have some bleeding.
The drug can cause nausea, hair loss and liver damage.
About 5 in 100 people had a headache.
# Payment
You will be paid $20 for each visit to the clinic.
You will not be paid for visits that you miss.
# Time
You will come to the clinic 12 times in one year.
Each visit takes about two hours of your day.
"""


def compared(old: str, new: str) -> Comparison:
    """Compare two texts as the test plugin sees them."""
    renderers = {"data": DataRenderer()}
    parts = (TextReader(), OfflineModel(), renderers, {plugin.id: plugin}, ListObserver(), "0")
    uploads = (Upload("old.txt", old.encode()), Upload("new.txt", new.encode()))
    return asyncio.run(compare_uploads(Service(*parts), *uploads, plugin.id))


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return the changes of passages."""
    changes = passage_changes(text_source(old), text_source(new))
    return [(one.kind, one.old, one.new) for one in changes]


def test_a_form_is_the_same_as_itself() -> None:
    """Nothing is told of it."""
    assert compared(FORM, FORM).same
    assert b"Nothing changed" in comparison_markdown(compared(FORM, FORM))


def test_changed_words_are_told_with_both_quotes() -> None:
    """The fact, the statement that rests on it, and the sentence; each with its place."""
    found = compared(FORM, FORM.replace("$20", "$25"))
    (fact,) = found.facts
    assert (fact.kind, fact.fact) == ("changed", "pay")
    assert [e.quote for e in fact.old_evidence] == ["You will be paid $20 for each visit."]
    assert [e.quote for e in fact.new_evidence] == ["You will be paid $25 for each visit."]
    (stale,) = found.stale
    assert stale.statement.text == "You will be paid $20 for each visit."
    assert [e.quote for e in stale.now] == ["You will be paid $25 for each visit."]
    (passage,) = found.passages
    assert (passage.kind, passage.headings) == ("changed", ("Payment",))


def test_a_fact_that_comes_or_goes_is_told() -> None:
    """Null stands for the version that does not state it."""
    without = FORM.replace("You will be paid $20 for each visit.\n", "")
    (gone,) = compared(FORM, without).facts
    assert (gone.kind, gone.fact, gone.new) == ("removed", "pay", None)
    (come,) = compared(without, FORM).facts
    assert (come.kind, come.fact, come.old) == ("added", "pay", None)


def test_a_statement_is_stale_when_its_sentence_was_turned() -> None:
    """Its words still stand there, word for word; what stands around them says otherwise."""
    new = FORM.replace("You will be put", "It is not true that you will be put")
    reasons = {one.statement.text: one.reason for one in compared(FORM, new).stale}
    assert "around its words" in reasons["You will be put in a group by chance."]


def test_only_the_members_of_a_list_that_differ_appear_or_vanish() -> None:
    """And what concerns risks comes before all other passages."""
    old = MANY
    new = old.replace("hair loss and liver damage", "liver damage and pancreatitis")
    new = new.replace("read this form with care", "read this form slowly")
    found = compared(old, new)
    assert "risk" in found.passages[0].headings[0].lower()
    assert [one.old[:6] for one in found.passages] == ["The dr", "Please"]


LAYOUTS: dict[str, Callable[[str], str]] = {
    "bullets": lambda t: t.replace("\nYou ", "\n- You "),
    "numbers": lambda t: (
        t.replace("# R", "# 2. R").replace("# P", "# 3.1 P").replace("\nE", "\na) E")
    ),
    "pages": lambda t: t.replace("hair loss", "hair\floss").replace("angry.", "angry.\f"),
    "joined": lambda t: t.replace(".\nYou will not", ". You will not"),
    "split": lambda t: t.replace("in one year", "\nin one year").replace("visit to", "visit\nto"),
    "typography": lambda t: t.replace("own choice", "own\u00a0choice").replace("fi", "\ufb01"),
    "case": lambda t: t.replace("# Risks", "# RISKS"),
    "moved": lambda t: t.replace("Each visit takes about two hours of your day.\n", "").replace(
        "# Risks", "Each visit takes about two hours of your day.\n# Risks"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_is_no_change(layout: str) -> None:
    """Bullets, numbers, page and line breaks, joined paragraphs: the words are the same."""
    new = LAYOUTS[layout](MANY)
    assert new != MANY
    assert told(MANY, new) == []
    assert told(new, MANY) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_change_is_seen_through_another_layout(layout: str) -> None:
    """One number that changed is the one change that is told."""
    new = LAYOUTS[layout](MANY.replace("About 5 in 100", "About 15 in 100"))
    ((kind, old, now),) = told(MANY, new)
    assert kind == "changed"
    assert ("5 in 100" in old, "15 in 100" in now) == (True, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("5 mg", "50 mg"),
        ("5.0 mg", "50 mg"),
        ("-5 points", "5 points"),
        ("5%", "5"),
        ("$5", "5"),
        ("you may", "you may not"),
        ("< 5", "> 5"),
        ("1 in 1,000", "1 in 1,0000"),
        ("1 00", "10 0"),
    ],
)
def test_what_means_something_is_never_layout(old: str, new: str) -> None:
    """Digits, signs, currencies and small words are compared as they are."""
    assert bare(tokens_of(old)) != bare(tokens_of(new))
    text = "# Dose\nEach day the dose is {} for all of you.\n"
    assert [one[0] for one in told(text.format(old), text.format(new))] == ["changed"]


def test_only_marks_at_the_beginning_are_taken_off() -> None:
    """A number that counts something stays."""
    assert unmarked("1.2 Risks") == "Risks"
    assert unmarked("\u2022 a) Pain") == "Pain"
    for text in (
        "5 visits",
        "(555) 016-0100",
        "2.5 mg a day",
        "12 weeks",
        "1.",
        "A visit",
        "I agree",
    ):
        assert unmarked(text) == text


SENTENCES = MANY.replace("# ", "").strip().split("\n")


@given(st.lists(st.sampled_from(range(len(SENTENCES))), min_size=1, max_size=4, unique=True))
@settings(max_examples=60, deadline=None)
def test_whatever_is_taken_out_is_what_is_told(gone: list[int]) -> None:
    """No more and no less, in both directions."""
    left = [s for n, s in enumerate(SENTENCES) if n not in gone]
    assume(left)
    expected = tokens_of(" ".join(SENTENCES[n] for n in sorted(gone)))
    removed = told("\n".join(SENTENCES), "\n".join(left))
    added = told("\n".join(left), "\n".join(SENTENCES))
    assert {kind for kind, _, _ in removed} == {"removed"}
    assert tokens_of(" ".join(old for _, old, _ in removed)) == expected
    assert tokens_of(" ".join(new for _, _, new in added)) == expected


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    """And a text differs from itself in nothing."""
    assume(old.strip() and new.strip())
    assert told(old, old) == []
    assert told(new, new) == []
    for kind, before, after in told(old, new):
        assert (bool(before), bool(after)) == (kind != "added", kind != "removed")


def test_the_same_form_as_pdf_and_as_word_is_the_same(tmp_path: Path) -> None:
    """By the command line, over the bundled example; the JSON has the documented parts."""
    command = [sys.executable, "-m", "conspectus", "compare"]
    forms = [str(EXAMPLES / f"question_headings.{suffix}") for suffix in ("pdf", "docx")]
    target = tmp_path / "changes.json"
    env = environment(tmp_path)
    done = subprocess.run(
        [*command, *forms, "-o", str(target)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    data = json.loads(target.read_text())
    assert (data["same"], data["facts"], data["passages"]) == (True, [], [])
    missing = [*command, forms[0], str(tmp_path / "none.pdf")]
    assert subprocess.run(missing, env=env, capture_output=True, check=False).returncode == 3


def test_a_comparison_as_data_has_no_other_shape_than_documented() -> None:
    """Every part is there, and evidence has the shape of the report's."""
    data = comparison_data(compared(FORM, FORM.replace("$20", "$25")))
    assert [*data] == ["same", "old", "new", "risks", "facts", "stale", "passages"]
    assert data["facts"][0]["old_evidence"][0]["page"] == 1
    text = comparison_markdown(compared(FORM, FORM.replace("$20", "$25"))).decode()
    assert text.index("## Facts") < text.index("## Statements") < text.index("## Passages")
    assert "Old, page 1: \u201cYou will be paid $20 for each visit.\u201d" in text


def test_versions_are_compared_over_http(tmp_path: Path) -> None:
    """As files, as documents that were made, or one of each; in JSON or Markdown."""

    async def work(at: Door) -> None:
        async def post(*files: Any, **more: Any) -> Any:
            data = {"plugin_id": plugin.id, **more.pop("data", {})}
            return await at.client.post("/compare/", data=data, files=files, **more)

        old = ("old", ("v1.txt", FORM.encode()))
        new = ("new", ("v2.txt", FORM.replace("$20", "$25").encode()))
        answer = await post(new, old)
        assert answer.status_code == 200, answer.text
        found = answer.json()
        assert [(one["fact"], one["kind"]) for one in found["facts"]] == [("pay", "changed")]
        assert (found["old"]["name"], found["new"]["name"]) == ("v1.txt", "v2.txt")
        job = answer.headers["Content-Location"].split("/")[-3]
        ids = {"new": f"{job}-000000", "old": f"{job}-000001"}
        again = await post(("none", (None, "")), data=ids)
        assert again.status_code == 422
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        lines = "".join(
            f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{id_}\r\n'
            for name, id_ in ids.items()
        )
        again = await at.client.post("/compare/", content=f"{lines}--x--\r\n", headers=headers)
        assert again.json()["facts"] == found["facts"]
        mixed = await post(old, data={"new": ids["new"]}, headers={"Accept": "text/markdown"})
        assert "## Facts that changed" in mixed.text
        same = await post(old, data={"new": ids["old"]})
        assert same.json()["same"]
        for data, code in (
            ({"new": "nothing"}, "validation"),
            ({"new": f"{job}-000009"}, "unknown-job"),
            ({}, "validation"),
        ):
            assert (await post(old, data=data)).json()["code"] == code
        orders = len((await at.client.get("/jobs/")).json()["jobs"])
        assert orders == 3  # nothing was made for a pair that cannot be compared
        bad = await post(old, ("new", ("v2.txt", b"")))
        assert bad.json()["code"] == "empty"

    visit(tmp_path)(work)
