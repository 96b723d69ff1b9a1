"""The choice to take part, leaving, and being taken out."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED)
_PART = r"(?:take part|taking part|participat\w+|join\w*|be in|being in|enroll\w*|volunteer)"

RIGHTS = (
    Question(
        "voluntary",
        "text",
        "Is taking part voluntary, and can one leave without penalty?",
        (
            Aspect(
                "choice",
                (
                    Cue(_PART + r".{0,60}(?:voluntary|your choice|up to you|your decision)", 2.0),
                    Cue(
                        r"\b(?:is|are|be) (?:completely |entirely |strictly |totally |purely "
                        r")?voluntary|is (?:entirely |completely )?(?:your choice|up to you)|of "
                        r"your own free will",
                        1.6,
                    ),
                    Cue(
                        r"(?:do|does|need) not have to "
                        + _PART
                        + r"|don.t have to "
                        + _PART
                        + r"|need not "
                        + _PART
                        + r"|no one has to|nobody has to|under no obligation|free(?:ly)? to (?:choose|"
                        r"decide|refuse|decline|say no)",
                        1.3,
                    ),
                    Cue(
                        r"(?:can|may) (?:choose|decide|refuse|decline|say no|say \"?no)|choose "
                        r"(?:whether|not) to|right to (?:refuse|say no|decline)|is voluntary",
                        1.0,
                    ),
                ),
                avoid=(
                    Cue(
                        r"optional|answer|sample|skip|question|to (?:get|be treated|receive) |sign "
                        r"this|permission to (?:use|share|obtain)|contact information|if you "
                        r"(?:leave|withdraw)|authorization|personal data",
                        1.5,
                    ),
                ),
                home=(*topics.KEY, r"\bchoice\b|say no|\bdecision\b"),
                threshold=1.2,
            ),
            Aspect(
                "leave",
                (
                    Cue(
                        r"(?:leave|withdraw|stop|quit|drop out|change your mind|discontinue|end "
                        r"your)\b.{0,60}(?:at any time|any time|anytime|whenever|later|at any point|"
                        r"any moment)",
                        2.0,
                    ),
                    Cue(
                        r"(?:at any time|any time|anytime|whenever|later|at any "
                        r"point).{0,50}(?:leave|withdraw|stop|quit|drop out|change your mind)",
                        1.8,
                    ),
                    Cue(
                        r"(?:free|able|right|can|may|decide|choose) to (?:leave|withdraw|stop|quit)|"
                        r"(?:may|can) (?:also )?(?:leave|withdraw|stop|quit)",
                        1.2,
                    ),
                    Cue(
                        r"penalt|without (?:giving|any) (?:a )?reason|loss of|lose (?:any|your|no)|"
                        r"for any reason|not (?:be )?affect",
                        0.7,
                    ),
                ),
                avoid=(
                    Cue(
                        r"optional|sample|authorization|permission|scan|questionnaire|question\b|"
                        r"study drug|study medicine|sponsor (?:may|can)|study may be|researcher|"
                        r"sub-?study|in writing|minors?|biobank|data (?:collection|processing)",
                        1.5,
                    ),
                ),
                threshold=1.4,
            ),
            Aspect(
                "penalty",
                (
                    Cue(r"(?:no|not|n.t|without|any|nor)\b.{0,40}(?:penalt\w+|penalized)", 1.8),
                    Cue(
                        r"(?:no|not|n.t|without|never) (?:\w+ ){0,4}(?:los[es]\w*|"
                        r"loss)\b.{0,50}(?:benefits?|rights?|care|services|treatment)",
                        1.8,
                    ),
                    Cue(
                        r"(?:not|n.t|never|nothing) (?:\w+ )?(?:affect|change|influence|hurt|touch|"
                        r"depend|impact|harm|jeopardi[sz]e)\w*.{0,70}(?:care|treatment|grades?|job|"
                        r"services|relationship|standing|benefits|rights|employment)",
                        1.6,
                    ),
                    Cue(
                        r"(?:same|usual|regular) (?:\w+ )?(?:care|treatment)|nobody will hold", 0.9
                    ),
                ),
                avoid=(
                    Cue(
                        r"optional|sample|costs?|insurance|bill|authorization|sub-?study|skip|"
                        r"question\b|genetic|employer",
                        1.2,
                    ),
                ),
                threshold=1.4,
            ),
        ),
        home=topics.VOLUNTARY,
        away=(
            *_ASIDE,
            *topics.RECORDS,
            *topics.COSTS_ONLY,
            *topics.PAYMENT,
            *topics.SHARING,
            *topics.CONTACT_ONLY,
            *topics.INJURY,
        ),
    ),
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
                        r"(?:\w+ ){0,3}?(?:take you(?:r child| off| out)?|tak(?:e|ing) (?:you|your "
                        r"\w+)|remov\w+|withdraw|end your|stop your|ask you to (?:leave|stop)|be "
                        r"(?:taken|removed|withdrawn|asked to (?:leave|stop))|discontinu\w+|leave "
                        r"out or end|end (?:\w+.s )?part|drop)\b",
                        2.0,
                    ),
                    Cue(
                        r"(?:your|your child.s|someone.s|the) (?:part|participation|study treatment|"
                        r"involvement)(?: \w+){0,4} (?:may|can|could|might|will) (?:also )?be "
                        r"(?:ended|stopped|terminated|discontinued|withdrawn)",
                        2.0,
                    ),
                    Cue(
                        r"(?:end|stop|terminat\w+|discontinu\w+) your (?:participation|part|taking "
                        r"part)|reasons? (?:why|that|for)|without your (?:consent|agreement|"
                        r"permission|approval)",
                        1.0,
                    ),
                    Cue(
                        r"\bif |because|for example|such as|examples? (?:are|include)|reasons?\b",
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
                        r")?(?:leave|stop|withdraw|quit)|samples?|permission|authorization|optional|"
                        r"penalt|pregnancy test|any time|your reasons|paid|contact you|call you",
                        1.4,
                    ),
                ),
                threshold=2.0,
            ),
            Aspect(
                "study_ended",
                (
                    Cue(
                        r"(?:sponsor|fda|irb|review board|ethics (?:board|committee)|safety "
                        r"(?:board|committee|monitoring)|institutes?|agency|government|nci|nih|"
                        r"company|authorit\w+|network|foundation|institution|funding|division|nibr|"
                        r"school)\b.{0,100}(?:may|might|can|could|will) (?:also |decide to "
                        r")*(?:stop|end|close|terminate|suspend|cancel|halt|discontinue)",
                        2.2,
                    ),
                    Cue(
                        r"(?:study|trial|research|project|registry) (?:\w+ ){0,2}(?:may|can|could|"
                        r"might|is) (?:also )?(?:be )?(?:stopped|ended|closed|terminated|suspended|"
                        r"cancel\w+|put on hold|halted)",
                        2.0,
                    ),
                    Cue(
                        r"(?:stop|end|close|cancel|terminate) the (?:whole |entire )?(?:study|trial|"
                        r"research)",
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
                        r"(?:leave|stop|withdraw|quit|decide to (?:leave|stop|withdraw)|change your "
                        r"mind)\b.{0,100}(?:tell|contact|let|notify|call|inform|talk|write|return|"
                        r"send|mail|asked to|final visit|safely|please)",
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
                        r"(?:final|last|end.of.(?:study|treatment)|early termination|exit) (?:study "
                        r")?(?:visit|safety|exam|check)",
                        0.6,
                    ),
                    Cue(
                        r"(?:leave|stop|withdraw|quit).{0,40}(?:at any time|any time|anytime|"
                        r"whenever)|(?:data|information|samples?)\b.{0,60}(?:already|before you "
                        r"(?:leave|left|withdr\w+|stop)|until (?:then|that)|"
                        r"collected).{0,60}(?:kept|keep|used|stay|remain|destroy\w*|erase)",
                        1.0,
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
                unless=("reasons", "study_ended", "leaving"),
            ),
        ),
        home=(*topics.STOPPING, *topics.VOLUNTARY),
        away=(
            *_ASIDE,
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
