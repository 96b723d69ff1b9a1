"""How many corrupted claims the claim check catches, and how many true ones it refuses.

    python bench/claims.py GOLD_DIR... [--show KIND] [--seed N]

Every sentence or item of a gold value is a claim against the quotes of its fact, and every quote
is a claim against itself. Each is corrupted in every way that applies.
"""

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from conspectus.domain.claims import check_claim

Corruption = Callable[[str, random.Random], str | None]

PIECE = re.compile(r"; |(?<=[a-z0-9)])\\. (?=[A-Z])")
NUMBER = re.compile(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?![\w/]|[.,]\d|-\d{3})")
NUMBER_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty"]


def swap(text: str, pairs: dict[str, str], rng: random.Random) -> str | None:
    """Replace one of the words by its partner."""
    hits = [
        (match, partner)
        for word, partner in pairs.items()
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w'-])", text, re.I)
    ]
    if not hits:
        return None
    match, partner = rng.choice(hits)
    if match[0][0].isupper():
        partner = partner[:1].upper() + partner[1:]
    return text[: match.start()] + partner + text[match.end() :]


def number(text: str, rng: random.Random) -> str | None:
    """Another number."""
    hits = list(NUMBER.finditer(text))
    words = [m for m in re.finditer(r"\b[a-z]+\b", text) if m[0] in NUMBER_WORDS[1:]]
    if not hits and not words:
        return None
    match = rng.choice(hits + words)
    if match in words:
        other = rng.choice([word for word in NUMBER_WORDS[1:] if word != match[0]])
    else:
        value = float(match[0].replace(",", ""))
        other = rng.choice([value + 1, value * 10, value + 7, value * 2, max(value - 1, value / 2)])
        other = f"{other:g}" if other < 1e5 else f"{other:.0f}"
    return text[: match.start()] + other + text[match.end() :]


UNITS = {
    "hours": "days", "hour": "day", "minutes": "hours", "minute": "hour", "days": "weeks",
    "day": "week", "weeks": "months", "week": "month", "months": "years", "month": "year",
    "years": "months", "year": "month", "mg": "mcg", "mL": "L", "mm": "cm", "kg": "g",
    "mcg": "mg", "teaspoon": "cup", "teaspoons": "tablespoons", "tablespoon": "teaspoon",
    "miles": "feet", "per visit": "per week", "each visit": "each week", "per hour": "per visit",
    "Gy": "cGy",
}  # fmt: skip


def unit(text: str, rng: random.Random) -> str | None:
    """Another unit behind a number."""
    pairs = {
        word: other
        for word, other in UNITS.items()
        if re.search(rf"(?:\d|{'|'.join(NUMBER_WORDS)})[ -]{word}\b|{word}\b.*\$|\$.*{word}\b", text)
        or word.startswith(("per ", "each "))
    }
    if re.search(r"\d ?%", text) and rng.random() < 0.5:
        return re.sub(r"(\d) ?%", r"\1 mg", text, count=1)
    if re.search(r"\$\d", text) and rng.random() < 0.3:
        return re.sub(r"\$(\d[\d,]*)", r"\1 miles", text, count=1)
    return swap(text, pairs, rng)


AUXILIARY = re.compile(
    r"\b(will|may|can|should|must|could|would|is|are|was|were|does|do|has been|have been)\b(?! not\b)"
)


AFFIRMATIVE = re.compile(r"\b(?:not?|never|nothing|you|we|it|they|cannot)\b|n't", re.I)


def negated(text: str, rng: random.Random) -> str | None:
    """A negation put in."""
    ways = [
        text[: match.end()] + rng.choice([" not", " never", " in no way"]) + text[match.end() :]
        for match in AUXILIARY.finditer(text)
    ]
    ways += [
        text[: match.end()] + rng.choice(["do not ", "never "]) + text[match.end() :]
        for match in re.finditer(r"\b(?:You|you|We|we) (?=(?:receive|get|pay|leave|join)\b)", text)
    ]
    ways += [
        f"{text[: match.start()]}does not {match[0][:-1]}{text[match.end() :]}"
        for match in re.finditer(r"\b(?:pays|provides|gives|includes|covers|protects)\b", text)
    ]
    for aux, short in (("will", "won't"), ("is", "isn't"), ("are", "aren't"), ("can", "can't")):
        if re.search(rf"\b{aux}\b(?! not)", text):
            ways.append(re.sub(rf"\b{aux}\b(?! not)", short, text, count=1))
    if not ways:
        first = not AFFIRMATIVE.search(text) and re.match(r"(?!No\b|Not\b|The\b|A\b|An\b|To\b|In\b|You\b|If\b)[A-Za-z]+", text)
        ways = [f"No {text[0].lower()}{text[1:]}"] if first else []
    return rng.choice(ways) if ways else None


