"""Settings that contradict one another: codes taken twice, contracts that overlap, empty labels."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.plan import IGNORER, Plan
from rapportpv.core.settings.reglage import Reglage
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.core.settings.reglages_annexe import COLONNES
from rapportpv.french.lexique import Lexique, squash
from rapportpv.reading.noms import REGLAGES
from rapportpv.reading.reglages_fautifs import Loc, find_ligne, format_cle
from rapportpv.reading.rules.pv010_reglage_invalide import PV010

_Faute = tuple[Loc, object, str]


def check_contraires(reglages: Reglages, plans: Iterable[Plan], texte: str) -> list[Anomalie]:
    """Each setting that another one contradicts, or that says nothing, at its line of the file."""
    fautes = (
        *_find_vides((), reglages),
        *_find_codes(reglages),
        *_find_dates(reglages.contrat),
        *_find_alias(reglages, plans),
        *_find_colonnes(reglages),
    )
    return [_tell(faute, texte) for faute in fautes]


def _tell(faute: _Faute, texte: str) -> Anomalie:
    loc, valeur, raison = faute
    ligne = find_ligne(texte, loc, valeur)
    return PV010.at(
        Emplacement(REGLAGES, None, (format_cle(loc),)),
        valeur=str(valeur),
        raison=f"ligne {ligne}, {raison}" if ligne else raison,
    )


def _find_vides(loc: Loc, bloc: Reglage) -> Iterator[_Faute]:
    """The labels that hold nothing but spaces, and the other names that do."""
    for nom, champ in type(bloc).model_fields.items():
        valeur = getattr(bloc, nom)
        if isinstance(valeur, str) and champ.is_required() and not valeur.strip():
            yield (*loc, nom), valeur, "un texte qui n’est pas vide est attendu"
        for rang, element in enumerate(valeur if isinstance(valeur, tuple) else ()):
            if isinstance(element, Reglage):
                yield from _find_vides((*loc, nom, rang), element)
            elif isinstance(element, str) and not element.strip():
                yield (*loc, nom), element, "un des textes de la liste est vide : ôtez-le"
        if isinstance(valeur, Reglage):
            yield from _find_vides((*loc, nom), valeur)


def _find_codes(reglages: Reglages) -> Iterator[_Faute]:
    """The codes that two things of one list have: their amounts would be added up in silence."""
    listes: list[tuple[Loc, str, Sequence[Any]]] = [
        (("contrat", rang, "pilier"), "code", contrat.pilier)
        for rang, contrat in enumerate(reglages.contrat)
    ]
    listes += [
        (("financeur",), "code", reglages.financeur),
        (("instance",), "code", reglages.instance),
        (("axe_fcs",), "numero", reglages.axe_fcs),
    ]
    for loc, cle, elements in listes:
        premiers: dict[object, str] = {}
        for rang, element in enumerate(elements):
            valeur = getattr(element, cle)
            if valeur in premiers:
                raison = f"c’est déjà celui de « {premiers[valeur]} » : donnez à chacun le sien"
                yield (*loc, rang, cle), valeur, raison
            premiers.setdefault(valeur, element.libelle)


def _find_dates(contrats: Sequence[Contrat]) -> Iterator[_Faute]:
    """The contracts that end before they begin, and those that share a year."""
    for rang, contrat in enumerate(contrats):
        if contrat.fin < contrat.debut:
            raison = f"« {contrat.nom} » finirait avant de commencer, en {contrat.debut}"
            yield ("contrat", rang, "fin"), contrat.fin, raison
    for (_, un), (rang, autre) in combinations(enumerate(contrats), 2):
        communes = range(max(un.debut, autre.debut), min(un.fin, autre.fin) + 1)
        if communes:
            raison = (
                f"« {un.nom} » ({un.debut} à {un.fin}) et « {autre.nom} » ({autre.debut} à "
                f"{autre.fin}) ont en commun l’année {communes[0]} : une année n’a qu’un contrat"
            )
            yield ("contrat", rang, "debut"), autre.debut, raison


def _find_alias(reglages: Reglages, plans: Iterable[Plan]) -> Iterator[_Faute]:
    """The headings that are given to two columns of a sheet, or that a funder has."""
    financeurs = {
        squash(nom): f.libelle for f in reglages.financeur for nom in (f.libelle, *f.alias)
    }
    for plan in plans:
        pris = dict(financeurs) if plan.financeurs else {}
        alias: Mapping[str, tuple[str, ...]] = reglages.colonnes.get(plan.nom, {})
        libelles = {champ.nom: champ.libelle for champ in plan.champs}
        for champ, noms in alias.items():
            libelle = libelles.get(champ, champ)
            for nom in noms if champ != IGNORER else ():
                autre = pris.setdefault(squash(nom), libelle)
                if autre != libelle:
                    raison = (
                        f"« {nom} » est déjà un autre nom de « {autre} » : ôtez-le de l’un des deux"
                    )
                    yield ("colonnes", plan.nom, champ), nom, raison


def _find_colonnes(reglages: Reglages) -> Iterator[_Faute]:
    """The columns of the annexe that neither the program nor the project knows, or has twice."""
    nos = {colonne.code for colonne in COLONNES.entrees}
    connus = Lexique((*COLONNES.entrees, *reglages.financeurs.entrees))
    payeurs: set[str] = set()
    for nom in reglages.annexe.colonnes:
        financeur = None if nom in nos else reglages.payeur(nom)
        if nom not in nos and financeur is None:
            connues = ", ".join(sorted(nos))
            raison = f"« {nom} » n’est ni une de ses colonnes ({connues}), ni un financeur"
            if proche := connus.suggest(nom):
                raison += f" ; écrivez « {proche} »"
            yield ("annexe", "colonnes"), nom, raison
        elif financeur in payeurs:
            raison = f"le financeur « {nom} » y est deux fois : ôtez l’un des deux"
            yield ("annexe", "colonnes"), nom, raison
        payeurs |= {financeur} if financeur else set()
