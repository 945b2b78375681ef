"""The names that a template may use, and what they print in the sample: pasted by cog."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from rapportpv.drawing import draw_dessins
from rapportpv.subjects.consultation.figures import read_avis
from rapportpv.subjects.seance.figures import read_seance
from rapportpv.word.contexte import build_contexte
from rapportpv.word.jinja import build_environment
from rapportpv.word.marques import build_marques, strip_marques
from rapportpv.word.matiere import Matiere
from rapportpv.word.vues import ChiffreMontre, Groupe
from rapportpv.word.vues_tableaux import Tableaux
from rapportpv.word.vues_textes import Collection, list_insertions
from rapportpv.year.controle import check_annee
from tools.exemples import EXEMPLE

_LARGEUR = 60
_FILTRES = (
    "programmation.total",
    "credits_specifiques.taux | sans_decimale",
    "programmation.total | sans_unite",
    "fcs.projets | accorde('projet', 'projets')",
    "arrete_le | date_longue",
    "seance.date | date_avec_jour",
    "conseil.arrondissement | de",
    "conseil.arrondissement | a",
    "epci | article",
    "epci | article | de",
    "epci | article | a",
    "epci | article | capitale",
    "['a', 'b', 'c'] | enumere",
    "seance.president | genre('le Président', 'la Présidente')",
)
"""An example of each filter, and of a plain figure."""


def list_filtres() -> str:
    """What the filters print, as a Markdown table."""
    environnement = build_environment(lambda _: None)
    lignes = [
        f"| `{{{{ {expression.replace('|', chr(92) + '|')} }}}}` | "
        f"{_show(environnement.compile_expression(expression)(**_contexte()))} |"
        for expression in _FILTRES
    ]
    return "\n".join(("| Écrire | S’imprime |", "| --- | --- |", *lignes, ""))


def list_noms() -> str:
    """The names that are neither figures nor tables, as a Markdown table."""
    lignes = [f"| `{nom}` | {_show(valeur)} |" for nom, valeur in _walk(_contexte())]
    return "\n".join(("| Nom | Dans l’exemple |", "| --- | --- |", *lignes, ""))


@lru_cache(maxsize=1)
def _contexte() -> Mapping[str, Any]:
    controle = check_annee(EXEMPLE, 2022)
    assert controle.dossier is not None  # the sample is sound
    dossier = controle.dossier
    matiere = Matiere(
        dossier.identite(),
        controle.bilan,
        textes=dossier.textes or (),
        dessins=draw_dessins(dossier, controle.bilan),
        conseil=dossier.reglages.conseil,
        seance=read_seance(dossier),
        consultes=read_avis(dossier),
    )
    insertions = list_insertions(matiere)
    return build_contexte(matiere, build_marques(controle.bilan, insertions), insertions)


def _walk(groupe: Mapping[str, Any], prefixe: str = "") -> Iterator[tuple[str, Any]]:
    for nom, valeur in groupe.items():
        if isinstance(valeur, Groupe):
            yield from _walk(valeur, f"{prefixe}{nom}.")
        elif not isinstance(valeur, ChiffreMontre | Collection | Tableaux):
            yield f"{prefixe}{nom}", valeur


def _show(valeur: Any) -> str:
    """What the name prints, cut when it is long; of a list, how many and the first."""
    if isinstance(valeur, bool):
        return "oui (à tester par `if`)" if valeur else "non (à tester par `if`)"
    if valeur is None or valeur == "":
        return "(vide)"
    if isinstance(valeur, list):
        return f"liste de {len(valeur)}{_describe(valeur[0])}" if valeur else "(liste vide)"
    texte = " ".join(strip_marques(str(valeur)).split())
    return texte if len(texte) <= _LARGEUR else f"{texte[:_LARGEUR].rstrip()}…"


def _describe(premier: Any) -> str:
    if not hasattr(premier, "noms"):
        return f"\u00a0: {_show(premier)}"
    return f"\u00a0; de chacun\u00a0: {', '.join(f'`{nom}`' for nom in premier.noms())}"
