"""What a refresh changed in a document, and what it left: read by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportpv.console.anomalies import write_resume
from rapportpv.console.flux import format_chemin, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rapportpv.commands.refresh import Rafraichissement
    from rapportpv.review.changements import Changement

_LIGNES = 12
_TITRES = {
    "CHANGE": "Mis à jour",
    "ECRASE": "Modifiés à la main, remplacés",
    "AJOUTE": "Ajoutés",
    "GARDE": "Modifiés à la main, laissés tels quels (--ecraser NOM les remplace)",
    "PERDU": "Introuvables dans le document, laissés de côté",
    "DOUBLE": "Présents deux fois, laissés tels quels",
    "DISPARU": "Absents de l’année, laissés tels quels",
    "NOUVEAU": "Nouveaux, absents du document (--ajouter NOM les y met)",
}
_A_VENIR = {
    "CHANGE": "À mettre à jour",
    "ECRASE": "Modifiés à la main, à remplacer",
    "AJOUTE": "À ajouter",
}
_GENRES = {
    "chiffre": "",
    "tableau": "tableau ",
    "graphique": "graphique ",
    "dessin": "dessin ",
    "image": "image ",
    "texte": "texte ",
}
_SANS_MEMOIRE = (
    "Ce document ne se souvient pas de ce qui y fut écrit (une version plus ancienne l’a fait, ou "
    "un autre logiciel l’a oublié)\u00a0: un chiffre retouché à la main, de même forme, ne se "
    "distingue pas d’un chiffre périmé."
)
_MALGRE = (
    "Ces chiffres viennent de classeurs qui ont des erreurs, et rien ne le dit dans le document : "
    "ne le diffusez pas en l’état."
)
_VERSION = (
    "Ce document est en version « {} », et l’année en dit une autre : les mots du modèle qui en "
    "dépendent (couverture, procédure) sont à reprendre dans Word."
)
_SUIVI = (
    "Un graphique, un dessin ou une image se remplace d’un bloc\u00a0: l’ancien est marqué "
    "supprimé, le nouveau inséré."
)


def write_rafraichissement(fait: Rafraichissement, *, essai: bool, valeurs: bool = True) -> None:
    """What changes, where, and where the document was written; without values, names alone."""
    if fait.rafraichi is None:
        write_resume(fait.controle, err=True)
        write("Aucun document n’a été écrit.", err=True)
        return
    changements = fait.rafraichi.changements
    titres = _TITRES | _A_VENIR if essai else _TITRES
    for sort, titre in titres.items():
        _write_all(titre, [c for c in changements if c.sort.name == sort], valeurs=valeurs)
    if not fait.rafraichi.memoire:
        write(_SANS_MEMOIRE)
    if fait.suivi and any(c.ancre.genre in ("graphique", "dessin", "image") for c in changements):
        write(_SUIVI)
    if fait.version:
        write(_VERSION.format(fait.version))
    if fait.controle.is_blocked():
        write(_MALGRE, err=True)
    if fait.copie is not None:
        write(f"Copie de l’ancien\u00a0: {format_chemin(fait.copie)}")
    if fait.chemin is not None:
        write(f"Document écrit\u00a0: {format_chemin(fait.chemin)}")
    elif essai and fait.rafraichi.contenu is not None:
        write("Essai\u00a0: rien n’a été écrit.")
    else:
        write("Rien à changer\u00a0: le document n’a pas été touché.")


def _write_all(titre: str, changements: Sequence[Changement], *, valeurs: bool) -> None:
    if not changements:
        return
    write(f"{titre}\u00a0:")
    groupes: dict[tuple[object, ...], list[Changement]] = {}
    for change in changements:
        cle = (change.ancre.genre, change.ancre.nom, change.avant, change.apres)
        groupes.setdefault(cle, []).append(change)
    for groupe in groupes.values():
        _write_group(groupe, valeurs=valeurs)
    write("")


def _write_group(groupe: Sequence[Changement], *, valeurs: bool) -> None:
    """A region, what it said and says; then each of its places."""
    change = groupe[0]
    nom = f"{_GENRES[change.ancre.genre]}{change.ancre.nom}"
    if valeurs and change.ancre.genre == "chiffre" and (change.avant or change.apres):
        vers = f" → {change.apres or '(rien)'}" if change.apres else ""
        write(f"  {nom}\u00a0: {change.avant or '(vide)'}{vers}")
    else:
        write(f"  {nom}")
    if not valeurs:
        return
    for lieu in dict.fromkeys(c.lieu for c in groupe if c.lieu):
        write(f"    {lieu}")
    _write_details(change.details)


def _write_details(details: Iterable[str]) -> None:
    lignes = list(details)
    for ligne in lignes[:_LIGNES]:
        write(f"      {ligne}")
    if len(lignes) > _LIGNES:
        write(f"      … et {len(lignes) - _LIGNES} autres lignes")
