"""How information is protected."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_HOME = (
    *topics.PRIVACY,
    r"information about (?:me|you|us|my)|(?:my|your) (?:child.s |personal |health )?(?:data|"
    r"records|information)|data protection|\bsecre(?:t|cy)|kept safe",
)

PRIVACY = (
    Question(
        "confidentiality",
        "text",
        "How is information protected, and what are the limits?",
        (
            Aspect(
                "code",
                (
                    Cue(
                        r"(?:replace|remove)s? your name|bar ?coded?\b|\b(?:number|code)s? (?:in place of|"
                        r"instead of|rather than) (?:your |a |the |their |any |people.s |his or her )?names?\b",
                        1.8,
                    ),
                    Cue(
                        r"(?:code|study (?:number|id)|id(?:entification)? (?:number|code)|"
                        r"participant number|subject (?:number|id)|trial number|unique (?:number|"
                        r"identifier|id)|random id|pseudonym|coded)\b.{0,80}(?:instead of|not "
                        r"(?:with |by )?your|rather than|no name|in place of|and no|without your|"
                        r"names?)",
                        2.2,
                    ),
                    Cue(
                        r"\bnames? (?:is|are|will) (?:not|never) (?:be )?(?:on|in|written|shown|sent|given|leave)\b|"
                        r"(?:names?|identif\w+)\b.{0,60}(?:replaced|removed|kept apart|kept "
                        r"separate|not be (?:on|included|part of|put|entered)|separate(?:d|ly)?)",
                        1.8,
                    ),
                    Cue(
                        r"(?:labell?ed|identified|marked|carr(?:y|ies)|assigned|given|gets?|known|"
                        r"use|have|has)\b.{0,40}(?:\bcode|study number|number\b|\bid\b)",
                        1.6,
                    ),
                    Cue(
                        r"(?:carr(?:y|ies)|bears?|given|gets?|known|labell?ed|have|under|by|with|"
                        r"use) (?:\w+ ){0,5}?(?:an? |the )(?:[\w-]+ ){0,3}(?:code|number|"
                        r"pseudonym|alias|nickname|(?:animal|false|made-up|invented|random|code) "
                        r"name)\b",
                        1.7,
                    ),
                    Cue(
                        r"(?:under|by|with|only) (?:a|an|your|this|the) (?:\w+ ){0,2}(?:code|"
                        r"number| id)\b|coded data",
                        1.2,
                    ),
                    Cue(
                        r"(?:identified|identify yourself|known|recorded|stored|labell?ed) only "
                        r"(?:by|with|under)\b|(?:data|information|answers|responses|records|"
                        r"transcripts?|results)\b.{0,30}(?:anonymi[sz]ed|de-?identified|stripped of|"
                        r"coded)|(?:anonymi[sz]ed|de-?identified|coded) (?:by|with|using|before|"
                        r"under)",
                        1.5,
                    ),
                    Cue(
                        r"pseudonymi[sz]ed|no information that could (?:directly )?identify|not "
                        r"be identified by name|coded",
                        1.2,
                    ),
                ),
                avoid=(
                    Cue(
                        r"future|shared|optional|sub-?study|genetic|biobank|qualified|reports?\b|"
                        r"clinicaltrials|web ?site|publi(?:cation|shed)|left.?over|archive|"
                        r"(?:other|for) (?:researchers|scientists|studies)|scientists|made "
                        r"available|research on|courier|readings|wristband|pain and|\[insert",
                        1.8,
                    ),
                ),
                threshold=1.8,
            ),
            Aspect(
                "kept",
                (
                    Cue(
                        r"(?:kept|keep|treated?|held|remain\w*|handled?|maintain\w*|stay) "
                        r".{0,50}(?:confidential|private|secret|anonymous)",
                        1.6,
                    ),
                    Cue(
                        r"(?:responses|answers|survey|data|information|identity) .{0,40}anonymous|"
                        r"no identifying information|anonymous",
                        1.4,
                    ),
                    Cue(
                        r"(?:not|n.t|never) (?:be )?(?:to )?(?:ask|collect|record|keep|store|save|write|"
                        r"know)\w* (?:down )?(?:for )?(?:your |any |their |the )?(?:names?|identit|"
                        r"identif|internet address|IP address|e-?mail)",
                        1.8,
                    ),
                ),
                avoid=(Cue(r"optional|sub-?study|can ?not|legal", 1.0),),
                threshold=1.5,
                unless=("code",),
            ),
            Aspect(
                "certificate",
                (
                    Cue(
                        r"(?:has|have|holds?|covered by|obtained|given|protected by|received|"
                        r"issued|granted|with|under) .{0,60}certificate of confidentiality",
                        2.4,
                    ),
                    Cue(
                        r"certificate of confidentiality .{0,60}(?:protects?|covers?|helps?|has "
                        r"been|from the|issued)",
                        1.8,
                    ),
                ),
                avoid=(
                    Cue(r"\b(?:not|no|without|n.t|if)\b.{0,40}certificate", 4.0),
                    Cue(r"sub-?study|optional", 2.0),
                ),
                threshold=1.8,
            ),
            Aspect(
                "secure",
                (
                    Cue(
                        r"(?:locked|password\w*|encrypt\w+|secure\w*|restricted access|firewall|"
                        r"safe place|shredded|wiped|burned|offline|without internet|two-step|"
                        r"under lock|protected server|vault)\b|(?:list|link|key) (?:that|which|of|"
                        r"between|to|linking|is)\b.{0,60}(?:kept|deleted|destroyed|erased|stays?|"
                        r"stored|apart|wiped|burned|server|separate)",
                        1.7,
                    ),
                    Cue(
                        r"(?:only|limited to) (?:the |authorized )?(?:\w+ )?(?:research|study) "
                        r"(?:team|staff|investigators?|personnel)|access|destroyed|deleted|erased",
                        0.6,
                    ),
                ),
                avoid=(
                    Cue(
                        r"optional|sub-?study|biobank|repository|future|continue to use|as a rule",
                        2.0,
                    ),
                ),
                threshold=1.7,
            ),
            Aspect(
                "limit",
                (
                    Cue(
                        r"(?:can ?not|can.t|not|no) (?:\w+ ){0,2}(?:guarantee\w*|promise\w*|"
                        r"ensure|assure).{0,50}(?:confidential|privacy|private|secre|secur|nobody|"
                        r"no one|anonym)|cannot answer for|not encrypted|someone might guess",
                        2.2,
                    ),
                    Cue(
                        r"(?:confidential|privacy|secre|security).{0,50}(?:can ?not|not|never) be "
                        r"(?:\w+ )?(?:guarantee|promise|assure|absolute)|not absolute",
                        2.2,
                    ),
                    Cue(
                        r"(?:required|requires?|allowed|permitted|ordered) by (?:state |federal |"
                        r"local )?(?:law|court)|laws? (?:may |might )?requires?|(?:have|obliged|"
                        r"bound|must|may have) to (?:tell|report|disclose|break)|mandat\w+ "
                        r"report\w*|must (?:report|tell)|(?:report|reporting|"
                        r"disclose)\b.{0,50}(?:abuse|neglect|harm|infections?|diseases?)|abuse",
                        1.5,
                    ),
                ),
                avoid=(Cue(r"clinicaltrials|benefit|web ?site|optional", 2.0),),
                threshold=1.7,
            ),
            Aspect(
                "seen",
                (
                    Cue(
                        r"(?:look at|see|read|view|seen by|review(?:ed)?|inspect\w*|access|check|"
                        r"copy|audit|examine)\b.{0,120}(?:fda|food and drug|irb|review board|"
                        r"ethics|sponsor|monitors?|government|agenc\w+|ohrp|nih|auditors?|"
                        r"authorit\w+|health canada|mhra|nhs|regulators?)",
                        1.8,
                    ),
                    Cue(
                        r"(?:fda|food and drug|irb|review board|ethics|sponsor|monitors?|"
                        r"government|agenc\w+|ohrp|nih|auditors?|authorit\w+|health canada|mhra|"
                        r"nhs|regulators?)\b.{0,120}(?:look at|see|read|view|review|inspect|"
                        r"access|check|audit|may need)",
                        1.6,
                    ),
                    Cue(
                        r"(?:people|persons?|groups?|organizations|following|who|only the) "
                        r".{0,60}(?:may|can|might|will) (?:\w+ )?(?:see|look|review|inspect|view|"
                        r"have access|use)",
                        2.2,
                    ),
                ),
                avoid=(
                    Cue(r"optional|sub-?study|genetic|future research", 1.2),
                    Cue(r"^these\b|\[insert|stop the|end the|ask (?:the|your)|your signature", 2.0),
                ),
                threshold=2.0,
            ),
        ),
        home=_HOME,
        away=(
            *topics.OPTIONAL,
            *topics.APPENDED,
            *topics.SIGNATURES,
            *topics.PAYMENT[:1],
            *topics.INJURY[:1],
            r"\bgina\b|genetic (?:risks?|information)|your rights regarding|right to",
        ),
    ),
)
