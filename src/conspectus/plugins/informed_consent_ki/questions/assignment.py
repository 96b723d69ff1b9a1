"""Whether people are put into groups by chance."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import EARLIER, ELSEWHERE

_NOT_CHANCE = (
    r"(?:\bnot\b(?! you,)|n[\u2019']t\b|\bno\b|never|nothing|nobody|no one|none\b|neither|without|"
    r"rather than|"
    r"instead of)[^.,;]{0,50}(?:chance|random|coin|\blots?\b|\bdrawn?\b|lottery)|non-?random"
)
_DECIDES = r"(?:decid|settl|tell|determin|say|choos|pick|put|plac|assign)(?:e|es|s|ed)?\b"
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
                    r"(?:picked|chosen|assigned|decided|selected|put|placed|determined|made|allocated|"
                    r"set)[^.]{0,40}(?:at random|randomly|by chance|by (?:a |the )?(?:\w+ )?(?:computer|"
                    r"machine|software))",
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
                    r"roll(?:ing)? (?:of )?(?:the |a )?(?:dice|die)\b|out of a hat|lottery|shuffled?\b|"
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
                # A draw, a number, luck or odds that nobody chooses.
                Cue(
                    r"\b(?:by|through|in) (?:a |the )?(?:\w+ )?(?:draw|drawing)\b(?! (?:of|from) (?:\w+ )?"
                    r"blood| an?\b| the\b| your\b| blood| on\b)|\b(?:draw|drawing)(?: of (?:cards|names|numbers|lots|straws|slips))? "
                    r"(?:then |will )?(?:decides?|settles?|tells?|determines?|says?|puts?|places?)|"
                    r"\b(?:draws?|drawn) (?:an? )?(?:\w+ )?(?:(?:slips?|tickets?|envelopes?|straws?|lots?)\b|"
                    r"(?:cards?|numbers?|names?|balls?)\b[^.]{0,30}\b(?:to (?:see|decide|learn|find)|which|groups?|arm)\b)",
                    1.4,
                ),
                Cue(
                    rf"random (?:number|digit|code)s? (?:\w+ )?{_DECIDES}|(?:matter of|(?:left|up) to|"
                    rf"pure|sheer|by) luck\b|\bluck (?:\w+ )?{_DECIDES}",
                    1.4,
                ),
                Cue(
                    r"\bneither you nor [^.;:]{0,40}\b(?:choose|chooses|pick|picks|decide|decides|select|control)\b "
                    r"(?:the|your|which|what) (?:\w+ )?(?:group|arm)|^(?=.*\b(?:placebo|sham|dummy)).*\b(?:one|two|"
                    r"three|\d) (?:out of|in|of) (?:every )?(?:two|three|four|five|\d) (?:people|patients|children|"
                    r"participants|subjects|volunteers) (?:will )?(?:gets?|receives?|takes?)\b|"
                    r"\bodds\b[^.;:]{0,60}\b(?:even|equal|the same|\d|one in)|(?:even|equal|same|fair|"
                    r"two.to.one|three.to.one) odds\b|\b(?:even|fair) chances?\b",
                    1.1,
                ),
                Cue(
                    r"(?:choos|pick|decid|select)\w*[^.]{0,60}\bcomputer (?:does|decides|will)\b|"
                    r"\bcomputer (?:program )?(?:will )?(?:picks?|chooses?|choose|decides?|selects?|"
                    r"assigns?|draws?|settles?|puts?|places?)\b[^.]{0,40}\b(?:one of|which|who|"
                    r"groups?|arms?|either)\b",
                    0.9,
                ),
            ),
            avoid=(
                Cue(_NOT_CHANCE, 3.0),
                Cue(
                    r"random(?:ly)? (?:check|audit|test|order|sample|id|\d|time|drug test|check|selection of)|drawing for|raffle|"
                    r"gift card|prize|(?:address|household|phone number|name|people|"
                    r"list)\w*[^.]{0,40} (?:drawn|drew|"
                    r"picked|selected|chosen)[^.]{0,20} (?:random|chance)|(?:drew|picked|chose) "
                    r"(?:some|names|people|you|your)|your name was|(?:our|the|that|a) (?:first|"
                    r"earlier|last) "
                    r"(?:study|trial)|randomly (?:generated|selected (?:phone|to (?:be|"
                    rf"receive)))|random (?:number|code|digit)s?\b(?! (?:\w+ )?{_DECIDES})|"
                    r"\bwinners?\b|\bwins?\b|depend(?:s|ing) on|based on|according to|at random (?:but|from)|"
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
    away=topics.OPTIONAL,
    silence=False,
)
