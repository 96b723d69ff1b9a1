"""Where in a form risks stand: under which headings, and in which columns of a table."""

import re
from collections import deque
from collections.abc import Collection, Iterator

from conspectus.domain.facts import Facts
from conspectus.domain.source import Passage, Source
from conspectus.domain.text.searching import small
from conspectus.domain.text.sentences import split
from conspectus.domain.text.titles import run_in_titles
from conspectus.plugins.informed_consent_ki.denials import denied
from conspectus.plugins.informed_consent_ki.likely_risks import LikelyRisks
from conspectus.plugins.informed_consent_ki.questions import risk_frame, topics
from conspectus.plugins.informed_consent_ki.risk_trust import Place, Trust

_ONLY = (
    r"^\W*(?:\w+ ){0,2}?(?:problems?|troubles?|safety|harms?|warnings?|dangers?|cautions?)\W*$"
    r"|^\W*(?:\d+\W+)?(?:(?:very|less|more|most|not so|rare but) )*serious\W*(?:$|ones?\b"
    r"|effects?\b"
    r"|problems?\b|reactions?\b)|\bmay not happen|\b(?:bother|hurt) (?:me|you|us|him|her)"
    r"|^(?!.*(?:data|information|samples?|results?|visit)).*\bwhat (?:\w+ )?(?:could|might|may|can)"
    r" happen|(?:may|might|could|can) do to (?:me|you|us|him|her|your)|what may come of"
    r"|^(?=.*\bsafety\b)(?!.*(?:monitor|board|committee|purpose|oversight))"
)
_NEAR = small(
    r"^\W*(?:\d+\W+)?(?:study |treatment )?(?:group|arm|cohort)s? (?:\d|[a-z]\b|one|two|three|four)"
    r"|^\W*for (?:everyone|everybody|all (?:groups|arms|participants))|\bnotes? (?:to|on|about)\b"
    r"|(?:think|know|know more|talk) about\W*$|(?:taking )?other (?:pills|medicines|drugs)\W*$",
)
_RISK = small("|".join((*topics.RISKS, _ONLY)))
_HOME = small("|".join(risk_frame.HOME))
_BENEFITS = small("|".join(topics.BENEFITS) + r"|\bgood\b|\bgains?\b|merits?\b|upside")
_OPTIONAL = small("|".join(topics.OPTIONAL))
_NO_HOME = small(
    "|".join((*topics.SIGNATURES, *topics.RECORDS)) + r"|\binjur(?!.*risk)|\bcosts?\b|compensat",
)
"""A heading under which no risk of taking part stands."""

_NO_RISK = small("|".join((*topics.RECORDS, *topics.PRIVACY, *topics.SHARING, *topics.INJURY)))
"""A heading that a mistaken main risk does not make one of risks."""

_NO_PLACE = small(
    "|".join((*risk_frame.AWAY, *topics.PURPOSE, *topics.WHO, *topics.JOINING, *topics.ABOUT))
    + r"|\b(?:not|never) (?:been )?(?:seen|happened|known|for)\b|\bof not\b",
)
"""A heading under which harms are of a disease, another choice or an injury paid for."""

_DESIGN = small(
    r"\bsample size|statistic|\bpower (?:to|for|of)\b|estimated power|\brisk (?:prediction|factors?"
    r"|models?|scores?|groups?|assessment(?!.*benefit))|relative risk|\bdefinitions? of",
)
"""A heading under which risk is what is studied or defined."""

_LESSENED = small(r"^\W*(?:these|the|all) risks?\b.*\b(?:minimi[sz]|lessen|reduc)")
"""A heading under which risks are made less, and some are named by the way."""

_COLUMN = small(
    r"\b(?:may|might|could|can) (?:come|do|happen|go wrong|cause|feel)|\brisks?\b|\bharms?\b"
    r"|side.?effects?|^effects?$|how (?:bad|serious|grave)|\bbad\b|danger|problems?\b|discomfort"
    r"|hazard|complication|adverse|reactions?\b|symptoms?$",
)
"""The head of a column that holds harms."""

_OTHER_COLUMN = small(
    r"what (?:is|we|you) (?:do\b|done|will)|\b(?:tests?|procedures?|visits?|when|how (?:often|many"
    r"|long)|number|dose|time|weeks?|days?|activit\w+)\b",
)
"""The head of a column that holds something else beside one of harms."""


OPENER_WORDS = 10
"""A passage that opens with so few words about risks is headed by them."""


_READ: deque["Places"] = deque(maxlen=2)
"""The forms that were read last: each is read for the document, then for the ledger."""


def places_of(source: Source, facts: Facts) -> "Places":
    """Return the places of a form, in which these facts were found."""
    fact = facts.get("key_risks")
    quotes = {" ".join(piece.quote.split()) for piece in fact.evidence} if fact else set()
    for places in tuple(_READ):
        if places.source is source and places.quotes == quotes:
            return places
    _READ.append(places := Places(source, quotes))
    return places


