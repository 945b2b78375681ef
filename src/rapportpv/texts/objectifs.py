"""The aims of a focus: what stands under its heading «Objectifs»."""

from rapportpv.core.prose import Bloc, Fragment, Prose, Titre
from rapportpv.french.lexique import squash

_TITRES = ("objectif", "les objectif", "objectifs de laction", "les objectifs de laction")


def take_objectifs(prose: Prose) -> tuple[Prose, Prose]:
    """The text without its aims, and the aims: up to the next heading of the same level."""
    reste: list[Bloc] = []
    objectifs: list[Bloc] = []
    niveau = 0  # of the heading «Objectifs», while under it
    for bloc in prose.blocs:
        if isinstance(bloc, Titre) and (not niveau or bloc.niveau <= niveau):
            niveau = bloc.niveau if _is_objectifs(bloc) else 0
            if niveau:
                continue
        (objectifs if niveau else reste).append(bloc)
    return Prose(tuple(reste)), Prose(tuple(objectifs))


def _is_objectifs(titre: Titre) -> bool:
    mots = squash("".join(e.texte for e in titre.contenu if isinstance(e, Fragment)))
    return mots.removesuffix("s") in _TITRES or mots in _TITRES
