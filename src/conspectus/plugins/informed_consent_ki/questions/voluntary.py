"""The choice to take part, and to leave."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED)

_PART = r"(?:take part|taking part|participat\w+|join\w*|be in|being in|enroll\w*|volunteer)"

VOLUNTARY = (
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
                        + r"|no one has to|nobody has to|under no obligation|free(?:ly)? to "
                        r"(?:choose|"
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
                        r"your)\b.{0,60}(?:at any time|any time|anytime|whenever|later|at "
                        r"any point|"
                        r"any moment)",
                        2.0,
                    ),
                    Cue(
                        r"(?:at any time|any time|anytime|whenever|later|at any "
                        r"point).{0,50}(?:leave|withdraw|stop|quit|drop out|change your mind)",
                        1.8,
                    ),
                    Cue(
                        r"(?:free|able|right|can|may|decide|choose) to (?:leave|withdraw|"
                        r"stop|quit)|"
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
                    Cue(
                        r"\bno (?:effect|impact|bearing|influence) on .{0,60}(?:care|"
                        r"treatment|services|grades?|job|standing|relationship)|nothing "
                        r"(?:will |would )?changes?",
                        1.8,
                    ),
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
            r"samples?|specimens?|biobank|repositor|storage",
            *topics.CONTACT_ONLY,
            *topics.INJURY,
        ),
    ),
)
