"""With whom data and samples are shared, and for what later."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_THINGS = (
    r"(?:data|information|results|records|recordings?|answers|samples?|specimens?|biospecimens?|"
    r"blood|tissue|tumou?r|muscle|saliva|spit|urine|dna|cells|images?|scans|pictures|videos?|"
    r"transcripts?|interviews?|files?|tables?|extracts)"
)
_OTHERS = (
    r"(?:researchers?|scientists?|investigators?|compan(?:y|ies)|firms|universit\w+|sponsors?\b|"
    r"partners?|databases?|databanks?|data ?banks?|archives?|repositor\w+|regist(?:er|ry|ries)|"
    r"students|surgeons|other (?:people|doctors|groups|teams|centers|hospitals)|drug maker|"
    r"institut\w+|collaborat\w+|agencies|center\b|biobanks?|dbgap|laborator\w+|third part\w+|"
    r"manufacturers?|journals?)"
)
_GIVEN = (
    r"(?:shar(?:e|es|ed|ing)|send|sent|giv(?:e|es|en)|released?|provided?|transfer\w*|"
    r"distribut\w+|go(?:es)?|available|submit\w*|plac(?:e|ed)|put|deposit\w*|hand(?:ed|s)?|"
    r"pass(?:ed|es)?|uploaded|left|posted|disclosed?|receives?|contribut\w+|add(?:ed)? to|stored "
    r"in|kept in|entered)"
)
_ASIDE = Cue(
    r"contact information|web ?site|clinicaltrials|\blaw\b|payment|\bbill|abuse|injur|medical "
    r"record (?:will|number)|health department|insurance|permission to obtain|change (?:your|"
    r"their) minds?|once we have|social security|^(?:my|i|by signing)\b|conflict|lectures?|\bdr\.|"
    r"patent|gives? (?:the |us )?(?:money|a grant)|text and|messages? (?:for|travel)|results of "
    r"(?:the|this) study|new information|you wish to|benefits? you|letter|want to know|tell your",
    1.2,
)

SHARING = (
    Question(
        "data_sharing",
        "text",
        "With whom are data or samples shared, and may they be used for future research?",
        (
            Aspect(
                "future",
                (
                    Cue(
                        r"(?:future|later|other|additional|new|further|more|any kind of) (?:\w+ "
                        r"){0,2}(?:research|studies|study|uses?|questions|projects?|products)\b|"
                        r"secondary (?:use|analys\w+|research)",
                        1.6,
                    ),
                    Cue(
                        r"(?:kept|stored|frozen|banked|saved|held|retained|used|uses?|may be) "
                        r".{0,60}(?:for|in) (?:\w+ ){0,5}(?:research|studies|work)\b (?:on|of|"
                        r"into|about)|(?:train|develop|improve|test) (?:and \w+ )?(?:\w+ "
                        r")?(?:artificial intelligence|algorithms?|software|products|computer)|"
                        r"commercial (?:use|products?)",
                        1.6,
                    ),
                    Cue(
                        r"\b" + _THINGS + r"\b.{0,50}(?:left.?over|remain(?:s|ing)?|not used up|"
                        r"unused)|(?:left.?over|remaining|unused|excess|extra|coded) (?:\w+ ){0,3}"
                        + _THINGS
                        + r"\b",
                        0.8,
                    ),
                    Cue(r"\b" + _THINGS + r"\b", 0.4),
                    Cue(r"(?:will|shall) not be (?:used|shared|kept|stored|given)\b", 0.8),
                    Cue(
                        r"without (?:your |any |further |asking )*(?:additional |further "
                        r")?(?:informed )?(?:consent|permission|asking|request)|not (?:be "
                        r")?ask(?:ed)? (?:you )?(?:again|each|for)|no additional (?:informed "
                        r")?consent",
                        1.0,
                    ),
                    Cue(
                        r"(?:strip\w+|remov\w+|de-?identif\w+|anonymi[sz]\w+|identifiers|without "
                        r"(?:your )?(?:names?|identif\w+)|coded)",
                        0.8,
                    ),
                ),
                avoid=(
                    _ASIDE,
                    Cue(
                        r"contact (?:you|me)|benefit|willing|locked|password|cabinet|other "
                        r"studies while|tell us|not want|join another|no longer want|taking part "
                        r"in (?:another|other)|take part in (?:another|other)|care (?:for|of)|"
                        r"future (?:patients|children|people)",
                        1.6,
                    ),
                ),
                threshold=2.2,
            ),
            Aspect(
                "with",
                (
                    Cue(r"\b" + _GIVEN + r"\b.{0,100}\b" + _OTHERS, 1.8),
                    Cue(r"(?:may|might|can|could|will) be (?:sold|licensed|passed on) to\b", 1.8),
                    Cue(
                        _OTHERS + r"\b.{0,60} (?:may|can|might|will|could) (?:also )?(?:use|study|"
                        r"request|ask for|have access|work with|apply|download|analy[sz]e|get)\b",
                        1.8,
                    ),
                    Cue(
                        r"(?:shared|sent|given|released|provided|disclosed|goes|handed|passed) "
                        r"(?:\w+ ){0,3}(?:with|to) (?:the )?(?-i:[A-Z][a-z]+)",
                        1.8,
                    ),
                    Cue(
                        r"(?:other|outside|qualified|approved|external|elsewhere) (?:\w+ "
                        r")?(?:researchers?|scientists?|investigators?|institutions?|universities|"
                        r"companies|people who study|groups|hospitals|countries)|scientists "
                        r"elsewhere|any country|all over the world|open(?:ly)? (?:\w+ "
                        r")?(?:archive|repositor\w+|database|access)|public(?:ly)? (?:\w+ "
                        r")?(?:archive|repositor\w+|database|available)|databank|dbgap",
                        1.2,
                    ),
                    Cue(r"\b" + _THINGS + r"\b", 0.6),
                ),
                avoid=(
                    _ASIDE,
                    Cue(r"\b(?:fda|irb|review board|food and drug|auditors?|monitors?)\b", 1.6),
                    Cue(r"sends? the|given (?:a|by)|receive (?:the|a|an) |not be identified", 1.0),
                ),
                away=topics.OPTIONAL[:1],
                threshold=1.7,
            ),
            Aspect(
                "team_only",
                (
                    Cue(
                        r"\b(?:no|not|none|never|nothing|nobody|n.t)\b.{0,60}(?:available|shar\w+|"
                        r"giv\w+|disclos\w+|releas\w+|shown|see|access|sold|pass\w*|provid\w+)"
                        r"\b.{0,40}(?:any(?:one|body)|others?\b|third part|outside|beyond|except|"
                        r"but the)",
                        2.0,
                    ),
                    Cue(
                        r"(?:no one|nobody|none|no person) (?:else )?(?:except|but|other than|besides|"
                        r"outside|beyond|apart from) .{0,60}(?:see|access|know|read|hear|use|get|"
                        r"view)",
                        2.0,
                    ),
                    Cue(
                        r"(?:only|other than|except|but|outside) (?:by |to |for |with |of )?(?:the |"
                        r"our |this |members of )*(?:\w+ )?(?:research|study|project|investigat\w+|"
                        r"principal) ?(?:team|staff|personnel|group|investigators?|members|"
                        r"researchers?)?\b",
                        0.8,
                    ),
                    Cue(r"\b" + _THINGS + r"\b|responses|answers", 0.4),
                ),
                avoid=(
                    _ASIDE,
                    Cue(r"names?\b|identif|unless|without (?:your|my)|permission|employer", 1.0),
                ),
                threshold=2.0,
                unless=("future", "with"),
            ),
            Aspect(
                "not_used",
                (
                    Cue(r"(?:not|never|n.t) (?:be )?shared?\b|never (?:be )?(?:sold|used)", 0.7),
                    Cue(
                        r"(?:not|never|n.t|nor) (?:\w+ )?(?:be )?(?:used|shared|distributed|kept|"
                        r"stored|sold|given|share|use|keep).{0,80}(?:future|other|research|anyone|"
                        r"outside|studies|even if|third part)",
                        1.8,
                    ),
                    Cue(
                        r"\b" + _THINGS + r"\b.{0,60}(?:destroyed|discarded|thrown (?:away|out)|"
                        r"erased|not (?:be )?(?:kept|stored|shared))",
                        1.4,
                    ),
                    Cue(
                        r"future (?:research|studies|use)|even if (?:identifiers|we remove|your "
                        r"(?:name|identif\w+))|after the (?:study|tests?|reading)",
                        0.6,
                    ),
                ),
                avoid=(
                    Cue(
                        r"^(?!.*future).*(?:names?|identif)|ask (?:us|for|that)|withdraw|change "
                        r"your mind|web ?site|request|continue to use|no longer want|if you "
                        r"(?:leave|stop)|\b(?:surgery|sac)\b|keep you from",
                        1.6,
                    ),
                ),
                threshold=2.0,
            ),
            Aspect(
                "optional",
                (
                    Cue(
                        r"(?:optional|if you (?:agree|say yes|choose)|with your (?:permission|"
                        r"consent|ok)|you (?:may|can) (?:say no|choose|refuse)|unless you|"
                        r"separate)\b.{0,120}(?:samples?|blood|specimens?|tissue|data|information|"
                        r"dna|store|kept)",
                        1.4,
                    ),
                    Cue(
                        r"(?:left-? ?over|stored?|kept|keeps?|bank\w*|samples?|frozen|"
                        r"specimens?)\b.{0,80}(?:up to \d+ years|indefinite\w*|no (?:end|time "
                        r"limit)|unlimited|without (?:an? )?(?:end|time|limit)|future (?:research|"
                        r"studies|use)|for (?:\d+|\w+teen|\w+ty|ten) years)",
                        2.5,
                    ),
                ),
                avoid=(
                    Cue(r"^(?:yes|no|my|i)\b|signature|contact|consent form|locked|password", 1.5),
                ),
                threshold=1.9,
            ),
        ),
        home=(
            *topics.SHARING,
            r"(?:us(?:e|es|ed|ing)|see|study|get)\b .*(?:samples?|specimens?|data|blood|tissue)",
        ),
        away=(
            *topics.SIGNATURES,
            *topics.PAYMENT[:1],
            *topics.INJURY,
            *topics.RISKS_ONLY,
            *topics.BENEFITS,
            r"^(?!.*(?:information|data|samples?|later|future)).*(?:withdraw|\bstop|\bleav|"
            r"terminat|tak(?:e|en) (?:me|you|out|off)|without (?:my|your))",
        ),
    ),
)
