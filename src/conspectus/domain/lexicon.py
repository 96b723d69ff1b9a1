"""Plain-language and consent vocabulary: which words say the same, and which assert nothing.

One line is one idea; words are folded to lower case. `words.py` turns lines into look-ups.
"""

# Words of grammar.
GRAMMAR = frozenset(
    """a an the this that these those such same own it its they them their theirs he she him her his
    hers i me my mine we us our ours you your yours yourself themselves itself who whom whose which
    what when where why how while if whether because since as than then so thus therefore however
    although though but and or nor yet of to in on at by for from with into onto upon over about
    above below under between among through throughout during until till before after within per
    via toward towards against across around along off out up down again further also too very just
    even still only both either there here is are was were be been being am do does did doing done
    has have had having will would shall should may might can could must ought not no yes ever
    rather quite else etc i.e e.g ie eg nor s t d ll re ve m vs versus like unlike including
    include includes included regarding concerning according due apart aside away back much many
    more most less least few little several some any all each every other others another enough
    one ones oneself anyone someone everyone anything something everything nothing none
    whatever whichever whoever whenever wherever otherwise together already once now today
    always never often sometimes usually rarely generally mainly mostly especially particularly
    let lets upto atleast lessthan morethan maybenot approximately roughly nearly almost circa
    please made plus called namely anyway actually really""".split()
)

# Words that any statement about a study may use: they assert nothing on their own.
FRAMING = frozenset(
    """study studies research researcher researchers trial project program people person persons
    individual individuals participant participants subject subjects volunteer volunteers patient
    patients take taking part participate participating participation form consent document team
    staff investigator investigators member members thing things way ways kind kinds type types
    part parts time times case cases item items matter section information list lists example
    purpose reason reasons main overall total sum whole general certain possible involve involves
    involved related relating relate concern regard apply happen happens expect expected plan
    planned state stated say says said mean means name named tell told describe described detail
    details listed shown follow following follows use used uses using able do get gets getting got
    give gives given giving receive receives received receiving have provide provides provided
    providing go goes going come comes coming keep want wants make makes making need needs needed
    needing let allow try start begin end result results become becomes want begins show shows
    ask asked asking available different various number numbers amount lot group groups help
    new good old older learn find see look understand decline refuse feel feels experience develop aged age ages chance able first last next aim option options choice choices""".split()
)

# Framing words that nevertheless may not stand alone as the whole point of a clause.
LIGHT = frozenset(
    """get gets getting got give gives given giving receive receives received provide provides
    provided make makes made take takes taking took have has had go goes going come comes coming do
    use used using need needs needed become becomes want wants keep tell told happen involve say
    ask asked be let allow allowed start new good result results willing expected expect planned plan
    eligible wish feel feels experience suffer develop notice intend intended agree try tried begin seem appear""".split()
)

# Framing words that are no verbs: a modal never falls on them.
THINGS = frozenset(
    """study research trial project people person persons participant participants subject subjects
    patient patients form team staff group groups part parts time times information people
    researcher researchers volunteer volunteers investigator""".split()
)

# Everyday verbs that a plain sentence may use where the form says the same in another way.
EVERYDAY = frozenset(
    """fall appear miss leave stay bring put turn move run hold try hear wait talk read write fill
    pick show watch meet sit lie stand set add open finish complete reach cause affect grow go come
    attend continue keep decide choose answer call stick lead react notice hope work check explain
    discuss plan arrange schedule perform conduct carry measure happen occur remain differ vary
    contain apply exist compare look seem return visit join enter""".split()
)

# Words that assert something grave: only the word itself, or one as grave, bears them out.
GRAVE = frozenset(
    """die dies died dying death deaths fatal deadly kill killed cure cures cured curing safe safely
    safety proven prove proves guarantee guaranteed guarantees promise promised assure ensure
    effective effectiveness harmless painless superior better best permanent permanently
    irreversible suicide police court lawsuit sue jail arrest prosecute employer employers boss
    immigration lawyer illegal sell sold profit profits royalty royalties patent waive waived
    forfeit surrender abortion infertile infertility sterile coma stroke seizure blindness blind
    paralysis paralyzed amputation refund bonus lottery prize tax taxes fine penalty punishment
    publish published addiction addictive narcotic opioid approved approval license licensed
    recommend recommends recommended miracle breakthrough""".split()
)

