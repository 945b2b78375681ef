"""Le classeur du FCS et la colonne du FCS de la programmation ne disent pas la même chose.

## Pourquoi c’est gênant
Le rapport donne deux fois l’enveloppe du Fonds de Cohésion Sociale : avec les crédits spécifiques,
d’après la programmation, et avec ses projets, d’après « fcs.xlsx ».

Les projets se retrouvent d’un classeur à l’autre par leur opérateur et leur intitulé, sinon par
leur montant chez le même opérateur, sinon par leur intitulé seul. S’il n’y en a pas la moitié qui
se retrouve, seuls les totaux sont comparés. Le financeur à comparer est celui qui a « fcs = true »
dans « rapportpv.toml » ; sans lui, rien n’est comparé.

## Exemple fautif
« fcs.xlsx » donne 2 500 € au projet « Lire en scène » ; la programmation, 2 000 €.

## À écrire plutôt
Le même montant dans les deux classeurs.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier, Feuille, Programmation
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.french.typographie import format_euros
from rapportpv.reading.doublons import project_key
from rapportpv.reading.totals.totaux import tableaux
from rapportpv.subjects.fcs.appariement import Aide, merge_by_projet, pair_up
from rapportpv.subjects.fcs.sheet import FCS

_TOTAL = "Total du FCS"


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each project that both do not have alike; the totals, when projects cannot be compared.

    A sheet with a refused cell waits until it is read.
    """
    codes = {f.code for f in dossier.reglages.financeur if f.fcs}
    fcs, programmation = dossier.feuille(FCS), dossier.programmation
    if fcs is None or not codes or fcs.refusees or programmation.feuille.refusees:
        return
    trame, colonnes = programmation.feuille.trame, programmation.colonnes_de_montants
    if codes.isdisjoint(colonnes) and any(map(trame.non_lus, trame.donnees)):
        return  # the column of the fund is not read: PV009 tells it
    if any(t.deguises for t in tableaux(dossier) if t.feuille in (fcs, programmation.feuille)):
        return  # a total that counts as a project: PV303 tells it
    fiches = _read_fcs(fcs)
    subventions = _read_programmation(programmation, codes, fiches)
    paires, seules, autres = pair_up(fiches, subventions)
    payees = sum(subvention.cents != 0 for subvention in subventions)
    if not payees or 2 * len(paires) < max(len(fiches), payees):
        yield from _check_totaux(fiches, subventions, fcs, programmation.feuille)
        return
    for fiche, subvention in paires:
        if fiche.cents != subvention.cents:
            yield _tell(_name(fiche), fiche.lieu, fiche, subvention)
    for fiche in (fiche for fiche in seules if fiche.cents):
        yield _tell(_name(fiche), fiche.lieu, fiche, _nothing(programmation.feuille))
    for subvention in autres:
        yield _tell(_name(subvention), subvention.lieu, _nothing(fcs), subvention)


def _check_totaux(
    fiches: Sequence[Aide], subventions: Sequence[Aide], fcs: Feuille, feuille: Feuille
) -> Iterator[Anomalie]:
    ici = Aide("", "", sum(f.cents for f in fiches), fcs.lieu((), "montant"))
    la = Aide("", "", sum(s.cents for s in subventions), feuille.lieu((), "montant"))
    if ici.cents != la.cents:
        yield _tell(_TOTAL, fcs.lieu(fcs.frame.index, "montant"), ici, la)


def _tell(nom: str, lieu: Emplacement, ici: Aide, la: Aide) -> Anomalie:
    return PV401.at(
        lieu,
        valeur=nom,
        ici=_format(ici),
        lieu_ici=str(ici.lieu),
        la=_format(la),
        lieu_la=str(la.lieu),
    )


def _format(aide: Aide) -> str:
    return format_euros(Fraction(aide.cents, 100)) if aide.cents else "rien"


def _name(aide: Aide) -> str:
    return f"{aide.operateur} – {aide.intitule}"


def _nothing(feuille: Feuille) -> Aide:
    return Aide("", "", 0, feuille.lieu((), ""))


def _read_fcs(fcs: Feuille) -> list[Aide]:
    """The projects of the FCS workbook."""
    champs = (fcs.frame[c] for c in ("operateur", "intitule", "montant"))
    lignes = zip(fcs.frame.index, *champs, strict=True)
    return merge_by_projet(
        Aide(operateur, intitule, int(cents), fcs.lieu([ligne], "montant"))
        for ligne, operateur, intitule, cents in lignes
    )


def _read_programmation(
    programmation: Programmation, codes: set[str], fiches: Sequence[Aide]
) -> list[Aide]:
    """The supported projects that the fund pays, and any other that the FCS workbook names."""
    feuille = programmation.feuille
    siennes = programmation.select(codes)
    par_projet: dict[int, list[tuple[int, int, int]]] = {}
    colonnes = (siennes[c] for c in ("projet", "montant", "colonne"))
    for ligne, projet, cents, colonne in zip(siennes.index, *colonnes, strict=True):
        par_projet.setdefault(int(projet), []).append((int(ligne), int(cents), int(colonne)))
    colonnes_du_fcs = [c for f, c in programmation.colonnes_de_montants.items() if f in codes]
    noms = zip(feuille.frame["operateur"], feuille.frame["intitule"], strict=True)
    cherches = {project_key(fiche.operateur, fiche.intitule) for fiche in fiches}
    aides = []
    for projet, (operateur, intitule) in zip(feuille.frame.index, noms, strict=True):
        if projet not in par_projet and project_key(operateur, intitule) not in cherches:
            continue
        lues = par_projet.get(projet) or [(projet, 0, c) for c in colonnes_du_fcs[:1]]
        cellules = tuple(cell_name((ligne, colonne)) for ligne, _, colonne in lues)
        lieu = Emplacement(feuille.fichier, feuille.nom, cellules)
        aides.append(Aide(operateur, intitule, sum(cents for _, cents, _ in lues), lieu))
    return merge_by_projet(aides)


PV401 = Rule(
    "PV401",
    "fcs-et-programmation-differents",
    Severite.ERREUR,
    message=(
        "« {valeur} » : {ici} dans « {lieu_ici} », {la} dans « {lieu_la} ». Corrigez l’un des deux."
    ),
    doc=__doc__,
    check=check,
)
