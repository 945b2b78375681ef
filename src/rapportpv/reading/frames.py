"""The rows of a sheet in a frame: validated, the words of its closed lists as codes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

import pandas as pd
from msgspec.structs import replace
from pydantic import BaseModel

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Feuille
from rapportpv.core.emplacement import Case
from rapportpv.core.plan import list_champs
from rapportpv.core.settings.reglages import Reglages
from rapportpv.french.lexique import Lexique
from rapportpv.reading.colonnes import Colonnes, read_colonnes
from rapportpv.reading.kinds import Genre
from rapportpv.reading.sheet import FeuilleTrouvee
from rapportpv.reading.totals.totaux import TOTALISES

_DTYPES: Mapping[object, Literal["Int64", "str", "object"]] = {
    str: "str",
    int: "Int64",
    int | None: "Int64",
    date | None: "object",  # days, or None
}
"""What a column of a frame is, by what its cells are."""


def load_feuille(trouvee: FeuilleTrouvee, reglages: Reglages) -> tuple[Feuille, list[Anomalie]]:
    """The rows of a sheet in a frame, and faults: index = Excel row, a column for each field.

    The words of its closed lists stand there as codes where they are known.
    """
    numeros, brutes = trouvee.cells()
    heritees = _inherit(trouvee, numeros, brutes)
    lecture = read_colonnes(trouvee.lecteur(), trouvee.plan.ligne, numeros, brutes)
    code_words(lecture, trouvee.plan.lexiques(reglages))
    frame = make_frame(numeros, lecture.valeurs, trouvee.plan.ligne)
    feuille = trouvee.feuille(frame, TOTALISES, lecture.refusees)
    return replace(feuille, heritees=heritees), trouvee.keep_causes(lecture.anomalies)


def code_words(lecture: Colonnes, lexiques: Mapping[str, Lexique]) -> None:
    """Put the codes of closed lists (pilier, statut…) for their words, where they are known."""
    for colonne, lexique in lexiques.items():
        textes = lecture.valeurs[colonne]
        codes = {texte: lexique.read(texte) or texte for texte in dict.fromkeys(textes)}
        lecture.valeurs[colonne] = [codes[texte] for texte in textes]


def _inherit(
    trouvee: FeuilleTrouvee, numeros: Sequence[int], brutes: dict[str, list[Any]]
) -> dict[tuple[int, str], Case]:
    """Fill the column that section headings stand for, where it is blank; where each came from."""
    champ, titre, case = trouvee.plan.herite, "", (0, 0)
    heritees: dict[tuple[int, str], Case] = {}
    rangs = {numero: rang for rang, numero in enumerate(numeros)} if champ else {}
    siennes = brutes.get(champ, [None] * len(numeros))
    for numero, genre, ligne in trouvee.lignes if champ else ():
        if genre is Genre.INTERTITRE:
            titre = " ".join(str(v).strip() for v in ligne if v is not None)
            case = (numero, next(c for c, v in enumerate(ligne, start=1) if v is not None))
        elif genre is Genre.DONNEES and titre and not siennes[rangs[numero]]:
            brutes[champ] = siennes
            siennes[rangs[numero]] = titre
            heritees[numero, champ] = case
    return heritees


def make_frame(
    numeros: Sequence[int], valeurs: Mapping[str, Sequence[Any]], modele: type[BaseModel]
) -> pd.DataFrame:
    """The columns of the rows as a frame: index = Excel row (int64); numbers Int64, texts str."""
    index = pd.Index(list(numeros), dtype="int64")
    donnees = {
        champ.nom: pd.Series(
            valeurs[champ.nom], index, dtype=_DTYPES[modele.model_fields[champ.nom].annotation]
        )
        for champ in list_champs(modele)
    }
    return pd.DataFrame(donnees, index)
