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
                        r"(?:may|might|could|will|can) (?:\w+ ){0,2}?(?:limit|affect|restrict|"
                        r"reduce|rule out|narrow|change|influence|impact) (?:\w+ "
                        r"){0,5}?(?:options?|"
                        r"choices?|(?:treatments?|therap(?:y|ies)|care|drugs?|medicines?) (?:that "
                        r")?you (?:can|may|could)|(?:future|later|other|subsequent) (?:\w+ "
                        r")?(?:treatments?|therap|care|vaccin|stud))",
                        2.6,
                    ),
                    Cue(
                        r"(?:options?|treatments?|therap(?:y|ies)|drugs?|medicines?|vaccines?|"
                        r"stud(?:y|ies)|trials?) .{0,50}(?:may|might|could|will) (?:not|no longer) "
                        r"(?:be )?(?:work|available|accept|possible|eligible|be able|effective|be "
                        r"tried|as well|take)",
                        2.0,
                    ),
                    Cue(
                        r"(?:may|might|could|will|would) (?:not|no longer) be (?:able|eligible|"
                        r"allowed|qualified) (?:to|for) (?:\w+ ){0,3}?(?:other|future|later|"
                        r"certain|"
                        r"some|another|subsequent|standard|similar|receive)",
                        1.8,
                    ),
                    Cue(
                        r"(?:may|might|could) (?:then )?(?:work less|not work|be less (?:effective|"
                        r"likely|well)|prevent you from|keep you from|make (?:you ineligible|it "
                        r"(?:harder|impossible|difficult)))",
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
                        r"against|less well) .{0,60}(?:later|after|future|because)|(?:later|future|"
                        r"subsequent) .{0,60}(?:advised? against|less well|not work|less "
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
                        r"delay (?:\w+ ){0,3}(?:standard|other|effective|proven) (?:treatment|"
                        r"therapy|care)|(?:give up|forgo|forego|miss(?:ing)? out on) "
                        r".{0,40}(?:treatment|therapy|chance)",
                        1.8,
                    ),
                ),
                avoid=(
                    Cue(
                        r"(?:not|n.t|no|never|nothing|without|neither) (?:\w+ "
                        r"){0,3}(?:limit|affect|"
                        r"restrict|close|change|keep|influence|reduce|rule out|delay)|willingness|"
                        r"insurance|insurer|optional|sub-?study|pregnan|breast-?feed|mind|another "
                        r"research study while|more than one|at the same time|employ|benefits to "
                        r"which",
                        3.0,
                    ),
                    Cue(
                        r"(?:part|participation) (?:\w+ )?(?:may|can|could|will) be (?:ended|"
                        r"stopped)|take you off|interact|driv(?:e|ing)",
                        1.5,
                    ),
                ),
                threshold=2.0,
            ),
            Aspect(
                "free",
                (
                    Cue(
                        r"(?:not|n.t|never|nothing|without) (?:\w+ ){0,3}?(?:limit|affect|restrict|"
                        r"close off|keep you from|prevent you|rule out|reduce|change|influence|"
                        r"delay|take away|takes? nothing) .{0,50}(?:treatments?|therap|options?|"
                        r"care|choices?|receive|get)",
                        2.0,
                    ),
                    Cue(
                        r"free to (?:enter|get|have|choose|use|take|join|start|receive) "
                        r".{0,40}(?:treatment|therap|trial|care)|can (?:start|have|get|change|"
                        r"receive) any (?:other )?(?:treatment|therap|care)|takes nothing away",
                        2.0,
                    ),
                    Cue(
                        r"(?:later|future|other) (?:treatments?|therap|options?|choices?) "
                        r".{0,40}(?:not (?:be )?(?:limited|affected|changed)|stay|remain|open)|up "
                        r"to you and your (?:own )?doctor",
                        2.0,
                    ),
                ),
                avoid=(
                    Cue(
                        r"optional|sub-?study|penalt|at any time|leave the study|decide not|if you "
                        r"(?:say no|do not|don.t)|refus|choose not|your decision|skip",
                        1.2,
                    ),
                ),
                threshold=2.0,
                value=False,
            ),
        ),
        home=(*topics.ALTERNATIVES, *topics.LATER_CARE, r"later\b"),
        away=(*_ELSEWHERE, *topics.PRIVACY, *topics.INJURY),
        silence=False,
    ),
)
