"""The evidence guard: nothing that the source does not bear out becomes a fact."""

import asyncio

from conspectus.domain.request import Answer, Citation, Claim, Reply
from conspectus.pipeline.extract import ask, extract, facts_of
from conspectus.testing import ScriptedModel, text_source
from plugins import FORM, plugin

SOURCE = text_source(FORM)


def _facts(*replies: Reply):
    return facts_of(Answer(replies), SOURCE, plugin)


def _extract_of(words: str) -> int:
    return next(p.number for p in SOURCE.passages if words in p.text)


def test_a_claim_whose_quote_is_found_is_stated_with_its_page() -> None:
    """The fact carries the words and the page they stand on."""
    citation = Citation(_extract_of("$20"), "You will be paid $20 for each visit.")
    fact = _facts(Reply("pay", (Claim("You will be paid $20 for each visit.", (citation,)),)))[
        "pay"
    ]
    assert fact.status == "stated"
    assert fact.value == "You will be paid $20 for each visit."
    assert [(e.page, e.quote) for e in fact.evidence] == [(1, citation.quote)]


def test_a_claim_whose_quote_is_nowhere_is_rejected() -> None:
    """A made-up quote makes the fact rejected, and its value is gone."""
    citation = Citation(1, "You will be paid $500 for each visit.")
    fact = _facts(Reply("pay", (Claim("You will be paid $500.", (citation,)),)))["pay"]
    assert (fact.status, fact.value, fact.evidence) == ("rejected", None, ())


def test_a_claim_that_says_more_than_its_quote_is_rejected() -> None:
    """A true quote does not carry a changed number."""
    citation = Citation(_extract_of("$20"), "You will be paid $20 for each visit.")
    fact = _facts(Reply("pay", (Claim("You will be paid $200 for each visit.", (citation,)),)))[
        "pay"
    ]
    assert (fact.status, fact.value) == ("rejected", None)


def test_of_several_claims_only_the_borne_out_ones_stay() -> None:
    """A list keeps its good items and loses the others."""
    number = _extract_of("bleeding")
    good = Claim("pain", (Citation(number, "You may feel pain or have some bleeding."),))
    bad = Claim("death", (Citation(number, "You may feel pain or have some bleeding."),))
    assert _facts(Reply("harms", (good, bad)))["harms"].value == ("pain",)


def test_a_question_without_an_answer_is_unstated() -> None:
    """Silence of the model is an unstated fact, not an error."""
    assert _facts()["pay"].status == "unstated"


def test_a_boolean_without_evidence_is_what_silence_means() -> None:
    """A true without a quote does not count."""
    fact = _facts(Reply("chance", (), True))["chance"]
    assert (fact.value, fact.status) == (False, "unstated")


def test_a_citation_of_a_passage_that_does_not_exist_is_looked_for_everywhere() -> None:
    """A wrong passage number does not lose a true quote."""
    citation = Citation(99, "You will be paid $20 for each visit.")
    fact = _facts(Reply("pay", (Claim(citation.quote, (citation,)),)))["pay"]
    assert fact.status == "stated"


def test_the_request_numbers_passages_from_one_and_holds_no_page() -> None:
    """An insertion elsewhere changes no passage but its number."""
    request = ask(SOURCE, plugin)
    assert [e.number for e in request.extracts] == list(range(1, len(SOURCE.passages) + 1))
    assert not hasattr(request.extracts[0], "spans")


def test_the_model_is_asked_once_for_everything() -> None:
    """The offline path is one request, however many questions there are."""
    model = ScriptedModel({})
    asyncio.run(extract(SOURCE, plugin, model))
    assert len(model.asked) == 1


def test_a_short_quote_is_widened_to_its_lines() -> None:
    """A single short word proves nothing; the lines around it can be found again."""
    source = text_source("# Risks\n- pain\n- infection of the skin\n")
    (piece,) = source.locate("pain", source.passages[1], 8)
    assert piece.quote == "pain\n- infection of the skin"
    (last,) = text_source("Here is some text.\n- pain").locate("pain", None, 8)
    assert last.quote.endswith("pain")
    assert last.quote != "pain"


def test_a_short_piece_over_a_page_break_is_widened_away_from_the_break() -> None:
    """The end of the sentence on the second page is told with the words that follow it."""
    text = "# Groups\nWe choose by chance, like flipping a\n\fcoin. Both groups are equal.\n"
    first, second = text_source(text).locate("We choose by chance, like flipping a coin.", None, 8)
    assert first.quote == "We choose by chance, like flipping a"
    assert second.quote == "coin. Both groups are equal."
    text = "# Groups\nAll of us choose. By\n\fchance you are put in a group.\n"
    first, second = text_source(text).locate("By chance you are put in a group.", None, 8)
    assert first.quote == "All of us choose. By"
    assert second.quote == "chance you are put in a group."
