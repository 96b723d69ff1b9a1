"""The error tree. Every error has a stable `code` and one line that says what to do next.

ConspectusError
├── UsageError          the request itself cannot be served (exit code 2)
│   ├── UnknownPlugin
│   ├── InvalidPlugin
│   ├── InvalidParameters
│   ├── UnknownModel        the name of a model has another form, or its price is needed and unknown
│   ├── MissingKey          the variable that holds the key of a provider is not set
│   ├── UnknownJob          no job, or no document of it, has that id
│   └── OrderedOtherwise    the key of an order that may come once came with another order
├── StorageError        what was to be kept is not kept (exit code 5)
│   ├── StorageFull         retryable
│   └── NotKept             nothing is kept under that key
├── SourceError         the upload cannot be read (exit code 3)
│   ├── UnsupportedFormat   neither PDF nor DOCX, or a damaged container
│   ├── EncryptedSource
│   ├── TruncatedSource
│   ├── EmptySource         no pages, no text, or nothing but placeholders
│   ├── TextLayerMissing    scanned pages and no OCR on this machine
│   ├── SourceTooLarge      bytes, pages, decompressed size, nesting, memory, time
│   ├── UnsupportedLanguage
│   └── ReaderFailed        the reading process died
└── ModelError          the model gave no usable answer (exit code 4)
    ├── ModelUnreachable    refused connection, time-out, failure of the server; retryable
    │   └── ModelBusy       too many requests
    ├── ModelRefused        the server refuses the request: key, rights, model name, size
    ├── AnswerFiltered      the provider withheld the answer
    ├── AnswerTruncated     the answer ends before it is whole
    ├── AnswerMalformed     the answer breaks its schema; retryable
    ├── AnswerMissing       a report is made again, and its answer was not kept
    └── BudgetExceeded      the next call may cost more than is left
"""

from conspectus.domain.usage import Usage


class ConspectusError(Exception):
    """Base of every error that Conspectus raises on purpose.

    `retryable` tells whether the same request may succeed later.
    """

    code = "error"
    exit_code = 5
    retryable = False


class UsageError(ConspectusError):
    """The request cannot be served as it was made."""

    code = "usage"
    exit_code = 2


class UnknownPlugin(UsageError):
    """No plugin of that id is installed."""

    code = "unknown-plugin"


class InvalidPlugin(UsageError):
    """A plugin breaks the plugin contract."""

    code = "invalid-plugin"


class InvalidParameters(UsageError):
    """A parameter is unknown or outside the plugin's schema."""

    code = "invalid-parameters"


class SourceError(ConspectusError):
    """The upload cannot be read."""

    code = "unreadable-source"
    exit_code = 3


class UnsupportedFormat(SourceError):
    """The bytes are neither a PDF nor a DOCX document."""

    code = "unsupported-format"


class EncryptedSource(SourceError):
    """The document needs a password."""

    code = "encrypted"


class TruncatedSource(SourceError):
    """The file ends before its own structure says it does."""

    code = "truncated"


class EmptySource(SourceError):
    """The document has no pages or no words."""

    code = "empty"


class TextLayerMissing(SourceError):
    """The pages are images, and no OCR engine is installed."""

    code = "text-layer-missing"


class SourceTooLarge(SourceError):
    """The document exceeds a limit of the settings."""

    code = "too-large"


class UnsupportedLanguage(SourceError):
    """The document is written in a language that the plugin does not read."""

    code = "unsupported-language"


class ReaderFailed(SourceError):
    """The reading process died or was killed."""

    code = "reader-failed"


class UnknownModel(UsageError):
    """No model goes by that name, or its price is unknown while a budget is set."""

    code = "unknown-model"


class MissingKey(UsageError):
    """A provider's key is not in the environment."""

    code = "missing-key"


class ModelError(ConspectusError):
    """The model cannot be reached or gave no usable answer.

    `retryable` tells whether the same request may succeed later, `after` how many seconds the
    provider asks to wait, `usage` what the failed attempt cost nevertheless.
    """

    code = "model"
    exit_code = 4
    retryable = False

    def __init__(
        self, message: str, after: float | None = None, usage: Usage | None = None
    ) -> None:
        super().__init__(message)
        self.after = after
        self.usage = usage or Usage()


class ModelUnreachable(ModelError):
    """No connection, no answer in time, or a failure of the server."""

    code = "model-unreachable"
    retryable = True


class ModelBusy(ModelUnreachable):
    """The server is well, and asks to be called less often."""

    code = "model-busy"


class ModelRefused(ModelError):
    """The server does not serve the request: wrong key, missing rights, unknown model, size."""

    code = "model-refused"


class AnswerFiltered(ModelError):
    """The provider withheld the answer."""

    code = "answer-filtered"


class AnswerTruncated(ModelError):
    """The answer ends before it is whole."""

    code = "answer-truncated"


class AnswerMalformed(ModelError):
    """The answer is no JSON, or breaks its schema."""

    code = "answer-malformed"
    retryable = True


class AnswerMissing(ModelError):
    """A report is made again from kept answers, and one is not there."""

    code = "answer-missing"


class BudgetExceeded(ModelError):
    """The next call may cost more than what is left of the budget."""

    code = "budget-exceeded"


class UnknownJob(UsageError):
    """There is no such job or document for who asks."""

    code = "unknown-job"


class OrderedOtherwise(UsageError):
    """The key under which an order may come once was used for another order."""

    code = "idempotency-key-reused"


class StorageError(ConspectusError):
    """What was to be kept is not kept."""

    code = "storage"


class StorageFull(StorageError):
    """There is no room left where uploads, reports and records are kept."""

    code = "storage-full"
    retryable = True


class NotKept(StorageError):
    """Nothing is kept under that key; it was deleted, or never was there."""

    code = "not-kept"


def exit_code_of(code: str) -> int:
    """Return the exit code of the error with that `code`; 5 when there is none."""
    kinds = [ConspectusError]
    for kind in kinds:
        if kind.code == code:
            return kind.exit_code
        kinds += kind.__subclasses__()
    return ConspectusError.exit_code
