"""The error tree. Every error has a stable `code` and one line that says what to do next.

ConspectusError
├── UsageError          the request itself cannot be served (exit code 2)
│   ├── UnknownPlugin
│   ├── InvalidPlugin
│   └── InvalidParameters
├── SourceError         the upload cannot be read (exit code 3)
│   ├── UnsupportedFormat   neither PDF nor DOCX, or a damaged container
│   ├── EncryptedSource
│   ├── TruncatedSource
│   ├── EmptySource         no pages, no text, or nothing but placeholders
│   ├── TextLayerMissing    scanned pages and no OCR on this machine
│   ├── SourceTooLarge      bytes, pages, decompressed size, nesting, memory, time
│   ├── UnsupportedLanguage
│   └── ReaderFailed        the reading process died
└── ModelError          the model cannot be reached (exit code 4)
"""


class ConspectusError(Exception):
    """Base of every error that Conspectus raises on purpose."""

    code = "error"
    exit_code = 5


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


class ModelError(ConspectusError):
    """The model cannot be reached or gave no usable answer."""

    code = "model-unreachable"
    exit_code = 4
