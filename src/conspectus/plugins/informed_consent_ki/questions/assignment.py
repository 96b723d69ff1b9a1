"""Whether people are put into groups by chance."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import EARLIER, ELSEWHERE

_NOT_CHANCE = (
    r"(?:\bnot\b(?! you,)|n[\u2019']t\b|\bno\b|never|nothing|nobody|no one|none\b|neither|without|"
    r"rather than|"
    r"instead of)[^.,;]{0,50}(?:chance|random|coin|\blots?\b|\bdrawn?\b|lottery)|non-?random"
)
RANDOMIZED = Question(
    "randomized",
    "boolean",
    "Are subjects assigned to groups by chance?",
    (
        Aspect(
            "chance",
            (
                Cue(r"randomi[sz]|at random|randomly", 1.0),
                Cue(
                    r"(?:by|random|pure|equal|same|\d in \d|one in (?:two|three|four|five)|1:1|"
                    r"50.50|two.thirds?|half|"
                    r"\d out of \d|\d+%|\d+ percent) (?:chance|probability)|(?:one |1 )?chances? "
                    r"in "
                    r"(?:two|three|four|five|\d)\b|chance of (?:being|"
                    r"getting|receiving) (?:in|put|"
                    r"either|the|placebo|assigned)",
                    1.0,
                ),
                Cue(
                    r"(?:picked|chosen|assigned|decided|selected|put|placed|determined|made|"
                    r"set)[^.]{0,40}(?:at random|randomly|"
                    r"by chance|by a computer)",
                    0.8,
                ),
                Cue(r"randomly (?:assign|place|put|chosen|select)|randomi[sz]ed (?:to|into)", 0.8),
                Cue(
                    r"(?:assign|put|place|group|chosen|choos|decid|pick|"
                    r"select)\w*[^.]{0,60}(?:by|random) chance|(?:assigned|"
                    r"randomi[sz]ed|randomly assigned|put|placed) (?:\w+ )?(?:to|into|in) (?:one|"
                    r"either|a|the|two|group)",
                    0.8,
                ),
                Cue(
                    r"(?:flip|toss|like flipping|tossing)[^.]{0,14}coin|coin (?:flip|toss)|"
                    r"\d:\d ratio|luck of the draw|by lot\b|"
                    r"draw(?:ing)? (?:straws|"
                    r"numbers|names|lots)|"
                    r"roll(?:ing)? (?:of )?(?:the |a )?dice|out of a hat|lottery|shuffled?\b|"
                    r"sealed envelope|(?:card|envelope|slip|number|name)s? (?:is |are |will be "
                    r")?drawn|"
                    r"drawn? (?:from|by) (?:a |an )?(?:hat|computer|deck|box|envelope|list|lot)",
                    1.4,
                ),
                Cue(
                    r"\b(?:group|arm|assign|placebo|treatment|study drug|which of|order|put you|"
                    r"place you|decide|sham|"
                    r"either|comes? first|which (?:one|of)|mesh|version|method|program|condition|"
                    r"clinic|"
                    r"school|classroom|list)",
                    0.2,
                ),
                Cue(
                    r"\b(?:left|up) to (?:pure |mere )?chance\b|\bchance (?:alone )?(?:decides|determines|"
                    r"settles|will (?:decide|determine))|(?:throw|roll|cast)(?:ing)? of (?:a |the )?di(?:e|ce)|"
                    r"random (?:list|schedule|method|process|draw)\b",
                    1.4,
                ),
                Cue(r"computer (?:program )?(?:will|decides|chooses|picks|assigns|puts)", 0.25),
            ),
            avoid=(
                Cue(_NOT_CHANCE, 3.0),
                Cue(
                    r"random(?:ly)? (?:check|audit|test|order|sample|number|id|code|\d|digit|"
                    r"time|drug test|check|selection of)|drawing for|raffle|"
                    r"gift card|prize|(?:address|household|phone number|name|people|"
                    r"list)\w*[^.]{0,40} (?:drawn|drew|"
                    r"picked|selected|chosen)[^.]{0,20} (?:random|chance)|(?:drew|picked|chose) "
                    r"(?:some|names|people|you|your)|your name was|(?:our|the|that|a) (?:first|"
                    r"earlier|last) "
                    r"(?:study|trial)|randomly (?:generated|selected (?:phone|to (?:be|"
                    r"receive)))|at random (?:but|from)|"
                    r"\b(?:iv|needle|tube|catheter|line|patch|cuff|band|other arm|vein)\b|pick "
                    r"\d+|call(?:s|ed) at random|pictures",
                    2.0,
                ),
                Cue(
                    r"(?:passing|chance of (?:getting|having) (?:a |the )?(?:cancer|disease|"
                    r"pregnan))|will win",
                    2.0,
                ),
                EARLIER,
            ),
            home=(*topics.PROCEDURES, *topics.KEY, r"groups?|random|assign|chance"),
            away=(*ELSEWHERE, *topics.RISKS, *topics.PAYMENT, *topics.PRIVACY),
            threshold=1.0,
        ),
        Aspect(
            "choice",
            (
                Cue(
                    r"(?:not|n.t|never)\b[^.]{0,40}(?:randomi[sz]|(?:assigned|decided|chosen|"
                    r"picked|put|placed|selected|made)"
                    r"[^.]{0,30}(?:by chance|at random|randomly))|non-?randomi[sz]|"
                    r"no randomi[sz]ation|"
                    r"nothing is (?:decided|done) by chance",
                    2.8,
                ),
                Cue(
                    r"\bnot (?:be )?(?:put|placed|divided|split|sorted|assigned)[^.]{0,12} (?:in|"
                    r"into|to) "
                    r"(?:different |study |treatment )?groups?|(?:gets?|receives?|do|does) the "
                    r"same "
                    r"(?:thing|treatment|drug|dose|care)s?\b[^.]{0,12}|"
                    r"(?:there (?:are|is) (?:no|only one) (?:study |treatment |"
                    r"comparison )?groups?|single[- ](?:arm|group)|"
                    r"(?:everyone|everybody|all (?:participants|subjects|patients|people|"
                    r"children|babies))[^.]{0,30} "
                    r"(?:get|gets|receive|receives|same) (?:the )?(?:same|study))",
                    1.0,
                ),
            ),
            avoid=(
                Cue(
                    r"optional|extension|sub-?study|if you (?:do|choose)|pictures|sample|same "
                    r"(?:clinic|school|classroom|village|site)",
                    2.0,
                ),
            ),
            away=(*ELSEWHERE, *topics.PRIVACY),
            value=False,
        ),
    ),
    silence=False,
)
