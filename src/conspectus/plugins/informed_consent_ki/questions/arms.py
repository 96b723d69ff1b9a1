"""What is compared with what, and who gets which: parts of the answer to "intervention"."""

from conspectus.domain.facts import Aspect, Cue
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import DANGLING, EARLIER, PARTS
from conspectus.plugins.informed_consent_ki.questions.things import ABOUT_IT, APART

_GROUPS = (r"groups?\b|random|assign|arms?\b|cohorts?|by chance|which (?:\w+ )?(?:would|will) you",)
_GETS = (
    r"(?:receives?|gets?|takes?|uses?|has|have|be (?:given|treated|assigned)|are given|is given|"
    r"goes? "
    r"through|does|do|undergo(?:es)?)"
)

# What it is compared with.
CONTROL = Aspect(
    "control",
    (
        Cue(
            r"placebo|\bsham\b|look-?alike|inactive (?:pill|substance|solution|tablet)|sugar pill|"
            r"dummy|salt.?water|saline|"
            r"pretend",
            1.2,
        ),
        Cue(
            r"usual care|standard (?:of care|care|treatment)|control group|comparison group|"
            r"wait-?list|"
            r"\bwaiting list",
            1.0,
        ),
        Cue(
            r"\b(?:groups?|chance|either|or|half|one of|out of|receiv\w*|gets?|looks like|use)\b",
            0.4,
        ),
        Cue(
            r"(?:whether|which) (?:you|your child|of the)[^.]{3,80}\bor\b[^.]{0,60}\bchance|(?:by "
            r"chance|at "
            r"random|randomly|lottery)\b[^.]{0,60}(?:[:,]|\bto\b|\beither\b|"
            r"whether)[^.]{3,120}\bor\b",
            1.4,
        ),
        Cue(
            r"whether (?:you|your child) (?:gets?|receives?)|which of the (?:two|three)|"
            r"one of (?:the |these )?(?:two|three) (?:\w+ )?(?:operations|treatments|drugs|"
            r"medicines|"
            r"programs|devices|surgeries|ways|doses)",
            0.9,
        ),
        Cue(r"\bhalf (?:of )?[^.]{3,90}(?:,|\b(?:and|the other|but)) half\b", 0.8),
        # The lead of a list of arms.
        Cue(
            r"(?:assigned|randomi[sz]ed|placed|put|chosen|divided|receive|get|"
            r"given)\b[^.]{0,80}(?:one of "
            r"(?:the )?(?:following|these)|(?:one of )?(?:two|three|four|five|\d) (?:[\w-]+ "
            r"){0,2}(?:groups?|arms|"
            r"treatments|doses)|either)[^.]{0,30}:$",
            2.4,
        ),
        Cue(
            r"there (?:are|will be) (?:two|three|four|five|\d) (?:[\w-]+ ){0,2}(?:groups|arms|"
            r"treatments|plans|doses)[^.]{0,40}:$",
            2.4,
        ),
        Cue(r"\bonce (?:with|after|on|in)\b[^.]{3,80}\bonce (?:with|after|on|in)\b", 1.8),
        Cue(
            rf"\b(?:will |you )?either\b.{{0,120}}\bor\b|(?:one|first) (?:group|half|"
            rf"list)[^.]{{0,40}} {_GETS}",
            0.8,
        ),
    ),
    avoid=(
        Cue(r"(?:purpose|aim|goal) of|find out|to learn|better than|more than|want to know", 0.9),
        Cue(
            r"(?:trial|study) (?:named|called)|that study|(?:those|these) studies|another team|"
            r"very common|"
            r"\b(?:took|received|were given|was given)\b",
            2.0,
        ),
        Cue(
            r"would be done anyway|most of these|belong to|if you say no|not (?:take part|join|in "
            r"the "
            r"study)|side effect|risk|cost|bill|paid|results?\b|there is no (?:placebo|comparison|"
            r"control|"
            r"inactive)|no placebo|will not know|doctor will|blind|no sham|nobody|get better|worse|"
            r"(?:part|regardless) of|would normally|visits?\b|exam|tests?\b",
            1.0,
        ),
        Cue(r" \| |\bscans?\b|always done|decides the order", 1.2),
        Cue(r"\bone (?:\w+ )?or the other\b", 2.0),
        EARLIER,
        DANGLING,
    ),
    home=(*PARTS, *ABOUT_IT, *topics.PROCEDURES, *_GROUPS),
    away=(*APART, *topics.BENEFITS, *topics.PRIVACY, *topics.CONTACT),
    threshold=1.7,
)

_EITHER = (
    Cue(r"(?:will |you )either\b.{0,120}\bor\b", 1.8),
    Cue(
        r"^\W*(?:the )?(?!(?:control|comparison|placebo|usual|other|second|standard|sham|study|"
        r"small|large|whole|same|this|each|support|focus|age|blood|research|waitlist)\b)"
        rf"[\w/+-]+ (?:group|arm) (?:will )?{_GETS}\b",
        1.6,
    ),
)

