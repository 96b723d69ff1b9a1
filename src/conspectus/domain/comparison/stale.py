"""Statements of the old document that the later version of the form does not bear as it did."""

from collections.abc import Iterable, Iterator, Mapping

from conspectus.domain.claims.check import check_claim
from conspectus.domain.comparison.comparison import FactChange, Stale, Version, beside, stands
from conspectus.domain.comparison.passage_changes import PassageChange
from conspectus.domain.comparison.passage_units import runs
from conspectus.domain.document import Statement
from conspectus.domain.facts import Fact
from conspectus.domain.source import Evidence, Source, grouped, quoted_words
from conspectus.domain.surroundings import sentences_with
from conspectus.domain.text.tokens import tokens_of, unmarked


def stale_statements(
    old: Version,
    new: Version,
    facts: Iterable[FactChange],
    passages: Iterable[PassageChange],
) -> Iterator[Stale]:
    """Yield statements whose quotes are gone, whose fact changed, or whose context did."""
    changed = {one.fact for one in facts if _whole(one, old.report.facts)}
    told = list(passages)
    for section, statement in old.report.document.statements:
        if not statement.evidence:
            continue
        now = beside(statement.evidence, told)
        if not all(_bears(group, statement, old, new) for group in grouped(statement.evidence)):
            reason = "Its words are not in the later version."
            if now and not check_claim(statement.text, quoted_words(now), strict=True):
                reason = "Its quote has changed; what stands there now seems to bear it out."
        elif fact := next((name for name in statement.facts if name in changed), None):
            reason = f"The fact \u201c{fact}\u201d has changed."
        elif against := _against(statement, old.source, new.source):
            reason = f"What stands around its words has changed: {against}"
        else:
            continue
        yield Stale(section.title, statement, reason, now)


def _whole(change: FactChange, facts: Mapping[str, Fact]) -> bool:
    """Tell whether no part of a fact stands by itself: it has but one, or says yes or no."""
    return change.kind == "removed" or len(facts[change.fact].parts) < 2


def _bears(group: tuple[Evidence, ...], statement: Statement, old: Version, new: Version) -> bool:
    """Tell whether a quote stands in the later version; one of a running header, its claim."""
    if stands(group, new.source):
        return True
    if not all(runs(passage) for piece in group for passage in old.source.holders(piece)):
        return False
    running = [passage.text for passage in new.source.passages if runs(passage)]
    return not check_claim(statement.text, running, strict=True)


def _against(statement: Statement, old: Source, new: Source) -> str:
    """Return what speaks against a statement in the sentences that hold its words now."""
    groups = grouped(statement.evidence)
    for group in groups:
        (quote,) = quoted_words(group)
        others = quoted_words([piece for other in groups if other is not group for piece in other])
        was = {
            tokens_of(sentence)
            for passage in old.holders(group[0])
            for sentence in sentences_with(quote, passage.text)
        }
        for sentence in _sentences(quote, new) if was else ():
            if tokens_of(sentence) not in was:
                for finding in check_claim(statement.text, [sentence, *others], strict=True):
                    return finding.message
    return ""


def _sentences(quote: str, source: Source) -> Iterator[str]:
    """Yield the whole sentences around the first place of a quote."""
    found = source.locate(unmarked(quote))
    for words in quoted_words(found):
        for passage in source.holders(found[0]):
            yield from sentences_with(words, passage.text)
