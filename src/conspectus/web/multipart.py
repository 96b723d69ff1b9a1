"""Forms with files, read as they come: no file is ever held whole."""

from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from conspectus.web.problems import Refusal

MOST_FIELDS = 20
MOST_FIELD_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a form: its chunks must be read before the next part is asked for.

    `filename` is None for a field that is no file.
    """

    name: str
    filename: str | None
    chunks: AsyncIterator[bytes]

    async def text(self) -> str:
        """Return the whole of a field. Raises Refusal when it is too long or no text."""
        whole = b""
        async for chunk in self.chunks:
            whole += chunk
            if len(whole) > MOST_FIELD_BYTES:
                raise Refusal("too-large", "A field beside the files is too long.")
        try:
            return whole.decode()
        except UnicodeDecodeError:
            raise Refusal("malformed", "A field is not UTF-8.") from None


async def parts(request: Request, most_fields: int = MOST_FIELDS) -> AsyncIterator[Part]:
    """Yield the parts of a form in their order; so many of them may be no files.

    Raises Refusal when the body is no form, and ClientDisconnect when it ends too early.
    """
    kind, options = parse_options_header(request.headers.get("content-type"))
    if kind != b"multipart/form-data":
        raise Refusal("unsupported-media-type")
    if not options.get(b"boundary"):
        raise Refusal("malformed", "The Content-Type has no boundary.")
    reading = _Reading(request, options[b"boundary"])
    fields = 0
    while await reading.begun():
        name, filename = reading.named()
        fields += filename is None
        if fields > most_fields:
            raise Refusal("too-large", f"A form may have {most_fields} fields beside its files.")
        yield Part(name, filename, reading.chunks())


class _Reading:
    """What the parser told so far and nobody has taken: begin (True), bytes, end (False)."""

    def __init__(self, request: Request, boundary: bytes) -> None:
        self._stream = request.stream()
        self._told: deque[bytes | bool] = deque()
        self._headers: dict[bytes, bytes] = {}
        self._header, self._value = b"", b""
        self._queue: deque[dict[bytes, bytes]] = deque()
        self._whole = False
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._begin,
                    "on_header_field": self._on_field,
                    "on_header_value": self._on_value,
                    "on_header_end": self._on_header,
                    "on_headers_finished": self._on_headers,
                    "on_part_data": self._on_data,
                    "on_part_end": lambda: self._told.append(False),
                    "on_end": self._on_end,
                },
            )
        except FormParserError:
            raise Refusal("malformed", "The boundary does not hold.") from None

    async def begun(self) -> bool:
        """Go on to the next part; False at the end of the form."""
        while True:
            while self._told:
                if self._told.popleft() is True:
                    return True
            if not await self._more():
                return False

    def named(self) -> tuple[str, str | None]:
        """Return name and file name of the part that has begun."""
        headers = self._queue.popleft()
        _, options = parse_options_header(headers.get(b"content-disposition"))
        if b"name" not in options:
            raise Refusal("malformed", "A part of the form has no name.")
        filename = options.get(b"filename")
        return (
            options[b"name"].decode(errors="replace"),
            None if filename is None else filename.decode(errors="replace"),
        )

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the bytes of the part that has begun."""
        while True:
            while self._told:
                told = self._told.popleft()
                if told is False:
                    return
                if isinstance(told, bytes):
                    yield told
            if not await self._more():
                return

    async def _more(self) -> bool:
        """Parse the next bytes of the request. Raises Refusal when they make no form."""
        try:
            chunk = await anext(self._stream, b"")
            if chunk:
                self._parser.write(chunk)
                return True
        except FormParserError:
            raise Refusal("malformed", "The form cannot be read.") from None
        if not self._whole:
            raise Refusal("malformed", "The form ends too early.")
        return False

    def _begin(self) -> None:
        self._headers = {}

    def _on_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header(self) -> None:
        self._headers[self._header.lower()] = self._value
        self._header = self._value = b""

    def _on_headers(self) -> None:
        self._queue.append(self._headers)
        self._told.append(True)

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        self._told.append(data[start:end])

    def _on_end(self) -> None:
        self._whole = True