# Arms are alike, so each has an aspect of its own.
ARMS = tuple(
    Aspect(
        name,
        (
            Cue(
                rf"^\W*(?:the )?(?:group|arm|cohort) (?:{sign})\b[^.|]{{0,30}}:|"
                r"^[\w -]{3,30} (?:group|arm|session|period):|"
                rf"\b(?:in )?(?:clinics of )?(?:the )?(?:{nth}) (?:\w+ )?(?:group|arm|list|cohort|"
                rf"half|period|"
                rf"session|clinics?)\b[^.]{{0,60}} {_GETS}\b",
                1.6,
            ),
            *cues,
        ),
        avoid=(
            Cue(r"side effect|risk|paid|\$|decide|optional|stop|no placebo|:\W*$", 1.2),
            # what befell the people of an arm
            Cue(
                r"\(\d[\d.]* ?(?:%|percent)[^()]*\)|\d ?%\)|headache|nausea|vomit|"
                r"dizz|(?:less|more|most) (?:common|likely|often)\b",
                3.0,
            ),
            Cue(
                r" \| |group: [^.]*group$|(?:group|arm) \w+: [^.:]*: (?:group|arm)|"
                r"^\W*(?:group|arm|cohort) \w+: (?:group|arm|cohort) \w+\W*$",
                2.5,
            ),
            EARLIER,
        ),
        home=(*PARTS, *ABOUT_IT, *topics.PROCEDURES, *_GROUPS),
        away=(*APART, *topics.BENEFITS, *topics.PRIVACY),
        threshold=1.5,
    )
    for name, sign, nth, cues in (
        ("arms", "1|A|I|one", "first|one|intervention|treatment|experimental", _EITHER),
        ("second arm", "2|B|II|two", "second|other|control|comparison|usual care", ()),
    )
)

# What people get: doses, sessions.
GIVEN = Aspect(
    "given",
    (
        Cue(
            r"\b(?:you|your child|your baby|everyone|everybody|people|participants|one group|half|"
            r"group \w+|"
            r"patients|subjects|they|volunteers|all|person|each|women|men|children)\b[^.]{0,40}? "
            r"(?:will |"
            r"would |may )?(?:either |also |then )?(?:receives?|gets?|be given|takes?|uses?|"
            r"wears?|have|"
            r"has|be treated|walk|train|do|play|practice|attend|be (?:randomly )?assigned to|"
            r"be asked to (?:take|use|wear|complete|answer|fill))\b",
            0.9,
        ),
        Cue(
            r"study (?:drug|medicine|device|treatment|product|vaccine|intervention|therapy)|\d "
            r"mg\b|by "
            r"mouth|infusion|injection|under the skin|into (?:a|your|an arm) vein|tablet|capsule|"
            r"treadmill|"
            r"lessons|sessions|wear|probe will|exercise|class|\bdose|text messages?|program\b|"
            r"awake|cells\b",
            0.7,
        ),
        Cue(r"whether you (?:get|receive)|one of (?:two|three|the following)", 0.8),
        Cue(
            r"(?:training|therapy|program|intervention|lessons|sessions?) (?:will )?(?:involve|"
            r"include|"
            r"consist)",
            1.3,
        ),
        Cue(
            r"(?:a single|one|the) (?:bag|dose|infusion|injection|tablet) of [^.]{2,60} (?:is|are|"
            r"runs|will|"
            r"goes)|(?:is|are) (?:given|taken|put|injected|infused|implanted|"
            r"placed)\b[^.]{0,40}(?:vein|"
            r"mouth|skin|muscle|arm|day|week)|runs? (?:in|into)",
            1.2,
        ),
    ),
    avoid=(
        Cue(
            r"\bcard\b|copy|paid|gift|side effect|risk|results?\b|blood (?:test|draw)|screening|"
            r"urine|"
            r"\bscan\b|exam\b|questions you|questionnaire|diary|bring|keep|(?:trial|study) "
            r"(?:named|"
            r"called)|that study|steroid|(?:you|can|to) decide|leave the study|if you (?:do not|"
            r"are|say|"
            r"have|stop)|may not|pregnan|emergency|scheduled|responsibilit|appointment|shorts|"
            r"shoes|"
            r"\bballs\b|\btape\b|markers|sensors|track how|overground|"
            r"clothes|gown|talk to",
            0.9,
        ),
        Cue(r"(?:purpose|aim|goal) of|find out|reactions?\b|we also|no placebo|leave early", 0.9),
        Cue(r"before you (?:begin|start)|to help (?:reduce|prevent)", 2.5),
        Cue(r" \| ", 0.6),
        EARLIER,
        DANGLING,
    ),
    home=(
        *PARTS,
        *ABOUT_IT,
        *topics.PROCEDURES,
        r"(?:study )?(?:groups?|treatments?|drugs?|interventions?)\b",
    ),
    away=(
        *APART,
        *topics.BENEFITS,
        *topics.PRIVACY,
        r"^\W*(?:group|arm|cohort) [\dA-Z]\b|before (?:you|the|your) (?:begin|start|study)|"
        r"screening",
    ),
    threshold=1.9,
    unless=("arms",),
)
