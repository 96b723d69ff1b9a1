"""What is done in the study: the drug or device first, then tests, samples, questions, records."""

from dataclasses import replace

from conspectus.domain.facts import Cue, Question
from conspectus.plugins.informed_consent_ki.questions.procedure_contacts import CONTACTS
from conspectus.plugins.informed_consent_ki.questions.procedure_frame import AWAY, HOME, done

_TESTED = (
    done(
        "given",
        r"(?:receives?|gets?|given|takes?|swallow|inject(?:ed)?|wears?|use|drinks?)\b[^.;|]{0,60}"
        r"(?:study (?:drug|medic\w+|product|tablet|device|treatment)|tablets?\b|pills?|"
        r"capsules?|\bmg\b|by mouth|(?:through|into) (?:a|the|your) (?:vein|arm|muscle|belly)|"
        r"tracer|\(?IV\)?\b|infusion|injections?|vaccine|\bshots?\b|placebo|\bband\b|device|patch|"
        r"inhaler|cream|gel\b|drops\b|\bdose|treatments? of|days? of|cycles?|by vein|sachets?|"
        r"powders?|supplements?|\bcells\b|chemotherapy|diet\b|meals)|"
        r"infusion of|injections? (?:in|of|under)|(?:tablet|capsule|injection|infusion|sachet)s?"
        r"[^.;|]{0,30}(?:a day|daily|once|twice|weekly|every)|study (?:drug|tablet|medicine)s? "
        r"(?:given|handed)|(?:probe|coil|electrodes?|patch|device|needle)[^.;|]{0,40}(?:inserted|"
        r"placed|put|attached)|put (?:on|in) (?:a|the) device|"
        r"(?:runs?|drips?|flows?|goes|infused|injected) (?:in|into|over|through)\b[^.;|]{0,40}"
        r"(?:vein|arm|hours?|minutes)|given by vein|"
        r"(?:pump|port|stent|shunt|valve|mesh|chip|rod|plate|balloon|coil|filter|lens|lead)s? (?:is|are|will be) "
        r"(?:put|placed|set|slid|inserted|sewn)|"
        r"wears? (?:the|a|an) (?:\w+ ){0,2}(?:dressing|cast|brace|splint|mask|monitor|lens|glasses|"
        r"helmet|pump|sleeve|sock|shoe|insole)|"
        r"(?:assigned|randomi[sz]ed) to (?:receive|get|take|use|have)|one of the two "
        r"(?:operations|drugs|treatments|devices|meshes|programs)",
        Cue(
            r"blood|urine|pregnan|contracep|other medic|vaccine from|pain medicine|steroid inj|"
            r"into a joint|enema|or not\b|help reduce|suppositor|rescue|live vaccine|may not be",
            0.6,
        ),
        Cue(
            r"with or without food|hours apart|empty stomach|glass of water|miss(?:ed)? (?:a|your) "
            r"dose|crush|same time each day|room temperature|refrigerat|at least \w+ hours? "
            r"(?:before|after)|with (?:food|a meal|meals)\b",
            1.2,
        ),
        most=2,
        threshold=1.75,
    ),
    replace(
        done(
            "by_chance",
            r"by chance|at random\b|randomly|randomi[sz]ed (?:to|into)|flip(?:ping)? (?:of )?a coin|"
            r"sealed envelope|\b(?:equal|even|one|50) ?(?:%|percent)? chance\b|lottery|by lot\b|"
            r"chance in (?:two|three)|one of (?:two|three|four) (?:groups|arms)",
            Cue(
                r"drew|addresses|earlier|first study|pilot|half waited|balance|invite|select|"
                r"pick(?:ed)? (?:students|people)|\bnot?\b|nobody|"
                r"\beither\W*$",
                1.0,
            ),
        ),
        unless=("given",),
    ),
    done(
        "surgery",
        r"(?<!for )(?<!during )(?<!after )(?<!before )(?<!heart )\bsurgery|implant(?!ed)|"
        r"transplant|anesthesia|catheter|(?:an?|the|either|have|two) "
        r"(?:\w+ )?operations?\b|arterial line|"
        r"radiation (?:to|therapy|treatment)|radiotherapy|chemotherapy",
        Cue(r"after (?:your|the) (?:surgery|operation)|prior|have had|usual rule", 1.0),
        Cue(r"in common use|most common|sets of questions", 1.0),
    ),
    done(
        "training",
        r"treadmill|lessons?\b|coaching|therapy (?:sessions?|groups?)|training|"
        r"counsel+ing sessions?|(?:strength|exercise|yoga|cooking|parenting|group) classes|classes|"
        r"exercis|program sessions?|(?:breathing|relaxation) practice|stimulation|"
        r"group (?:meetings?|therapy|sessions?|visits?)|weekly (?:therapy )?(?:groups?|meetings?)|"
        r"walk(?:ing)? (?:on|at|up|over)|\bwalk\b|(?:attend|join|take part in|come "
        r"to|comes to) [^.;|]{0,40}(?:sessions?|groups?|meetings?|class|program|workshop)",
        Cue(r"without training|in animals|trained", 0.8),
    ),
    done(
        "exposed",
        r"breath(?:e|es|ing) (?:in |pure |\d+% )?(?:oxygen|gas|air\b|through|mist|vapou?r)|chamber|"
        r"\bdon (?:a|an|the)\b|simulator|hypoxi|(?:hot|cold) (?:water|room|bath)|bed rest|centrifuge|hypnosis|"
        r"acupunct|massage|virtual reality|driving|watch (?:an? |the )?(?:[\w-]+ ){0,2}(?:videos?|films?|movies?)\b|"
        r"listen to|bright light|light (?:box|therapy)|\blamp\b",
    ),
    done(
        "messages",
        r"(?:text|e-?mail|phone|telephone|voice|weekly|daily|four|one) messages?|"
        r"messages? (?:a|each|every|per) (?:day|week|month)|reminders?\b|\bcuff\b[^.;|]{0,60}"
        r"(?:home|loan|measure)",
        Cue(r"encrypt|not name|stop to|word stop", 0.8),
    ),
)
_SAMPLES = (
    done(
        "cells",
        r"(?:leuk|plasma)?apheresis|(?:white|stem|T) cells (?:are|will be) (?:taken|collected)|"
        r"(?:stem )?cell collection",
    ),
    done("marrow", r"bone marrow|lumbar puncture|spinal tap|spinal fluid"),
    done(
        "scope",
        r"biops(?:y|ies)|endoscop|colonoscop|sigmoidoscop|bronchoscop|tissue sample|"
        r"tumou?r tissue|leftover (?:tissue|blood|spinal|fluid)|piece of [^.;]{0,20}tissue|leftover samples?|"
        r"(?:muscle|skin|tissue|needle) samples?\b|left over from|sample of [^.;]{0,20}(?:muscle|skin|tissue)",
        Cue(r"biopsy reports?|biopsy results|already|old biopsy|without muscle", 0.4),
        Cue(r"standard biopsy|as usual|usual biopsy", 1.2),
    ),
    done(
        "blood",
        r"blood (?:samples?|draws?|tests?|collection|for|is (?:taken|drawn))|(?:draw|take|"
        r"drawn|taken?|samples? of|give|collect\w*|drops of|mL of|more|vials?|tubes? of) "
        r"[^.;|]{0,30}\bblood\b|\bblood\b[^.;|]{0,30}\b(?:is|are|will be) (?:taken|drawn|"
        r"collected)|finger.?(?:stick|prick)|heel.?stick|drops of blood|"
        r"\bblood\b(?= \|)|\bblood\b",
        Cue(
            r"blood pressure|blood counts?|white blood|blood cells|blood thinner|blood sugar|go to (?:our|the)",
            0.9,
        ),
    ),
    done(
        "other_samples",
        r"urine (?:samples?|tests?|collection|screen|for)|urine\b|stools?\b(?! (?:soften|table))|"
        r"saliva|spit (?:in|a|some|for)|\bspit\b|swabs?\b|\bnasal|sputum|hair sample|lock of hair|nail clippings?|"
        r"breath sample|cheek|cotton roll",
        Cue(r"pregnan", 0.3),
    ),
)
_TESTS = (
    done(
        "eeg",
        r"\bEEG\b|electroencephal|brain.?waves?|\bcap\b[^.;|]{0,30}(?:sensors|electrodes)|"
        r"(?:sensors|electrodes)[^.;|]{0,30}(?:head|scalp)",
        Cue(r"results of|not a medical", 0.8),
    ),
    done(
        "sleep",
        r"sleep (?:lab|laboratory|stud(?:y|ies)|tests?|cent(?:er|re))\b|polysomnogra|(?:spend|stay|sleep)s? "
        r"[^.;|]{0,20}\bnights?\b|overnight (?:stay|visit)|\bnights? (?:in|at|on) (?:the|our|a)\b|"
        r"(?:live|stay|remain|sleep|lodge)s? (?:in|at|on) (?:the|our|a) (?:[\w-]+ ){0,2}(?:unit|ward|"
        r"hospital|clinic|cent(?:er|re)|facility|hotel|lab)\b",
        Cue(r"results? of|awake|hotel", 0.8),
    ),
    done(
        "home_samples",
        r"tap water|(?:house|floor|household) dust|vacuum|air (?:samples?|monitor)|(?:well|drinking) water|"
        r"soil samples?",
        Cue(r"if you|cause|relate|affect", 1.0),
    ),
    done("pet", r"\bPET\b|positron", Cue(r"made (?:at|for)|sticks", 0.6)),
    done(
        "scan",
        r"x-?rays?|\bCT (?:scan|of|or|and|image|picture)|PET.CT|\(CT\)|, CT\b|CT/|\bCT scans?|"
        r"\bDXA\b|\bDEXA\b|bone scan|mammogra|fluoroscop",
        Cue(r"suspect|no x-?ray|months later", 0.5),
    ),
    done(
        "mri",
        r"\bMRIs?\b|magnetic resonance|imaging(?! cent)|\bscans?\b(?! finds)",
        Cue(r"suspect|before (?:the|your) scan|see if", 0.6),
    ),
    done("ultrasound", r"ultrasound|echocardiogra|sonogra", Cue(r"guided|results of", 0.5)),
    done(
        "pictures",
        r"photograph(?:s|ed)? (?:of|are|is|with|will)|eye photo\w*|pictures (?:of|with|are|will)|"
        r"photos? of",
        Cue(r"months later|look at|see my|copies", 0.8),
    ),
    done(
        "body_tests",
        r"\bECGs?\b|\bEKGs?\b|electrocardiogra|heart (?:ultrasound|tracing)|"
        r"lung function|spirometr|breathing tests?|six-minute walk|\bEEG\b|\bEMG\b|"
        r"(?:motion )?sensors?\b|markers|cameras?|wrist ?band|(?:motion|wrist) watch|"
        r"activity (?:monitor|tracker)|wearable|accelerometer|blow (?:hard )?into|"
        r"(?:hearing|eye|vision|sensation|strength|grip|balance|fitness|skin|pain) tests?\b|"
        r"(?:strength|grip|hearing|vision|balance) (?:testing|tested)|test your (?:hearing|"
        r"grip|strength|vision|balance)|motion (?:analysis|capture)|"
        r"measurements?|monitor(?:s|ing)? (?:worn|at home)",
        Cue(r"followed by", 0.8),
    ),
    done(
        "exam",
        r"physical exam\w*|vital signs|medical history|height(?:,| and) weight|skin check|"
        r"(?:measure|check)\w* [^.;|]{0,40}(?:height|weight|blood pressure)|\bweigh(?:ed)?\b|"
        r"^blood pressure|joint count|health check|check on your health|clinic examination|"
        r"history and examination|dentist looks",
    ),
    done(
        "questions",
        r"questionnaires?|surveys?|(?:sets? of|answer|fill in|minutes of) [^.;|]{0,30}questions|"
        r"questions (?:about|on)\b|forms? about|food list|^questions\b(?= \|)",
        Cue(r"skip|any questions|uncomfortable|for questions|rights|explain", 0.6),
        Cue(r"^after |may (?:be |feel )", 0.4),
        Cue(r"\btakes? (?:\w+ ){0,2}\d+", 0.3),
    ),
    done(
        "more_questions",
        r"(?:another|second|two|three|four|both|final|later|follow-?up|post-?(?:test|course)?|"
        r"closing|end-of-\w+) (?:[\w-]+ ){0,2}(?:surveys?|questionnaires?)",
        Cue(r"skip|any questions|uncomfortable|rights|explain|\btakes? (?:\w+ ){0,2}\d+", 0.6),
    ),
    done(
        "interview",
        r"interviews?\b|focus groups?|(?:recorded|taped|private|one-hour) (?:talk|conversation|chat)|"
        r"(?:sit|talk|speak|chat) with you\b|audio.?record|video.?(?:record|tap)|\bfilm(?:ed)?\b(?! play)|"
        r"(?:talk|session|conversation)s? (?:is|are|will be) (?:\w+ )?recorded",
    ),
    done(
        "diary",
        r"diar(?:y|ies)|\blog\b|daily (?:text|message|survey)|\bapp\b|write down what you|"
        r"store receipts|\breceipts\b[^|]{0,20}\|",
        Cue(r"battery|not for emergenc", 0.6),
    ),
    done("games", r"computer (?:games?|tasks?|tests?)|memory|thinking (?:tests?|tasks?)|puzzles?"),
)
PROCEDURES = Question(
    "procedures",
    "list",
    "What will be done in the study: drug or device, tests, samples, questionnaires, follow-up?",
    (*_TESTED, *_SAMPLES, *_TESTS, *CONTACTS),
    home=HOME,
    away=AWAY,
    most_words=90,
)
