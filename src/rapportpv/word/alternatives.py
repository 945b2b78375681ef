"""What a chart shows, in words: what is the most, what is the least, among how many."""

from collections.abc import Iterator, Sequence

from rapportpv.core.chiffre import Colonne, Quantite, Tableau
from rapportpv.french.alternative import fit_phrases, shorten
from rapportpv.french.typographie import format_texte
from rapportpv.word.marques import show_texte
from rapportpv.word.ooxml import WP, Element

_LIBELLE = 34
"""Signs of a label: two labels, two values and what they are of fit together."""


def describe_graphique(
    cadre: Element, tableau: Tableau, etiquettes: Sequence[str], colonnes: Sequence[Colonne]
) -> None:
    """Write the alternative text of a chart, unless that of its template says figures itself."""
    identite = cadre.find(f"{{{WP}}}docPr")
    if identite is None or any(signe.isdigit() for signe in identite.get("descr", "")):
        return
    texte = fit_phrases(_phrases(tableau, etiquettes, colonnes))
    if texte:
        identite.set("descr", texte)


def _phrases(
    tableau: Tableau, etiquettes: Sequence[str], colonnes: Sequence[Colonne]
) -> Iterator[str]:
    """A sentence for each series."""
    for colonne in colonnes:
        valeurs = [
            (valeur, etiquette)
            for ligne, etiquette in zip(tableau.lignes, etiquettes, strict=True)
            if isinstance(valeur := ligne.cellules.get(colonne.nom), Quantite)
        ]
        if valeurs:
            titre = shorten(show_texte(colonne.libelle), _LIBELLE)
            yield format_texte(f"{titre} : {_extremes(valeurs)}.")


def _extremes(valeurs: Sequence[tuple[Quantite, str]]) -> str:
    haut = max(valeurs, key=lambda v: v[0].valeur)[0]
    bas = min(valeurs, key=lambda v: v[0].valeur)[0]
    if len(valeurs) == 1:
        return f"{shorten(valeurs[0][1], _LIBELLE)}, {haut.affiche}"
    if haut.valeur == bas.valeur:
        return f"{haut.affiche} pour chacun des {len(valeurs)}"
    return f"le plus, {_name(valeurs, haut)} ; le moins, {_name(valeurs, bas)} ; sur {len(valeurs)}"


def _name(valeurs: Sequence[tuple[Quantite, str]], extreme: Quantite) -> str:
    """Whoever has that value, and how many with the same."""
    noms = [etiquette for valeur, etiquette in valeurs if valeur.valeur == extreme.valeur]
    autres = len(noms) - 1
    suite = f" et {autres} autre{'s' if autres > 1 else ''}" if autres else ""
    return f"{shorten(noms[0], _LIBELLE)}{suite} ({extreme.affiche})"
