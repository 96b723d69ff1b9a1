"""Cutting a stretch of a sentence down to the words around a match, never changing one."""

import re
from dataclasses import dataclass, replace

from conspectus.adapters.model_offline.members import halves, marks, unclosed
from conspectus.adapters.model_offline.trim import SPEAKER

MOST_WORDS, SHORT_WORDS = 13, 16
"""A cut phrase is no longer; a sentence of so few words stands as it is."""

GROUP_WORDS, LISTED_WORDS = 10, 5
"""A member of a list is told with its neighbours up to so many words if it has at most so many."""

_ENUMERATOR = re.compile(
    r"^\s*(?:[\u2022\u25aa\u25cf\u25cb\u25e6\uf0b7\uf0a7\u2610-\u2612\-\u2013\u2014*]\s*)*"
    r"(?:\(?(?:\d{1,2}(?:\.\d+)*|[a-zA-Z]|[ivx]{1,4})[.)]\s+|[A-Z]?\d{1,2}(?:\.\d{1,2})+\s+|"
    r"\d{1,2} [\u2013-] \d{1,2}\s+(?=[A-Z]))?"
)
_REFERENCE = re.compile(
    r"\s*\((?:[^()]*\b(?:see|refer to|section|page|below|above)\b[^()]*)\)"
    r"|,? (?:listed|described|shown|explained|given|named) (?:in (?:section|part|table)\b"
    r".*?(?=[.,;](?:\s|$)|$)|above|below)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:side effects? (?:[\w,-]+ ){0,8}?(?:is|are|was|were)|"
    r"risks? (?:[\w,-]+ ){0,6}?(?:is|are)|"
    r"risks? (?:of|in|from|to|with) (?:[\w-]+ ){7,18}?(?:is|are)(?= (?:that|the|an?|loss|breach|"
    r"potential|possible)\b)|include[sd]?|including|causes?|causing|such as|"
    r"have(?! (?:been|\w+ed)\b)|having|had|gets?|getting|feel|feeling|experienc(?:e[sd]?|ing)|"
    r"result(?:s|ed|ing)? in|leads? to|led to|risks? of|risk for|chances? of|possibility of|"
    r"develop|associated with|"
    r"related to|due to|for example|"
    r"there (?:is|are|may be)(?= (?:also )?(?:an?|the) (?:\w+ )?(?:risk|chance|possibility) that)|"
    r"receive|(?:be )?given|undergo|complete|perform|asked (?:to|for)|need to|"
    r"you will(?: come (?:in )?for)?|(?:assigned|randomi[sz]ed)(?: \([^)]*\))? to|we will|"
    r"suffer from|seen with)"
    r"(?:\s+(?:also|have|a(?! (?:few|lot|couple|number|little|small)\b)|an|the|"
    r"some|any|to|take|get|receive|undergo|be|given|do|side effects?|"
    r"like))*\b[\s:]*",
    re.IGNORECASE,
)
OURS = "we will"
"""What is not cut from the front: what the study team does is nothing for the reader to do."""

_WHEN = re.compile(r"^(?:during|at|on|between|from|before|after)\b[^,]{2,60},\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\((?![^()]*(?:%|\d (?:in|of|out of) ))[^()]*\)")
_TURN = re.compile(
    r"\s*(?:,\s*(?:which|but|so|because|especially|who|where|while|though|as|"
    r"and (?:one|you|he|she|we|this))\b"
    r"|\s(?:which|while|because|so that|whereas|that (?:may|can|could|will|does|is|are))\b).*$",
    re.IGNORECASE | re.S,
)
_CONDITION = re.compile(r"(?<!for example )\b(?:if|unless|only|except|until|not)\b", re.IGNORECASE)
_LEANS = re.compile(
    r"\b(?:down|up|out|back|off|away|over|now|then|even|far|right|on|in|only|just|all|due|prior|"
    r"according|next|close|near|\w+ed|\w+ing)$",
    re.IGNORECASE,
)
"""A word that leans on the place or the aim named behind it."""

_STOP = re.compile(
    r",|\s(?=(?:on|during|for|at|by|in|to|into|with|from|through|using|over|about|after|before|as|"
    r"and|or|every|each|once|that|than|who)\b)"
)
_GOES_ON = re.compile(
    r"\b(?:on|in|at|by|to|for|with|from|of|into|through|about|over|per|between|during|after|before"
    r"|expos(?:e[sd]?|ing)(?: [\w-]+){1,4}|similar|equal|compared|due|close|related|according"
    r"|refers?|leads?|adds?|belongs?|limited|likely|able|unable|needs?|wants?|tries|ha(?:s|ve|d))$",
    re.IGNORECASE,
)
"""The end of words that say nothing without what follows: "exposes you", "is similar"."""

