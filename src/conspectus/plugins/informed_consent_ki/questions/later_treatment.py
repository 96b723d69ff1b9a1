"""Whether taking part limits later or other treatment."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ELSEWHERE = (
    *topics.OPTIONAL,
    *topics.APPENDED,
    *topics.SIGNATURES,
    *topics.RECORDS,
    *topics.COSTS_ONLY,
    *topics.PAYMENT,
    *topics.CONTACT_ONLY,
)
_CARE = (
    r"(?:treatments?|therap(?:y|ies)|drugs?|medicines?|medications?|vaccines?|operations?|"
    r"surger\w+|transplants?|implants?|devices?|products?|care)"
)
_LATER = r"(?:later|future|other|another|second|further|subsequent|certain|some|similar|same|any)"
_MAY = r"(?:may|might|could|will|can|would)"

LATER_TREATMENT = (
    Question(
        "affects_treatment_options",
        "boolean",
        "Does taking part now affect later or other treatment options?",
        (
            Aspect(
                "affects",
                (
                    Cue(
                        _MAY + r" (?:\w+ ){0,4}?(?:limit|restrict|reduce|rule out|narrow|"
                        r"prevent|preclude|close(?: off)?|exclude|block) (?:\w+ "
                        r"){0,5}?(?:options?|choices?|"
                        + _CARE
                        + r" (?:that )?you (?:can|may|could)|what can be done|"
                        + _LATER
                        + r" (?:\w+ )?(?:"
                        + _CARE
                        + r"|stud|trials?))",
                        2.6,
                    ),
                    Cue(
                        _MAY
                        + r" (?:\w+ ){0,2}?(?:affect|change|influence|impact) (?:\w+ ){0,5}?(?:"
                        r"options?|choices?|"
                        + _CARE
                        + r" (?:that )?you (?:can|may|could)|(?:future|later|subsequent) (?:\w+ )?(?:"
                        + _CARE
                        + r"|stud|trials?))",
                        2.6,
                    ),
                    Cue(
                        r"(?:options?|"
                        + _CARE
                        + r"|stud(?:y|ies)|trials?)\b.{0,50} "
                        + _MAY
                        + r" (?:not|no longer) (?:be )?(?:work|available|accept|possible|eligible|be "
                        r"able|effective|be tried|as well|take|be an option)",
                        2.0,
                    ),
                    Cue(
                        _MAY + r" (?:(?:not|no longer) be (?:able|eligible|allowed|qualified)|be "
                        r"(?:unable|ineligible)) (?:to|for) (?:\w+ ){0,3}?(?:"
                        + _LATER
                        + r"|standard|receive|an approved)",
                        2.1,
                    ),
                    Cue(
                        r"\b(?:can|could|may|will) no longer be (?:put|used|done|given|had|placed|"
                        r"performed|taken)|makes? (?:them|you) (?:ineligible|unsuitable)|makes? "
                        r"it (?:impossible|harder) (?:for you )?to (?:get|have|receive|be "
                        r"treated)|rules? out|closes? (?:off|the door)|uses? up",
                        2.0,
                    ),
                    Cue(
                        r"(?:refuse|exclude|turn (?:away|down)|not (?:pay for|cover|accept|give)) "
                        r"(?:\w+ ){0,4}(?:second|another|who have|people who|such)",
                        1.8,
                    ),
                    Cue(
                        r"(?:may|might|could) (?:then )?(?:work less|not work|be less "
                        r"(?:effective|likely|well)|prevent you from|keep you from|make (?:you "
                        r"ineligible|it (?:harder|impossible|difficult)))",
                        1.8,
                    ),
                    Cue(
                        r"(?:some|other|future|certain) (?:\w+ ){0,3}(?:stud(?:y|ies)|trials?) "
                        r"(?:\w+ )?(?:do|does|will|may|might|would) not (?:accept|allow|take|let|"
                        r"enroll)",
                        2.2,
                    ),
                    Cue(
                        r"(?:must|have to|need to) wait .{0,60}(?:before you can|until) "
                        r".{0,40}(?:start|receive|take|other|another)",
                        2.2,
                    ),
                    Cue(
                        r"(?:not (?:be )?(?:tried|approved|covered|offered|recommended)|advised? "
                        r"against|less well) .{0,60}(?:later|after|future|because)|(?:later|"
                        r"future|subsequent) .{0,60}(?:advised? against|less well|not work|less "
                        r"effective)",
                        1.4,
                    ),
                    Cue(
                        r"advised? (?:not to|against) (?:get|tak|receiv|us|hav)\w*|not be able to "
                        r"(?:join|enter|take part in|be in|receive|get|have|use) (?:\w+ "
                        r"){0,2}(?:other|another|certain|future|some|later|similar)",
                        1.9,
                    ),
                    Cue(
                        _MAY
                        + r" (?:then )?be (?:closed|barred|unavailable|off limits|denied) to you|"
                        + _MAY
                        + r" never (?:again )?(?:be able to )?(?:get|have|receive|take|use)\b",
                        2.1,
                    ),
                    Cue(
                        r"(?:later|future|another|second|further|next) (?:\w+ ){0,3}(?:replacement|"
                        + _CARE
                        + r")\b.{0,30} (?:may|might|could) (?:then )?be (?:harder|more difficult|riskier|"
                        r"impossible|less)",
                        2.4,
                    ),
                    Cue(
                        _CARE + r" (?:would|will|may|might|has to|must) (?:have to )?be (?:put off|"
                        r"delayed|postponed)|(?:put(?:ting)? off|postpon(?:e|es|ing)) (?:your |the |an? )"
                        r"(?:\w+ )?" + _CARE,
                        3.6,
                    ),
                    Cue(
                        r"\b(?:could|may|might|will|would|can) ?(?:not|no longer|never) (?:be able to )?(?:get|have|"
                        r"receive|be given) (?:\w+ )?(?:other|another|second|same|similar)\b[^.]{0,20}(?:one\b|"
                        + _CARE
                        + r")",
                        2.1,
                    ),
                    Cue(
                        r"\b(?:be|go|left|remain|stay|going) (?:\w+ )?without (?:an? |\w+ )?(?:effective|active|"
                        r"proven|working|standard|usual|adequate|helpful|your (?:usual|regular)) "
                        + _CARE,
                        3.6,
                    ),
                    Cue(
                        r"delay (?:\w+ ){0,3}(?:standard|other|effective|proven) (?:treatment|"
                        r"therapy|care)|(?:give up|forgo|forego|miss(?:ing)? out on) "
                        r".{0,40}(?:treatment|therapy|chance)|(?:end|stop) (?:your )?(?:treatment|"
                        r"therapy) (?:too (?:early|soon)|before you should|earlier than you "
                        r"should)",
                        2.3,
                    ),
                ),
                avoid=(
                    Cue(r"(?:not|n.t|never|nobody|no one) (?:\w+ ){0,4}without\b", 4.0),
                    Cue(
                        r"(?:not|n.t|no|never|nothing|without|neither) (?:\w+ ){0,3}(?:limit|"
                        r"affect|restrict|close|change|keep|influence|reduce|rule out|delay|"
                        r"prevent)|willingness|insurer|optional|sub-?study|pregnan|breast-?feed|"
                        r"\bmind\b|another research study while|more than one|at the same time|"
                        r"employ|benefits to which|your decision|decide not|choose not",
                        3.0,
                    ),
                    Cue(
                        r"(?:part|participation) (?:\w+ )?(?:may|can|could|will) be (?:ended|"
                        r"stopped)|take you off|interact|driv(?:e|ing)|whil(?:e|st) (?:you|in|on|"
                        r"taking)|during (?:the|this)",
                        1.5,
                    ),
                ),
                threshold=1.9,
            ),
            Aspect(
                "free",
                (
                    Cue(
                        r"(?:not|n.t|never|nothing|without) (?:\w+ ){0,4}?(?:limits?|affect|"
                        r"restrict|closes? off|keep you from|prevent you|rules? out|reduce|change|"
                        r"influence|delay|take away|takes? nothing) .{0,50}(?:treatments?|therap|"
                        r"options?|care|choices?|receive|get)",
                        2.0,
                    ),
                    Cue(
                        r"free to (?:enter|get|have|choose|use|take|join|start|receive) "
                        r".{0,40}(?:treatment|therap|trial|care)|can (?:start|have|get|change|"
                        r"receive) any (?:other )?(?:treatment|therap|care)|takes nothing away|no "
                        r"treatment (?:depends|is (?:changed|withheld|delayed))",
                        2.0,
                    ),
                    Cue(
                        r"(?:later|future|other) (?:treatments?|therap|options?|choices?) "
                        r".{0,40}(?:not (?:be )?(?:limited|affected|changed)|stay|remain|open)|up "
                        r"to you and your (?:own )?doctor|(?:care|treatments?|procedures?|"
                        r"medicines?|visits) (?:\w+ ){0,6}?(?:will (?:continue|go on)|stays? as)",
                        1.9,
                    ),
                ),
                avoid=(
                    Cue(
                        r"optional|sub-?study|penalt|at any time|leave the study|decide not|if "
                        r"you (?:say no|do not|don.t)|refus|choose not|your decision|skip",
                        1.2,
                    ),
                ),
                threshold=1.8,
                value=False,
            ),
        ),
        home=(*topics.ALTERNATIVES, *topics.LATER_CARE, r"later\b"),
        away=(*_ELSEWHERE, *topics.PRIVACY[:1], *topics.INJURY[:1]),
        silence=False,
    ),
)
