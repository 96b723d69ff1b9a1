"""Whether people are put into groups by chance."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import EARLIER, ELSEWHERE

_NOT_CHANCE = (
    r"(?:\bnot\b|n.t\b|\bno\b|never|nothing|without|rather than|instead of)"
    r"[^.]{0,50}(?:chance|random|coin)"
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
                    r"\d out of \d|\d+%|\d+ percent) (?:chance|probability)|chance of (?:being|"
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
                    r"(?:flip|toss|like flipping|tossing)[^.]{0,14}coin|coin (?:flip|toss)|\d:\d ratio|luck of the draw|by lot\b|"
                    r"draw(?:ing)? (?:straws|"
                    r"numbers|names|lots)|"
                    r"roll(?:ing)? (?:of )?(?:the |a )?dice|out of a hat|lottery",
                    1.4,
                ),
                Cue(
                    r"(?:group|arm|assign|placebo|treatment|study drug|which of|order|put you|"
                    r"place you|decide|sham|"
                    r"either)",
                    0.2,
                ),
                Cue(r"computer (?:program )?(?:will|decides|chooses|picks|assigns|puts)", 0.25),
            ),
            avoid=(
                Cue(_NOT_CHANCE, 3.0),
                Cue(
                    r"random(?:ly)? (?:check|audit|test|order|sample|number|id|code|\d|digit|"
                    r"time|drug test|check|selection of)|drawing for|raffle|"
                    r"gift card|prize|randomly (?:generated|selected (?:phone|to (?:be|"
                    r"receive)))|at random (?:but|from)|"
                    r"pick \d+|call(?:s|ed) at random|pictures",
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
                    r"(?:there (?:are|is) (?:no|only one) (?:study |treatment |"
                    r"comparison )?groups?|single[- ](?:arm|group)|"
                    r"(?:everyone|everybody|all (?:participants|subjects|patients|people|"
                    r"children|babies))[^.]{0,30} "
                    r"(?:get|gets|receive|receives|same) (?:the )?(?:same|study))",
                    1.0,
                ),
            ),
            avoid=(
                Cue(r"optional|extension|sub-?study|if you (?:do|choose)|pictures|sample", 2.0),
            ),
            away=(*ELSEWHERE, *topics.PRIVACY),
            value=False,
        ),
    ),
    silence=False,
)
