"""Des lignes ou des colonnes masquées contiennent des montants.

## Pourquoi c’est gênant
Ces montants comptent dans le rapport, mais personne ne les voit en relisant la feuille ; souvent,
un filtre est resté en place.

## Exemple fautif
La ligne 12, masquée par un filtre, porte 8 000 € de l’ANCT pour une action soutenue.

## À écrire plutôt
Affichez les lignes et les colonnes, ou ôtez le filtre ; supprimez ce qui ne doit pas compter.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.emplacement import Case, Emplacement, cell_name, column_letter
from rapportpv.french.typographie import format_euros
from rapportpv.reading.totals.ecarts import name_plages


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The amounts that count and that nobody sees, an anomaly for each sheet."""
    if _hides(dossier.programmation.feuille):
        soutenues = dossier.programmation.soutenues
        colonnes = (soutenues[c].tolist() for c in ("colonne", "montant"))
        cases = zip(soutenues.index.tolist(), *colonnes, strict=True)
        montants = {(ligne, colonne): cents for ligne, colonne, cents in cases}
        yield from _check_feuille(dossier.programmation.feuille, montants)
    for feuille in dossier.autres.values():
        if "montant" in feuille.colonnes and _hides(feuille):
            remplis = feuille.frame["montant"].dropna()
            colonne = feuille.colonnes["montant"]
            siens = zip(remplis.index.tolist(), remplis.tolist(), strict=True)
            yield from _check_feuille(feuille, {(ligne, colonne): c for ligne, c in siens if c})


def _hides(feuille: Feuille) -> bool:
    return bool(feuille.trame.lignes_masquees or feuille.trame.colonnes_masquees)


def _check_feuille(feuille: Feuille, montants: dict[Case, int]) -> Iterator[Anomalie]:
    lignes, colonnes = feuille.trame.lignes_masquees, feuille.trame.colonnes_masquees
    cachees = [c for c in montants if c[0] in lignes or c[1] in colonnes]
    if cachees:
        cellules = tuple(cell_name(case) for case in cachees)
        yield PV015.at(
            Emplacement(feuille.fichier, feuille.nom, cellules),
            masquees=", ".join(_name_masquees(cachees, lignes, colonnes)),
            somme=format_euros(Fraction(sum(montants[case] for case in cachees), 100)),
        )


def _name_masquees(
    cases: Iterable[Case], lignes: frozenset[int], colonnes: frozenset[int]
) -> Iterator[str]:
    """«les lignes 12 et 15 à 18», «la colonne F»."""
    cases = list(cases)
    if siennes := {ligne for ligne, _ in cases} & lignes:
        yield name_plages("ligne", siennes)
    if siennes := {colonne for _, colonne in cases} & colonnes:
        yield name_plages("colonne", siennes, column_letter)


PV015 = Rule(
    "PV015",
    "montants-masques",
    Severite.ALERTE,
    message=(
        "Des montants sont masqués ({masquees}) : {somme} en tout, qui comptent dans le rapport. "
        "Affichez-les pour les vérifier, et supprimez ce qui ne doit pas compter."
    ),
    doc=__doc__,
    check=check,
)
