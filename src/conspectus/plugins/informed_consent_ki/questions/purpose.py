"""Why the study is done."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions.context import (
    DANGLING,
    EARLIER,
    ELSEWHERE,
    PARTS,
)

PURPOSE = Question(
    "purpose",
    "text",
    "Why is the study done?",
    (
        Aspect(
            "aim",
            (
                Cue(
                    r"(?:purpose|goal|aim|objective|reason|point|focus|intent|intention|object|"
                    r"question)s?(?: \w+)? (?:of|for|behind|in) "
                    r"(?:this|the|our|doing (?:this|the)|these|conducting|[A-Z])",
                    1.6,
                ),
                Cue(
                    r"(?:main|primary|chief|foremost|principal|overall|key|only|our|its|study|the) "
                    r"(?:purpose|goal|aim|reason|objective|question|idea|intention)s? "
                    r"(?:\w+ ){0,3}(?:is|are|was|will be) (?:to|whether|if|how)\b",
                    1.3,
                ),
                Cue(
                    r"(?:being (?:done|conducted|carried out|run|undertaken)|doing (?:this|the) "
                    r"(?:study|research|project|trial|survey)) (?:in order )?(?:to|because|so)\b",
                    1.1,
                ),
                Cue(
                    r"(?:main|primary|first|overall|most important) (?:purpose|goal|aim|reason|"
                    r"objective)",
                    0.5,
                ),
                Cue(
                    r"\b(?:trying|wants?|like|hopes?|hoping|wish(?:es)?|designed|done|conducted|"
                    r"set "
                    r"out|"
                    r"sets out|attempt(?:s|ing)?|investigating|meant|set up|expects?|undertaken|"
                    r"carried out|doing|seeks?|looking|intention|interested in|here|"
                    r"planned|need|plan|aims?|seeks?|study|research|intend(?:ed|s)?|order|able|"
                    r"question|goal is|aim is|purpose is),? to (?:find|settle|establish|gather|"
                    r"gain|"
                    r"get|show|prove|tell|track|record|compile|pilot|estimate|characteri[sz]e|"
                    r"increase|reduce|provide|monitor|help|make|decide|work out|figure|give us|"
                    r"learn|see|test|understand|"
                    r"determine|evaluate|compare|study|know|assess|measure|examine|describe|"
                    r"explore|"
                    r"investigate|discover|improve|develop|validate|answer|identify|look at|check|"
                    r"collect|create|build)",
                    1.4,
                ),
                Cue(
                    r"to (?:test|find out|learn|see|evaluate|compare|determine|validate|know|"
                    r"understand|"
                    r"assess|examine) (?:whether|if|how|the|what|which|a|an|more)?",
                    0.6,
                ),
                Cue(
                    r"\banswer (?:one|the following|this|these|the|an important) (?:\w+ "
                    r")?questions?|"
                    r"(?:this|the) (?:study|research|trial|registry|project) (?:will |"
                    r"is )?(?:show(?:s)? (?:if|whether|how|which)|test(?:s|ing)?|"
                    r"compar(?:es|e|ing)|look(?:s|ing)? at|examin(?:es|e|ing)|stud(?:ies|ying)|"
                    r"study (?=how|whether|why|what)|"
                    r"evaluat(?:es|e|ing)|measur(?:es|e|ing)|ask(?:s|ing)?|describ(?:es|e)|"
                    r"explor(?:es|e|ing)|investigat(?:es|e|ing)|aims?|seeks?|concerns?|"
                    r"focus(?:es)?|"
                    r"assess(?:es|ing)?|intend(?:s|ed)|tries|about)\b|"
                    r"research (?:study )?(?:about|on)\b|"
                    r"(?:registry|repository|biobank|project|study) (?:collects?|gathers?|"
                    r"will collect|follows)\b|"
                    r"(?:two|three|four|several) (?:[\w-]+ ){1,6}(?:are|will be) (?:being )?compared|"
                    r"(?:we|they|researchers) (?:look|search|are looking|are searching) for (?:an? )?(?:better|"
                    r"safer|new|other)\b|"
                    r"we (?:are|will) (?:testing|studying|comparing|trying|looking)",
                    1.1,
                ),
                Cue(
                    r"\b(?:researchers?|scientists|investigators?|doctors|we|they|team|group)\b"
                    r"[^.]{0,170}? (?:is|are|am) (?:studying|testing|examining|exploring|"
                    r"investigating|comparing|researching|surveying|evaluating|looking (?:at|"
                    r"into)|working to|learning)\b",
                    1.3,
                ),
                Cue(
                    r"^to (?:find out|learn|see|test|compare|determine|understand|evaluate|study|"
                    r"know|assess|settle|check|measure|improve|develop|discover|explore|"
                    r"identify)\b",
                    0.7,
                ),
                Cue(
                    r"(?:want|wish|need|like|hope|hoping|trying|interested|curious)\w*[^.]{0,25} "
                    r"(?:know|learning|knowing|finding|understanding|ask|in (?:how|whether|what|"
                    r"the))\b",
                    0.9,
                ),
                Cue(
                    r"(?:we|researchers|scientists|doctors|investigators|they) "
                    r"(?:do not|don.t|are not|are unsure|still do not)[^.]{0,20} (?:know|sure|"
                    r"certain|understand)"
                    r"|(?:is|are) not (?:yet )?(?:known|clear|certain|understood|settled)|no one "
                    r"knows|"
                    r"(?:it is|remains) (?:unclear|uncertain|unknown)",
                    0.5,
                ),
                Cue(r"\bto (?:find out|learn|settle|discover)\b|\bin order to (?!join|take)", 0.5),
                Cue(r"whether (?:or not )?\w", 0.2),
                Cue(
                    r"(?:study|project|trial|bank|registry|program|survey|repository|collection)\b[^.]{0,12} (?:exists?|(?:was|is) (?:set up|made|created|started|built|kept|run)) (?:so that|in order "
                    r"to|to)\b|\bwe (?:ask|are asking|wonder|test|are testing|look at) (?:how|whether|if|what|which|"
                    r"why)\b",
                    1.0,
                ),
                # What must not be cut off: the question itself, the second half of the aim.
                Cue(r"questions?\W+(?:is|are|does|do|can|will|would|how|what|which)\b.*\?", 0.4),
                Cue(r"\band (?:to \w+|whether|if|how|which)\b.*", 0.1),
                Cue(r"\b(?:two|three|four|several|both)\b[^.:]{0,60}: .*", 0.1),
            ),
            avoid=(
                Cue(
                    r"(?:purpose|aim|goal|reason)s? of (?:this |the )?(?:consent|form|document|"
                    r"part|section|authori[sz]ation|letter|summary|visit|interview|sheet|leaflet|"
                    r"meeting|certificate|clinical trials|medical|assent|permission)|"
                    r"(?:purpose|aim|goal)s? of (?:a )?(?:clinical )?(?:research|trials?) |"
                    r"research(?:ers)? (?:is|are|studies are) (?:done|meant|different)",
                    3.0,
                ),
                Cue(
                    r"\bwe will (?:ask|take|give|collect|check|measure)\b|study team will|^please",
                    0.9,
                ),
                Cue(
                    r"(?:second|other|another|additional|secondary|further) (?:purpose|goal|aim|"
                    r"reason)|"
                    r"\balso\b",
                    0.9,
                ),
                Cue(
                    r"your (?:choice|decision|own doctor)|take part|optional|sub-?study|screening|"
                    r"to see if you (?:can|are|qualify)|if you are eligible|ask(?:ed|ing)? you to|"
                    r"this form|future research|blood samples?|your (?:health )?information",
                    0.9,
                ),
                Cue(
                    r"you (?:can|may|will) (?:also )?(?:choose|decide|opt)|\bresults or not|"
                    r"(?:these|your|any|such) results|\bis voluntary",
                    1.5,
                ),
                Cue(r"paid for|funded|sponsor|the study approach to the usual approach", 1.5),
                Cue(
                    r"(?:do not|don.t|not) (?:yet )?know (?:all|what risks|if there|the (?:risks|"
                    r"side))",
                    1.5,
                ),
                Cue(r"^if you|want to know more|what you want|questions? (?:you|about)", 1.5),
                # what research is, and what its subject needs or need not do
                Cue(
                    r"(?:research|trials?|stud(?:y|ies))\b[^.]{0,30} (?:not the same|differs?|"
                    r"different|not (?:medical|regular|usual|standard)|unlike)\b|"
                    r"(?:^|: )(?:you|nobody|no one|everyone)\b[^.]{0,12} (?:need|needs|have|has|want|able)\b",
                    5.0,
                ),
                EARLIER,
                DANGLING,
            ),
            home=PARTS,
            away=ELSEWHERE,
            threshold=0.6,
        ),
        Aspect(
            "also",
            (
                Cue(
                    r"(?:second|other|another|additional|secondary|further) (?:\w+ )?(?:purpose|"
                    r"goal|aim|"
                    r"reason|objective)s?",
                    1.8,
                ),
                Cue(
                    r"(?:also|second|in addition)\b.{0,60}?\b(?:want|trying|hope|like|compare|"
                    r"look at|study|"
                    r"learn|see|find out|test|measure|know)",
                    1.4,
                ),
                Cue(r"trying to (?:find out|see|learn)|want to (?:learn|find out|see|know)", 0.8),
            ),
            avoid=(
                Cue(r"\byou(?:r|rs)?\b|optional|sub-?study|paid|sponsor|may also be", 1.0),
                Cue(r"purpose of (?:this |the )?(?:consent|form|document)", 3.0),
                EARLIER,
            ),
            home=PARTS,
            away=ELSEWHERE,
            threshold=2.2,
        ),
    ),
    away=ELSEWHERE,
)
