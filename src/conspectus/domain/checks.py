"""The declarative checks that a rule may be made of; each builder returns a `Decide`."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding, Severity
from conspectus.domain.readability import counted, measure, words
from conspectus.domain.rules import Decide
from conspectus.domain.source import Source
from conspectus.domain.wording import Phrase, Wording, plain, wording_of

_MOST = 5  # findings of one phrase in one text; the rest is counted
_LINE, _PAGE = 90, 45  # characters a line and lines a page of ordinary print


@dataclass(frozen=True, slots=True)
class Guard:
    """When a rule applies: the source says it (at least so often), or a fact is true."""

    any: tuple[re.Pattern[str], ...] = ()
    least: int = 1
    fact: str = ""

    def holds(self, facts: Facts, source: Source) -> bool:
        """Tell whether the rule applies to this source."""
        fact = facts.get(self.fact)
        if fact and fact.status == "stated" and fact.value is True:
            return True
        text, seen = wording_of(source).plain, 0
        for pattern in self.any:
            for _ in pattern.finditer(text):
                seen += 1
                if seen >= self.least:
                    return True
        return False


@dataclass(frozen=True, slots=True)
class Need:
    """A phrase that must be there; a fact of the source that is stated stands for it."""

    phrase: Phrase
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ban:
    """A phrase that must not be there, in some sections or in statements that cite some facts.

    `what` of the phrase says what is wrong with it and what to do.
    """

    phrase: Phrase
    section: tuple[re.Pattern[str], ...] = ()
    cites: frozenset[str] = frozenset()

    def covers(self, section: Section, statement: Statement | None) -> bool:
        """Tell whether the ban holds here; without a place it holds everywhere."""
        if not self.section and not self.cites:
            return True
        cited = statement is not None and not self.cites.isdisjoint(statement.facts)
        title = plain(section.title)
        return cited or any(pattern.search(title) for pattern in self.section)


def facts_cited(labels: Mapping[str, str], severity: Severity, unstated: Severity) -> Decide:
    """What the source states must be cited; `labels` say in words what each fact tells."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        cited = {name for _, statement in document.statements for name in statement.facts}
        for name, label in labels.items():
            fact = facts.get(name)
            if fact is None:
                message = f"This rule asks for a fact `{name}` that the plugin does not have."
                yield Finding("", severity, f"{message} Correct the rule.")
            elif fact.status == "rejected":
                message = f"An answer was found for {label}, but its words are not in the form"
                yield Finding("", unstated, f"{message}, so the summary leaves it out. Check it.")
            elif fact.status == "unstated":
                message = f"The form was not found to say {label}, so the summary cannot."
                yield Finding("", unstated, f"{message} Check whether it must be added to the form.")
            elif name not in cited:
                message = f"The form says {label}, but no statement of the summary rests on it."
                yield Finding("", severity, f"{message} Add one.")

    return decide


def sides_balanced(sides: Sequence[Collection[str]], most: float, severity: Severity) -> Decide:
    """Statements that cite the facts of either side must not be `most` times as long in all."""

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


def statements_say(needs: Sequence[Need], bans: Sequence[Ban], severity: Severity) -> Decide:
    """The document's statements (and titles) must hold the needs and none of the bans."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        whole = _worded(document.text)
        for need in needs:
            if not need.phrase.said(whole):
                message = f"The summary does not say {need.phrase.what}. Add a statement."
                yield Finding("", severity, message)
        for ban in bans:
            for section, statement, text in _texts(document):
                if not ban.covers(section, statement):
                    continue
                wording = _worded(text)
                for first, last in dict.fromkeys(ban.phrase.find(wording)):
                    message = f"{_quoted(text[first:last])} {ban.phrase.what}"
                    yield Finding(
                        "", severity, message, section.id, statement.id if statement else None
                    )

    return decide


def source_says(needs: Sequence[Need], bans: Sequence[Ban], severity: Severity) -> Decide:
    """The uploaded form must hold the needs and none of the bans."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        wording = wording_of(source)
        for need in needs:
            stated = any((f := facts.get(n)) and f.status == "stated" for n in need.facts)
            if not stated and not need.phrase.said(wording):
                message = f"The form was not found to say {need.phrase.what}."
                yield Finding("", severity, f"{message} Check it, and add this if it is missing.")
        for ban in bans:
            found = list(dict.fromkeys(ban.phrase.find(wording)))
            for first, last in found[:_MOST]:
                told = f"{wording.place(first)}: {_quoted(wording.text[first:last])}"
                yield Finding("", severity, f"{told} {ban.phrase.what}")
            if rest := found[_MOST:]:
                message = f"{len(rest)} more sentences of the form: {ban.phrase.what}"
                yield Finding("", severity, message)

    return decide


def length_within(fewest: int, most: int, pages: float, severity: Severity) -> Decide:
    """The document must have `fewest` to `most` words and never more than `pages` pages."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        total = len(words(document.text))
        lines = sum(-(-len(s.text) // _LINE) for _, s in document.statements)
        printed = (lines + 2 * len(document.sections)) / _PAGE
        if printed > pages:
            message = f"The summary fills about {printed:.1f} pages; more than {pages:g} are too many."
            yield Finding("", "error", f"{message} Leave out what the form can tell.")
        elif total > most:
            message = f"The summary has {total} words, more than {most}: it is no longer concise."
            yield Finding("", severity, f"{message} Leave out what the form can tell.")
        elif total < fewest:
            message = f"The summary has {total} words, fewer than {fewest}: key information may be"
            yield Finding("", severity, f"{message} missing. See the omission ledger.")

    return decide


def reads_easily(warn: float, fail: float, mean: float, longest: float) -> Decide:
    """The Flesch-Kincaid grade warns above `warn` and fails above `fail`; sentences warn."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        measured = measure(document.text)
        grade, average = measured.flesch_kincaid_grade, measured.mean_sentence_words
        if grade > warn:
            told = f"The summary reads at school grade {grade:g} (Flesch-Kincaid)"
            limit = f"above {fail:g}, too hard" if grade > fail else f"above {warn:g}"
            message = f"{told}, {limit}. Use shorter sentences and everyday words."
            yield Finding("", "error" if grade > fail else "warning", message)
        if average > mean:
            message = f"Sentences have {average:g} words on average, more than {mean:g}. Split some."
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
            message = f"{told} more than {longest:g} words; the longest has {length}: {_quoted(text)}"
            yield Finding("", "warning", f"{message} Split it.", where, which)

    return decide


def language_among(languages: Collection[str], severity: Severity) -> Decide:
    """The source must be written in one of the languages (ISO 639-1); unknown passes."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        if source.language is not None and source.language not in languages:
            told = f"The form is written in the language \u201c{source.language}\u201d"
            message = f"{told}, but is read as {' or '.join(languages)}. Upload another version."
            yield Finding("", severity, message)

    return decide


def _texts(document: Document) -> Iterator[tuple[Section, Statement | None, str]]:
    for section in document.sections:
        yield section, None, section.title
        for statement in section.statements:
            yield section, statement, statement.text


@lru_cache(maxsize=512)
def _worded(text: str) -> Wording:
    return Wording(text, plain(text))


def _quoted(text: str, most: int = 160) -> str:
    shown = text if len(text) <= most else text[: text.rfind(" ", 0, most)] + " \u2026"
    return f"\u201c{shown}\u201d"
