"""The things that studies test, and the headings under which they are told."""

from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import CHOICES, ELSEWHERE, ENDING

THING = (
    r"(?:drugs?|medicines?|medications?|vaccines?|devices?|tablets?|capsules?|pills?|treatments?|"
    r"therap(?:y|ies)|products?|agents?|antibod(?:y|ies)|gels?|creams?|patch(?:es)?|implants?|"
    r"injections?|infusions?|procedures?|tests?|tools?|apps?|programs?|programmes?|scans?|tracers?|"
    r"dyes?|probes?|bands?|wristbands?|diets?|supplements?|software|machines?|techniques?|methods?|"
    r"approach(?:es)?|combinations?|surger(?:y|ies)|operations?|radiation|radiotherapy|"
    r"chemotherapy|"
    r"exercises?|training|coaching|class(?:es)?|curriculum|mesh(?:es)?|cameras?|powders?|drinks?|"
    r"lamps?|lights?|helmets?|glasses|lens(?:es)?|gloves?|cells?|genes?|messages?|texts?|videos?|"
    r"games?|websites?|lessons?|stimulators?|stimulation|robots?|oxygen|foods?|meals?|masks?|"
    r"braces?|insoles?|splints?|stents?|catheters?|valves?|drops|sprays?|inhalers?|mouthwash|"
    r"plasma|transplants?|viruses|vectors?|hormones?|insulin|antibiotics?|monitors?|sensors?|"
    r"pumps?|"
    r"sedatives?|steroids?|blockers?|inhibitors?|agonists?|enzymes?|peptides?|vitamins?|compounds?|"
    r"chemicals?|electrodes?|gas(?:es)?|painkillers?|antivirals?|statins?|stimulants?|shells?|"
    r"kits?|articles?|joints?|screws?|mixtures?|molecules?|substances?|proteins?|acupuncture|"
    r"massage|"
    r"yoga|meditation|mindfulness|counsel+ing|education|interventions?|workshops?|workbooks?)"
)

# Headings over other matters than what is tested.
APART = (
    *ELSEWHERE,
    *topics.RISKS,
    *topics.COSTS,
    *CHOICES,
    *ENDING,
    *topics.PAYMENT,
    r"injur|\bhurt\b|harm|goes wrong|emergenc|complication|genes?\b|storage|stored",
    r"^[\W\d]*(?:follow.?up|screening)\b",
)
ABOUT_IT = (
    r"study (?:drug|device|treatment|intervention|product|medicine|procedure)s?|"
    r"what (?:is|are) (?!the (?:purpose|study|risk|benefit|alternative|cost|trial|project|research|"
    r"reason)|my\b|this\b|it\b|involved|asked|expected|being)|about the (?:drug|device|medicine|"
    r"intervention|program|treatment|vaccine)|investigational|being (?:tested|studied|compared)",
)

# A name in capitals, told with what it is or how it stands; a coined name needs no kind of thing.
NAMED = (
    r"(?:^|: )(?:the )?(?!(?:This|It|There|You|We|They|These|That|What|Your|Our|One|No|None|Some|All|Each|"
    r"If|When|Yes|Both|Neither|Here|Part|Group|Dr|Study|Blood|Most|Many|Other|Another|Research|"
    r"Participation|Taking|Being|Children|People|Patients|Women|Men|Parents?|Everyone|Nobody|"
    r"Samples?|Visits?|Subjects?|Participants?)\b|[^.]{0,60}\b(?:university|hospital|institut|"
    r"cent(?:er|re)|foundation|company|sponsor|network|doctor|investigator|coverage|insurance)\b)"
    r"(?:(?-i:\[?[A-Z][\w\]\[-]*)(?: [\w()/-]+){0,4}?(?: \([^)]{1,60}\))?,? (?:is|are) "
    rf"(?:(?:also |being |currently |an? |the |one of )+(?:[\w-]+,? ){{0,4}}?{THING}\b|(?:also |"
    rf"already )?"
    r"(?:not )?(?:yet )?(?:approved|cleared|licensed)|investigational|experimental)|"
    r"(?-i:\[?(?=[\w\]\[-]*\d)[A-Z][\w\]\[-]{3,})(?: \([^)]{1,60}\))? is (?:an? |made|given|the ))"
)
