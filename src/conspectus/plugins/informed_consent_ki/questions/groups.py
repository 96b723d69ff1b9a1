"""How the groups of a study differ: placebo or sham, who knows, what each group gets."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE

_AVOID = (
    Cue(
        r"^(?:it|they|this|these|those|he|she|such|both|then|if|but|some|in)\b(?! (?:group|half))"
        r"|:\W*$|\?\W*$|\btitle\b|\ba (?:phase|randomi|multi|double)|^for example|which\W*$|side effects?|\brisks?\b|\b(?:got|had|took|earlier|so far)\b|%"
        r"|\b(?:call|contact|emergency|results?|report(?:s|ed)?|worse|improve|benefit|help)\b|\$",
        3.0,
    ),
)

GROUPS = Question(
    "groups",
    "text",
    "What does each group get, is there a placebo or sham, and who knows which group one is in?",
    (
        Aspect(
            "group",
            (
                Cue(
                    r"^(?:the )?(?:first |second |third |other |control |comparison |study )?(?:group"
                    r"|arm|cohort)(?: (?:\d|[A-D]|one|two|three|four))?\b[^|]{0,30}?(?:[.:]"
                    r"| (?:will |only )?(?:gets?|receives?|has|have|takes?|is given|are given))"
                    r"|\b(?:one|the other|each|control|comparison|(?:about )?half) (?:of (?:them|you"
                    r"|the (?:people|children|group))|group|half|third|arm)\b[^.]{0,40}\b(?:gets?"
                    r"|receives?|have|takes?|is given|are given)\b"
                    r"|\b(?:half|third|quarter) (?:of (?:the )?\w+ )?(?:will )?(?:gets?|receives?)\b",
                    3.0,
                ),
            ),
            avoid=_AVOID,
            most=4,
            threshold=2.0,
        ),
        Aspect(
            "placebo",
            (
                Cue(
                    r"\b(?:placebo|sham|dummy|inactive|salt ?water|sugar pills?)\b[^.]{0,80}\b(?:looks?"
                    r"|contains?|has no|holds?|without|no (?:active|medicine|drug)|half|chance)\b"
                    r"|\b(?:half|chance|get|gets|receive|given)\b[^.]{0,60}\b(?:placebo|sham|dummy"
                    r"|inactive|salt ?water|sugar pills?)\b",
                    3.0,
                ),
            ),
            avoid=_AVOID,
            threshold=2.0,
        ),
        Aspect(
            "blind",
            (
                Cue(
                    r"\b(?:neither|nor|nobody|no one|not|n.t)\b[^.]{0,80}\b(?:know|told|be told|find"
                    r" out|learn)\b[^.]{0,20}\b(?:which|what (?:group|treatment|you (?:get|got))"
                    r"|whether you (?:get|got|are)|who gets?|until)\b|double.?blind",
                    3.0,
                ),
            ),
            avoid=(*_AVOID, Cue(r"\bwe do not know\b|not (?:yet )?known?|researchers do not", 3.0)),
            threshold=2.0,
        ),
    ),
    away=(
        *ELSEWHERE,
        *topics.PRIVACY,
        *topics.COSTS,
        *topics.RISKS,
        *topics.BENEFITS,
        *topics.ALTERNATIVES,
    ),
    most_words=130,
    adds_to="randomized",
)
