"""Medicines, stopping them, and not being asked to, as consent forms write it."""

STOP = (
    r"(?:stop|stopping|avoid|avoiding|not (?:to )?(?:take(?! part)|use|get|receive|start)|"
    r"refrain from|hold|"
    r"withhold|discontinue|go without|"
    r"come off|stay off|go off|be off|taper|pause|skip|free of|give up|wean(?:ed)?|lower(?:ed)?|"
    r"leave off|left off|can(?:not|['\u2019]t| not) (?:take(?! part)|use)|be stopped|do without|abstain from|keep off|not have (?=(?:an?|any) (?:\w+ )?vaccin)|quit|leave out|cut out|"
    r"not (?:be )?(?:allowed|permitted)[^.]{0,12})"
)
MEDICINE = (
    r"(?:medicines?|medications?|drugs?|supplements?|pills?|inhalers?|antibiotics?|aspirin|"
    r"ibuprofen|nsaids?|steroids?|"
    r"blood thinners?|anticoagulants?|vitamins?|herbal|antihistamines?|opioids?|statins?|"
    r"antidepressants?|"
    r"immunosuppress\w+|biologics?|vaccines?|prescription|over-the-counter|\w{3,20} therapy|"
    r"treatments? for your|"
    r"metformin|beta.?blockers?|melatonin|sleeping (?:aids?|pills)|acetaminophen|cold remed\w+|"
    r"anti-\w+s?|creatine|protein powders?|amino acids|fish oil|probiotics|cannabis|"
    r"benzodiazepines?|stimulants?|tablets?|bronchodilators?|insulin|antacids?|painkillers?|pain "
    r"relievers?|sprays?|creams?|ointments?|lotions?|eye ?drops|patches|"
    r"lithium|warfarin|clopidogrel|apixaban|st\.? john['\u2019]?s wort)"
)
# "You will not be asked to give up": who need not is not told to; what comes after "but" may be.
UNASKED = (
    r"(?:(?:\bnot|n['\u2019]t|\bnever)(?: (?:be|been|have|ever|also|usually|normally|going to|to|we))* "
    r"(?:need(?:ed)?|have|has|required?|ask(?:ed|ing)?|told|tell|made|make|want(?:ed)?|expect(?:ed)?|"
    r"forced?|obliged?|advised?|instructed?)|\bno (?:need|reason|duty|obligation)|"
    r"\b(?:nobody|no one|none)\b)(?: [\w'\u2019]+){0,4}? "
    rf"(?:to|need|must|has to) (?:be )?{STOP}\b"
    r"(?![^.]*\b(?:but|except|unless|other than|apart from|besides|however)\b)"
)
