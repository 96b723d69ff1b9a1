"""The choice to take part, and to leave."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED)

_PART = (
    r"(?:take part|taking part|participat\w+|join\w*|be in|being in|enroll?\w*|volunteer\w*|be "
    r"(?:a |an )?(?:subjects?|participants?)|enter\w*|be part of|sign up)"
)
_LEAVE = (
    r"(?:leav(?:e|es|ing)|withdr[ae]w\w*|stop(?:s|ping)?|quit(?:s|ting)?|drop(?:ping)? out|"
    r"(?:pull|back|opt|walk|step)(?:ing)? out|chang(?:e|es|ing) (?:your|their|his or her|my|our|"
    r"his|her) minds?|discontinu\w+|(?:end|stop) (?:your|my|their) (?:part|participation)|tak(?:e|"
    r"ing) (?:your (?:child|baby|teen)|him or her|them) out|exit(?:ing)?|think(?:s)? better of it|"
    r"clos(?:e|ing) (?:the |this |your )?(?:page|window|browser|survey|tab)|"
    r"refus\w+ to (?:continue|go on))"
)
_WHENEVER = (
    r"(?:at any (?:time|moment|hour|point|stage)|any ?time|whenever|on any day|later|in the "
    r"middle|at every stage|(?:without|no need for|need not) (?:giving |to give |stating )?(?:a |"
    r"any |your )?(?:reasons?|explanation))"
)

# What the signer declares; the body says it to the reader.
_SIGNED = Cue(
    r"^(?:by signing|i (?:know|understand|have|agree|am aware|acknowledge|consent))\b", 1.5
)

# What others may decide.
_THEY = Cue(
    r"(?:investigators?|doctors?|team|\bwe|\bpi|irb|sponsor|researchers?) (?:may|can|might|could) ",
    2.0,
)

VOLUNTARY = (
    Question(
        "voluntary",
        "text",
        "Is taking part voluntary, and can one leave without penalty?",
        (
            Aspect(
                "choice",
                (
                    Cue(
                        _PART + r"\b.{0,60}(?:voluntary|\bchoice\b|up to (?:you|me|each)|"
                        r"(?:your|my|their) (?:own )?(?:decision|free will)|optional)",
                        2.0,
                    ),
                    Cue(
                        r"\b(?:is|are|be|it.s) (?:completely |entirely |strictly |totally |purely "
                        r"|wholly |always )?(?:voluntary|(?:your|my) (?:own )?(?:choice|decision)|"
                        r"up to (?:you|me)|a matter of choice)|own free will|strictly voluntary",
                        1.6,
                    ),
                    Cue(
                        r"(?:(?:do|does|need|did) (?:not|n.t)|don.t|doesn.t|never) have to "
                        + _PART
                        + r"|(?:need not|needn.t) "
                        + _PART
                        + r"|(?:no one|nobody|no (?:patient|person|child|parent|student|employee)) "
                        r"(?:has to|must|needs? to|is (?:obliged|bound|required|forced|made|"
                        r"compelled))|not (?:obliged|bound|required|obligated|under any "
                        r"obligation)|no obligation|(?:free(?:ly)?|at liberty) to (?:choose|"
                        r"decide|refuse|decline|say no|turn)|only if (?:i|you|he|she|they) "
                        r"(?:sign|agree|choose|want|wish|say yes)",
                        1.4,
                    ),
                    Cue(
                        rf"(?:^|: )(?:you|i)(?: alone)? (?:choose|decide) (?:whether|if)(?: or not)? "
                        rf"to {_PART}\b|\band (?:it is )?"
                        r"(?:entirely )?your (?:own )?(?:choice|decision)\b|\bon an? (?:\w+ )?voluntary "
                        r"basis|\bvoluntarily\b|(?:^|: )(?:you (?:alone )?|it is you who )(?:decides?|"
                        r"choose)s?\W*$|\bis (?:yours|mine)(?: alone)? to (?:decide|make|choose)|(?:can|may) say (?:yes or no|no or yes|either)\b",
                        1.5,
                    ),
                    Cue(
                        r"(?:no one|nobody) (?:can|may|will|should) (?:make|"
                        r"force|press(?:ure)?|oblige) (?:you|him|her|them)|"
                        r"(?:can|may) (?:choose|decide|refuse|decline|say no|say \W?no)|choose "
                        r"(?:whether|not) to|right to (?:refuse|say no|decline)|is voluntary|"
                        r"whether or not to " + _PART,
                        1.0,
                    ),
                ),
                avoid=(
                    _SIGNED,
                    _THEY,
                    Cue(
                        r"optional|answer|sample|skip|question|to (?:get|be treated|receive) |"
                        r"sign this|permission to (?:use|share|obtain)|contact information|if you "
                        r"(?:leave|withdraw)|authorization|personal data|told which",
                        1.5,
                    ),
                ),
                home=(*topics.KEY, r"\bchoice\b|say no|\bdecision\b"),
                threshold=1.1,
            ),
            Aspect(
                "leave",
                (
                    Cue(_LEAVE + r"\b.{0,60}" + _WHENEVER, 2.0),
                    Cue(_WHENEVER + r".{0,50}\b" + _LEAVE, 1.8),
                    Cue(
                        r"\b(?:may|can|free to) (?:go|go home|walk away|get out)\b.{0,30}"
                        + _WHENEVER,
                        1.8,
                    ),
                    Cue(
                        r"(?:free|able|right|can|may|decide|choose|liberty|welcome) to "
                        r"(?:[^.;]{0,30}, (?:or|and) (?:to )?)?"
                        + _LEAVE
                        + r"|(?:may|can|could) (?:also |always |still |then )?"
                        + _LEAVE,
                        1.3,
                    ),
                    Cue(r"\bfree to [^.;]{0,40}\bquit\b", 0.5),
                    Cue(
                        r"penalt|without (?:giving|any) (?:a )?reason|loss of|los(?:e|es|ing) "
                        r"(?:any|your|no)|for any reason|not (?:be )?affect|no reason",
                        0.7,
                    ),
                ),
                avoid=(
                    _SIGNED,
                    _THEY,
                    Cue(
                        r"optional|sample|authorization|permission (?:to|for)|(?:skip|refuse|"
                        r"without) .{0,20}scan\b|^(?!.*(?:exit|stop|withdraw|quit|"
                        r"leave)).*question\w*\b|study (?:drug|medicine) |sponsor (?:may|can)|"
                        r"study may be|researcher|sub-?study|in writing|minors?|biobank|data "
                        r"(?:collection|processing)|all at once",
                        1.5,
                    ),
                ),
                threshold=1.2,
            ),
            Aspect(
                "penalty",
                (
                    Cue(
                        r"\bno (?:effect|impact|bearing|influence|consequences?) (?:on|for) "
                        r".{0,60}(?:care|treatment|services|grades?|job|standing|relationship)|"
                        r"nothing (?:will |would )?changes?|without (?:prejudice|consequences?|"
                        r"disadvantage)",
                        1.8,
                    ),
                    Cue(
                        r"(?:no|not|n.t|without|any|nor)\b.{0,40}(?:penalt\w+|penali[sz]ed|"
                        r"punish\w*)",
                        1.8,
                    ),
                    Cue(
                        r"(?:no|not|n.t|without|never|nor|nothing)\b(?: \w+){0,4} (?:los[es]\w*|"
                        r"loss|forfeit\w*|give up|deprive\w*)\b.{0,60}(?:benefits?|rights?|care|"
                        r"services|treatment|entitled)|(?:los(?:e|es|ing)|forfeits?|tak(?:e|es|"
                        r"ing) away) (?:nothing|no\b|neither|none)|costs? you nothing",
                        1.9,
                    ),
                    Cue(
                        r"(?:not|n.t|never|nothing|nobody|no \w+) (?:\w+ )?(?:affect|change|"
                        r"influence|hurt|touch|depend|impact|harm|jeopardi[sz]e|hang|count|"
                        r"prejudice|be held)\w*.{0,70}(?:care|treatment|grades?|job|services|"
                        r"relationship|standing|benefits|rights|employment|you\b)|(?:held|"
                        r"count(?:s|ed)?) against|nothing (?:about|in|of) your (?:\w+ ){0,2}?"
                        r"(?:care|job|grades?|treatment|work|benefits|standing)\b.{0,20} (?:depends|"
                        r"hangs|changes|will change)|(?:care|treatment|services|grades?|job|"
                        r"employment|benefits|rights|standing)\b.{0,40}(?:not|n.t) be (?:affected|"
                        r"changed|harmed|hurt)|\bhangs? on (?:it|this)",
                        1.7,
                    ),
                    Cue(
                        r"(?:no one|nobody) will (?:be (?:cross|angry|upset|mad|offended|disappointed)|mind|think less|"
                        r"blame)|\byour (?:\w+ )?(?:care|job|services) (?:goes|go) on\W*$|"
                        r"\bdo(?:es)? you no harm|brings? (?:you )?no (?:trouble|harm|disadvantage)|"
                        r"\bstill (?:get|receive|have|be given) (?:\w+ ){0,2}(?:care|treatment|services|"
                        r"help)\b|(?:look after|treat|care for) (?:\w+ ){1,2}(?:just )?the same",
                        1.5,
                    ),
                    Cue(
                        r"(?:same|usual|regular) (?:\w+ )?(?:care|treatment)|nobody will hold|as "
                        r"before|stays? the same|look(?:ed)? after",
                        0.9,
                    ),
                ),
                avoid=(
                    Cue(
                        r"optional|sample|costs?\b|insurance|bill|authorization|sub-?study|skip|"
                        r"question\b|genetic|employer|(?:privacy|records|information) (?:law|rule)",
                        1.2,
                    ),
                ),
                threshold=1.2,
            ),
            # What saying no or leaving does cost.
            Aspect(
                "loss",
                (
                    Cue(
                        r"\b(?:if|once|when|should) (?:you|i|he|she|they|your child) (?:\w+ ){0,2}?(?:say no|"
                        r"refuse|decline|leave|stop|quit|withdraw|drop out|do not (?:take part|join|"
                        r"agree|sign))\b[^.]{0,60}\b(?:will|would|may|might|could|can) (?:also )?(?:lose|"
                        r"forfeit|have to (?:pay|return|repay|leave|wait|give)|be (?:moved|taken off|"
                        r"removed|dropped|fined|asked to (?:pay|leave)))\b",
                        2.2,
                    ),
                    Cue(r"\b(?:place|waiting list|turn|care|benefits|treatment|money)\b", 0.2),
                ),
                avoid=(
                    Cue(r"\b(?:not|nothing|no) (?:\w+ )?(?:lose|forfeit|penalt)|study drug", 2.0),
                    Cue(r"optional|samples?|authorization", 1.2),
                ),
                threshold=1.8,
            ),
        ),
        home=(*topics.VOLUNTARY, *topics.STOPPING),
        away=(
            *_ASIDE,
            *topics.RECORDS,
            r"^(?!.*(?:\bchoice|decision|voluntar)).*\bcosts?\b|\bbill(?:ed|ing)?\b|insurance",
            r"\bpaid\b|payments?|compensat|reimburse",
            r"samples?|specimens?|biobank|repositor|storage",
            *topics.CONTACT_ONLY,
            r"injur|\bhurt\b|harmed",
        ),
    ),
)
