"""Whom to call, by role; never a person."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED)
_NO_NAME = (
    r"(?:The|Your|Our|Call|Contact|Phone|Tel\w*|Mobile|Cell|Please|Toll|Poison|Crisis|Suicide|"
    r"National|Cancer|Medical|Patient|Office|Clinic|Hospital|Cent(?:er|re)|Board|Committee|Control|"
    r"Lines?|Hotline|Helpline|Desk|Services?|Department|University|Institute|Foundation|Ethics|"
    r"Review|Health|Information|Emergency|After|Research|Study|Security|Billing|Fax|Monday)\b"
)
_WORD = rf"(?-i:(?!{_NO_NAME})[A-Z][\w'\u2019-]+|[A-Z]\.)"
_NAME = rf"{_WORD}(?:\s+{_WORD}){{1,3}}"
_DEGREE = (
    r"(?-i:M\.? ?D|Ph\.? ?D|D\.? ?O|R\.? ?N|MBBS|MBChB|Dr\.? ?P\.? ?H|Pharm\.? ?D|Psy\.? ?D|Ed\.? ?D|"
    r"Sc\.? ?D|MPH|MSN|MSW|DNP|CRNP|APRN|FRCP|BSN|DDS|DMD|DPT|M\.?S|M\.?A)\b\.?"
)

_WHO = (
    r"(?:(?:trauma |research |study |trial )*(?:doctor|physician|surgeon|nurse)"
    r"(?: on (?:call|duty))?,? \(?)"
)

CONTACT = (
    Question(
        "contact",
        "text",
        "Whom can one call about the study, an injury, or one's rights (role and telephone)?",
        (
            Aspect(
                "study",
                (
                    Cue(
                        r"\b(?:(?:local |site )?principal investigator|study doctor(?: or "
                        r"research nurse)?|study investigator|(?:the |lead |chief )?investigator|"
                        r"study team|research team|study (?:staff|nurse(?: line)?|phone|office|"
                        r"center|site|line|clinic)|research (?:staff|phone|nurse|office|doctor|"
                        r"line)|registry office|researchers?|project (?:director|office|phone)|"
                        r"study physician|trial (?:doctor|team|nurse)|(?:my |the )?advis[oe]r|"
                        r"biobank(?: office)?|faculty (?:advisor|sponsor|supervisor|mentor)|"
                        r"student (?:investigator|researcher)|co-?investigator|supervisor|lead "
                        r"researcher|during the day|daytime|registry (?:team|staff)|project team|"
                        r"research nurse|trial nurse|(?:gene transfer|cell therapy|study|trial|"
                        r"research) (?:physician|doctor)|surgeon in charge|(?:trial|photograph|"
                        r"study|research) desk|"
                        r"(?<!assistant )(?<!associate )(?<!, )(?:lead |head |course )?(?:professor|instructor|scientist)"
                        r"(?:.s office)?|(?:bank|unit) (?:office|staff|team|doctor|"
                        r"physician|nurse|line)|(?:project|study|trial).s (?:tele)?phone|(?:research|"
                        r"project|trial|survey) line)\b|^\W*(?:the )?(?:nurse|coordinator|recruiter|midwife)\b"
                    ),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
            ),
            Aspect(
                "coordinator",
                (
                    Cue(
                        r"\b(?:study coordinator|research coordinator|project (?:coordinator|"
                        r"manager)|study manager|(?:trial|registry|clinic|site) coordinator)\b"
                    ),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
            ),
            # A person whose role the form does not say; the name is never told.
            Aspect(
                "doctor",
                (
                    Cue(rf"\b(?P<person>(?-i:Drs?\.?|Prof(?:essor|\.)?) {_WORD}(?:\s+{_WORD})*)"),
                    Cue(rf"(?P<person>{_NAME}(?:, ?{_DEGREE})+)"),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
                unless=("study", "coordinator"),
            ),
            Aspect(
                "person",
                (
                    Cue(rf"^\W*(?P<person>{_NAME})\s*[,:\u2013-]\s*\(?$"),
                    Cue(
                        r"\b(?:call|contact|phone|ring|reach|text) (?:mrs?\.? |ms\.? |nurse )?"
                        rf"(?P<person>{_NAME}) (?:at|on)\W*$"
                    ),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=2.0,
                unless=("study", "coordinator", "doctor"),
            ),
            # Only where the form names no one for it.
            Aspect(
                "questions",
                (
                    Cue(
                        r"\b(?:for (?:help|advice|(?:more )?information)|questions?(?: (?:about|regarding|concerning) (?:the|this) (?:study|"
                        r"research|project))?|concerns|(?:to )?reach us)\b"
                    ),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
                unless=("study", "coordinator", "doctor", "person"),
            ),
            Aspect(
                "after_hours",
                (
                    Cue(
                        rf"\b(?:{_WHO})?(?:(?:at |on )?(?:nights?|evenings?) ?(?:and|or|/|&) ?(?:on "
                        r")?(?:weekends?|holidays)|after.?hours|out of hours|nights|hospital "
                        r"operator|paging operator|page operator|24.hours?(?: a day)?(?: paging| "
                        r"line| number| phone)?|operator|(?:doctor|physician|oncologist|surgeon|fellow|resident) "
                        r"on call|on-call \w+|in (?:an|case of(?: an)?) emergency|emergenc(?:ies|"
                        r"y contact)|pager)\b"
                    ),
                ),
                home=topics.CONTACT,
                away=_ASIDE,
                form="phone",
                threshold=0.5,
            ),
            Aspect(
                "rights",
                (
                    Cue(
                        r"\b(?-i:(?!(?:Call|Contact|Please|The|Your|E-?mail|Ask|Phone|Or|Tell) "
                        r")(?:[A-Z][\w'\u2019&-]* ){0,4})(?:institutional review board(?: "
                        r"\(\w+\))?|irb(?: office)?|(?:research )?ethics (?:committee|board|"
                        r"office|panel(?: secretary)?|secretariat|review \w+)(?: \(\w+\))?|review "
                        r"board|human (?:subjects?|research) (?:protections?|office|program|"
                        r"committee)(?: \w+)?|committee on human \w+|independent "
                        r"review(?: \w+)?|office (?:of|for) (?:\w+ ){0,3}(?:human|research|"
                        r"subjects?)(?: \w+){0,3}|patient (?:representative|advocate|relations|"
                        r"advice desk|advocacy)|(?:family|patient|guest) (?:relations|affairs|"
                        r"services)(?: office)?|patient advocate|ombuds\w*|hrec(?: executive "
                        r"officer)?|complaints (?:officer|manager)|research (?:subject|"
                        r"participant) (?:advocate|advocacy|rights)|irb[a-z]+|your rights(?: as a "
                        r"(?:research )?(?:subject|participant|volunteer))?)\b"
                    ),
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
            # Numbers that are not for questions about the study; never told.
            Aspect(
                "elsewhere",
                (
                    Cue(
                        r"help ?desk|poison|(?<!compliance )hot ?line|cancer information|\bcis\b|"
                        r"crisis|suicide|lifeline|counsel(?:ing|or)|injury compensation|"
                        r"countermeasures|card (?:service|company)|payments? office|financial|"
                        r"billing|insurance|medicare|coordinating center|central office|general "
                        r"questions|about payment|civil rights|data protection|\baids\b|domestic "
                        r"violence|health department|web ?site|1-800-4|emergency number|\bfax\b|"
                        r"social worker|safety officer|security|campus police|911\b|(?:first|"
                        r"second) contact|technical"
                    ),
                ),
                form="phone",
                threshold=99.0,
            ),
        ),
        most_words=60,
    ),
)
