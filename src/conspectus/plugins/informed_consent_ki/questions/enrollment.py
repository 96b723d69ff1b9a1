"""How many people take part."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import EARLIER, ELSEWHERE

_PEOPLE = (
    r"(?:people|persons|subjects|participants|patients|volunteers|adults|children|women|men|"
    r"families|"
    r"individuals|infants|babies|newborns|students|parents|caregivers|veterans|teens|adolescents|"
    r"youth|couples|"
    r"pairs|households|residents|employees|teachers|survivors|members|others|donors|girls|boys|"
    r"mothers|fathers|nurses|staff|clinicians|healthy|eligible|persons|smokers|workers|boys|"
    r"citizens|elders|seniors|homes|users|learners|athletes|recipients|respondents)"
)
_COUNT = (
    r"(?:\d[\d,]{0,12}|\b(?:one hundred|a hundred|a thousand|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|four|five|six|seven|eight|"
    r"nine|(?:one|two|three|four|five|six|seven|eight|nine) (?:hundred|thousand))"
    r"(?:-\w+| (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand))*)"
    r"(?: \(\d[\d,]{0,12}\))?"
)
_UNITS = (
    r"(?!\s*(?:[-\u2013]|to \d)?\s*(?:\d+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|times|"
    r"visits?|mg|ml|%|"
    r"percent|centers|sites|hospitals|countries|studies|groups|out of|in \d|of (?:these|those)))"
)
NUMBER = Question(
    "number_of_participants",
    "text",
    "How many people take part in all, and here?",
    (
        Aspect(
            "count",
            (
                Cue(
                    r"(?:about|approximately|total|up to|around|expect|enroll|recruit|include|"
                    r"invite|nearly|as many as|"
                    r"plan|hope|at least|need|roughly|some|maximum)\b[^.]{0,40}?(?<![\d-])"
                    rf"{_COUNT}\b{_UNITS}[^.]{{0,40}}?\b{_PEOPLE}",
                    1.5,
                ),
                Cue(
                    rf"(?<![\w-]){_COUNT}(?<=[\w)]){_UNITS},? (?:\w+ "
                    rf"){{0,3}}{_PEOPLE}\b[^.]{{0,90}} (?:will|"
                    rf"are (?:expected|to be|being|needed|planned|wanted|sought|invited|taking)|take|in "
                    r"(?:this|the) study|from|at|across|worldwide|around|nationwide|to (?:take|"
                    r"participate|be))",
                    1.0,
                ),
                Cue(
                    r"\b(?:take part|participate|be in|be enrolled|join|enroll|be included|"
                    r"in (?:this|the) (?:study|registry|"
                    r"project|trial|research))",
                    0.6,
                ),
                Cue(
                    rf"(?:^|: )(?:about |up to |some |around )?{_COUNT}\b{_UNITS} (?:[\w-]+ ){{0,2}}\w+s\b[^.]{{0,60}} "
                    r"(?:can|may|will) (?:join|take part|be in|participate|enroll)\b",
                    1.3,
                ),
                # "We look for 96 men and women"
                Cue(
                    r"(?:look(?:ing)? for|hop(?:e|ing) (?:for|to|that)|need|seek|want|"
                    r"plan(?:ned)? (?:on|for)|"
                    r"intends? to (?:include|enrol)|inviting|recruiting|enrolling|room for|"
                    r"aim(?:ing)? "
                    rf"(?:for|to)|target (?:is|of))\b[^.]{{0,30}}?(?<![\d-]){_COUNT}{_UNITS} "
                    rf"(?:\w+ ){{0,3}}{_PEOPLE}",
                    1.5,
                ),
                Cue(
                    r"(?:will|plans? to|hopes? to|aims? to|want to) (?:enrol+|recruit|include|study|treat) "
                    rf"(?:about |up to |some )?{_COUNT}\b{_UNITS}(?= (?:in|from|across|over)\b|[.,])",
                    1.4,
                ),
                # The number opens the answer, or is all of it.
                Cue(
                    rf"^(?:[^:?]{{0,60}}[:?] )(?:about |up to |some |around |in all,? |in total,? )*{_COUNT}\b"
                    rf"{_UNITS}(?: \w+){{0,4}}[.,;]?(?=$|[\s,])(?! ?(?:%|percent|of\b))",
                    0.9,
                ),
                Cue(
                    rf"(?:number of|how many) {_PEOPLE}\b[^:|?]{{0,40}}[:|?] ?(?:about )?{_COUNT}\b{_UNITS}|"
                    rf"sample size\b[^.;]{{0,20}}{_COUNT}\b",
                    1.5,
                ),
                Cue(
                    rf"(?:^|: |\bin (?:total|all),? )(?:about |up to |some |around )?{_COUNT}\b{_UNITS} "
                    rf"(?:[\w-]+ ){{0,4}}(?:(?:is|are|will be|to be) (?:sought|wanted|needed|asked|invited|"
                    r"studied|enrol+ed|recruited|included|treated|tested|followed)|(?:may|can|will|are to) "
                    r"(?:be|join|take))\b",
                    1.5,
                ),
                Cue(
                    rf"(?:^|: )(?:about |up to |some |around )?{_COUNT}\b{_UNITS} (?:\w+ ){{0,3}}{_PEOPLE}\b"
                    r"(?:,? (?:aged|who|with|from|in|between|over|under)\b|, \d)",
                    1.0,
                ),
                Cue(
                    rf"\b(?:study|trial|project|registry|bank) (?:enrol+s|recruits|includes|takes|treats|has) "
                    rf"(?:about |up to |some )?{_COUNT}\b{_UNITS}(?=[.,]| in\b| at\b| from\b| (?:\w+ ){{0,2}}{_PEOPLE})|"
                    rf"there (?:will be|are) (?:about |up to |some )?{_COUNT} of (?:you|us)\b",
                    1.5,
                ),
                # People of a kind that the list above does not name.
                Cue(
                    r"(?:plan|hope|expect|want|like) to (?:talk|speak|interview|include|enroll|"
                    r"recruit|"
                    rf"survey|invite|work|visit)\b[^.]{{0,20}}?(?<![\d-]){_COUNT}\b{_UNITS} [a-z]",
                    1.3,
                ),
                Cue(
                    r"(?:samples?|information|data|answers|blood|dna)\b[^.]{0,40} from (?:about |up to |"
                    rf"over |more than )?{_COUNT}\b{_UNITS} (?:\w+ ){{0,3}}{_PEOPLE}",
                    1.3,
                ),
                Cue(r"will answer|will complete|hope (?:that|for|to)", 0.5),
                Cue(
                    r"in all\b|in total|total of|altogether|overall|in the (?:current )?study|"
                    r"nationwide|worldwide|"
                    r"countries|(?:several|many|other) (?:sites|centers|hospitals|institutions)",
                    0.6,
                ),
            ),
            avoid=(
                Cue(rf"^(?!.*{_COUNT})", 3.0),
                Cue(
                    r"^(?:[^:]{0,40}: )?(?:you|he|she|your \w+) (?:will|would) be in (?:the|this) "
                    r"[\w ]{3,20} for\b",
                    3.0,
                ),
                Cue(
                    r"side effect|(?:out of|of) (?:every )?(?:\d|one hundred)|\bhas been (?:given|tested|used)|(?:were|was) (?:treated|given|enrolled|"
                    r"tried)|"
                    r"live with|screened only|\bto find them|(?:to|we) (?:scan|screen|test|check) "
                    r"(?:about|some|"
                    r"up to|around|approximately)|will not finish|without a visit|have (?:this|"
                    r"the) (?:disease|condition)|1 in \d|"
                    r"in 100\b",
                    2.0,
                ),
                Cue(
                    r"have (?:been (?:given|treated)|received|taken)|had (?:taken|received)|"
                    r"\btried\b",
                    2.0,
                ),
                Cue(
                    r"interview part|sub-?study|optional|separate (?:sheet|form|consent)|for a "
                    r"talk|pick \d|focus group|\$|gift|drawing|"
                    r"winning",
                    1.2,
                ),
                # The count of one place comes second.
                Cue(
                    r"^[^.,;]*(?:\bhere\b|at (?:this|our|your) (?:\w+ )?(?:site|cent|hospital|"
                    r"clinic|"
                    rf"university|institution)|enroll {_COUNT} at (?-i:[A-Z]))[^,;]*$",
                    1.2,
                ),
                Cue(
                    r"(?:group|arm|part|cohort|phase|stage) (?:\w+ )?will|the first|"
                    r"in each group|part (?:1|2|one|two)",
                    1.2,
                ),
                EARLIER,
            ),
            home=(
                r"how many (?:\w+ )?(?:people|subjects|participants|others|patients|children|"
                r"babies|families|will)",
                r"(?:number|size) of|^[\W\d]*how many\W*$|sample size|enrol",
            ),
            away=(*ELSEWHERE, *topics.RISKS, *topics.PAYMENT, *topics.BENEFITS),
            threshold=0.9,
        ),
        Aspect(
            "here",
            (
                Cue(
                    rf"{_COUNT}\b{_UNITS}[^.]{{0,60}}\b(?:here|at (?:this|the|our|your)\b|"
                    rf"at (?-i:[A-Z])|from (?-i:[A-Z])|"
                    r"of them|in each|at each|locally|this (?:site|center|hospital|clinic))",
                    1.2,
                ),
                Cue(
                    r"(?:here|at (?:this|our|your) (?:\w+ )?(?:site|center|hospital|clinic|"
                    r"university|institution)|at "
                    rf"(?-i:[A-Z])\w+)[^.]{{0,60}}{_COUNT}\b{_UNITS}",
                    1.0,
                ),
                Cue(rf"\b(?:{_PEOPLE}|of them|enroll|take part)", 0.4),
            ),
            avoid=(
                Cue(
                    r"screened|out of|were|had|\$|paid|phone|call|room|suite|minutes|days|hours|"
                    r"mL|mg|years|months|"
                    r"interview part|sub-?study",
                    1.5,
                ),
                EARLIER,
            ),
            home=(
                r"how many (?:\w+ )?(?:people|subjects|participants|others|patients|children|"
                r"babies|families|will)",
                r"number of (?:people|subjects|participants)|at (?:your|this) (?:hospital|site)",
            ),
            away=(*ELSEWHERE, *topics.RISKS, *topics.PAYMENT, *topics.BENEFITS, *topics.CONTACT),
            threshold=2.6,
        ),
    ),
    away=topics.OPTIONAL,
    most_words=50,
)
