"""What is done to a subject that would not be done otherwise, in whole sentences."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import CHOICES, ELSEWHERE, ENDING

_THING = (
    r"(?:infusions?|drips?|operations?|surger(?:y|ies)|implants?|injections?|shots?|doses?"
    r"|capsules?|(?:study )?tablets?|pills?|sprays?|puffs?|patch(?:es)?|study (?:drug|medicine)"
    r"|vaccines?|cells|germs?|bacteria|challenge|radiation|chemotherapy|hormones?|transplants?"
    r"|an?esthe\w+|stimulat\w+|electrodes?|mesh|powder|sachets?|lamps?|classes|exercise sessions"
    r"|coach\w*|bands?|masks?|(?-i:[A-Z]{2,}[\w]*-\d+))"
)
_WHO = (
    r"(?:you|your (?:child|baby|teen)|(?:s?he)|everyone|everybody|all (?:\w+ )?(?:people|children)"
    r"|each (?:child|person|subject)|participants?|subjects?|patients?|(?:a |the )(?:nurse|surgeon"
    r"|doctor)s?|we)"
)
_HOW = (
    r"(?:into (?:a|an|the|your|each)|through a|by mouth|under the skin|in(?:to)? the vein|once"
    r"|twice|(?:a|per|every|each) (?:day|night|week|month|morning|evening)|for (?:about )?\d"
    r"|over (?:about )?\d|minutes|hours|weeks|days|drink\w*|swallow\w*|live|cut|asleep|\d)"
)

ACT = Question(
    "act",
    "text",
    "What is done in the study that would not be done otherwise: what is given, put in, worn or "
    "practiced, how and how often?",
    (
        Aspect(
            "act",
            (
                Cue(
                    rf"\b{_WHO}\b[^.]{{0,30}}\b(?:will|would|gets?|is|are|has|have|takes?|drinks?"
                    r"|wears?|swallows?|receives?|inhales?|puts?|makes?|places?|injects?|gives?"
                    rf"|attends?)\b[^.]{{0,80}}\b{_THING}\b"
                    rf"|\b{_THING}\b[^.]{{0,40}}\b(?:is|are|will be|goes|go|runs?|flows?|lasts?)\b"
                    r"[^.]{0,40}\b(?:given|put|placed|implanted|injected|attached|into|over|for)\b",
                    2.5,
                ),
                Cue(rf"\b{_HOW}\b", 1.0),
            ),
            avoid=(
                Cue(
                    r"^if\b|\bif you\b|optional|side effects?|\brisks?\b|\bmay\b|\bmight\b|\bcould\b|usual|"
                    r"regular|standard|routine|anyway|would have\b|before (?:the study|you join)"
                    r"|\b(?:group|arm|cohort|half|part [A-D1-4]|phase)\b|\bnot\b|\bno\b|placebo",
                    3.0,
                ),
                Cue(
                    r"\b(?:blood|urine|stool|saliva) (?:\w+ )?(?:is|are|will|samples?|tests?|draws?)"
                    r"|\b(?:scans?|mri|x-?rays?|surveys?|questionnaires?|diary|diaries|interview"
                    r"|biops\w+|biobank|telephone|call(?:s|ed)?|pregnancy test|results?|data|records?|paid?|cost|\$)\b|contrast",
                    3.0,
                ),
                Cue(
                    r"^(?:it|they|this|these|those|she|he|such|both|then|after|before|during|at)\b"
                    r"|:\W*$|\?\W*$|\b(?:learn|find out|purpose|study (?:is|will|tests?|compares?)"
                    r"|research|approved|developed|called|people with|used to|have been|has been"
                    r"|must|should|also)\b",
                    3.0,
                ),
            ),
            home=topics.PROCEDURES,
            most=4,
            threshold=3.2,
        ),
    ),
    away=(
        *ELSEWHERE,
        *topics.PRIVACY,
        *topics.COSTS,
        *topics.RISKS,
        *topics.BENEFITS,
        *CHOICES,
        *ENDING,
        *topics.INJURY,
        *topics.PAYMENT,
        *topics.ALTERNATIVES,
        *topics.SHARING,
        r"^\W*(?:\w+ )?(?:group|arm|cohort)s? (?:\d|[A-D]\b|one|two)",
    ),
    most_words=120,
    adds_to="procedures",
)
"""Told before the tests, which fill a list more easily."""
