"""What each figure is about: the notions that a sentence must have to speak of it, and may have.

A sentence speaks of a figure when it has all that the figure needs, and nothing that it does not
admit: «1 450 000 € de crédits de l'État pour la cohésion sociale» is no pilier's amount.
"""

import re

from msgspec import Struct

from rapportpv.review.verdicts import notions as n

PROJETS, ACTIONS, COMMUNES, QUARTIERS = "projets", "actions", "communes", "quartiers"
OPERATIONS, PRESENTS, PROCURATIONS, EXCUSES = "operations", "presents", "procurations", "excuses"
INSTANCES, AUTRE = "instances", "autre"

NOMS = (
    (PROJETS, r"(?:projets?|dossiers?|demandes?|candidatures?)\b"),
    (ACTIONS, r"(?:actions?)\b"),
    (COMMUNES, r"(?:communes?|villes?)\b"),
    (QUARTIERS, r"(?:quartiers?|qpv)\b"),
    (OPERATIONS, r"(?:operations?)\b"),
    (PRESENTS, r"(?:(?:elus?|conseillers?|membres?) )?(?:communautaires? )?presents?\b"),
    (PROCURATIONS, r"(?:procurations?|pouvoirs?)\b"),
    (EXCUSES, r"(?:(?:elus?|conseillers?|membres?) )?(?:absents? )?excuses?\b"),
    (INSTANCES, r"(?:instances?)\b"),
)
"""The nouns that figures count, as they stand after a number, in a folded text."""


class Sujet(Struct, frozen=True):
    """What figures of a shape are about; «{}» in a notion stands for the code in their name."""

    motif: str
    exige: frozenset[str]
    admet: frozenset[str] = frozenset()
    noms: frozenset[str] = frozenset()

    def bind(self, nom: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """What the figure of that name needs and admits; None when it is not of that shape."""
        trouve = re.fullmatch(self.motif, nom)
        if trouve is None:
            return None
        code = next(iter(trouve.groups()), "")
        exige, admet = ({o.replace("{}", code) for o in s} for s in (self.exige, self.admet))
        return frozenset(exige), frozenset(admet)


def _sujet(
    motif: str, exige: tuple[str, ...], admet: tuple[str, ...] = (), noms: tuple[str, ...] = ()
) -> Sujet:
    return Sujet(motif, frozenset(exige), frozenset(admet), frozenset(noms))


_MOT = f"{n.MOT}:{{}}"
_TOUT = (n.PROGRAMMATION, n.SOUTENUE, n.DEPOSE)
_PILIER, _FINANCEUR, _AXE = f"{n.PILIER}:{{}}", f"{n.FINANCEUR}:{{}}", f"{n.AXE}:{{}}"

SUJETS = (
    _sujet(r"programmation\.total", (n.PROGRAMMATION,), (n.SOUTENUE, n.RECONNU)),
    _sujet(r"programmation\.projets_deposes", (n.DEPOSE,), (n.PROGRAMMATION,), (PROJETS, ACTIONS)),
    _sujet(
        r"programmation\.actions_soutenues",
        (n.SOUTENUE,),
        (n.PROGRAMMATION, n.DEPOSE, n.RECONNU),
        (ACTIONS, PROJETS),
    ),
    _sujet(r"piliers\.(\w+)\.(?:montant|taux)", (_PILIER,), (*_TOUT, _MOT)),
    _sujet(r"financeurs\.(\w+)\.(?:montant|taux)", (_FINANCEUR,), (*_TOUT, "famille", "nature")),
    _sujet(r"credits_specifiques\.(?:total|taux)", (n.SPECIFIQUE,), (*_TOUT, n.RECONNU)),
    _sujet(r"credits_etat\.total", (n.ETAT,), (*_TOUT, n.SPECIFIQUE, n.RECONNU)),
    _sujet(
        r"credits_etat\.piliers\.(\w+)\.taux",
        (n.ETAT, _PILIER),
        (*_TOUT, n.SPECIFIQUE, n.RECONNU, _MOT),
    ),
    _sujet(r"droit_commun\.(?:total|taux)", (n.DROIT_COMMUN,), _TOUT),
    _sujet(r"associations\.total", (n.ASSOCIATION,), _TOUT, (ACTIONS, PROJETS)),
    _sujet(
        r"associations\.piliers\.(\w+)\.nombre",
        (n.ASSOCIATION, _PILIER),
        (*_TOUT, _MOT),
        (ACTIONS, PROJETS),
    ),
    _sujet(r"associations\.piliers\.(\w+)\.taux", (n.ASSOCIATION, _PILIER), (*_TOUT, _MOT)),
    _sujet(r"reconduction\.nouvelles", (n.NOUVELLE,), _TOUT, (ACTIONS, PROJETS)),
    _sujet(r"reconduction\.reconduites", (n.RECONDUITE,), _TOUT, (ACTIONS, PROJETS)),
    _sujet(r"fcs\.total", (n.FCS,), (*_TOUT, n.ASSOCIATION, n.SPECIFIQUE)),
    _sujet(r"fcs\.projets", (n.FCS,), (n.SOUTENUE, n.ASSOCIATION), (PROJETS, ACTIONS)),
    _sujet(r"fcs\.axes\.(\w+)\.total", (_AXE,), (n.FCS, n.SOUTENUE, n.ASSOCIATION)),
    _sujet(
        r"fcs\.axes\.(\w+)\.projets",
        (_AXE,),
        (n.FCS, n.SOUTENUE, n.ASSOCIATION),
        (PROJETS, ACTIONS),
    ),
    _sujet(r"fonds_de_concours\.total", (n.CONCOURS,), (n.SPECIFIQUE, n.SOUTENUE)),
    _sujet(r"fonds_de_concours\.communes", (n.CONCOURS,), (n.SPECIFIQUE, n.SOUTENUE), (COMMUNES,)),
    _sujet(r"fonds_de_concours_npnru\.total", (n.CONCOURS, n.NPNRU), (n.SOUTENUE,)),
    _sujet(r"fonds_de_concours_npnru\.communes", (n.CONCOURS, n.NPNRU), (), (COMMUNES,)),
    _sujet(r"npnru\.operations", (n.NPNRU,), (), (OPERATIONS,)),
    _sujet(r"territoire\.communes", (), (n.RECONNU, n.PROGRAMMATION), (COMMUNES,)),
    _sujet(r"territoire\.quartiers", (), (n.RECONNU, n.PROGRAMMATION), (QUARTIERS,)),
    _sujet(r"territoire\.quartiers_etat", (n.RECONNU,), (), (QUARTIERS,)),
    _sujet(r"seance\.presents", (), (), (PRESENTS,)),
    _sujet(r"seance\.procurations", (), (), (PROCURATIONS,)),
    _sujet(r"seance\.excuses", (), (), (EXCUSES,)),
    _sujet(r"consultation\.instances", (), (), (INSTANCES,)),
)
