"""Phrases of one meaning and the word that stands for them: "word < phrase | phrase"."""

import re

_PHRASES = """
participate < take part | takes part | taking part | took part | taken part | be in the study |
    being in the study | being in this study | be in this study | be in a study | be part of |
    being part of | join the study | joining the study
sideeffect < side effects | side effect | side-effects | adverse events | adverse event |
    adverse effects | adverse reactions | bad effects | adverse effect
contraception < birth control
insurance < health plan | health plans
worldwide < around the world | throughout the world | all over the world
random < by chance | at random | flipping a coin | flip of a coin | toss of a coin | tossing a
    coin | drawing straws
forfeit < give up | gives up | giving up | given up
learn < find out
conduct < carry out | carried out
plus < in addition to
and < as well as
to < in order to
before < prior to
: < such as | for example | for instance
instead < instead of | rather than | in place of
whenever < each time
anytime < at any time | at any point | any time | whenever you want | whenever you like
immediately < at once | right away | straight away
whether < whether or not | no matter
 < not only | not just | be able to | or not
not < no longer | in no way | by no means | not be able to | fails to | fail to | failed to
maybenot < may or may not | might or might not | may, or may not, | may (or may not)
not cost < free of charge | at no cost | at no charge | no cost | no charge | without charge |
    without cost | at no extra cost | for free | at no additional cost | costs you nothing |
    cost you nothing | costs me nothing | cost me nothing | cost nothing | costs nothing
can < free to | be free to | able to | have the right to | has the right to | allowed to |
    permitted to
can not < unable to | not able to | cannot
will < going to
voluntary < do not have to | does not have to | do not need to | does not need to | need not |
    not required to | not obliged to | not obligated to | under no obligation to | your choice |
    your own choice | up to you | your decision
not eligible < excluded | ineligible | not eligible
decline < not to take part | not taking part | not joining | not to join | not participating |
    not to participate | not to be in the study | not to be in it | say no | says no |
    saying no | said no
retrieve < take back
retrieved < taken back
reimburse < pay back
reimbursed < paid back
reimburse you < pay you back
worsen < get worse
worsens < gets worse
worsened < got worse
worsening < getting worse
improve < get better | feel better
improves < gets better
improving < getting better
severely ill < very sick
24 hours a day < at any hour
must pay for < responsible for the costs of
must pay < responsible for paying
must < responsible for | have to | has to | had to | need to | needs to | required to | obliged
    to
see < look at
decrease < go down
increase < go up
decreases < goes down
increases < goes up
together < at the same time
home < at home | go home
by phone < over the phone
upto < no more than | not more than | at most | at the most | maximum of | up to | as many as |
    no longer than | no later than | not exceed | as much as | or less | or fewer | or younger |
    or under | and under | and younger
while < as long as
atleast < at least | no less than | not less than | no fewer than | minimum of | or more | or
    older | or longer | or over | or above | and older | and over
lessthan < less than | fewer than | younger than
morethan < more than | greater than | longer than | older than | higher than
unknown < not known | do not know | does not know | not certain | not sure | nobody knows |
    uncertain
not possible < impossible
without < free from | free of
nobody < no one | none of
someday < some day
not safe < unsafe
firstaid < first aid
decision to < your decision to
choice to < your choice to
tell you < let you know
tell us < let us know
not pay < pay nothing | pays nothing | paying nothing
without participate < outside the study | outside of the study | outside this study
before < in advance of
during < in the course of
breath < shortness of breath | trouble breathing | difficulty breathing | short of breath
high blood pressure < hypertension
low blood pressure < hypotension
heart attack < myocardial infarction
fast < not eat
die < pass away | passes away | passed away
kidney < renal
later < at a later time | in the future | later on | down the road
stop < take you off | taken off | come off
choose < make a choice | make up your mind
change < change your mind
vomit < throw up | throwing up
pregnant < have a baby | having a baby | expecting a baby
nobody < not anyone
everyday < daily life | daily activities | everyday life | daily living
as usual < as always
overseers < safety committee | safety board | safety monitoring board | safety monitoring |
    data safety | safety monitors
early < before you should | before it should | too soon | ahead of time
late < after you should | after it should | too late
disqualify < become ineligible | becoming ineligible | no longer eligible |
    become not eligible | are no longer eligible
outsidehours < out of hours | out-of-hours | after hours | outside office hours
sometimes < now and then | now and again | at times | from time to time | once in a while
not forfeit right < keep the right | keep your right | keep all rights | keep all your rights |
    keep your rights | keep your legal rights | keep all your legal rights | retain the right |
    retain your rights | retain your legal rights | rights kept | legal rights kept |
    rights are kept | rights remain | right is kept | right kept | rights stay |
    rights are not affected
blank < left blank | not filled in | to be filled in | to be completed | not yet filled in |
    filled in by the site | left open | for the site to fill in | not stated | not given |
    not named | not mentioned | not specified | not described
"""

PHRASES = {
    phrase.strip(): word.strip()
    for line in re.sub(r"\n {4}", " ", _PHRASES).strip().splitlines()
    for word, phrases in [line.split("<", 1)]
    for phrase in phrases.split("|")
}
