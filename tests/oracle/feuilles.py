"""The sheets of a territory, wide or long, with the headings, titles and totals that people add."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from random import Random

from tests.oracle.projets import (
    RECONDUCTIONS,
    STATUTS,
    TYPES,
    Action,
    Cellule,
    Lignes,
    Territoire,
    as_cell,
)

_COLONNES: dict[str, tuple[str, Callable[[Action, Random], Cellule]]] = {
    "numero": ("N° dossier", lambda a, _: a.numero),
    "intitule": ("Intitulé de l'action", lambda a, _: a.intitule),
    "operateur": ("Opérateur", lambda a, _: a.operateur),
    "sorte": ("Type d'opérateur", lambda a, h: h.choice(TYPES[a.sorte])),
    "theme": ("Thématique", lambda a, _: a.theme),
    "communes": ("Commune(s)", lambda a, _: " ; ".join(a.communes)),
    "statut": ("Statut", lambda a, h: h.choice(STATUTS[a.statut])),
    "reconduction": (
        "Nouvelle ou reconduite",
        lambda a, h: h.choice(RECONDUCTIONS[a.reconduction]),
    ),
}


def write_large(territoire: Territoire, hasard: Random) -> Lignes:
    """A row a project, grouped by pilier or not, with subtotals and a total or without."""
    cles = hasard.sample(list(_COLONNES), len(_COLONNES))
    entete = [_spell(_COLONNES[cle][0], hasard) for cle in cles]
    entete += ["Pilier", *(f.libelle for f in territoire.financeurs), "Total"]
    groupes = hasard.random() < 0.6
    lignes: Lignes = [*_titles(hasard), list(entete)]
    rang_du_nom = cles.index("intitule")

    def total(nom: str, actions: Iterable[Action]) -> list[Cellule]:
        ligne: list[Cellule] = [None] * len(entete)
        ligne[rang_du_nom] = nom
        siennes = list(actions)
        sommes = [
            sum((a.montants.get(f.code, Decimal(0)) for a in siennes), Decimal(0))
            for f in territoire.financeurs
        ]
        ligne[len(cles) + 1 :] = [float(somme) for somme in (*sommes, sum(sommes))]
        return ligne

    def row(action: Action) -> list[Cellule]:
        libelle = next(p.libelle for p in territoire.piliers if p.code == action.pilier)
        montants = [as_cell(action.montants.get(f.code), hasard) for f in territoire.financeurs]
        return [
            *(_COLONNES[cle][1](action, hasard) for cle in cles),
            _spell(libelle, hasard),
            *montants,
            float(sum(action.montants.values())),
        ]

    for pilier in territoire.piliers if groupes else ():
        siennes = [a for a in territoire.actions if a.pilier == pilier.code]
        if not siennes:
            continue
        if hasard.random() < 0.5:
            lignes.append([pilier.libelle.upper()])
        lignes += map(row, siennes)
        lignes.append(total(f"Sous-total {pilier.libelle}", siennes))
        if hasard.random() < 0.3:
            lignes.append([])
    if not groupes:
        lignes += map(row, territoire.actions)
    lignes.append(total("Total général", territoire.actions))
    return lignes


def write_longue(territoire: Territoire, hasard: Random) -> Lignes:
    """A row a grant, in any order."""
    cles = hasard.sample(list(_COLONNES), len(_COLONNES))
    entete: list[Cellule] = [_spell(_COLONNES[cle][0], hasard) for cle in cles]
    lignes: Lignes = []
    libelles = {code.code: code.libelle for code in (*territoire.piliers, *territoire.financeurs)}
    for action in territoire.actions:
        communes = [_COLONNES[cle][1](action, hasard) for cle in cles]
        lignes += [
            [*communes, libelles[action.pilier], libelles[code], as_cell(montant, hasard)]
            for code, montant in action.montants.items()
        ]
    if hasard.random() < 0.5:
        hasard.shuffle(lignes)
    return [*_titles(hasard), [*entete, "Pilier", "Financeur", "Montant"], *lignes]


def write_fcs(territoire: Territoire, hasard: Random) -> Lignes:
    """The FCS, its axes as a column or as headings with a total below each."""
    if hasard.random() < 0.5:
        return [
            ["N°", "Axe", "Opérateur", "Intitulé", "Montant"],
            *(
                [n, axe, f"Structure {n}", f"Projet {n}", as_cell(montant, hasard)]
                for n, (axe, montant) in enumerate(territoire.fcs, 1)
            ),
        ]
    lignes: Lignes = [["N°", "Opérateur", "Intitulé", "Montant"]]
    for axe in territoire.rangs():
        siens = [(n, m) for n, (a, m) in enumerate(territoire.fcs, 1) if a == axe]
        if siens:
            lignes.append([f"{axe}. Axe du rang {axe}"])
            lignes += [[n, f"Structure {n}", f"Projet {n}", as_cell(m, hasard)] for n, m in siens]
            lignes.append([f"TOTAL_{axe}", None, None, float(sum(m for _, m in siens))])
    return lignes


def _titles(hasard: Random) -> Lignes:
    titres: Lignes = [["Programmation de l'année"], [], ["Arrêtée en comité de pilotage"]]
    return titres[: hasard.choice((0, 0, 1, 2, 3))]


def _spell(mots: str, hasard: Random) -> str:
    return hasard.choice((mots, mots, mots.upper(), mots.replace(" ", "\n", 1)))
