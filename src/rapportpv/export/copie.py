"""A copy of a workbook whose bad cells are coloured and commented, behind an index of them all."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import PatternFill
from openpyxl.utils import range_boundaries

from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.core.emplacement import Case
from rapportpv.core.livre import Livre
from rapportpv.core.zip import read_zip, write_zip
from rapportpv.export.index import COULEURS, write_index
from rapportpv.export.lecture import clean
from rapportpv.export.legende import tint, write_legende
from rapportpv.export.pertes import format_reserves, has_formules, list_pertes
from rapportpv.reading.rules.pv017_copie_annotee import MARQUE

_AUTEUR = "rapportpv"
_SANS_DATE = datetime(1980, 1, 1)
_LARGEUR, _SIGNES_PAR_LIGNE, _HAUTEUR_DE_LIGNE, _MARGE = 380, 56, 17, 14  # pixels, but the signs
_LIMITE = 32_000  # signs, a little less than what Excel takes in a comment
_POIDS = {severite: rang for rang, severite in enumerate(Severite)}


class IncopiableError(ValueError):
    """The workbook cannot be opened to be copied."""


def is_copie(parts: Mapping[str, bytes]) -> bool:
    """Whether those parts are of a copy that was made here."""
    return f'name="{MARQUE}"'.encode() in parts.get("docProps/custom.xml", b"")


def annotate(
    parts: Mapping[str, bytes],
    fichier: str,
    anomalies: Iterable[Anomalie],
    livres: Iterable[Livre] = (),
) -> bytes:
    """The annotated copy of the workbook with those parts, the same for the same workbook.

    Whatever openpyxl would carry over in part only is left out whole: see `list_pertes`.
    Raises IncopiableError.
    """
    fautes = sorted(anomalies, key=lambda anomalie: _POIDS[anomalie.severite])
    classeur = _load(parts)
    dates = _dates(classeur, parts)
    _strip_dessins(classeur)
    par_feuille = {livre.feuille: livre for livre in livres}
    for feuille in classeur.worksheets:
        if feuille.title in par_feuille:
            tint(feuille, par_feuille[feuille.title])
        siennes = [faute for faute in fautes if faute.lieu.feuille == feuille.title]
        _mark(feuille, siennes)
    reserves = format_reserves(list_pertes(parts), formules=has_formules(parts))
    write_index(classeur, fichier, fautes, reserves)
    if par_feuille:
        write_legende(classeur, par_feuille.values())
    _stamp(classeur, fichier)
    tampon = BytesIO()
    classeur.save(tampon)
    return write_zip(_date(read_zip(tampon.getvalue()), dates))


def _load(parts: Mapping[str, bytes]) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is lost is told to the user, in French
            return load_workbook(BytesIO(write_zip(parts)), rich_text=True)
    except Exception as cause:  # openpyxl raises whatever its XML reader does
        raise IncopiableError from cause


def _strip_dessins(classeur: Workbook) -> None:
    for graphique in classeur.chartsheets:
        classeur.remove(graphique)
    for feuille in classeur.worksheets:
        for contenu in ("_images", "_charts", "_pivots"):
            setattr(feuille, contenu, [])


def _mark(feuille: Any, anomalies: Sequence[Anomalie]) -> None:
    """Colour the cells of the anomalies, the worst colour winning; one comment a cell."""
    ancres = _anchors(feuille) if anomalies else {}
    notes: dict[Case, dict[Anomalie, None]] = {}
    for anomalie in anomalies:
        for reference in anomalie.lieu.cellules:
            for rang, case in enumerate(_expand(feuille, reference)):
                ancre = ancres.get(case, case)
                if ancre not in notes:
                    _colour(feuille.cell(*ancre), anomalie.severite)
                if rang == 0:  # a whole row is coloured, and commented once
                    notes.setdefault(ancre, {})[anomalie] = None
    for ligne in feuille.iter_rows():
        for cellule in ligne:
            if not isinstance(cellule, MergedCell) and cellule.comment:
                _fit(cellule.comment)
    for case, siennes in notes.items():
        _comment(feuille.cell(*case), siennes)


def _anchors(feuille: Any) -> dict[Case, Case]:
    """The cell that shows for each cell hidden by a merge."""
    return {
        (ligne, colonne): (fusion.min_row, fusion.min_col)
        for fusion in feuille.merged_cells.ranges
        for ligne in range(fusion.min_row, fusion.max_row + 1)
        for colonne in range(fusion.min_col, fusion.max_col + 1)
    }


def _expand(feuille: Any, reference: str) -> Iterator[Case]:
    """The cells of a reference; of a range, those that hold something."""
    try:
        gauche, haut, droite, bas = range_boundaries(reference)
    except (ValueError, TypeError):  # a key, a paragraph: no cell
        return
    if ":" not in reference:
        if haut and gauche:
            yield haut, gauche
        return
    bornes = (gauche or 1, haut or 1, droite or feuille.max_column, bas or feuille.max_row)
    for ligne in feuille.iter_rows(
        min_col=bornes[0],
        min_row=bornes[1],
        max_col=min(bornes[2], feuille.max_column),
        max_row=min(bornes[3], feuille.max_row),
    ):
        yield from ((c.row, c.column) for c in ligne if c.value is not None)


def _colour(cellule: Any, severite: Severite) -> None:
    fond, encre = COULEURS[severite]
    police = copy(cellule.font)
    police.color = encre  # light letters would vanish on the new ground
    cellule.font = police
    cellule.fill = PatternFill("solid", start_color=fond)


def _comment(cellule: Any, anomalies: Iterable[Anomalie]) -> None:
    """Say what is wrong above whatever somebody had noted there."""
    textes = [_describe(anomalie) for anomalie in anomalies]
    if cellule.comment:
        textes.append(f"{cellule.comment.author or 'Note'} :\n{cellule.comment.text}")
    cellule.comment = Comment("\n\n".join(textes)[:_LIMITE], _AUTEUR)
    _fit(cellule.comment)


def _describe(anomalie: Anomalie) -> str:
    titre = f"{anomalie.severite} {anomalie.rule.code} {anomalie.rule.nom}"
    textes = (titre, anomalie.message, anomalie.suggestion)
    return "\n".join(clean(texte) for texte in textes if texte)


def _fit(commentaire: Comment) -> None:
    lignes = sum(1 + len(ligne) // _SIGNES_PAR_LIGNE for ligne in commentaire.text.splitlines())
    commentaire.width = _LARGEUR
    commentaire.height = lignes * _HAUTEUR_DE_LIGNE + _MARGE


def _stamp(classeur: Workbook, fichier: str) -> None:
    classeur.template = False
    classeur.calculation.fullCalcOnLoad = True  # no result is kept beside the formulas
    perso: Any = classeur  # the stubs know no custom property
    perso.custom_doc_props.append(StringProperty(name=MARQUE, value=fichier))
    classeur.properties.lastModifiedBy = _AUTEUR


def _dates(classeur: Workbook, parts: Mapping[str, bytes]) -> tuple[datetime, datetime]:
    """The dates of the original, for openpyxl puts the clock's in their place."""
    if "docProps/core.xml" not in parts:
        return _SANS_DATE, _SANS_DATE
    proprietes = classeur.properties
    return proprietes.created or _SANS_DATE, proprietes.modified or _SANS_DATE


def _date(parts: dict[str, bytes], dates: tuple[datetime, datetime]) -> dict[str, bytes]:
    coeur = parts["docProps/core.xml"]
    for nom, date in zip((b"created", b"modified"), dates, strict=True):
        texte = date.replace(tzinfo=UTC, microsecond=0).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        coeur = re.sub(rb"(<dcterms:" + nom + rb"[^>]*>)[^<]*", rb"\g<1>" + texte, coeur)
    return parts | {"docProps/core.xml": coeur}
