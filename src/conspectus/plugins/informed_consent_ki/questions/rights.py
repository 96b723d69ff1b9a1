"""Choice, leaving, being taken out, and whom to call."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED)
_PART = r"(?:take part|taking part|participat\w+|join\w*|be in|being in|enroll\w*|volunteer)"
_TEAM = (
    r"(?:researchers?|study (?:doctors?|team|staff|investigator)|principal investigator|investigators?|sponsor|"
    r"research (?:team|staff|doctor)|we|doctor|team|pi)"
)

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
                    Cue(r"\b(?:is|are|be) (?:completely |entirely |strictly |totally |purely )?voluntary|is (?:entirely |completely )?(?:your choice|up to you)|of your own free will", 1.6),
                    Cue(r"(?:do|does|need) not have to " + _PART + r"|don.t have to " + _PART + r"|need not " + _PART + r"|no one has to|nobody has to|under no obligation|free(?:ly)? to (?:choose|decide|refuse|decline|say no)", 1.3),
                    Cue(r"(?:can|may) (?:choose|decide|refuse|decline|say no|say \"?no)|choose (?:whether|not) to|right to (?:refuse|say no|decline)|is voluntary", 1.0),
                ),
                avoid=(Cue(r"optional|answer|sample|skip|question|to (?:get|be treated|receive) |sign this|permission to (?:use|share|obtain)|contact information|if you (?:leave|withdraw)|authorization|personal data", 1.5),),
                home=(*topics.KEY, r"\bchoice\b|say no|\bdecision\b"),
                threshold=1.2,
            ),
            Aspect(
                "leave",
                (
                    Cue(r"(?:leave|withdraw|stop|quit|drop out|change your mind|discontinue|end your)\b.{0,60}(?:at any time|any time|anytime|whenever|later|at any point|any moment)", 2.0),
                    Cue(r"(?:at any time|any time|anytime|whenever|later|at any point).{0,50}(?:leave|withdraw|stop|quit|drop out|change your mind)", 1.8),
                    Cue(r"(?:free|able|right|can|may|decide|choose) to (?:leave|withdraw|stop|quit)|(?:may|can) (?:also )?(?:leave|withdraw|stop|quit)", 1.2),
                    Cue(r"penalt|without (?:giving|any) (?:a )?reason|loss of|lose (?:any|your|no)|for any reason|not (?:be )?affect", 0.7),
                ),
                avoid=(Cue(r"optional|sample|authorization|permission|scan|questionnaire|question\b|study drug|study medicine|sponsor (?:may|can)|study may be|researcher|sub-?study|in writing|minors?|biobank|data (?:collection|processing)", 1.5),),
                threshold=1.4,
            ),
            Aspect(
                "penalty",
                (
                    Cue(r"(?:no|not|n.t|without|any|nor)\b.{0,40}(?:penalt\w+|penalized)", 1.8),
                    Cue(r"(?:no|not|n.t|without|never) (?:\w+ ){0,4}(?:los[es]\w*|loss)\b.{0,50}(?:benefits?|rights?|care|services|treatment)", 1.8),
                    Cue(r"(?:not|n.t|never|nothing) (?:\w+ )?(?:affect|change|influence|hurt|touch|depend|impact|harm|jeopardi[sz]e)\w*.{0,70}(?:care|treatment|grades?|job|services|relationship|standing|benefits|rights|employment)", 1.6),
                    Cue(r"(?:same|usual|regular) (?:\w+ )?(?:care|treatment)|nobody will hold", 0.9),
                ),
                avoid=(Cue(r"optional|sample|costs?|insurance|bill|authorization|sub-?study|skip|question\b|genetic|employer", 1.2),),
                threshold=1.4,
            ),
        ),
        home=topics.VOLUNTARY,
        away=(*_ASIDE, *topics.RECORDS, *topics.COSTS_ONLY, *topics.PAYMENT, *topics.SHARING, *topics.CONTACT_ONLY, *topics.INJURY),
    ),
    Question(
        "early_termination",
        "text",
        "Why may the study or one's part in it be ended early, and how does one leave?",
        (
            Aspect(
                "reasons",
                (
                    Cue(r"(?:researchers?|investigators?|study (?:doctors?|team|staff)|doctors?|sponsor|we|team|you|pi)\b.{0,40}(?:may|might|can|could|will|need to) (?:\w+ ){0,3}?(?:take you(?:r child| off| out)?|tak(?:e|ing) (?:you|your \w+)|remov\w+|withdraw|end your|stop your|ask you to (?:leave|stop)|be (?:taken|removed|withdrawn|asked to (?:leave|stop))|discontinu\w+|leave out or end|end (?:\w+.s )?part|drop)\b", 2.0),
                    Cue(r"(?:your|your child.s|someone.s|the) (?:part|participation|study treatment|involvement)(?: \w+){0,4} (?:may|can|could|might|will) (?:also )?be (?:ended|stopped|terminated|discontinued|withdrawn)", 2.0),
                    Cue(r"(?:end|stop|terminat\w+|discontinu\w+) your (?:participation|part|taking part)|reasons? (?:why|that|for)|without your (?:consent|agreement|permission|approval)", 1.0),
                    Cue(r"\bif |because|for example|such as|examples? (?:are|include)|reasons?\b", 0.5),
                    Cue(r"best interest|follow (?:the )?(?:instructions|directions|rules)|eligib|ineligible|condition (?:changes|gets worse|worsens)|pregnan|(?:could|would|may) (?:be )?harm|side effects?|not (?:safe|come|keep)", 0.8),
                ),
                avoid=(
                    Cue(r"if you (?:choose|decide|want|wish)|you (?:may|can|could) (?:\w+ )?(?:leave|stop|withdraw|quit)|samples?|permission|authorization|optional|penalt|pregnancy test|any time|your reasons|paid|contact you|call you", 1.4),
                ),
                threshold=2.0,
            ),
            Aspect(
                "study_ended",
                (
                    Cue(r"(?:sponsor|fda|irb|review board|ethics (?:board|committee)|safety (?:board|committee|monitoring)|institutes?|agency|government|nci|nih|company|authorit\w+|network|foundation|institution|funding|division|nibr|school)\b.{0,100}(?:may|might|can|could|will) (?:also |decide to )*(?:stop|end|close|terminate|suspend|cancel|halt|discontinue)", 2.2),
                    Cue(r"(?:study|trial|research|project|registry) (?:\w+ ){0,2}(?:may|can|could|might|is) (?:also )?(?:be )?(?:stopped|ended|closed|terminated|suspended|cancel\w+|put on hold|halted)", 2.0),
                    Cue(r"(?:stop|end|close|cancel|terminate) the (?:whole |entire )?(?:study|trial|research)", 0.8),
                ),
                avoid=(Cue(r"if you|you (?:may|can|decide)|samples?|permission|authorization|records|insurance", 1.2),),
                threshold=2.0,
            ),
            Aspect(
                "leaving",
                (
                    Cue(r"(?:leave|stop|withdraw|quit|decide to (?:leave|stop|withdraw)|change your mind)\b.{0,100}(?:tell|contact|let|notify|call|inform|talk|write|return|send|mail|asked to|final visit|safely|please)", 1.8),
                    Cue(r"(?:tell|contact|notify|let|inform|call) .{0,60}(?:leave|stop|leaving|stopping|withdraw)|how to (?:stop|leave|withdraw)", 1.4),
                    Cue(r"(?:asked to|should|will|we ask you to) (?:return|send back|come (?:in |back )?(?:for|to)|have a final|complete a final|mail).{0,60}", 1.4),
                    Cue(r"(?:final|last|end.of.(?:study|treatment)|early termination|exit) (?:study )?(?:visit|safety|exam|check)", 0.6),
                    Cue(r"(?:leave|stop|withdraw|quit).{0,40}(?:at any time|any time|anytime|whenever)|(?:data|information|samples?)\b.{0,60}(?:already|before you (?:leave|left|withdr\w+|stop)|until (?:then|that)|collected).{0,60}(?:kept|keep|used|stay|remain|destroy\w*|erase)", 1.0),
                ),
                avoid=(Cue(r"permission|authorization|optional|paid|reasons for leaving|sub-?study|hipaa|contact information|letter|other people|data (?:collection|processing)", 1.4),),
                threshold=1.8,
                home=topics.STOPPING,
            ),
            Aspect(
                "any_time",
                (
                    Cue(r"(?:can|may|free to|right to|could) (?:leave|withdraw|stop|quit|change your mind|end)\b.{0,50}(?:any ?time|whenever|at any point)", 2.0),
                    Cue(r"(?:any ?time|whenever|at any point).{0,30}(?:leave|withdraw|stop|quit|change your mind)", 1.6),
                ),
                avoid=(Cue(r"permission|authorization|optional|samples?|specimens?|sub-?study|data (?:collection|processing)|question", 1.6),),
                threshold=1.0,
                unless=("reasons", "study_ended", "leaving"),
            ),
        ),
        home=(*topics.STOPPING, *topics.VOLUNTARY),
        away=(*_ASIDE, *topics.SIGNATURES, *topics.RECORDS, *topics.COSTS_ONLY, *topics.PAYMENT, *topics.INJURY, *topics.CONTACT_ONLY, r"washout|procedures|medicines you|what will happen (?:to me|during|in)"),
    ),
    Question(
        "contact",
        "text",
        "Whom can one call about the study, an injury, or one's rights (role and telephone)?",
        (
            Aspect(
                "study",
                (
                    Cue(r"\b(?:(?:local |site )?principal investigator|study doctor(?: or research nurse)?|study investigator|(?:the |lead |chief )?investigator|study team|research team|study (?:staff|nurse(?: line)?|phone|office|center|site|line|clinic)|research (?:staff|phone|nurse|office|doctor|line)|registry office|researchers?|project (?:director|office|phone)|study physician|trial (?:doctor|team|nurse)|faculty (?:advisor|sponsor|supervisor|mentor)|student (?:investigator|researcher)|co-?investigator|supervisor|lead researcher|registry (?:team|staff))\b"),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
            ),
            Aspect(
                "coordinator",
                (Cue(r"\b(?:study coordinator|research coordinator|project (?:coordinator|manager)|study manager|trial coordinator)\b"),),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
            ),
            Aspect(
                "after_hours",
                (
                    Cue(r"\b(?:(?:at |on )?nights? ?(?:and|or|/|&) ?(?:on )?(?:weekends?|holidays)|after.?hours|out of hours|nights|hospital operator|paging operator|page operator|24.hours?(?: a day)?(?: paging| line)?|operator|(?:doctor|physician|oncologist|surgeon|fellow|resident) on call|on-call \w+|emergenc(?:y|ies)|pager)\b"),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
            ),
            Aspect(
                "rights",
                (
                    Cue(r"\b(?-i:(?:[A-Z][\w'\u2019&-]* ){0,4})(?:institutional review board(?: \(\w+\))?|irb(?: office)?|(?:research )?ethics (?:committee|board|office|review \w+)(?: \(\w+\))?|review board|human (?:subjects?|research) (?:protections?|office|program|committee)(?: \w+)?|office (?:of|for) (?:\w+ ){0,3}(?:human|research|subjects?)(?: \w+){0,3}|patient (?:representative|advocate|relations|advice desk|advocacy)|(?:family|patient|guest) (?:relations|affairs|services)(?: office)?|patient advocate|ombuds\w*|research (?:subject|participant) (?:advocate|advocacy|rights)|irbmed|your rights(?: as a (?:research )?(?:subject|participant|volunteer))?)\b"),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
            ),
            Aspect(
                "compliance",
                (Cue(r"\b(?:research )?compliance (?:help ?line|hot ?line|line|office)\b"),),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
            ),
            # Only where the form names a person without a role.
            Aspect(
                "questions",
                (Cue(r"\b(?:questions?(?: (?:about|regarding|concerning) (?:the|this) (?:study|research|project))?|concerns|to reach us)\b"),),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
                unless=("study", "coordinator"),
            ),
            # Numbers that are not for questions about the study; never told.
            Aspect(
                "elsewhere",
                (
                    Cue(r"help ?desk|poison|(?<!compliance )hot ?line|cancer information|\bcis\b|crisis|suicide|lifeline|counsel(?:ing|or)|injury compensation|countermeasures|card (?:service|company)|payments? office|financial|billing|insurance|medicare|coordinating center|central office|general questions|about payment|civil rights|data protection|\baids\b|domestic violence|health department|web ?site|1-800-4|emergency number|\bfax\b|social worker|(?:first|second) contact|technical"),
                ),
                form="phone",
                threshold=99.0,
            ),
        ),
        most_words=60,
    ),
)