_SUBORDINATE = re.compile(
    r"^(?:after|before|when|if|once|as|while|because|although|since|during|between|for|from|in|at|"
    r"on)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"[\s,]+(?:in (?:one|some|a few|rare) (?:instances?|cases?)|"
    r"and|or|of|the|a|an|your|that|which|as|than|is|are|may|can|about|every|each|more|"
    r"less|this|these|will|be|rarely|sometimes|also|such|not|has|have|if|when|some|long|for|"
    r"for example|such as|including|starting|beginning|ending|lasting|"
    r"(?:that|which) [a-z]+s)$",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:take|wear|write|complete|answer|keep|fill|attend|measure|collect|swallow|provide|ask|fit|put|"
    r"review|weigh|read|sign)\b",
    re.IGNORECASE,
)
"""What begins a member that is a thing done: it is not joined to a mere name before it."""

_LINK = re.compile(
    r"^(?:however|additionally|also|in addition|furthermore|moreover|therefore|but|yet|and|"
    r"so|then),? +(?=\w)",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"^(?:you(?:r child|r baby|r teen)?|i|(?:all )?(?:subjects|participants|volunteers)|"
    r"each (?:subject|participant|volunteer)) (?:will|would) (?:also |then |both )?"
    r"(?:receive|get|have|undergo|be asked to|need to|be given|"
    r"(?=(?:wear|take|fill|answer|complete|keep|give|walk|attend|play|write|use|drink|swallow|meet|"
    r"talk|spit|return|provide|collect|record|watch|join|come|visit)\b))\s*(?=\w)"
    r"|^(?:the|this) (?:study|research|visit)s? (?:will )?(?:involves?|includes?)\s+(?=\w)"
    r"|^they (?:will|would) (?:also |then )?(?=\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a sentence; the match stands at `text[at:to]`."""

    text: str
    at: int
    to: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def part(self, begin: int, end: int | None = None) -> "Bit":
        """Return the part from `begin` to `end`."""
        return Bit(self.text[begin:end], self.at - begin, self.to - begin)

    def until(self, end: int) -> "Bit":
        """Return the part before `end`, without words that cannot end a phrase."""
        return replace(self, text=closed(self.text[:end]))


def bit_of(text: str, match: str) -> Bit | None:
    """Return a stretch without number and references, None when the match was among them."""
    text = _REFERENCE.sub("", _ENUMERATOR.sub("", text))
    at = text.lower().find(match.lower())
    return Bit(text, at, at + len(match)) if at >= 0 else None


def without_aside(bit: Bit) -> Bit:
    """Drop remarks in brackets behind the match, but those that say how often."""
    if bit.to > bit.text.find("("):
        return bit
    return replace(bit, text=_ASIDE.sub("", bit.text))


def turned(bit: Bit) -> tuple[Bit, str]:
    """Cut a clause that turns from the match ("which", "but", "because"); return both."""
    turn = next((m for m in _TURN.finditer(bit.text) if m.start() >= bit.to), None)
    return (bit.until(turn.start()), turn.group()) if turn else (bit, "")


def led(bit: Bit, always: bool = False) -> tuple[Bit, int]:
    """Cut what leads to the match, no more than makes it short; return the words allowed, too.

    A "chance that" or "risk that" is never left out. A short stretch keeps its lead, unless
    `always`.
    """
    leads = [m for m in _LEAD.finditer(bit.text, 0, bit.to) if m.end() <= bit.at]
    leads = leads if always or bit.words > MOST_WORDS else []
    for lead in leads:
        said = lead.group().strip().lower()
        if said == OURS and lead.start() == 0:
            return bit, SHORT_WORDS
        most = SHORT_WORDS if said.startswith("there") else MOST_WORDS
        if bit.part(lead.end()).words <= most:
            return bit.part(lead.end()), most
    if leads:
        return bit.part(leads[-1].end()), MOST_WORDS
    intro = _WHEN.match(bit.text, 0, bit.at)
    return (bit.part(intro.end()) if intro else bit), MOST_WORDS


def member(bit: Bit) -> Bit:
    """Return the member of the list that holds the match, with neighbours while they are short."""
    commas = marks(bit.text)
    starts = [0, *(m.end() for m in commas)]
    ends = [*(m.start() for m in commas), len(bit.text)]
    first = max(i for i, start in enumerate(starts) if start <= max(bit.at, 0))
    last = next((i for i, end in enumerate(ends) if end >= bit.to and i >= first), len(ends) - 1)

    def words(one: int, other: int) -> int:
        return len(bit.text[starts[one] : ends[other]].split())

    def acts(number: int) -> bool:
        return _ACT.match(bit.text, starts[number]) is not None

    most = GROUP_WORDS if words(first, last) <= LISTED_WORDS else words(first, last)
    while last + 1 < len(ends) and words(first, last + 1) <= most:
        last += 1
    while first > 0 and words(first - 1, last) <= most and acts(first - 1) >= acts(first):
        first -= 1
    cut = bit.until(ends[last]) if ends[last] < len(bit.text) else bit
    return cut.part(starts[first])


def stopped(bit: Bit) -> Bit:
    """Cut before the last preposition that leaves a phrase of the right length.

    Nothing is left when a condition would be lost, or the main clause.
    """
    cut = 0
    for mark in _STOP.finditer(bit.text):
        head = bit.text[: mark.start()]
        fits = len(head.split()) <= MOST_WORDS and unclosed(head) == 0
        if _GOES_ON.search(head):
            continue
        if _LEANS.search(head) and bit.text[mark.end() :].startswith(("to ", "into ", "from ")):
            continue
        if mark.start() >= bit.to and fits and not halves(bit.text, mark.start()):
            cut = mark.start()
    lost = (
        _SUBORDINATE.match(bit.text)
        or _CONDITION.search(bit.text[cut:])
        or _CONDITION.search(bit.text[:cut].rpartition(",")[2])
    )
    return bit.until(0 if lost else cut)


def closed(text: str) -> str:
    """Drop words that cannot end a phrase."""
    while (shorter := _DANGLING.sub("", text.rstrip(" ,"))) != text:
        text = shorter
    return text


def clean(text: str) -> str:
    """Drop number, marks, links and half a bracket at the edges."""
    text = " ".join(SPEAKER.sub("", _ENUMERATOR.sub("", text)).split())
    text = text.strip(" .,;:|\u2013\u2014-*\u2020\u2021\u00a7")
    text = _YOU.sub("", _LINK.sub("", text))
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    return text[: text.rfind("(")].rstrip(" ,;:") if unclosed(text) > 0 else text
