"""What the rules on references have in common: a column whose words must be of a list."""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.dossier import Feuille
from rapportpv.french.lexique import Lexique
from rapportpv.french.typographie import format_liste


def check_reference(
    rule: Rule, feuille: Feuille, colonne: str, lexique: Lexique, bloc: str = ""
) -> Iterator[Anomalie]:
    """An anomaly for each word of the column that is not of the list, with all its cells.

    Known words stand in the frame as codes, unknown ones as they were typed; empty cells pass.
    `bloc` is that of the settings where an EPCI declares words of its own.
    """
    codes = {entree.code for entree in lexique.entrees} | {""}
    connus = format_liste(entree.libelle for entree in lexique.entrees)
    textes = feuille.frame[colonne]
    inconnus = textes[~textes.isin(codes)]
    for texte, lignes in inconnus.groupby(inconnus):
        yield rule.at(
            feuille.lieu(lignes.index, colonne),
            valeur=str(texte),
            suggestion=_advise(str(texte), lexique, bloc),
            connus=connus,
        )


def _advise(texte: str, lexique: Lexique, bloc: str) -> str | None:
    """The nearest word; and that a word may be declared, unless it is a misprint."""
    proche = lexique.suggest(texte)
    ecrire = f"Écrivez « {proche} »." if proche else ""
    if not bloc or lexique.suggest(texte, ressemblance="orthographe"):
        return ecrire or None
    declarer = (
        f"Si « {texte} » est un mot à vous, déclarez-le dans rapportpv.toml, bloc [{bloc}], en "
        "face de celui qu’il veut dire."
    )
    return f"{ecrire} {declarer}".lstrip()
