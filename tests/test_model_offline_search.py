"""The offline model searches only where a search can matter, and misses nothing by it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from conspectus.adapters.model_offline.cues import Matcher
from conspectus.adapters.model_offline.homes import Homes
from conspectus.adapters.model_offline.index import LiteralIndex, among, each
from conspectus.adapters.model_offline.sheet import Sentence, Texts
from conspectus.adapters.model_offline.vocabulary import NONE, Vocabulary
from conspectus.domain.facts import Cue

WORDS = ("pay", "paid", "the study", "a", "of", "studies", "$20", "risk_of", "out of", "1 in 10")
PATTERNS = (
    r"paid?\b",
    r"\bstudy|\brisks?\b",
    r"out of \w+",
    r"\$\d+",
    r"\ba\b",
    r"the stud",
    "zzz",
)

texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), min_size=1, max_size=8)
weights = st.sampled_from((-0.3, 0.1, 0.2, 0.4, 1.0, 1.6))
cues = st.lists(st.builds(Cue, st.sampled_from(PATTERNS), weights), max_size=5, unique=True)


@given(texts, cues, st.sampled_from((-1.0, 0.0, 0.3, 0.6, 1.0, 2.0)))
def test_bounds_leave_out_no_text_that_weighs_enough(
    texts: list[str], cues: list[Cue], least: float
) -> None:
    """What is left out before the search, and within it, weighs less than what is asked for."""
    plain = Matcher(Texts(texts)).weigh(cues, (1 << len(texts)) - 1)
    enough = {index: weight for index, weight in plain.items() if weight >= least}
    matcher = Matcher(Texts(texts, Vocabulary(PATTERNS)))
    likely = matcher.reaching(cues, least, (1 << len(texts)) - 1)
    found = dict(matcher.reached(cues, dict.fromkeys(each(likely), least)))
    assert {index: weight for index, weight in found.items() if weight >= least} == enough


@given(texts, st.sampled_from(PATTERNS))
def test_one_text_is_searched_as_all_are(texts: list[str], pattern: str) -> None:
    """The first match in a text does not depend on how many texts are asked for."""
    matcher, other = Matcher(Texts(texts)), Matcher(Texts(texts))
    one_by_one = {n: hit.span() for n in range(len(texts)) if (hit := other.hit(pattern, n))}
    assert {n: hit.span() for n, hit in matcher.hits(pattern).items()} == one_by_one
    assert among(one_by_one) == matcher.matching(pattern)


@given(texts, st.sampled_from(("pay", "a", " of", "of ", "t of ", "$", "_", "out of", "s/he", "0")))
def test_a_vocabulary_changes_no_set_of_texts(texts: list[str], literal: str) -> None:
    """A literal is found in the texts that contain it, with a vocabulary or without."""
    held = [number for number, text in enumerate(texts) if literal in text]
    known = Vocabulary([re.escape(literal), r"paid?", "out of"])
    for vocabulary in (NONE, known):
        assert list(each(LiteralIndex(texts, vocabulary).holding(literal))) == held


def test_the_innermost_heading_counts_most_and_one_that_is_away_excludes() -> None:
    """Sentences stand at home, under an outer home heading, elsewhere, or away."""
    home = (("Risks",), ("Risks", "Blood"), ("Costs",), ("Risks", "Costs"))
    paths = (*home, ("Other",), ("Dates",), ("Help",), ("End",))
    sentences = [Sentence(n, n + 1, "paragraph", "x", "x", path) for n, path in enumerate(paths)]
    places = Homes(sentences, NONE).places(("risks?",), ("costs",))
    assert [(worth, list(each(found))) for worth, found in places if found] == [
        (1.5, [0]),
        (0.6, [1]),
        (0.0, [4, 5, 6, 7]),
    ]


def test_a_letter_without_the_home_of_a_question_is_home_everywhere() -> None:
    """Where there are few headings and none is home, every sentence is worth something."""
    sentences = [
        Sentence(0, 1, "paragraph", "x", "x", ()),
        Sentence(1, 2, "item", "x", "x", ("A",)),
    ]
    homeless = dict(Homes(sentences, NONE).places(("risks?",), ()))
    assert list(each(homeless[0.6])) == [0, 1]
    assert list(each(dict(Homes(sentences, NONE).places((), ()))[0.0])) == [0, 1]