# Forms that no suffix rule relates.
IRREGULAR = {
    form: base
    for line in """
    took taken takes taking:take
    gave given gives:give
    got gotten:get
    paid pays:pay
    left leaves leaving:leave
    told:tell
    said:say
    kept:keep
    held:hold
    found:find
    felt:feel
    made:make
    sent:send
    saw seen:see
    drew drawn:draw
    knew known:know
    showed shown:show
    began begun:begin
    chose chosen choice choices:choose
    withdrew withdrawn withdrawal:withdraw
    lost losing loss losses:lose
    wore worn:wear
    met:meet
    led:lead
    hurt hurts hurting:hurt
    went gone:go
    came:come
    became:become
    grew grown growth:grow
    thought:think
    brought:bring
    bought:buy
    sold:sell
    spoke spoken:speak
    wrote written:write
    ran:run
    lay laid:lay
    lived living lives life:live
    died dies dying dead death deaths deadly:die
    children:child
    men:man
    women:woman
    feet:foot
    teeth:tooth
    babies:baby
    better best:better
    worse worst worsen worsens worsened worsening:bad
    analyses analyzed analyze analyse:analysis
    diagnoses diagnosed diagnose diagnostic:diagnosis
    biopsies:biopsy
    metastases metastatic:metastasis
    data:datum
    longer longest lengthy:long
    higher highest:high
    lower lowest lowered lowers:low
    older oldest:old
    younger youngest:young
    earlier earliest:early
    later latest:late
    medicine medicines medication medications medicament:medicine
    medical medically:medical
    surgery surgeries surgical surgeon surgeons:surgery
    insurance insurer insurers insured insure:insurance
    experience experiences experienced experiencing:experience
    experiment experimental experimentally:experimental
    organization organizations organisation:organization
    university universities:university
    hospital hospitals:hospital
    hospitalized hospitalization hospitalised:hospitalize
    general generally:general
    genetic genetics gene genes genome genomic:gene
    pregnant pregnancy pregnancies:pregnant
    breastfeed breastfeeding breast-feeding breast-feed nursing:breastfeed
    pain painful pains:pain
    infection infections infectious infected infect:infection
    effective effectiveness efficacy efficacious:effective
    safe safely safer safety:safe
    cause causes caused causing:cause
    caused:cause
    care cares cared caring:care
    careful carefully:careful
    testing tests tested test:test
    reliable reliability reliabilities reliably:reliable
    responsible responsibility:responsible
    bleed bleeds bleeding bled:bleed
    identify identifies identified identifier identifiers identifiable identifying identification:identify
    identity identities:identify
    private privacy privately:private
    permit permitted permission permissions:permission
    decide decides decided deciding decision decisions:decide
    die:die
    proof proven proved proves:prove
    severe severely severity:severe
    allergic allergy allergies:allergy
    anaphylactic anaphylaxis:anaphylaxis
    injured injury injuries injure injuring:injury
    illness illnesses ill:ill
    sickness sick:sick
    payment payments payable payer payers paying:pay
    billing billed bills bill:bill
    costs costing costly cost:cost
    participation participate participates participated participating:participate
    participants:participant
    researcher researchers research:research
    voluntarily voluntariness:voluntary
    confidentiality confidentially:confidential
    eligibility:eligible
    availability:available
    ability:able
    disability disabilities:disabled
    possibility possibly possibilities:possible
    probability probably:probable
    necessity necessarily:necessary
    chemotherapy chemotherapies chemo:chemotherapy
    radiotherapy radiation irradiation radiate:radiation
    x-ray x-rays xray xrays:xray
    ct cat:ct
    nurse nurses:nurse
    united:united
    personal personally:personal
    states:state
    """.strip().splitlines()
    for forms, base in [line.strip().split(":")]
    for form in forms.split()
}

