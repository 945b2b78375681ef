"""«L’année en bref»: seven figures at most, a sentence each, the year before beside them."""

from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.chiffre import Cellule, Chiffre, Figure, Ligne, Quantite, Unite, part
from rapportpv.core.dossier import Dossier
from rapportpv.core.passe import AnneePassee
from rapportpv.core.quantites import SANS_OBJET, Recolte
from rapportpv.core.sources import join_sources
from rapportpv.french.typographie import INSECABLE, format_decimal, format_texte
from rapportpv.subjects.annees.evolution import is_same, tell_evolution, vary
from rapportpv.subjects.annees.suivis import NOMS

Chiffres = Mapping[str, Chiffre]

TABLEAU = "annee_en_bref"
AVANT = "annee_precedente"
PRECEDENTS = {
    Unite.EUROS: Figure(f"{AVANT}.{{}}", Unite.EUROS, "{}, l’année précédente"),
    Unite.NOMBRE: Figure(f"{AVANT}.{{}}", Unite.NOMBRE, "{}, l’année précédente"),
}
"""What is followed, as it was a year ago."""

EVOLUTION = Figure("evolution.{}", Unite.POURCENTAGE, "{} : évolution depuis l’année précédente")
"""By how much it moved since, under one contract."""

_TOTAL, _SPECIFIQUES = "programmation.total", "credits_specifiques.total"
_EVOLUTION = "Par rapport à {}"


class _Phrase(Struct, frozen=True):
    """A figure of the year, what it says, and the same of the year before."""

    chiffre: Chiffre
    phrase: str
    avant: Quantite | None


def tell_annee(dossier: Dossier, chiffres: Chiffres) -> Recolte:
    """The figures `annee_precedente.*` and `evolution.*`, and the table `annee_en_bref`."""
    recolte = Recolte()
    passee = dossier.passe.find(dossier.millesime - 1)
    if passee is not None and not {*NOMS} & {*passee.chiffres}:
        passee = None
    if passee is not None:
        _add_precedente(recolte, dossier, chiffres, passee)
    avant = {} if passee is None else passee.chiffres
    phrases = [p for p in _list_phrases(dossier, chiffres, avant) if p.chiffre.valeur]
    if not phrases:
        return recolte
    lignes = [_make_ligne(dossier, phrase, passee) for phrase in phrases]
    colonnes = {"chiffre": "Chiffre", "phrase": f"Ce qu’il dit de {dossier.millesime}"}
    if passee is not None:
        colonnes["evolution"] = _EVOLUTION.format(passee.annee)
    titre = f"L’année {dossier.millesime} en bref"
    recolte.add_tableau(TABLEAU, titre, colonnes, lignes, {})
    recolte.tableaux[TABLEAU] = replace(recolte.tableaux[TABLEAU], total=None)
    citees = ((p.chiffre.sources, getattr(p.avant, "sources", ())) for p in phrases)
    recolte.cite(TABLEAU, join_sources(*chain.from_iterable(citees)))
    return recolte


def _add_precedente(
    recolte: Recolte, dossier: Dossier, chiffres: Chiffres, passee: AnneePassee
) -> None:
    """What is followed as it was a year ago, and by how much it moved under one contract."""
    compare = is_same(dossier.contrat, passee.contrat)
    for nom in NOMS:
        if (avant := passee.chiffres.get(nom)) is None:
            continue
        precedent = PRECEDENTS[avant.unite].of(0, avant.sources, nom, avant.court)
        recolte.add(replace(precedent, valeur=avant.valeur))
        actuel = chiffres.get(nom)
        taux = vary(avant, actuel) if actuel else None
        if actuel and compare and taux is not None:
            sources = join_sources(actuel.sources, avant.sources)
            recolte.add(EVOLUTION.of(taux, sources, nom, avant.court))


def _make_ligne(dossier: Dossier, phrase: _Phrase, passee: AnneePassee | None) -> Ligne:
    cellules: dict[str, Cellule] = {
        "chiffre": phrase.chiffre,
        "phrase": format_texte(phrase.phrase),
    }
    if passee is not None:
        cellules["evolution"] = _tell_avant(dossier, phrase, passee)
    return Ligne(cellules, phrase.chiffre.nom)


def _tell_avant(dossier: Dossier, phrase: _Phrase, passee: AnneePassee) -> str:
    """The year before in words; across a change of contract, that the two do not compare."""
    compare = is_same(dossier.contrat, passee.contrat)
    if phrase.avant is None:
        return SANS_OBJET if compare else "Autre contrat, sans comparaison"
    rappel = f"{phrase.avant.affiche} en {passee.annee}"
    if not compare:
        return f"Autre contrat{INSECABLE}: {rappel}, sans comparaison"
    return f"{tell_evolution(phrase.avant, phrase.chiffre)} ({rappel})"