AFFIRMED = {
    "cannot": "can", "can't": "can", "won't": "will", "don't": "do", "doesn't": "does",
    "do not": "do", "does not": "does", "will not": "will", "may not": "may", "is not": "is",
    "are not": "are", "was not": "was", "not": "", "no": "", "never": "", "without": "with",
    "no longer": "", "unable": "able",
}  # fmt: skip


def affirmed(text: str, rng: random.Random) -> str | None:
    """A negation taken out."""
    if re.search(r"or (?:may )?not|no more than|no later|\b[Nn][Oo]\.|say no\b|no longer than|^No\b[.:]", text):
        return None
    return swap(text, AFFIRMED, rng)


MODALS = {
    "may": ("will", "must", "", "cannot"), "will": ("may", "might", "should", "could"),
    "can": ("cannot", "must", "can never"), "must": ("may", "can", "should"),
    "should": ("must", "may", "will"), "might": ("will",), "could": ("will", "must"),
    "cannot": ("can", "may"), "will not": ("may", "will", "may not"), "may not": ("will", "will not"),
    "have to": ("may",), "need to": ("can",), "required to": ("allowed to",),
}  # fmt: skip


def modal(text: str, rng: random.Random) -> str | None:
    """Another modal."""
    if "may or may not" in text:
        return text.replace("may or may not", rng.choice(["may", "will", "may not"]), 1)
    return swap(text, {word: rng.choice(others) for word, others in MODALS.items()}, rng)


FREQUENCIES = {
    "rare": ("common", "very common"), "rarely": ("often", "always", "usually"),
    "uncommon": ("common",), "infrequent": ("common", "frequent"), "common": ("rare", "uncommon"),
    "often": ("rarely", "always", "sometimes"), "frequent": ("rare",), "usually": ("always", "never"),
    "sometimes": ("always", "never"), "always": ("sometimes", "usually"), "never": ("sometimes",),
    "likely": ("unlikely", "certain"), "unlikely": ("likely",), "daily": ("weekly", "twice daily"),
    "weekly": ("daily", "monthly"), "monthly": ("daily", "yearly"), "some": ("all", "most", "no"),
    "all": ("some", "most", "a few"), "most": ("all", "some", "a few"), "many": ("all", "few"),
    "once": ("twice", "three times"), "twice": ("once", "four times"),
    "every day": ("every week", "every other day"), "a day": ("a week", "a month"),
    "per week": ("per month",), "a week": ("a day",), "every year": ("every month",),
    "every other week": ("every week",), "every 3 months": ("every 3 weeks",),
}  # fmt: skip


def frequency(text: str, rng: random.Random) -> str | None:
    """Another frequency or share."""
    if re.search(r"\bonce (?:the|your|you|it|we)\b", text, re.I):
        return None
    return swap(text, {word: rng.choice(others) for word, others in FREQUENCIES.items()}, rng)


CLAUSES = """
and you may die
which has been shown to cure the disease
your employer will be told
and lunch is provided
and the study drug is proven to be safe
and you will be paid for each visit
and parking is free
which may cause permanent blindness
and you will lose your insurance
and a lawyer will be present
and there are no risks at all
because the treatment is better than any other
and your doctor recommends it
and the police may be informed
but only if you are pregnant
and you must stay in the hospital overnight
which the FDA has approved
and your family will be contacted
and it has helped most people so far
and you cannot change your mind
so your cancer will not come back
and your genes will be sold
who will get a bonus of five hundred dollars
and no one has ever been harmed
and the results will be posted online
and you will receive a free phone
which doubles the chance of survival
and your taxes will go up
and a nurse will visit you at home
and this has been tested in monkeys
and side effects are mild
but you give up your right to sue
and meals and hotel are covered
and you have to pay a fee of 20 dollars
and alcohol is forbidden
and it always works
and your blood will be used to make new drugs
and your immigration status will be checked
and the study team will visit your home
and your samples will never be destroyed
and the sponsor pays your doctor for each patient
and side effects always go away
which is safer than surgery
as was shown in mice
and everyone gets better
and you are entitled to a refund
and the drug was developed in Japan
and it tastes bitter
and your children may inherit this
and hair loss
including hair loss
along with free meals
and you will be videotaped
and you should make a will
who is paid by the company
although nobody knows why
and the dose will be doubled
and only rich people can join
""".strip().splitlines()