# One line is one idea: any word of it may stand for any other.
SYNONYMS = """
participant subject volunteer person people patient individual you adult somebody human
child kid son daughter youngster minor you
parent guardian mother father you
doctor physician clinician investigator surgeon researcher
research study trial project investigation
researcher investigator scientist staff team doctor
team staff personnel
nurse staff
drug medicine pill tablet capsule treatment therapy agent product
treatment therapy care treat regimen intervention
pill tablet capsule
shot injection inject
drip infusion infuse intravenous iv vein
dose dosage
experimental investigational unapproved
get receive obtain have acquire
give administer provide supply deliver offer receive
collect obtain take draw gather
use utilize employ
keep store hold retain save maintain remain
stay remain keep
share send disclose release give transfer distribute provide
see look review inspect examine access view check read watch observe
leave withdraw stop quit drop end discontinue
stop discontinue end terminate halt cease suspend cancel close
start begin commence initiate
refuse decline deny reject
join enroll enter participate
pay compensation payment paid money reimburse reimbursement remuneration compensate stipend earn
cost charge bill expense fee price pay
insurance plan coverage
cover pay
gift card
buy purchase
private confidential secret privacy confidentiality protect
protect safeguard secure security safe
secure lock password
identify name know identifier recognize
name identity identifier initial
code number label
link connect key
record chart file datum information history
datum information record answer
information knowledge learn
destroy delete discard erase
anonymous unidentified deidentified
penalty punishment punish
lose forfeit
forfeit waive surrender
promise guarantee assure ensure
promise guarantee sure certain
right rights
entitle due
choose decide choice option decision
alternative option choice other
ask request question invite
ask consent permission
agree consent permission permit approve allow authorize
sign signature
tell inform notify report explain disclose
share disclose reveal tell
call telephone phone contact
contact reach call
contact investigator coordinator
ethics irb board committee
question problem concern
explain describe
approximate about around roughly
more additional extra further added supplementary
another other different
before prior earlier previous past ever
after following later subsequent
during while throughout
within
long lasting last prolonged
last final
length duration
duration time period
month monthly
yearly year annual annually
week weekly
day daily
follow followup check
visit appointment session come trip return
breach leak violation loss
clinic center site office laboratory
laboratory lab
monitor watch follow
site location place
hospital inpatient
home house reside live
start first initial
whole complete entire full total
complete finish end
finish end over
unborn fetus embryo baby pregnancy
baby infant newborn
pregnant pregnancy conceive conception
breastfeed nurse
contraception contraceptive
harm hurt injury damage injure danger
hurt injury sick ill harm
injury accident harm
danger dangerous hazard risk serious
risk danger hazard chance
risk chance possible possibility may
chance likelihood probability odds
discomfort pain ache sore soreness uncomfortable unpleasant
pain ache sore hurt
sideeffect reaction problem
ill sick disease illness sickness condition
disease condition disorder illness problem
condition health
worse bad worsen deteriorate aggravate decline
better improve improvement
improve better increase
help benefit assist advantage useful support
benefit help good
nausea sick vomit
vomit
tired tiredness fatigue exhausted weary
dizzy dizziness lightheaded faint
faint pass
fever temperature
bruise bruising
redness red
itch itchy
swell swelling
tingle tingling numbness numb
bleed blood hemorrhage
clot thrombosis
breath breathe breathing dyspnea
kidney renal
liver hepatic
heart cardiac
lung pulmonary
skin dermal
brain cerebral
bone skeletal
stomach gastric belly abdomen abdominal
bowel intestine intestinal colon
stool feces fecal
urine urinary urinate
blood plasma serum
sample specimen tissue blood material
tissue biopsy
cancer tumor malignancy carcinoma malignant oncology
chemotherapy chemo
scan image imaging picture mri ct
xray radiograph
ecg ekg electrocardiogram
mri magnetic resonance
questionnaire survey question
interview talk conversation
talk discuss speak
diary log
test exam examination assess assessment evaluate evaluation procedure check
procedure test
exam examination physical
compare comparison versus against
measure measurement
find detect discover learn see
learn find understand know determine discover see test evaluate assess
see test determine
know certain sure
purpose aim goal objective reason
result outcome finding
change affect alter effect
affect influence change effect impact
effect result
increase rise raise grow higher high
decrease reduce lower low less drop fall decreased
high elevated raised
low decreased
level amount
fast quick rapid quickly faster
slow gradual
severe serious major bad grave intense
serious life-threatening severe
fatal die death deadly kill life-threatening
permanent lasting last forever irreversible
temporary short brief transient
mild minor slight small
small little tiny
big large great major
usual normal standard regular routine customary ordinary typical
common frequent often
rare uncommon infrequent unusual
likely probable expect
expect anticipate foresee plan
unknown unforeseeable unforeseen unexpected unanticipated
random randomize chance lottery coin
placebo inactive sham dummy
compare control
assign group arm allocate
assign pick choose select
fill complete answer
work effective
earn receive
group arm cohort
equal same
device machine equipment apparatus
company sponsor manufacturer maker firm business industry
sponsor fund funding support supporter grant finance
conduct run carry perform do
perform do conduct carry
researcher doctor
government federal state agency
law legal require
require need must necessary
need require want
school classroom
student pupil
work job employment
food meal eat diet
drink beverage
drink eat consume
sleep rest
exercise activity
walk walking
arm leg limb
eye vision sight
world worldwide international global globally countries everywhere
country nation
local here
several many multiple various
remove strip take
part portion piece section
replace instead substitute
return back
travel trip transport transportation
reimburse repay
mileage travel
debit card
medicare insurance
emergency urgent
immediate immediately once promptly straight
doctor regular
future later
publish publication journal article
public open publicly
database databank archive repository bank
biobank repository storage bank
company commercial
profit commercial earn
safe safety
well good
eligible qualify participate
ineligible exclude
exclude cannot
adult older
man male men
woman female women
person someone anyone
wear worn
place put insert
insert put place
take swallow
mouth oral orally
vein intravenous
needle stick
draw take
teaspoon tablespoon
hour hourly
instruction direction
instruction follow direct
violate break
doctor care
treat cure
approve approval license licensed
fda food drug administration
nih national institutes health institute
nci national cancer institute
irb institutional review board
hipaa health insurance portability
us usa united states america american
mm multiple myeloma
acl anterior cruciate ligament
"""

