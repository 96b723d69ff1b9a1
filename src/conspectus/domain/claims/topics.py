"""What a word is about: words of one topic are told in one breath, but do not mean the same.

A list of risks may name one that the quote at hand does not; a lunch named there is out of place.
"""

from functools import lru_cache

from conspectus.domain.text.words import Ideas, stem

_TOPICS = {
    "health": """
        ache acne allergy anaphylaxis anemia anger anxiety appetite arthritis asthma bleed
        blister blood bone bowel brain breath bruise cancer cardiac chest chill cholesterol clot
        cold colitis coma confuse constipation cough cramp damage danger death depress diabetes
        diarrhea die disease disorder distress dizzy embarrass eye fail failure faint fall falls
        fatal fatigue fever fibrosis fracture gut hair harm headache hearing heart hepatitis hiv
        hormone hurt immune infection infertile inflame injury insomnia irregular irritate itch
        joint kidney liver lung lymph lysis marrow memory migraine mood mouth muscle nausea
        nerve neuropathy numb organ pain palpitation pancreas perforation permanent pneumonia
        potassium pressure problem pulmonary rash reaction redness relapse scar seizure sepsis
        sexual shingles shortness sickness sideeffect skin sleep sodium sore sores spasm stomach
        strain stress stroke sugar sweat swell symptom taste tear thyroid tingle tired tremor
        tumor ulcer unborn uneasy upset vision vomit weak weight worry worsen wound""",
    "study work": """
        analysis appointment aspirate assess band biomarker biopsy blood body bone call camera
        capsule chart check collect consent counseling ct cuff device diary diet dose draw drug
        ecg echocardiogram electrocardiogram eligibility eligible emg exam examination exercise
        eye fast follow gene genetic height history imaging infusion injection interview lab
        laboratory measure measurement medicine message mri nurse pet phone photo photograph
        physical placebo plasma pregnancy pregnant pressure procedure question questionnaire
        random randomize record recording review saliva sample scan screening sensor session
        sign signs spirometry spit stool surgery survey swab tablet temperature test testing
        tissue training treadmill treatment tube ultrasound urine video visit vital vitals walk
        watch weight xray""",
    "medicine": """
        antibiotic anticoagulant approach biologic capecitabine care chemotherapy comfort
        counseling dexamethasone dose drug exercise hospice infusion inhibitor injection
        medicine observation operation option pill placebo prednisone radiation radiotherapy
        regimen rehabilitation repellent rest shot standard steroid supplement surgery tablet
        therapy transplant treatment usual vaccine""",
    "fitness": """
        abscess adult age alcohol allergy asthma autoimmune bipolar bleed breastfeed cancer
        child condition consent diabetes diagnosis disease disorder donor drug eligible english
        epilepsy fracture healthy hearing heart hepatitis hiv illness implant infection injury
        kidney language liver lymphoma medicine metal migraine nursing older pacemaker pregnancy
        pregnant recent relapse seizure severe silicone smoke speak stroke surgery therapy
        transplant treat treatment tumor uncontrolled vaccine younger""",
    "overseers": """
        access agency audit auditor authority board cdc center college committee companies
        company department dsmb ema ethics fda federal government hospital industry inspect
        inspector institute institution insurer irb look monitor nci nhlbi nih office
        official ohrp oversight records regulator review safety school see sponsor state
        university view""",
    "privacy": """
        access anonymous archive bank biobank birth cabinet certificate chart code coded
        computer confidential data database datum delete destroy drive encrypt erase file
        identifier identify identity initials key law link lock locked login name password
        police privacy private protect publish pull record repository research retrieve sample
        secret secure server share storage store take uncoded withdraw""",
    "freedom": """
        any anytime benefit care change choice choose decide decision decline effect entitle
        free future grade harm job join later leave legal lose loss mind penalty permission
        questionnaire quit reason refuse relationship right rights standing stop treatment
        voluntary withdraw""",
    "ending": """
        abscond board cancel close closure condition disease doctor dose eligible end fda follow
        disqualify funding harm health illness improve ineligible injury instruction interest irb
        miss move new pregnancy pregnant progress progression rule safe safety schedule sideeffect
        sponsor stop suspend terminate toxicity unsafe visit withdraw worsen""",
    "money": """
        bill card cash charge check compensate copay cost cover coverage deductible earnings
        expense insurance medicaid medicare mileage paid pay payment prepaid receipt refund
        reimburse ssn tax travel wage wages""",
    "comforts": """
        accommodation airfare babysit bonus breakfast bus child childcare coffee dinner drink
        entertain fee flight food fun gift gym holiday hotel house housing laundry lodging
        lottery lunch meal movie music parking party prize ride snack spa taxi ticket toy train
        trip vacation vitamin wine""",
    "help": """
        call cardiology contact coordinator counselor department doctor email emergency
        hematology hotline investigator irb name neurology number office oncology pediatric
        phone principal question researcher site staff study team telephone""",
}
STAKES = frozenset({"health", "money", "comforts"})
"""Topics in which even a note is out of place where nothing else speaks of them."""
CHOICES = frozenset({"fitness", "ending", "freedom"})
"""Topics in which a thing is as likely denied as said: who may join, what ends it."""

_BY_STEM: dict[str, set[str]] = {}
for _topic, _words in _TOPICS.items():
    for _word in _words.split():
        _BY_STEM.setdefault(stem(_word), set()).add(_topic)
for _found in _BY_STEM.values():
    if "health" in _found:
        _found.add("fitness")


@lru_cache(maxsize=16384)
def topics(base: str) -> Ideas:
    """Return the topics that a stem belongs to, none for most words."""
    return frozenset(_BY_STEM.get(base, ()))
