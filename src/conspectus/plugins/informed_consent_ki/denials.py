"""What a sentence says and what it denies: "nobody died, but two had a stroke"."""

import re
from collections.abc import Iterator

_FINITE = (
    r"(?:may|might|could|can|will|would|is|are|was|were|has|have|had|do|does|did|must|should|needs?"
    r"|needed|ma(?:kes?|de)|cause[sd]?|die[sd]?|kill(?:s|ed)|rais(?:es|ed)|increase[sd]"
    r"|le(?:ads|d) to|bled|got|gets|lost|fell|tore|stopped|felt|became|becomes|developed"
    r"|happen(?:s|ed)|occur(?:s|red)?)\b"
)
_DENIAL = re.compile(
    r"\b(?:no|nobody|nothing(?! (?:(?:can|could|will|may) (?:be done|reverse|stop|undo|restore|help"
    r"|bring)|(?:is|was) (?:yet )?known (?:about|of|on)))|none|never|neither|nor"
    r"|without(?! (?:any |effective |active )?(?:warning|notice|cause|treatment"
    r"|medicines?|therapy|help|care|relief)\b)"
    r"|cannot(?! be (?:put|undone|reversed|restored|replaced|called back))|rather than|instead of"
    r"|free (?:of|from)|protects? (?:\w+ )?(?:from|against)"
    r"|cut(?:s|ting)? (?:down )?(?:the |your )?(?:risk|chance)s?"
    r"|(?:lower|reduc|decreas|prevent|lessen|avoid|minimi[sz])(?:e?s|e?d|e|ing)?"
    r"(?! (?:your |the |an? )?(?:\w+ )?(?:blood|platelet|white|red|urin|appet|fertil|hearing|vision"
    r"|sight|ability|oxygen|strength|growth|sperm|number|back|legs?|limbs?|belly|abdom|jaw)))\b"
    r"|(?:\bnot|n[\u2019']t)\b(?! (?:only|known?\b(?! to\b(?! what))|sure|certain|clear"
    r"|yet|limited|everyone|all|always"
    r"|improve|work|get better|go away|be able|survive|heal|recover|return|come back|breathe|wake"
    r"|treated|enough|fully|complete|reversible|be reversed|forbid|prohibit|bind|cover|protect)\b)",
)
_DOUBLE = re.compile(
    r"\bnot (?:at all )?(?:rare|uncommon|unusual|infrequent|free|without|unlikely|excluded|safe"
    r"|harmless|true|impossible|common|frequent|often|likely)\b|\bno (?:fewer|less|more"
    r"|longer) than\b"
    r"|\bno longer\b|\bno doubt\b|\bno ?(?:one|body) (?:yet )?(?:knows?|can (?:say|tell|promise"
    r"|know))\b"
    r"|\bno (?:(?:\w+ )?(?:cure|antidote|treatment|remedy|relief|warning|symptoms?|guarantee|way"
    r"|information|experience) |\w+ (?:is|are|was) (?:without|free))"
    r"|\bnot an? (?:full|complete) list\b",
)
_LEAD = re.compile(
    r"\b(?:none|neither|no ?(?:one|body)|(?:has|have|had|was|were|do|does|did|is|are) not"
    r"(?! (?:all|an?|the only|limited|complete|common|always|rare|known|safe|free|without)\b)"
    r"|never)\b"
    r"[^.:;]*:",
)
_BOUND = re.compile(
    r"[;:.]|\b(?:but|however|although|though|except|unless|yet|because|since|if|when|while)\b"
    r"|, (?:and|(?:so|as)(?! (?:far|yet|of)))\b|\band (?:may|can|might|could|will|some|one|two"
    r"|three|it|they)\b"
    r"|, which (?:may|might|can|could|has|have)\b",
)
_CLAUSE = re.compile(
    rf",(?! (?:who|which|that|{_FINITE}))|\b(?:and|so|as)\b"
    r"|\bor(?= (?:you|it|they|this|these|the|your|he|she|we|there|some|an?)\b)"
)
_VERB = re.compile(rf"\b{_FINITE}")
_SUBORDINATE = re.compile(
    r"^\W*(?:even )?(?:if|unless|when|while|although|though|because|as|since|after|before)\b[^,]*,"
)
_OPENERS = frozenset(["if", "unless", "when", "while", "although", "though", "because", "since"])
_ABSENT = re.compile(
    r"\b(?:without|instead of|rather than|not \w+ing|(?<!is )(?<!are )(?<!was )(?<!were )(?<!has )"
    r"(?<!have )(?<!had )not \w+ed|(?:avoid|reduc|prevent|lower|lessen|minimi[sz]"
    r"|decreas)ing)\b|^\W*(?:in order )?to (?:\w+ ){0,2}(?:prevent|avoid|reduce|lower|lessen)\b"
)
_AFTER_ALL = re.compile(
    rf"(?P<relative>\b(?:that|which|who) )?\b{_FINITE}"
    r"|\b(?:you|we|they|people) (?:take|get|have|need)\b"
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|can) (?:not|or may not)\b|\bcannot (?:rule out|be ruled out|exclude)"
    r"|\bno (?:way|guarantee)|not (?:been )?(?:rule|exclude)",
)
_OWN = re.compile(
    r"\b(?:without|instead of|rather than|free (?:of|from)) (?!.{0,24}\b(?:following|these)\W*$)"
    r"|\b(?:because|since|although|though|while)\b.*",
)
"""In the lead of a list: the absence of what the lead names itself, or a side clause."""

