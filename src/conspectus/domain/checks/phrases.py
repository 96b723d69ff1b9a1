"""Phrases that a text must hold or must not hold, and the checks made of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from conspectus.domain.checks.wording import Wording, plain, quoted, wording_of
from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding, Severity
from conspectus.domain.rules import Decide
from conspectus.domain.source import Source
from conspectus.domain.text.counting import counted
from conspectus.domain.text.search import Search

_MOST = 5  # sentences of the source named for one phrase; the rest is counted


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that a text may say, in any of several wordings.

    `what` names it in a message. A match does not count in a sentence that one of `unless` matches.
    """

    what: str
    any: tuple[Search, ...]
    unless: tuple[Search, ...] = ()

    def find(self, wording: Wording) -> Iterator[tuple[int, int]]:
        """Yield the sentences that say it, as offsets; one may come more than once."""
        for search in self.any:
            for match in search.all(wording.plain):
                start, end = match.span()
                if wording.plain.find("\n", start, end) >= 0:
                    continue
                first, last = wording.sentence(start)
                sentence = wording.plain[first:last]
                if not any(sentence in exception for exception in self.unless):
                    yield first, last

    def said(self, wording: Wording) -> bool:
        """Tell whether the text says it."""
        return next(self.find(wording), None) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Guard:
    """When a rule applies: the source says one of `any`, or one of `often` so many times.

    It applies too when the fact is true. A guard equals only itself.
    """

    any: tuple[Search, ...] = ()
    often: tuple[Search, ...] = ()
    least: int = 3
    fact: str = ""

    def holds(self, facts: Facts, source: Source) -> bool:
        """Tell whether the rule applies to this source."""
        fact = facts.get(self.fact)
        if fact and fact.status == "stated" and fact.value is True:
            return True
        wording = wording_of(source)
        if self not in wording.guarded:
            wording.guarded[self] = self._said(wording.plain)
        return wording.guarded[self]

    def _said(self, text: str) -> bool:
        if any(text in search for search in self.any):
            return True
        seen = (match for search in self.often for match in search.all(text))
        return next(islice(seen, self.least - 1, None), None) is not None


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
    section: tuple[Search, ...] = ()
    cites: frozenset[str] = frozenset()

    def covers(self, section: Section, statement: Statement | None) -> bool:
        """Tell whether the ban holds here; without a place it holds everywhere."""
        if not self.section and not self.cites:
            return True
        cited = statement is not None and not self.cites.isdisjoint(statement.facts)
        title = plain(section.title)
        return cited or any(title in search for search in self.section)


def statements_say(needs: Sequence[Need], bans: Sequence[Ban], severity: Severity) -> Decide:
    """Ask that the statements hold the needs, and they and the titles none of the bans."""

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
                    message = f"{quoted(text[first:last])} {ban.phrase.what}"
                    yield Finding(
                        "", severity, message, section.id, statement.id if statement else None
                    )

    return decide


def source_says(needs: Sequence[Need], bans: Sequence[Ban], severity: Severity) -> Decide:
    """Ask that the source holds the needs and none of the bans."""

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        wording = wording_of(source)
        for need in needs:
            stated = any((f := facts.get(n)) and f.status == "stated" for n in need.facts)
            if not stated and not need.phrase.said(wording):
                message = f"The source was not found to say {need.phrase.what}."
                yield Finding("", severity, f"{message} Check it, and add this if it is missing.")
        for ban in bans:
            found = list(dict.fromkeys(ban.phrase.find(wording)))
            for first, last in found[:_MOST]:
                told = f"{wording.place(first)}: {quoted(wording.text[first:last])}"
                yield Finding("", severity, f"{told} {ban.phrase.what}")
            if rest := found[_MOST:]:
                message = f"{counted(len(rest), 'more sentence')} of the source: {ban.phrase.what}"
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
