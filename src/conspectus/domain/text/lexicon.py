"""How much a word of a claim says: words of grammar, of framing, everyday ones and grave ones.

Framing, light, everyday and grave words stand for all their forms.
"""


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


# Words of grammar.
GRAMMAR = words(
    """
    a an the this that these those such same own it its they them their theirs he she him her
    his hers i me my mine we us our ours you your yours yourself themselves itself who whom
    whose which what when where why how while if whether because since as than then so thus
    therefore however although though but and or nor yet of to in on at by for from with into
    onto upon over about above below under between among through throughout during until till
    before after within per via toward towards against across around along off out up down again
    further also too very just even still only both either there here is are was were be been
    being am do does did doing done has have had having will would shall should may might can
    could must ought not no yes ever rather quite else etc i.e e.g ie eg s t d ll re ve m vs
    versus like unlike including include includes included regarding concerning according due
    apart aside away back much many more most less least few little several some any all each
    every other others another enough one ones oneself anyone someone everyone anything
    something everything nothing none whatever whichever whoever whenever wherever otherwise
    unless whereas together already once now today always never often sometimes usually rarely
    generally mainly mostly especially particularly let lets upto atleast lessthan morethan
    maybenot approximately roughly nearly almost circa please made plus called namely anyway
    actually really
    """
)

# Words that any statement about a study may use: they assert nothing on their own.
FRAMING = words(
    """
    study research trial project program people person individual participant subject volunteer
    patient parent take part participate form consent document team staff investigator member
    thing way kind type time case item matter section information list example purpose reason
    main overall total sum whole general certain possible involve related concern regard apply
    happen expect plan state stated say mean name tell describe detail shown follow use used
    using able do get give giving receive received have provide go goes going come comes keep
    want make makes need let allow try start begin end result become becomes ask available
    different various number amount lot group help new good old learn find see look understand
    decline refuse feel experience develop aged age chance first last next aim option choice
    """
)

# Framing words that nevertheless may not stand alone as the whole point of a clause.
LIGHT = words(
    """
    get give giving receive received provide make makes take have has had go goes going come
    comes do use used using need become becomes want keep tell happen involve say ask be let
    allow start new good result willing expected planned eligible wish feel experience suffer
    develop notice intend agree try tried begin seem appear
    """
)

# Framing words that are no verbs: a modal never falls on them.
THINGS = words(
    """
    study research trial project people person persons participant participants subject subjects
    patient patients form team staff group groups part parts time times information researcher
    researchers volunteer volunteers investigator
    """
)

# Everyday verbs that a plain sentence may use where the form says the same in another way.
EVERYDAY = words(
    """
    fall appear miss leave stay bring put turn move run hold try hear wait talk read write fill
    pick show watch meet sit lie stand set add open finish complete reach remove cause affect
    grow go come attend continue keep decide choose answer call stick lead react hope explain
    discuss arrange schedule perform conduct carry happen occur remain differ vary contain apply
    exist look seem return
    """
)

# Words that assert something grave: only the word itself, or one as grave, bears them out.
GRAVE = words(
    """
    die fatal kill cure safe proven guarantee promise assure ensure effective harmless painless
    superior irreversible suicide police court lawsuit sue jail arrest prosecute employer boss
    immigration lawyer illegal sell profit royalty patent waive forfeit surrender abortion coma
    stroke seizure blindness paralysis paralyzed amputation refund bonus lottery prize tax fine
    penalty punishment publish lose attack shock addiction narcotic opioid approved license
    recommend miracle breakthrough known blank unfilled placeholder unstated mild minor
    negligible trivial dangerous deadly toxic poison curable
    """
)

# Grave words that are grave only where something is asserted of them.
MILD = words(
    """
    approved license known recommend sell illegal opioid narcotic tax fine mild minor toxic
    """
)
