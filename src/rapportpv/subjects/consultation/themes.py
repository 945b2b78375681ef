"""What the bodies observed, theme by theme, and what became of it."""

from rapportpv.core.chiffre import Colonne, Ligne, Tableau
from rapportpv.core.dossier import Feuille
from rapportpv.french.lexique import fold, squash
from rapportpv.subjects.consultation.avis import Consultes

AUTRES = "Autres observations"
_NOM = "observations_par_theme"
_COLONNES = (
    Colonne("theme", "Thème"),
    Colonne("instance", "Instance"),
    Colonne("observations", "Observations"),
    Colonne("suite", "Suite donnée"),
)


def sort_by_theme(consultes: Consultes, feuille: Feuille) -> Tableau | None:
    """The table `observations_par_theme`: themes by the alphabet, bodies as in the sheet.

    Observations without a theme come last. None when no observation has any: the table of the
    avis says them all.
    """
    observees = [avis for avis in consultes.avis if avis.observations]
    themes: dict[str, str] = {}
    for avis in observees:
        if avis.theme:
            themes.setdefault(squash(avis.theme), avis.theme)
    if not themes:
        return None
    rangees = sorted(observees, key=lambda a: (not a.theme, fold(themes.get(squash(a.theme), ""))))
    lignes = tuple(
        Ligne(
            {
                "theme": themes.get(squash(avis.theme), AUTRES) if avis.theme else AUTRES,
                "instance": avis.instance,
                "observations": avis.observations,
                "suite": avis.suite,
            }
        )
        for avis in rangees
    )
    siennes = [avis.ligne for avis in observees]
    sources = feuille.sources_de(siennes, "theme", "instance", "observations", "suite_donnee")
    return Tableau(_NOM, "Observations par thème", _COLONNES, lignes, sources=sources)