def clause(text: str, rng: random.Random) -> str | None:
    """A clause put in, at the end or inside."""
    added = rng.choice(CLAUSES)
    bare = re.sub(r"^(?:and|but|so|because) ", "", added)
    places = [m.start() for m in re.finditer(r"(?<=\w)(?=[,;:.] )|(?<=\w)(?= (?:and|or|for|to|in|during) )", text)]
    if places and rng.random() < 0.5:
        at = rng.choice(places)
        form = rng.choice([", {},", " ({})", " - {} -", " {}"])
        return text[:at] + form.format(added) + text[at:]
    stripped = text.rstrip(".;: ")
    form = rng.choice([", {0}", "; {1}", " {0}", ". {2}.", " ({1})"])
    return stripped + form.format(added, bare, bare[0].upper() + bare[1:])


KINDS: dict[str, Corruption] = {
    "number": number, "unit": unit, "negation put in": negated, "negation taken out": affirmed,
    "modal": modal, "frequency": frequency, "clause": clause,
}  # fmt: skip


def written(path: Path, held: bool) -> Iterator[tuple[str, list[str], list[str]]]:
    """Hand-written paraphrases with their quotes: those above the line "# held", or below it."""
    above, below = path.read_text().split("# held\n")
    for line in (below if held else above).splitlines():
        if "<" in line and not line.startswith("#"):
            claim, quotes = line.split("<", 1)
            yield path.stem, [claim.strip()], [quote.strip() for quote in quotes.split("|")]


def facts(folders: list[Path]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Name, claims and quotes of every fact of the gold files."""
    for folder in folders:
        if folder.suffix == ".txt":
            yield from written(folder, False)
            continue
        if folder.name.endswith(".txt:held"):
            yield from written(folder.with_name(folder.name[:-5]), True)
            continue
        files = sorted(folder.glob("*.json")) if folder.is_dir() else [folder]
        for path in files:
            for name, fact in json.loads(path.read_text())["facts"].items():
                value = fact["value"]
                quotes = list(dict.fromkeys(e["quote"] for e in fact["evidence"]))
                if isinstance(value, bool) or value is None or not quotes:
                    yield f"{path.stem}.{name}", [], quotes
                else:
                    values = value if isinstance(value, list) else [value]
                    pieces = [piece for text in values for piece in PIECE.split(text) if piece]
                    yield f"{path.stem}.{name}", pieces, quotes


def figures(text: str) -> set[str]:
    """The numbers of a text, in figures."""
    for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1):
        text = re.sub(rf"\b{word}\b", str(n), text, flags=re.I)
    return set(re.findall(r"\d+(?:[.,]\d+)*", text.replace("twice", "2")))


Pair = tuple[str, str, list[str]]
"""Name of the fact, claim and quotes."""


def measure(title: str, pairs: list[Pair], show: str, rng: random.Random, rounds: int) -> None:
    """Print how many true claims are refused, and how many corrupted ones are caught."""
    begun = time.perf_counter()
    found = {(claim, *quotes): check_claim(claim, quotes) for _, claim, quotes in pairs}
    spent = 1000 * (time.perf_counter() - begun) / max(1, len(found))
    refused = sum(map(bool, found.values()))
    share = refused / max(1, len(found))
    print(f"{title}: refused {refused}/{len(found)} = {share:.1%}, {spent:.2f} ms a check")
    for name, claim, quotes in pairs if show == title else []:
        if findings := found[claim, *quotes]:
            print(f"  REFUSED {name}: {claim}")
            print("".join(f"      {finding.rule} {finding.message}\n" for finding in findings), end="")
    true = [pair for pair in pairs if not found[pair[1], *pair[2]]]
    for kind, corrupt in KINDS.items():
        tried = [
            (name, claim, changed, quotes)
            for _ in range(rounds)
            for name, claim, quotes in true
            if (changed := corrupt(claim, rng)) and changed != claim
        ]
        missed = [case for case in tried if not check_claim(case[2], case[3])]
        caught = len(tried) - len(missed)
        print(f"   {kind:20} {caught:5}/{len(tried):5} = {caught / max(1, len(tried)):.1%}")
        for name, claim, changed, _ in missed if show == kind else []:
            print(f"  MISSED {title} {name}: {changed}\n      {claim}")


def collect(folders: list[Path]) -> dict[str, list[Pair]]:
    """Return quotes against themselves, and paraphrases whose figures stand in their quotes."""
    stated: dict[tuple[str, ...], Pair] = {}
    said: dict[tuple[str, ...], Pair] = {}
    for name, claims, quotes in facts(folders):
        stated |= {(quote,): (name, quote, [quote]) for quote in quotes}
        said |= {
            (claim, *quotes): (name, claim, quotes)
            for claim in claims
            if figures(claim) <= figures(" ".join(quotes))
        }
    return {"quotes": list(stated.values()), "paraphrases": list(said.values())}


def main() -> None:
    """Measure the gold folders named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--show", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    for title, pairs in collect(given.gold).items():
        measure(title, pairs, given.show, rng, given.rounds)


if __name__ == "__main__":
    main()