_UNSEEN = re.compile(
    rf"(?:(?!\b{_FINITE}|\b(?:if|unless|when|until)\b)[^.;:]){{0,80}}"
    r"\b(?:(?:(?:has|have|had) (?:not|never) (?:yet )?been"
    r"|(?:was|were|is|are) (?:not|never)|did not)\s+(?:reported|seen|observed|found|occur|happen"
    r"|higher|increased|expected|likely)\b|(?:was|were|has been|have been) (?:\w+ )?(?:in|by)"
    r" (?:no ?(?:one|body)|none)\b)",
)


def affirmed(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the first match, in small letters, that its clause does not deny before or after it.

    >>> affirmed(re.compile("died|stroke"), "Nobody died, but one had a stroke.").group()
    'stroke'
    """
    return next(affirmations(pattern, text), None)


def affirmations(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield all such matches."""
    text = text.lower()
    for match in pattern.finditer(text):
        before = text[: match.start()]
        if not denied(before, match.group()) and not _UNSEEN.match(text, match.end()):
            yield match


def denied(before: str, said: str = "") -> bool:
    """Tell whether a negation in the last clause of `before` denies what is `said` after it.

    A clause of its own ends a negation: "there was no rash and two people died". What would come
    of the lack of something is not denied, nor what no one knows or is not rare.
    """
    before = before.lower()
    if _DENIAL.search(before) is None:
        return False
    sentence = before.rpartition(". ")[2]
    whole = sentence + said.lower()
    if lead := _LEAD.search(sentence):
        return _VERB.search(whole, lead.end()) is None
    clause = _clause(sentence, whole)
    if (absent := _ABSENT.search(clause)) and (
        verb := _AFTER_ALL.search(clause + said, absent.end())
    ):
        return verb["relative"] is not None
    denial = _DENIAL.search(clause + said)
    return denial is not None and denial.start() < len(clause) and _HEDGE.search(clause) is None


def denies_items(lead: str) -> bool:
    """Tell whether the lead of a list denies its items.

    >>> denies_items("We do not expect"), denies_items("It is riskier with two instead of one")
    (True, False)
    """
    return denied(_OWN.sub(" ", lead.lower()))


def _clause(before: str, whole: str) -> str:
    """Return the end of `before` that belongs to one clause with what comes after it."""
    start = 0
    for bound in _BOUND.finditer(before):
        start = bound.start() if bound[0] in _OPENERS else bound.end()
    for bound in _CLAUSE.finditer(before, start):
        end = whole.find(",", bound.end())
        if _VERB.search(whole, bound.end(), end if end >= 0 else len(whole)):
            start = bound.end()
    return _DOUBLE.sub(" ", _SUBORDINATE.sub("", before[start:]))
