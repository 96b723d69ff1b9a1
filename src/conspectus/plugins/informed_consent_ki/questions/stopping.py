"""Being taken out, the end of the study, and how to leave."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_WHOM = (
    r"(?:you(?:r child|r baby|r teen)?|me|him or her|them|someone|people|anyone|participants?|"
    r"subjects?|an? (?:\w+ )?(?:subject|participant|teen|child|patient|person|volunteer|student|"
    r"family))"
)

STOPPING = (
    Question(
        "early_termination",
        "text",
        "Why may the study or one's part in it be ended early, and how does one leave?",
        (
            Aspect(
                "reasons",
                (
                    Cue(
                        r"(?:researchers?|investigators?|study (?:doctors?|team|staff)|doctors?|"
                        r"sponsor|we|team|you|pi)\b.{0,40}(?:may|might|can|could|will|need to) "
                        r"(?:\w+ ){0,3}?(?:tak(?:e|ing) (?:you|your (?:child|baby|"
                        r"teen|\w+))(?: \w+)? (?:off|out|from)\b|remov\w+|withdraw|end your|stop your|ask you to (?:leave|"
                        r"stop)|be (?:taken|removed|withdrawn|asked to (?:leave|stop))|"
                        r"discontinu\w+|leave out or end|end (?:\w+.s )?part|drop)\b",
                        2.0,
                    ),
                    Cue(
                        r"(?:your|your child.s|someone.s|the) (?:part|participation|study "
                        r"treatment|involvement)(?: \w+){0,4} (?:may|can|could|might|will) "
                        r"(?:also )?be (?:ended|stopped|terminated|discontinued|withdrawn)|"
                        r"(?:stop|withdraw) you(?:r \w+)?\b (?:from|taking)|(?:best|own) "
                        r"interests? to (?:withdraw|stop)",
                        2.0,
                    ),
                    Cue(
                        r"(?:end|stop|terminat\w+|discontinu\w+) your (?:participation|part|"
                        r"taking part)|reasons? (?:why|that|for)|without your (?:consent|"
                        r"agreement|permission|approval)",
                        1.0,
                    ),
                    Cue(
                        r"\b(?:may|might|can|could|will|shall) (?:\w+ )?(?:withdraw |remove |"
                        r"take |drop |exclude |dismiss |end (?:the )?(?:part|session|visit)|send )"
                        + _WHOM
                        + r"\b|\b(?:may|might|can|could|will|shall) (?:\w+ )?ask "
                        + _WHOM
                        + r" to (?:\w+ )?(?:leave|stop|withdraw|go|come (?:off|out)|end|quit|exit)|(?:will|may|can|could|might|would) (?:not be \w+, or will )?be (?:withdrawn|taken (?:"
                        r"off|out)|removed|asked to (?:leave|stop)|dropped|excluded)|will (?:end|"
                        r"stop) (?:a |the |your )?(?:session|visit|part|on our side)|end your part",
                        2.0,
                    ),
                    Cue(
                        r"\bif |because|for example|such as|examples? (?:are|include)|reasons?\b|"
                        r"subject who|\bwhere (?:i|you|the)\b",
                        0.5,
                    ),
                    Cue(
                        r"best interest|follow (?:the )?(?:instructions|directions|rules)|eligib|"
                        r"ineligible|condition (?:changes|gets worse|worsens)|pregnan|(?:could|"
                        r"would|may) (?:be )?harm|side effects?|not (?:safe|come|keep)",
                        0.8,
                    ),
                ),
                avoid=(
                    Cue(
                        r"if you (?:choose|decide|want|wish)|you (?:may|can|could) (?:\w+ "
                        r")?(?:leave|stop|withdraw|quit)|samples?|permission|authorization|"
                        r"optional|penalt|pregnancy test|you(?:r child)? (?:\w+ ){0,4}any time|"
                        r"your reasons|paid|contact you|call you",
                        1.4,
                    ),
                ),
                threshold=2.0,
            ),
            Aspect(
                "study_ended",
                (
                    Cue(
                        r"\b(?:biobank|repository|program|registry|survey) (?:may|can|could|"
                        r"might) (?:be )?(?:clos|end|stop)\w*",
                        2.0,
                    ),
                    Cue(
                        r"(?:sponsor|fda|irb|review board|ethics (?:board|committee)|safety "
                        r"(?:board|committee|monitoring)|institutes?|agency|government|nci|nih|"
                        r"company|authorit\w+|network|foundation|institution|funding|school|"
                        r"monitor|committee|board|foundation|fund\b)\b.{0,100}(?:may|might|can|"
                        r"could|will) (?:also |decide to )*(?:stop|end|close|terminate|suspend|"
                        r"cancel|halt|discontinue)",
                        2.2,
                    ),
                    Cue(
                        r"(?:study|trial|research|project|registry) (?:\w+ ){0,2}(?:may|can|could|"
                        r"might|is) (?:also )?(?:be )?(?:stopped|ended|closed|terminated|"
                        r"suspended|cancel\w+|put on hold|halted)|(?:end|stop|close|halt|"
                        r"cancel)\w* the (?:study|trial|project|investigation|research|registry)",
                        2.0,
                    ),
                    Cue(
                        r"(?:stop|end|close|cancel|terminate) the (?:whole |entire )?(?:study|"
                        r"trial|research)",
                        0.8,
                    ),
                ),
                avoid=(
                    Cue(
                        r"if you|you (?:may|can|decide)|samples?|permission|authorization|records|"
                        r"insurance",
                        1.2,
                    ),
                ),
                threshold=2.0,
            ),
            Aspect(
                "leaving",
                (
                    Cue(
                        r"(?:write|call|tell|contact|notice) (?:to )?(?:the|us|"
                        r"your).{0,80}(?:destroy|withdraw|stop)|written .{0,30}notice",
                        1.6,
                    ),
                    Cue(
                        r"(?:leave|stop|withdraw|quit|decide to (?:leave|stop|withdraw)|change "
                        r"your mind)\b.{0,100}(?:tell|contact|let|notify|call|inform|talk|write|"
                        r"return|send|mail|asked to|final visit|safely|please)",
                        1.8,
                    ),
                    Cue(
                        r"(?:tell|contact|notify|let|inform|call) .{0,60}(?:leave|stop|leaving|"
                        r"stopping|withdraw)|how to (?:stop|leave|withdraw)",
                        1.4,
                    ),
                    Cue(
                        r"(?:asked to|should|will|we ask you to) (?:return|send back|come (?:in |"
                        r"back )?(?:for|to)|have a final|complete a final|mail).{0,60}",
                        1.4,
                    ),
                    Cue(
                        r"(?:final|last|end.of.(?:study|treatment)|early termination|exit) "
                        r"(?:study )?(?:visit|safety|exam|check)",
                        0.6,
                    ),
                    Cue(
                        r"(?:leave|stop|withdraw|quit).{0,40}(?:at any time|any time|anytime|"
                        r"whenever)|(?:data|information|samples?)\b.{0,60}(?:already|before you "
                        r"(?:leave|left|withdr\w+|stop)|until (?:then|that)|"
                        r"collected).{0,60}(?:kept|keep|used|stay|remain|destroy\w*|erase)",
                        1.0,
                    ),
                    Cue(
                        r"(?:cannot|can.t|not be able to) (?:delete|remove|find) (?:it|them|your|answers?)",
                        1.8,
                    ),
                ),
                avoid=(
                    Cue(
                        r"permission|authorization|optional|paid|reasons for leaving|sub-?study|"
                        r"hipaa|contact information|letter|other people|data (?:collection|"
                        r"processing)",
                        1.4,
                    ),
                ),
                threshold=1.8,
                home=topics.STOPPING,
            ),
            Aspect(
                "permission",
                (
                    Cue(
                        r"(?:right to|free to|may|can|could|able to) (?:also |always |still )?(?:"
                        r"withdraw|take back|cancel|revoke|change) (?:your |my |this )?(?:permission|"
                        r"consent|samples?|mind)\b.{0,60}(?:any ?time|whenever|without)",
                        1.4,
                    ),
                ),
                threshold=1.4,
                unless=("reasons", "study_ended", "leaving"),
                home=topics.STOPPING,
            ),
            Aspect(
                "destroyed",
                (
                    Cue(
                        r"(?:samples?|specimens?|blood|tissue|data|information|recordings?|answers|"
                        r"responses)\b.{0,60} (?:will|would|can) (?:then |also |still )?be (?:"
                        r"destroyed|discarded|deleted|erased|removed|thrown away|taken out|"
                        r"withdrawn|returned)",
                        1.2,
                    ),
                    Cue(
                        r"(?:will|can) (?:destroy|discard|delete|erase|remove|throw away) (?:\w+ )"
                        r"{0,4}(?:samples?|specimens?|blood|tissue|data|information|recordings?)",
                        1.2,
                    ),
                    Cue(
                        r"\b(?:if|when|once|after|should) (?:you|i|we) (?:do\b|withdraw|leave|stop|"
                        r"change|decide|choose|cancel|take back|ask|no longer|quit|tell)",
                        1.0,
                    ),
                ),
                avoid=(
                    Cue(r"not wish to participate|do not (?:agree|want to (?:take|join))", 2.0),
                ),
                threshold=2.0,
                unless=("reasons", "study_ended", "leaving"),
                home=topics.STOPPING,
            ),
            Aspect(
                "any_time",
                (
                    Cue(
                        r"(?:can|may|free to|right to|could) (?:leave|withdraw|stop|quit|change "
                        r"your mind|end)\b.{0,50}(?:any ?time|whenever|at any point)",
                        2.0,
                    ),
                    Cue(
                        r"(?:any ?time|whenever|at any point).{0,30}(?:leave|withdraw|stop|quit|"
                        r"change your mind)",
                        1.6,
                    ),
                ),
                avoid=(
                    Cue(
                        r"permission|authorization|optional|samples?|specimens?|sub-?study|data "
                        r"(?:collection|processing)|question",
                        1.6,
                    ),
                ),
                threshold=1.0,
                unless=("reasons", "study_ended", "leaving", "permission"),
            ),
        ),
        home=(*topics.STOPPING, *topics.VOLUNTARY),
        away=(
            *topics.OPTIONAL,
            *topics.APPENDED,
            *topics.SIGNATURES,
            *topics.RECORDS,
            *topics.COSTS_ONLY,
            *topics.PAYMENT,
            *topics.INJURY,
            *topics.CONTACT_ONLY,
            r"washout|procedures|medicines you|what will happen (?:to me|during|in)",
        ),
    ),
)
