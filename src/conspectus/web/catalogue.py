"""Every problem that a client may meet, by its stable code; docs/api.md has them all."""

from typing import NamedTuple


class Kind(NamedTuple):
    """Status and title of a problem, and what a client may do about it.

    `told` is the detail that is given when what happened inside is nobody's business.
    """

    status: int
    title: str
    advice: str
    retryable: bool = False
    told: str = ""


_HERE = "The service has a fault. It was logged under the trace id; tell whoever runs it."
_AGAIN = "Try again after a while, with the same Idempotency-Key."
_LATER = "Queue it again later: POST .../retry/, or send the form with a fresh Idempotency-Key."
_MODEL = "The model gave no usable answer."

KINDS: dict[str, Kind] = {
    "malformed": Kind(400, "The request cannot be read", "Mend the request."),
    "unauthenticated": Kind(401, "A key is needed", "Send `Authorization: Bearer KEY`."),
    "budget-exceeded": Kind(
        402, "The budget is spent", "Ask for a cheaper model, or raise CONSPECTUS_BUDGET_USD."
    ),
    "forbidden": Kind(403, "This key may not do that", "Use a key with the scope that is named."),
    "stranger": Kind(
        403, "Only this machine is let in", "Set CONSPECTUS_AUTH, or CONSPECTUS_OPEN to let all in."
    ),
    "not-found": Kind(404, "There is nothing here", "See the paths under /docs."),
    "unknown-job": Kind(404, "There is no such job or document", "List yours with GET /v1/jobs/."),
    "unknown-plugin": Kind(422, "There is no such plugin", "List them with GET /v1/plugins/."),
    "method-not-allowed": Kind(405, "Not with this method", "Use a method of the Allow header."),
    "not-acceptable": Kind(406, "Not to be had in that format", "Ask for one of `available`."),
    "in-flight": Kind(
        409, "The first request of this key is under way", "Ask again after Retry-After.", True
    ),
    "not-ready": Kind(409, "The document has no report yet", "Ask again after Retry-After.", True),
    "cancelled": Kind(409, "The document was cancelled", "Queue it again: POST .../retry/."),
    "acted-meanwhile": Kind(
        409, "Others have acted meanwhile", "Read the review again; then act, with its `acts`."
    ),
    "not-signable": Kind(
        409, "The document cannot be signed off yet", "Do what `hindrances` of the review names."
    ),
    "not-kept": Kind(410, "The report is gone", "Order it again."),
    "too-large": Kind(413, "Too large", "Send less; the limits are settings of the service."),
    "unsupported-format": Kind(415, "Neither PDF nor DOCX", "Save the document as PDF or DOCX."),
    "unsupported-media-type": Kind(415, "Not multipart/form-data", "Send a form with files."),
    "validation": Kind(422, "A part of the request does not hold", "Mend what `errors` names."),
    "usage": Kind(422, "The request cannot be served as it is", "Mend the request."),
    "invalid-parameters": Kind(
        422, "A parameter does not hold", "See GET /v1/plugins/ID/ for the schema."
    ),
    "unknown-model": Kind(422, "There is no such model", "Leave `model` out, or ask what is set."),
    "act-refused": Kind(422, "The act cannot be done", "Mend what `detail` names."),
    "idempotency-key-reused": Kind(
        422, "The Idempotency-Key belongs to another request", "Use a fresh key for each request."
    ),
    "unsafe-address": Kind(
        422, "A webhook may not go there", "Give a public https address, or have it allowed."
    ),
    "undelivered": Kind(502, "The webhook was not taken", "Look at its deliveries.", True),
    "unreadable-source": Kind(422, "The document cannot be read", "Open and save it again."),
    "encrypted": Kind(422, "The document needs a password", "Remove the password."),
    "truncated": Kind(422, "The file ends too early", "Upload it again, whole."),
    "empty": Kind(422, "The document has no words", "Upload the filled-in document."),
    "text-layer-missing": Kind(422, "The pages are pictures", "Upload a document with text."),
    "unsupported-language": Kind(422, "Not in this language", "See the plugin's `languages`."),
    "reader-failed": Kind(422, "The document could not be read", "Open and save it again."),
    "rate-limited": Kind(429, "Too many requests", "Ask again after Retry-After.", True),
    "error": Kind(500, "The service has a fault", _HERE, False, "Something failed."),
    "invalid-plugin": Kind(500, "The plugin has a fault", _HERE, False, "The plugin failed."),
    "worker-lost": Kind(500, "The document kills its workers", _HERE),
    "model": Kind(502, "The model failed", _LATER, False, _MODEL),
    "model-refused": Kind(502, "The model refuses the request", _HERE, False, _MODEL),
    "answer-filtered": Kind(502, "The answer was withheld", "Ask another model.", False, _MODEL),
    "answer-truncated": Kind(502, "The answer is cut off", "Ask another model.", False, _MODEL),
    "answer-malformed": Kind(502, "The answer makes no sense", _LATER, True, _MODEL),
    "answer-missing": Kind(
        410, "An answer was not kept", "Order the document again.", False, "An answer is missing."
    ),
    "missing-key": Kind(503, "The model has no key", _HERE, False, "The model cannot be asked."),
    "model-unreachable": Kind(503, "The model cannot be reached", _LATER, True, _MODEL),
    "model-busy": Kind(503, "The model is busy", _LATER, True, _MODEL),
    "storage": Kind(
        503, "The store cannot be used", _AGAIN, True, "What was to be kept is not kept."
    ),
    "storage-full": Kind(
        507, "The store is full", _AGAIN, True, "There is no room left; nothing was kept."
    ),
}