def _list_phrases(dossier: Dossier, chiffres: Chiffres, avant: Chiffres) -> Iterator[_Phrase]:
    """The figures that the year has, in their order, each with its sentence."""
    if _TOTAL in chiffres:
        yield _Phrase(chiffres[_TOTAL], _say_total(chiffres), avant.get(_TOTAL))
    if (actions := chiffres.get("programmation.actions_soutenues")) is not None:
        deposes = chiffres["programmation.projets_deposes"]
        verbe = _agree(actions, "action est soutenue", "actions sont soutenues")
        projets = _agree(deposes, "projet déposé", "projets déposés", compte=True)
        yield _Phrase(actions, f"{verbe}, sur {projets}.", avant.get(actions.nom))
    yield from _premier_pilier(dossier, chiffres, avant)
    if (taux := chiffres.get("credits_specifiques.taux")) is not None:
        reste = " ; le droit commun apporte le reste" if taux.valeur < 100 else ""
        phrase = f"des crédits sont propres à la politique de la ville{reste}."
        yield _Phrase(taux, phrase, _part(avant, _SPECIFIQUES))
    yield from _autres_phrases(chiffres, avant)


def _autres_phrases(chiffres: Chiffres, avant: Chiffres) -> Iterator[_Phrase]:
    if (portees := chiffres.get("associations.total")) is not None:
        dite = _agree(portees, "action est portée", "actions sont portées")
        yield _Phrase(portees, f"{dite} par des associations.", avant.get(portees.nom))
    if (fcs := chiffres.get("fcs.total")) is not None:
        aides = _agree(chiffres["fcs.projets"], "aide {} projet", "aident {} projets")
        yield _Phrase(fcs, f"du Fonds de Cohésion Sociale {aides}.", avant.get(fcs.nom))
    if (fonds := chiffres.get("fonds_de_concours.total")) is not None:
        communes = _agree(
            chiffres["fonds_de_concours.communes"], "commune", "communes", compte=True
        )
        phrase = f"de fonds de concours sont attribués à {communes}."
        yield _Phrase(fonds, phrase, avant.get(fonds.nom))


def _say_total(chiffres: Chiffres) -> str:
    """What is programmed, and for how many communes and quartiers when they are known."""
    phrase = "sont programmés au profit des quartiers"
    communes, quartiers = chiffres.get("territoire.communes"), chiffres.get("territoire.quartiers")
    reconnus = chiffres.get("territoire.quartiers_etat")
    if not (communes and quartiers and reconnus and communes.valeur and quartiers.valeur):
        return f"{phrase}."
    detail = (
        f"{_agree(communes, 'commune', 'communes', compte=True)}, "
        f"{_agree(quartiers, 'quartier', 'quartiers', compte=True)}"
    )
    if reconnus.valeur:
        detail += f", dont {_agree(reconnus, 'reconnu', 'reconnus', compte=True)} par l’État"
    return f"{phrase} : {detail}."


def _premier_pilier(dossier: Dossier, chiffres: Chiffres, avant: Chiffres) -> Iterator[_Phrase]:
    """The pilier that has the most; nothing when two have as much, or one has it all."""
    taux = {p.code: chiffres[f"piliers.{p.code}.taux"] for p in dossier.contrat.pilier}
    premier = max(taux, key=lambda code: taux[code].valeur)
    ex_aequo = sum(t.valeur == taux[premier].valeur for t in taux.values()) > 1
    if ex_aequo or taux[premier].valeur == 100:
        return
    libelle = next(p.libelle for p in dossier.contrat.pilier if p.code == premier)
    phrase = f"des crédits vont au pilier « {libelle} »."
    yield _Phrase(taux[premier], phrase, _part(avant, f"piliers.{premier}.montant"))


def _part(chiffres: Chiffres, nom: str) -> Quantite | None:
    """The share of an amount in the programming of that year."""
    partie, tout = chiffres.get(nom), chiffres.get(_TOTAL)
    if partie is None or tout is None or not tout.valeur:
        return None
    sources = join_sources(partie.sources, tout.sources)
    return Chiffre(part(partie, tout).valeur, Unite.POURCENTAGE, "", sources)


def _agree(chiffre: Chiffre, un: str, plusieurs: str, *, compte: bool = False) -> str:
    """The words that agree with a count, after it or around it when it is to be said."""
    mots = un if chiffre.valeur < 2 else plusieurs
    nombre = format_decimal(chiffre.valeur, 0)
    return f"{nombre}{INSECABLE}{mots}" if compte else mots.format(nombre)
