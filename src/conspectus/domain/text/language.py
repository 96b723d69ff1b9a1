"""Which language a text is written in, told by its script or by its commonest words."""

import re
from collections import Counter

_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
)
_OF_NONE = re.compile("[\0-\u03ff]+")  # what stands before all of these scripts
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the of and to in is you that it for with be this are will your not may or have",
    "es": "de la que el en y los se del las por un para con una su no usted al es este puede",
    "fr": "de la le et les des en un du une que est pour qui dans vous par sur pas ce votre au",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine sie werden",
    "pt": "de que o do da em um para com não uma os no se na por mais as você dos como ou ao",
    "it": "di che e il la in un per è una non del con della si da le alla gli dei può sono lei",
}
_FEWEST_LETTERS = 40
_FEWEST_HITS = 0.12


def detect_language(text: str, sample: int = 60_000) -> str | None:
    """Return the ISO 639-1 code of `text`, or None when there is too little text to tell.

    Only the first `sample` characters are looked at.
    """
    text = text[:sample]
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    if letters < _FEWEST_LETTERS:
        return None
    beyond = _OF_NONE.sub("", text)
    for code, script in _SCRIPTS:
        count = len(script.findall(beyond))
        if count > 0.3 * letters or (code == "ja" and count > 0.1 * letters):
            return code
    often = Counter(map(str.lower, words))
    scores = {
        code: sum(often[word] for word in set(common.split())) / len(words)
        for code, common in _COMMON.items()
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= _FEWEST_HITS else None
