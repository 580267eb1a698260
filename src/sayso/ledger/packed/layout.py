"""The form of packed readings, frozen: what a ledger holds must be readable for good.

A field that a record gains goes into a layout of the next number, which is `FORMS[n] | {"Event": …}`; what
was packed by an older one has the field's default. `WORDS` may only grow at its end.
"""

from __future__ import annotations

from collections.abc import Mapping

Layout = Mapping[str, tuple[str, ...]]


def _layout(written: str) -> Layout:
    """Fields by the name of their record."""
    lines = (line.split() for line in written.strip().splitlines())
    return {name.rstrip(":"): tuple(fields) for name, *fields in lines}


# The document stands apart, so that it can be read without the rest.
FORMS: Mapping[int, Layout] = {
    1: _layout(
        """
        Document: id title outlet url authors published language wire passages
        Passage: kind start end
        Reading: sayso encoder entities attributions events claims profile notices
        Entity: id kind name mentions
        Source: start end text resolved entity identity naming affiliation role country sector unsure
        Attribution: id source cue content form attitude channel parent
        Role: start end text resolved entity name country sector unsure
        Place: start end text name country admin1 lat lon geonameid
        EventDate: start end precision span relation
        Count: low high span
        Magnitude: killed injured arrested
        Factuality: holder value
        Reason: kind span
        Event: id type mode contexts quad anchor mentions actors recipients place date magnitude attributions\
 factuality standing why confidence
        Claim: id attribution source attitude content chain event
        Flag: flag spans
        Profile: attributions identity naming affiliation form attributed_share events flags
        """
    ),
}
NEWEST = max(FORMS)

# What fields of few values hold: of the schema, and of the codebook that sayso brings along. A word that is
# not among them is written out.
WORDS: tuple[str, ...] = (
    "verbal cooperation",
    "material cooperation",
    "verbal conflict",
    "material conflict",
    *"""
    headline summary byline dateline body commentary caption correction boilerplate person organisation
    location nationality other named_person named_group unnamed_person unnamed_group document
    media_report poll database social_post reporter_observation none_given named described collective
    anonymous_on_request implicit government military armed_group political intergovernmental ngo media
    academic business religious union witness victim public unknown decision_maker participant
    representative expert eyewitness direct indirect mixed assertion denial belief knowledge intention
    demand question no_comment interview statement speech press_report observation day week month year
    past present future CT+ PR+ PS+ CT- PR- PS- Uu negated planned denied admitted reported possible
    fact single_source all_unnamed plural_without_names opinion_from_unnamed party_to_conflict
    no_denial_sought cue hedge negator modal condition purpose governor admission voice tense AGREE
    CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION
    MOBILIZE COERCE ASSAULT COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB
    MED REF OPP PRE REL SOC visit third-party multilateral phone withdraw release disarm ceasefire
    access resign assist change yield meet disapprove investigate allege restrict arrest relations expel
    territory violence demo riot strike hunger boycott obstruct vandalize convict discontinue troops
    weapons police militia seize censor curfew martial-law deport withhold misinformation cyber abduct
    torture sexual suicide-attack drone aerial unconventional crowd-control heavy-weapons explosives
    firearms primitive beat targeted destroy intelligence executive legislative election
    political_institutions pro_democracy pro_autocracy economic legal reparations human_rights
    rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic
    peacekeeping health asylum migration disasters natural_resource environment technology terrorism
    cbrn crime corruption illegal_drugs trafficking account
    """.split(),
)
