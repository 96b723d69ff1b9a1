"""What is in force at a place of a text: negation, modal, doubt, condition."""

from collections.abc import Callable, Sequence

from conspectus.domain.claims.grammar import (
    ARTICLES,
    CONDITIONS,
    DOUBTS,
    MOODS,
    NEGATORS,
    NOBODY,
    OPINIONS,
    PRESENT,
    PRONOUNS,
    STOPS,
    TURNS,
    begins,
    inverts,
    is_cannot,
    is_share,
    mood_at,
)
from conspectus.domain.claims.parts import CARRIED, DIRECT, OBJECT, REACHED, Word
from conspectus.domain.text.lexicon import GRAMMAR
from conspectus.domain.text.words import Token

_WITHOUT = 3
"""How many words a "without" denies at most: "without names go into an archive"."""


class Scope:
    """Passes over the tokens of a text one by one.

    `negated` and `mood` are what the next word is subject to, `head` whether the modal falls on
    it; `negator` is where the negation stands.
    """

    def __init__(self, found: Sequence[Token]) -> None:
        self._found = found
        self._reset()

    def _reset(self) -> None:
        self.negated, self.negator = 0, -1
        self.mood, self.head = "", False
        self._listed = False  # a comma stands after the negation
        self._doubt = False
        self._nobody = False  # a subject such as "nobody" denies the verb to come
        self._reach = 0  # words of content after a "without"
        self._carries = False  # what follows "to" depends on a denied word

    def enter(self, at: int) -> None:
        """Take a token into account before its own word is read."""
        text = self._found[at].text
        if self._nobody and (text in MOODS or text in PRESENT):
            self.negated, self._nobody = DIRECT, False
        handle = _HANDLERS.get(text)
        if handle:
            handle(self, at)

    def leave(self, word: Word) -> None:
        """Take a word of content into account: operators fall on the first that is not light."""
        if self.negated and self._found[self.negator].text == "without":
            self._reach += 1
            if self._reach >= _WITHOUT:
                self.negated = min(self.negated, REACHED)
        if word.light:
            self._nobody = self._nobody or (word.text in OPINIONS and word.negated == DIRECT)
            return
        self.head = False
        following = self._found[word.at + 1].text if word.at + 1 < len(self._found) else ""
        if following in GRAMMAR:
            direct = self.negated == DIRECT
            self._carries = direct and following == "to"
            given = OBJECT if direct and following in ARTICLES else REACHED
            self.negated = min(self.negated, given)

    def _stop(self, at: int) -> None:
        if not (self._found[at].text == "." and self._found[at - 1].kind == "number"):
            self._reset()

    def _turn(self, at: int) -> None:
        self.negated = 0
        self.mood, self.head = ("may" if self._doubt else ""), False

    def _condition(self, at: int) -> None:
        self._turn(at)
        self.mood = "if"

    def _comma(self, at: int) -> None:
        self.negated, self._listed = min(self.negated, REACHED), True
        if self.mood == "if":
            self._turn(at)

    def _again(self, at: int) -> None:
        if self.negated and not self._listed:
            self.negated = DIRECT

    def _negate(self, at: int) -> None:
        text = self._found[at].text
        if text == "nor" and self.negated:
            self.negated = DIRECT
            return
        following = self._found[at + 1].text if at + 1 < len(self._found) else "."
        if following not in STOPS and following != ",":
            self.negated, self.negator, self._listed = DIRECT, at, False
            self._nobody, self._reach = text in NOBODY, 0

    def _modal(self, at: int) -> None:
        if inverts(self._found, at):
            self._condition(at)
        elif is_cannot(self._found, at):
            self.mood, self.head = "present", True
        elif mood := mood_at(self._found, at):
            joined = self.head and self.mood == "may"
            self.mood, self.head = ("may" if self._doubt or joined else mood), True

    def _doubtful(self, at: int) -> None:
        if not is_share(self._found, at):
            self._doubt = True
            self.mood, self.head = "may", False

    def _present(self, at: int) -> None:
        if self._found[at].text == "do" and begins(self._found, at):
            self.mood, self.head = "", False
        elif not self.head and self.mood != "if":
            self.mood, self.head = ("may" if self._doubt else "present"), not self._doubt

    def _pronoun(self, at: int) -> None:
        if not self._doubt and self.mood != "if" and begins(self._found, at):
            self.mood, self.head = "present", True

    def _with(self, at: int) -> None:
        self.mood, self.head = "", True

    def _preposition(self, at: int) -> None:
        if self._carries and self._found[at].text == "to":
            self.negated, self._carries = CARRIED, False
        elif self.mood == "present":
            self.head = False


_Handler = Callable[[Scope, int], None]
_HANDLERS: dict[str, _Handler] = {
    text: handler
    for handler, texts in (
        (Scope._preposition, ("to", "by", "for", "of", "in")),
        (Scope._with, ("with",)),
        (Scope._pronoun, PRONOUNS),
        (Scope._present, PRESENT),
        (Scope._doubtful, DOUBTS),
        (Scope._modal, MOODS),
        (Scope._again, ("or", "any")),
        (Scope._negate, NEGATORS),
        (Scope._comma, (",",)),
        (Scope._turn, TURNS),
        (Scope._condition, CONDITIONS),
        (Scope._stop, STOPS),
    )
    for text in texts
}
