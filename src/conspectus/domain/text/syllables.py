"""How many syllables an English word has: vowel groups, corrected by rule and by a short table."""

import re
from functools import lru_cache

_PARTS = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*")
_ADDRESS = re.compile(r"@|//|^www\.", re.IGNORECASE)
_CONSONANT_U = re.compile(r"(?<=q)u|(?<=g)ue$")
_GROUP = re.compile(r"[aeiouy]+")

_SILENT = re.compile(
    r"""(?<![aeiouy]) (?<![^aeiouylr]l) e $                 # time, not table
      | (?<=[^aeiouysxzcgh]) (?<![^aeiouylr]l) es $         # times, not causes or tables
      | (?<=[aeiou]th) es $ | (?<=ach) es $                   # aches
      | (?<=[^aeiouytd]) (?<![^aeiouylr]l) ed $             # asked, not treated or handled
      | (?<=[^aeiouy]) (?<![^aeiouylr]l) e (?=(?:ly|ments?|ful|fully|less|ness|some)$)
      | (?<=^som|^car|^lif|^tim|^saf|^bas|^hom|^sid|^nam) e (?=[b-hj-np-tvwz])
      | (?<=^ther|^wher) e (?=[b-z])
    """,
    re.VERBOSE,
)
_APART = re.compile(
    r"""(?<![ctsg]) ia (?!ge) | (?<=[ctsg]) ia (?=t|lity)   # trial, initiate; not social
      | (?<!hav)(?<!n) io (?!n|us) | (?<=n) io (?!n|us|r)   # biopsy, behavior
      | (?<![ctsgxlnh]) io (?=n|us)                         # serious; not nation, million
      | iu | (?<!n) scie | ie (?=ts?$|ty|tar) | (?<![ct]) ie (?=n[ct])
      | (?<=[a-z]{2}) ie (?=rs?$|st$)
      | (?<!g) ua (?=l) | (?<![gs]) ua (?!l) | (?<!g) ue (?=l|n[ct]) | uou | ui (?=ng|ty|tio|cid)
      | luid | (?<![gh]) eo | theo | eums?$ | (?<=[a-z]{2}) ea (?=s?$)
      | crea (?=t) | rea (?=ct|li[tz])
      | e i (?=ng) | ^rei (?=[mn].) | ^dei | oi (?=ntes) | oi (?=ng)
      | [aeou] y (?!e[ds]$) [aeiou] | (?<=[^aeiou]) y (?=[aio]|el)
      | aic$ | coo (?=p|rd) | isms?$ | thms?$ | [ds] n['\u2019]t
    """,
    re.VERBOSE,
)
_EXCEPTIONS = {
    word: count
    for words, count in (
        (
            "eye eyes plea flea pier tier bleed does goes heart ease please real there where queue",
            1,
        ),
        ("business every evening wednesday people someone hundred sacred naked acne herpes", 2),
        ("giant poem poet creature cashier soldier vaccine ruin clothing leopard whereas", 2),
        ("anyone everyone everything everyday element nuclear linear ideal recipe theater", 3),
        ("syncope suicide wherever however", 3),
        ("diabetes duodenum elements january february everybody", 4),
    )
    for word in words.split()
}
_SPELLED = re.compile(
    r"(?:f?da|irb|mri|e[cek]g|[dr]na|hiv|nih|iud|[iu]v|pi|ob|id|icu|er|usa?|uk|uti|ai|ada)\Z"
)


def syllables(word: str) -> int:
    """Return the number of syllables, 1 at least.

    A hyphenated word counts its parts. A number, an e-mail or a web address counts one. A capital
    abbreviation that has no vowel, or is known to be spelled out, counts its letters.
    """
    if _ADDRESS.search(word):
        return 1
    return sum(_syllables(part) for part in _PARTS.findall(word)) or 1


@lru_cache(maxsize=8192)
def _syllables(part: str) -> int:
    lower = part.lower()
    if part.isupper() and (_SPELLED.match(lower) or not _GROUP.search(lower)):
        return sum(3 if letter == "w" else 1 for letter in lower)
    if lower in _EXCEPTIONS:
        return _EXCEPTIONS[lower]
    lower = _CONSONANT_U.sub("", lower.removesuffix("'s").removesuffix("\u2019s"))
    count = len(_GROUP.findall(lower))
    count += len(_APART.findall(lower)) - len(_SILENT.findall(lower))
    return max(count, 1)
