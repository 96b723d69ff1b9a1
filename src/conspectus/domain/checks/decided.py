"""Checks of what a document cites, how long it is and how it reads; each makes a `Decide`."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from conspectus.domain.checks.wording import quoted
from conspectus.domain.document import Document
from conspectus.domain.facts import Fact, Facts
from conspectus.domain.findings import Finding, Severity
from conspectus.domain.rules import Decide
from conspectus.domain.source import Source
from conspectus.domain.text.readability import counted, measure, words

_LINE, _PAGE = 90, 45  # characters a line and lines a page of ordinary print


def facts_cited(labels: Mapping[str, str], severity: Severity, unstated: Severity) -> Decide:
    """Ask that what the source states is cited; `labels` say in words what each fact tells."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        cited = {name for _, statement in document.statements for name in statement.facts}
        for name, label in labels.items():
            fact = facts.get(name)
            if fact is None:
                message = f"This rule asks for a fact `{name}` that the plugin does not have."
                yield Finding("", severity, f"{message} Correct the rule.")
            elif fact.status == "rejected":
                message = f"An answer was found for {label}, but its words are not in the source"
                yield Finding("", unstated, f"{message}, so the summary leaves it out. Check it.")
            elif fact.status == "unstated":
                message = f"The source was not found to say {label}, so the summary cannot."
                yield Finding(
                    "", unstated, f"{message} Check whether it must be added to the source."
                )
            elif name not in cited and not _quoted(fact, document):
                message = f"The source says {label}, but no statement of the summary rests on it."
                yield Finding("", severity, f"{message} Add one.")

    return decide


def _quoted(fact: Fact, document: Document) -> bool:
    """Tell whether a statement that cites another fact rests on one of the same quotes."""
    quotes = {e for _, statement in document.statements for e in statement.evidence}
    return not quotes.isdisjoint(fact.evidence)


def sides_balanced(sides: Sequence[Collection[str]], most: float, severity: Severity) -> Decide:
    """Ask that no side's statements (by the facts they cite) are over `most` times the other's."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        lengths = [
            sum(len(words(s.text)) for _, s in document.statements if not side.isdisjoint(s.facts))
            for side in map(frozenset, sides)
        ]
        if 0 < min(lengths) * most < max(lengths):
            told = " against ".join(f"{length} words" for length in lengths)
            message = f"The reasons for and against taking part are out of balance ({told})."
            yield Finding("", severity, f"{message} Shorten the one or say more of the other.")

    return decide


def length_within(fewest: int, most: int, pages: float, severity: Severity) -> Decide:
    """Ask for `fewest` to `most` words, and fail the document above `pages` printed pages."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        total = len(words(document.text))
        lines = sum(-(-len(s.text) // _LINE) for _, s in document.statements)
        printed = (lines + 2 * len(document.sections)) / _PAGE
        if printed > pages:
            message = (
                f"The summary fills about {printed:.1f} pages; more than {pages:g} are too many."
            )
            yield Finding("", "error", f"{message} Leave out what the source can tell.")
        elif total > most:
            message = f"The summary has {total} words, more than {most}: it is no longer concise."
            yield Finding("", severity, f"{message} Leave out what the source can tell.")
        elif total < fewest:
            message = f"The summary has {total} words, fewer than {fewest}: key information may be"
            yield Finding("", severity, f"{message} missing. See the omission ledger.")

    return decide


def reads_easily(warn: float, fail: float, mean: float, longest: float) -> Decide:
    """Warn above the grade `warn`, fail it above `fail`; warn of the lengths of sentences."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        measured = measure(document.text)
        grade, average = measured.flesch_kincaid_grade, measured.mean_sentence_words
        if grade > warn:
            told = f"The summary reads at school grade {grade:g} (Flesch-Kincaid)"
            limit = f"above {fail:g}, too hard" if grade > fail else f"above {warn:g}"
            message = f"{told}, {limit}. Use shorter sentences and everyday words."
            yield Finding("", "error" if grade > fail else "warning", message)
        if average > mean:
            message = (
                f"Sentences have {average:g} words on average, more than {mean:g}. Split some."
            )
            yield Finding("", "warning", message)
        long = [
            (length, section.id, statement.id, statement.text[start:end])
            for section, statement in document.statements
            for start, end, length in counted(statement.text)
            if length > longest
        ]
        if long:
            length, where, which, text = max(long, key=lambda item: item[0])
            told = f"{len(long)} sentence{'s have' if len(long) > 1 else ' has'}"
            message = (
                f"{told} more than {longest:g} words; the longest has {length}: {quoted(text)}"
            )
            yield Finding("", "warning", f"{message} Split it.", where, which)

    return decide


def language_among(languages: Collection[str], severity: Severity) -> Decide:
    """Ask for a source in one of the languages (ISO 639-1); an unknown one passes."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        if source.language is not None and source.language not in languages:
            told = f"The source is written in the language \u201c{source.language}\u201d"
            message = f"{told}, but is read as {' or '.join(languages)}. Upload another version."
            yield Finding("", severity, message)

    return decide
