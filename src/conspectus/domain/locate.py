"""Finding a quote in the pages of a source, exact or folded, within a page or across a break."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress

from conspectus.domain.text.fold import alike, squash
from conspectus.domain.text.word_edges import GLUE, ends_a_word, starts_a_word

Piece = tuple[int, int, int]
"""Page index, start and end: the words are `texts[page][start:end]`."""

_BLOCK = 4096
_FURNITURE = 12  # running lines that may stand at one edge of a page
_PARTS = 6

_HYPHEN = re.compile(GLUE)
_NUMBER = re.compile(r"\d+")
_EDGE = " \t\r\n\u2022\u25aa\u25cf\u25cb\uf0b7\uf0a7|\u200b\ufeff\u00a0"
_LOOSE_DASH = re.compile(r"\A[-\u2013\u2014]\s+|\s+[-\u2013\u2014]\Z")


class PageIndex:
    """An index over the texts of all pages, built once, searched often.

    All pages are squashed into one string, in which C finds candidates; a candidate counts only
    when its words are alike and it starts and ends where words do.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Index `texts`, one string a page (or one a paragraph)."""
        self._texts = tuple(texts)
        self._blocks: list[tuple[int, int]] = []  # page, offset in the page
        self._starts: list[int] = []  # of each block in the squashed string
        self._pages: list[int] = []  # of each page in the squashed string
        parts: list[str] = []
        at = 0
        for page, text in enumerate(self._texts):
            self._pages.append(at)
            for start in range(0, len(text) or 1, _BLOCK):
                part = squash(text[start : start + _BLOCK])
                self._blocks.append((page, start))
                self._starts.append(at)
                parts.append(part)
                at += len(part)
            parts.append("\x00")
            at += 1
        self._squashed = "".join(parts)
        self._offsets = lru_cache(maxsize=256)(self._block_offsets)
        self._edges = lru_cache(maxsize=256)(self._page_edges)
        self._shapes = lru_cache(maxsize=256)(self._edge_shapes)

    def find(self, quote: str, windows: Sequence[Piece] = ()) -> tuple[Piece, ...]:
        """Return where the quote stands: no piece when absent, several when over a page break.

        An occurrence within one of the windows is preferred, else the first counts. A quote whose
        first letter differs in case only is found as well.
        """
        quote = _LOOSE_DASH.sub("", quote.strip(_EDGE)).strip(_EDGE)
        wanted = squash(quote)
        if not wanted:
            return ()
        swapped = quote[0].swapcase() + quote[1:]
        for words in (quote, swapped) if swapped != quote else (quote,):
            if hit := self._find(words, squash(words), windows):
                return hit
        return ()

    def _find(self, quote: str, wanted: str, windows: Sequence[Piece]) -> tuple[Piece, ...]:
        for page, start, end in windows:
            for piece in self._candidates(wanted, page, page + 1):
                if start <= piece[1] and piece[2] <= end and self._holds(quote, piece):
                    return (piece,)
        for page in dict.fromkeys(window[0] for window in windows):
            if hit := self._across(quote, wanted, page):
                return hit
        for piece in self._candidates(wanted, 0, len(self._texts)):
            if self._holds(quote, piece):
                return (piece,)
        for page in self._likely(wanted):
            if hit := self._across(quote, wanted, page):
                return hit
        return ()

    def _candidates(self, wanted: str, page: int, stop: int) -> Iterator[Piece]:
        at = self._pages[page] if page < len(self._pages) else len(self._squashed)
        end = self._pages[stop] if stop < len(self._pages) else len(self._squashed)
        while (at := self._squashed.find(wanted, at, end)) >= 0:
            yield self._piece(at, at + len(wanted))
            at += 1

    def _holds(self, quote: str, piece: Piece) -> bool:
        page, start, end = piece
        text = self._texts[page]
        return (
            starts_a_word(text, start)
            and ends_a_word(text, end)
            and (alike(quote, text[start:end]))
        )

    # Where the characters of the squashed string stand.

    def _block_offsets(self, block: int) -> Sequence[int]:
        page, start = self._blocks[block]
        text = self._texts[page][start : start + _BLOCK]
        sizes = {char: len(squash(char)) for char in set(text)}
        places = range(start, start + len(text))
        if max(sizes.values(), default=0) <= 1:
            text = text.replace("\0", "0")
            for char in (char for char, size in sizes.items() if not size):
                text = text.replace(char, "\0")
            return array("l", compress(places, text.encode("latin-1", "replace")))
        offsets = array("l")
        for offset, char in zip(places, text, strict=True):
            offsets.extend([offset] * sizes[char])
        return offsets

    def _offset(self, at: int) -> tuple[int, int]:
        block = bisect_right(self._starts, at) - 1
        return self._blocks[block][0], self._offsets(block)[at - self._starts[block]]

    def _piece(self, start: int, end: int) -> Piece:
        page, first = self._offset(start)
        return page, first, self._offset(end - 1)[1] + 1

    # Quotes over page breaks: the lines between the two halves must be running lines.

    def _likely(self, wanted: str) -> list[int]:
        """Pages on which a quote that runs over page breaks may begin.

        Cut into more parts than it may have breaks, one part of it must stand unbroken.
        """
        size = -(-len(wanted) // _PARTS)
        pages: set[int] = set()
        for cut in range(0, len(wanted), size):
            part, at = wanted[cut : cut + size], -1
            while len(part) >= size / 2 and (at := self._squashed.find(part, at + 1)) >= 0:
                page = bisect_right(self._pages, at) - 1
                pages.update(range(max(0, page - _PARTS + 1), page + 1))
                at = self._pages[page + 1] - 1 if page + 1 < len(self._pages) else at + size
        return sorted(pages)

    def _across(self, quote: str, wanted: str, page: int) -> tuple[Piece, ...]:
        tails = self._edges(page)[1]
        if not tails or page + 1 >= len(self._texts):
            return ()
        at = max(self._pages[page], tails[-1] - len(wanted))
        while (at := self._squashed.find(wanted[:2], at, tails[0])) >= 0:
            for spans in self._tails(wanted, page, at, tails):
                pieces = tuple(self._piece(*span) for span in spans)
                if self._hold(quote, pieces):
                    return pieces
            at += 1
        return ()

    def _tails(
        self, wanted: str, page: int, at: int, tails: Sequence[int]
    ) -> Iterator[tuple[tuple[int, int], ...]]:
        for end in tails:
            if at < end < at + len(wanted) and wanted.startswith(self._squashed[at:end]):
                for rest in self._heads(wanted[end - at :], page + 1):
                    yield ((at, end), *rest)

    def _heads(self, wanted: str, page: int) -> Iterator[tuple[tuple[int, int], ...]]:
        if page >= len(self._texts):
            return
        heads, tails = self._edges(page)
        if not heads:
            yield from self._heads(wanted, page + 1)
        for head in heads:
            if self._squashed.startswith(wanted, head):
                yield ((head, head + len(wanted)),)
            yield from self._tails(wanted, page, head, tails)

    def _hold(self, quote: str, pieces: tuple[Piece, ...]) -> bool:
        first, last = pieces[0], pieces[-1]
        return (
            starts_a_word(self._texts[first[0]], first[1])
            and ends_a_word(self._texts[last[0]], last[2])
            and alike(quote, "\n".join(self._line(piece) for piece in pieces))
        )

    def _line(self, piece: Piece) -> str:
        """Return the words of a piece, with the hyphen that may end them."""
        page, start, end = piece
        text = self._texts[page]
        hyphen = _HYPHEN.match(text, end)
        return text[start : hyphen.end() if hyphen else end]

    def _page_edges(self, page: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the body of a page may start and end (squashed), nearest to the edge first."""
        lines = self._texts[page].splitlines()
        start = self._pages[page]
        after = page + 1 < len(self._pages)
        end = (self._pages[page + 1] if after else len(self._squashed)) - 1
        heads, tails = [], []
        for line in self._outer(lines, page):
            heads.append(start)
            start += len(line)
        for line in self._outer(reversed(lines), page):
            tails.append(end)
            end -= len(line)
        return tuple(heads), tuple(tails)

    def _outer(self, lines: Iterable[str], page: int) -> Iterator[str]:
        """Yield what may be running headers or footers, from the edge on, and the line after."""
        strange = 0
        for number, line in enumerate(filter(None, map(squash, lines))):
            yield line
            repeated = self._repeated(line, page)
            strange += not repeated
            running = repeated or (strange <= 3 and len(line) <= 50 and line[-1] not in ".;:,")
            if number == _FURNITURE or not running:
                return

    def _repeated(self, line: str, page: int) -> bool:
        """Tell whether a line stands at an edge of one of the pages around, but for its numbers."""
        shape = _shape(line)
        near = range(max(0, page - 2), min(page + 3, len(self._texts)))
        return any(shape in self._shapes(other) for other in near if other != page)

    def _edge_shapes(self, page: int) -> frozenset[str]:
        text = self._texts[page]
        lines = text[:2000].splitlines()[:_FURNITURE] + text[-2000:].splitlines()[-_FURNITURE:]
        return frozenset(_shape("\n".join(map(squash, lines))).split("\n"))


def _shape(line: str) -> str:
    """Return squashed lines without their numbers, which differ from page to page."""
    return _NUMBER.sub("#", line)