# Phrases that have one meaning, and the word that stands for it. Longest first at each place.
PHRASES = {
    "take part": "participate", "takes part": "participate", "taking part": "participate",
    "took part": "participate", "taken part": "participate", "be in the study": "participate",
    "being in the study": "participate", "being in this study": "participate",
    "be in this study": "participate", "be in a study": "participate",
    "be part of": "participate", "being part of": "participate",
    "join the study": "participate", "joining the study": "participate",
    "side effects": "sideeffect", "side effect": "sideeffect", "side-effects": "sideeffect",
    "adverse events": "sideeffect", "adverse event": "sideeffect",
    "adverse effects": "sideeffect", "adverse reactions": "sideeffect",
    "bad effects": "sideeffect", "adverse effect": "sideeffect",
    "birth control": "contraception", "health plan": "insurance", "health plans": "insurance",
    "around the world": "worldwide", "throughout the world": "worldwide",
    "all over the world": "worldwide", "by chance": "random", "at random": "random",
    "flipping a coin": "random", "flip of a coin": "random", "toss of a coin": "random",
    "tossing a coin": "random", "drawing straws": "random",
    "give up": "forfeit", "gives up": "forfeit", "giving up": "forfeit", "given up": "forfeit",
    "find out": "learn", "carry out": "conduct", "carried out": "conduct",
    "in addition to": "plus", "as well as": "and", "in order to": "to", "along with": "with",
    "prior to": "before", "such as": ":", "for example": ":", "for instance": ":",
    "instead of": "instead", "rather than": "instead", "in place of": "instead",
    "each time": "whenever", "at any time": "anytime", "at any point": "anytime",
    "any time": "anytime", "whenever you want": "anytime", "whenever you like": "anytime",
    "at once": "immediately", "right away": "immediately", "straight away": "immediately",
    "whether or not": "whether", "not only": "", "not just": "", "no matter": "whether",
    "no longer": "not", "in no way": "not", "by no means": "not",
    "may or may not": "maybenot", "might or might not": "maybenot",
    "may, or may not,": "maybenot", "may (or may not)": "maybenot",
    "free of charge": "not cost", "at no cost": "not cost", "at no charge": "not cost",
    "no cost": "not cost", "no charge": "not cost", "without charge": "not cost",
    "without cost": "not cost", "at no extra cost": "not cost", "for free": "not cost",
    "at no additional cost": "not cost", "free to": "can", "be free to": "can",
    "unable to": "can not", "not able to": "can not", "able to": "can",
    "have the right to": "can", "has the right to": "can", "allowed to": "can",
    "permitted to": "can", "going to": "will",
    "do not have to": "voluntary", "does not have to": "voluntary",
    "do not need to": "voluntary", "does not need to": "voluntary", "need not": "voluntary",
    "not required to": "voluntary", "not obliged to": "voluntary",
    "not obligated to": "voluntary", "under no obligation to": "voluntary",
    "your choice": "voluntary", "your own choice": "voluntary", "up to you": "voluntary",
    "your decision": "voluntary", "or not": "", "excluded": "not eligible",
    "say no": "decline", "says no": "decline", "saying no": "decline", "said no": "decline",
    "costs you nothing": "not cost", "cost you nothing": "not cost",
    "cost nothing": "not cost", "costs nothing": "not cost", "miss": "not attend",
    "missed": "not attended", "skip": "not take", "take back": "retrieve",
    "taken back": "retrieved", "pay back": "reimburse", "paid back": "reimbursed",
    "pay you back": "reimburse you", "get worse": "worsen", "gets worse": "worsens",
    "got worse": "worsened", "getting worse": "worsening", "get better": "improve",
    "feel better": "improve", "gets better": "improves", "getting better": "improving",
    "very sick": "severely ill", "at any hour": "24 hours a day",
    "responsible for the costs of": "must pay for", "responsible for paying": "must pay",
    "responsible for": "must", "look at": "see", "go down": "decrease", "go up": "increase",
    "goes down": "decreases", "goes up": "increases",
    "at the same time": "together", "at home": "home", "over the phone": "by phone",
    "have to": "must", "has to": "must", "had to": "must", "need to": "must",
    "needs to": "must", "required to": "must", "obliged to": "must",
    "no more than": "upto", "not more than": "upto", "at most": "upto", "at the most": "upto",
    "maximum of": "upto", "up to": "upto", "as many as": "upto", "no longer than": "upto",
    "no later than": "upto", "not exceed": "upto", "as long as": "while",
    "as much as": "upto", "or less": "upto", "or fewer": "upto", "or younger": "upto",
    "at least": "atleast", "no less than": "atleast", "not less than": "atleast",
    "no fewer than": "atleast", "minimum of": "atleast", "or more": "atleast",
    "or older": "atleast", "or longer": "atleast", "or over": "atleast", "or above": "atleast",
    "and older": "atleast", "and over": "atleast",
    "less than": "lessthan", "fewer than": "lessthan", "younger than": "lessthan",
    "more than": "morethan", "greater than": "morethan", "longer than": "morethan",
    "older than": "morethan", "higher than": "morethan",
    "not known": "unknown", "do not know": "unknown", "does not know": "unknown",
    "not certain": "unknown", "not sure": "unknown", "nobody knows": "unknown",
    "uncertain": "unknown", "ineligible": "not eligible", "impossible": "not possible",
    "not eligible": "not eligible", "free from": "without", "free of": "without",
    "lack of": "without", "absence of": "without", "fails to": "not", "fail to": "not",
    "failed to": "not", "cannot": "can not", "no one": "nobody", "none of": "nobody",
    "some day": "someday", "unsafe": "not safe", "first aid": "firstaid", "go home": "home",
}  # fmt: skip
