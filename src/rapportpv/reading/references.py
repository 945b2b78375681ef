"""What the rules on references have in common: a column whose words must be of a list."""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.dossier import Feuille
from rapportpv.french.lexique import Lexique
from rapportpv.french.typographie import format_liste


def check_reference(
    rule: Rule, feuille: Feuille, colonne: str, lexique: Lexique
) -> Iterator[Anomalie]:
    """An anomaly for each word of the column that is not of the list, with all its cells.

    Known words stand in the frame as codes, unknown ones as they were typed; empty cells pass.
    """
    codes = {entree.code for entree in lexique.entrees} | {""}
    connus = format_liste(entree.libelle for entree in lexique.entrees)
    textes = feuille.frame[colonne]
    inconnus = textes[~textes.isin(codes)]
    for texte, lignes in inconnus.groupby(inconnus):
        proche = lexique.suggest(str(texte))
        yield rule.at(
            feuille.lieu(lignes.index, colonne),
            valeur=str(texte),
            suggestion=f"Écrivez « {proche} »." if proche else None,
            connus=connus,
        )