class Places:
    """The places of one form: its headings, and those under which its main risks were found.

    `quotes` are of its main risks.
    """

    def __init__(self, source: Source, quotes: Collection[str] = ()) -> None:
        self.source, self.quotes = source, quotes
        self._known: dict[tuple[str, ...], tuple[Place | None, Trust]] = {}
        self._said: dict[tuple[str, str], bool] = {}
        self._columns: dict[tuple[tuple[str, ...], int, Trust], Trust] = {}
        held = {
            passage.headings[-1]
            for passage in source.passages
            if passage.headings and any(quote in passage.text for quote in quotes)
        }
        self._found = {heading for heading in held if not self._says(_NO_RISK, heading)}
        self._opened = dict(_openings(source))
        self._likely = LikelyRisks(source.passages, self.headings, self.begins)
        self._untitled = not any(
            self._says(_RISK, heading)
            for passage in source.passages
            for heading in (
                *self.headings(passage),
                passage.text if passage.kind == "heading" else "",
            )
        )

    def of(self, passage: Passage) -> tuple[Place | None, Trust]:
        """Return where a passage stands, and how far its headings are trusted to be of risks.

        The place is None where no risk of taking part can stand.
        """
        headings = self.headings(passage)
        if headings not in self._known:
            trust = self._trust(headings)
            self._known[headings] = self._place(headings, trust), trust
        place, trust = self._known[headings]
        if place == "elsewhere" and self._untitled and self._announces(passage.text):
            return "risks", "home"
        return place, trust

    def likely(self, passage: Passage, text: str) -> Trust | None:
        """Return how far a sentence, item or row is trusted by itself to be a risk, if it is."""
        if any(self._says(_DESIGN, heading) for heading in self.headings(passage)):
            return None
        return self._likely.trust(passage, text)

    def headings(self, passage: Passage) -> tuple[str, ...]:
        """Return the headings above, the last one of which may run into a paragraph."""
        title, _ = self._opened.get(id(passage), ("", 0))
        if not title:
            return passage.headings
        *above, leaf = passage.headings or ("",)
        return (*above, *(() if leaf.isupper() or not leaf else (leaf,)), title)

    def begins(self, passage: Passage) -> int:
        """Return where the text behind a title begins that runs into a passage, 0 without one."""
        return self._opened.get(id(passage), ("", 0))[1]

    def _announces(self, text: str) -> bool:
        """Tell whether several sentences open with one that says that there are risks."""
        cuts = split(text)
        opening = text[slice(*cuts[0])].lower() if len(cuts) > 1 else ""
        return (
            0 < len(opening.split()) <= OPENER_WORDS
            and self._says(_HOME, opening)
            and not self._says(_NO_RISK, opening)
            and not denied(opening.rstrip(" .?!:"))
        )

    def _place(self, headings: tuple[str, ...], trust: Trust) -> Place | None:
        if any(self._says(_NO_HOME, heading) for heading in headings):
            return None
        if any(self._says(_OPTIONAL, heading) for heading in headings):
            return "optional"
        if trust in ("sure", "home"):
            return "risks"
        leaf = headings[-1] if headings else ""
        return (
            None if self._says(_NO_PLACE, leaf) and not self._says(_BENEFITS, leaf) else "elsewhere"
        )

    def _trust(self, headings: tuple[str, ...]) -> Trust:
        leaf = headings[-1] if headings else ""
        away = self._says(_NO_PLACE, leaf)
        if any(self._says(_DESIGN, heading) for heading in headings):
            return "far"
        if any(self._says(_RISK, heading) for heading in headings):
            if self._says(_RISK, leaf) and not self._says(_LESSENED, leaf):
                return "sure"
            if self._says(_BENEFITS, leaf) and not self._says(_LESSENED, leaf):
                return "far"
            return "home" if away or self._says(_LESSENED, leaf) else "sure"
        if leaf in self._found or (not away and any(self._says(_HOME, h) for h in headings[-2:])):
            return "home"
        if any(self._says(_OPTIONAL, heading) for heading in headings):
            return "aside"
        return "near" if self._says(_NEAR, leaf) and not away else "far"

    def column_trust(self, heads: tuple[str, ...], number: int, whole: Trust) -> Trust:
        """Tell how far one column of a table is trusted, by its head and the headings above."""
        key = heads, number, whole
        if key not in self._columns:
            self._columns[key] = self._column(*key)
        return self._columns[key]

    def _column(self, heads: tuple[str, ...], number: int, whole: Trust) -> Trust:
        if not any(self._says(_COLUMN, head) for head in heads):
            return whole
        if self._says(_COLUMN, heads[number]):
            return "sure"
        return "far" if self._says(_OTHER_COLUMN, heads[number]) else whole

    def heads_rows(self, head: str) -> bool:
        """Tell by its head whether a first column names what the cells beside it speak of."""
        return self._says(_COLUMN, head) or self._says(_OTHER_COLUMN, head)

    def _says(self, pattern: re.Pattern[str], heading: str) -> bool:
        key = pattern.pattern, heading
        if key not in self._said:
            self._said[key] = pattern.search(heading.lower()) is not None
        return self._said[key]


def _openings(source: Source) -> Iterator[tuple[int, tuple[str, int]]]:
    """Yield what stands under titles that run into paragraphs, and where its text begins."""
    passages = source.passages
    ends = run_in_titles([p.text if p.kind == "paragraph" else "" for p in passages])
    title = ""
    for passage, end in zip(passages, ends, strict=True):
        title = "" if passage.kind == "heading" else passage.text[:end].strip() or title
        if title:
            yield id(passage), (title, end)
