"""The verbs with which recommendations begin: "Ratify", "to consider ratifying", "Promptly accede to".

Words between two brackets of States either begin a demand of their own ("… (Spain) and establish
a national institution (Chile)") or go on with the one before ("… (Spain), including for children
(Chile)"). The first verb tells. The list holds the verbs of recommendations in plain form; their
gerunds and the verbs of recommending ("recommends that") are derived or listed apart.
"""

from __future__ import annotations

import re

DEMAND_VERBS = frozenset(
    """abide abolish accede accelerate accept accomplish accord achieve acknowledge act activate adapt address
    adhere adjust adopt advance advocate affirm afford aim align allocate allow alter ameliorate amend analyse
    analyze announce apologize apply appoint approve approximate arrange articulate ascertain ask assess assign
    assist assume assure attach attain attend attribute augment authorize avail avoid ban base be become begin
    benefit better boost bolster bridge bring broaden build call carry cease celebrate change channel charge
    check circulate clarify close codify collaborate collect combat commence commit communicate commute compensate
    complement complete comply concentrate conclude condemn conduct confer confirm conform confront consider
    consolidate constitute construct consult continue contribute control convene convert cooperate co-operate
    coordinate correct counter counteract cover create criminalize criminalise curb cut deal decide declare
    decriminalize decriminalise deepen defend define deliver demand demobilize demonstrate deny deploy deposit
    derive design designate detect determine develop devise devote direct disaggregate disclose discontinue
    discourage discuss dismantle disseminate distribute do double draft draw draw-up earmark educate elaborate
    elect elevate eliminate embark embrace employ empower enable enact encourage end endeavor endeavour endorse
    endow enforce engage enhance enlarge enlist enrich ensure enter envisage equip eradicate establish evaluate
    examine exchange execute exercise exert expand expedite explain explore express extend extradite face
    facilitate fight finalize finalise finance find focus follow follow-up fortify formalize formulate foster free
    fulfil fulfill function fund further give go grant guarantee halt hand handle harmonize harmonise have heed
    help hold honour host identify immediately impede implement impose improve include incorporate increase
    inform initiate inject innovate institute institutionalize integrate intensify introduce invest investigate
    invite involve issue join keep launch lay lead learn legalize legislate let lift limit lower maintain make
    mainstream manage mandate maximize meet minimize mitigate mobilize modernize modify monitor move multiply
    narrow negotiate nominate normalize note notify observe obtain offer open operate operationalize organize
    organise outlaw overcome override oversee participate pass pay penalize perform permit persevere persist place
    plan pledge post postpone practice practise prepare preserve press prevent prioritize prioritise proceed
    procure produce progress prohibit prolong promote promulgate propose prosecute protect prove provide publicize
    publicise publish punish pursue put put-in raise ratify reach react read reaffirm realize realise rebuild
    recall recognize recognise reconcile reconsider reconstruct reconvene record recruit rectify redefine redesign
    redirect redouble redress reduce re-establish re-examine refer reflect reform refrain register regularize
    regulate rehabilitate reinforce reinstate reintegrate reiterate reject release relieve remain remedy remove
    render renew repeal replace report request require research reserve resettle resist resolve respect respond
    restore restrict resume retain rethink retract return review revise revisit revitalize revoke safeguard
    sanction scale schedule scrutinize secure seek select send sensitize sensitise separate set settle shape share
    shed show sign simplify solicit solve speed spare specify sponsor spread stage stand start state step step-up
    stimulate stipulate stop streamline strengthen strike strive study submit suggest supervise supplement supply
    support suppress suspend sustain synchronize systematically tackle take tailor target teach terminate think
    tighten track train transform translate transmit transpose treat try turn undertake unify update upgrade
    uphold use utilize validate verify view visit wage waive watch welcome widen withdraw work""".split()
)
RECOMMENDING = frozenset(
    """recommend recommends recommended encourage encourages encouraged urge urges urged request requests requested
    call calls called invite invites invited suggest suggests suggested advise advises advised propose proposes
    proposed ask asks asked express expresses""".split()
)
ADVERBS = frozenset(
    """actively also promptly fully further rapidly swiftly speedily quickly immediately effectively adequately
    urgently seriously carefully favourably favorably positively continuously constantly progressively gradually
    systematically strictly strongly vigorously voluntarily expeditiously formally officially thoroughly always
    likewise furthermore moreover finally again not never duly significantly substantially strenuously timely
    unconditionally publicly clearly periodically regularly closely consistently properly legally explicitly
    concretely firmly early soon then thus possibly appropriately equally sufficiently simultaneously
    comprehensively better do its utmost best""".split()
)
_WORD = re.compile(r"[A-Za-z][A-Za-z\-’']*")


# What may follow the verb and still belong to it: "consider the possibility of", "accession to"
_VERBAL_NOUN = re.compile(
    r"\s+(?:the\s+|an?\s+)?(?:possibility|ratification|accession|adherence|process|signature|party)"
    r"(?:\s+process)?\s+(?:of|to|for)\b"
)


def begins_demand(words: str) -> bool:
    """True if the words begin with a verb of demanding: "to further strengthen", "that X ensure"."""
    for position, match in enumerate(_WORD.finditer(words)):
        word = match[0].lower()
        if _is_verb(word):
            return True
        if word not in ADVERBS and not (position == 0 and word in {"to", "that", "please"}):
            return False
        if position > 4:
            return False
    return False


def begins_recommending(words: str) -> bool:
    """True for "recommends that …" and "calls upon it to …": the State speaks anew."""
    first = _WORD.match(words)
    return first is not None and first[0].lower() in RECOMMENDING


def begins_gerund(words: str) -> bool:
    """True for "signing the Protocol" and "including children": a demand only with a verb before."""
    first = _WORD.match(words)
    return first is not None and first[0].lower().endswith("ing")


def gerund_start(words: str) -> int:
    """Where the gerund of "Consider ratifying the Covenant" begins (9); 0 if there is none."""
    match = re.match(r"(?:to\s+)?([A-Za-z]+)\s+(?=([A-Za-z]+ing)\b)", words)
    return (
        match.end() if match and _is_verb(match[1].lower()) and _is_gerund(match[2].lower()) else 0
    )


def is_adverb(words: str) -> bool:
    """True if the words are adverbs and nothing else: "Positively", "also promptly"."""
    found = _WORD.findall(words.lower())
    return bool(found) and all(word in ADVERBS for word in found)


def verb_length(words: str) -> int:
    """How many letters the leading verbs take: 21 in "Sign and promptly ratify the Covenant".

    The verb phrase ends before the first word that is neither verb nor adverb; "the possibility
    of" and "accession to" still belong to it.
    """
    end = 0
    position = 0
    while match := _WORD.search(words, position):
        word = match[0].lower()
        if _is_verb(word) or word in ADVERBS or (word == "to" and end):
            end = match.end()
        elif word not in {"to", "and", "or", "that"}:
            noun = _VERBAL_NOUN.match(words, end) if end else None
            if noun is None:
                break
            end = noun.end()
        position = max(match.end(), end)
    return end


def _is_verb(word: str) -> bool:
    return word in DEMAND_VERBS or word in RECOMMENDING or _is_gerund(word)


def _is_gerund(word: str) -> bool:
    """ "ratifying", "establishing", "setting" of a verb in the list."""
    if not word.endswith("ing"):
        return False
    stem = word[:-3]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return not {stem, f"{stem}e", doubled}.isdisjoint(DEMAND_VERBS)
