"""What the offline model answers of a form in which one paragraph alone says something."""

from collections.abc import Mapping

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.request import Extract, Reply, Request
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS

ASKED = {question.name: question for question in QUESTIONS}
FORM = {
    "About this study": "The form describes a research project at Alder Clinic.",
    "Who can be in it": "Ask the nurse whether you qualify.",
    "Why me?": "See below.",
    "What happens": "Visits take place at the clinic.",
    "Time": "The clinic opens at nine.",
    "Risks and discomforts": "We try to keep you comfortable.",
    "Benefits": "See what follows.",
    "Other choices": "Think it over.",
    "Will you pay me?": "Ask the office.",
    "Costs": "Ask the office.",
    "If you are hurt": "Tell the nurse.",
    "Privacy": "Staff are trained.",
    "Your rights": "Read on.",
    "Can I take it back?": "Read on.",
    "Contacts": "See the last page.",
}


def answered(form: Mapping[str, str], name: str, heading: str, text: str) -> Reply:
    """Return the answer of a form, a paragraph by heading, whose paragraph there is `text`."""
    extracts: list[Extract] = []
    for title, said in {**form, heading: text}.items():
        extracts.append(Extract(len(extracts) + 1, "heading", title))
        extracts.append(Extract(len(extracts) + 1, "paragraph", said, (title,)))
    return OfflineModel().answer(Request((ASKED[name],), tuple(extracts))).replies[0]
