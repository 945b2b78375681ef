"""The workbook inside a chart: the same values as the chart shows, for whoever edits it in Word."""

import io
import re
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from rapportpv.word.archive import freeze
from rapportpv.word.series import Donnees, Serie

_LARGEUR = 44
_TITRE_MAX = 31  # of a sheet, in the 16-bit units that Excel counts
_INTERDITS = re.compile(r"[\[\]:*?/\\]")


def write_classeur(donnees: Donnees, jour: date) -> bytes:
    """The sheet of the chart: labels in A, a column for each series; dated of that day."""
    tampon = io.BytesIO()
    with Workbook(tampon, {"in_memory": True}) as classeur:
        classeur.set_properties({"created": datetime.combine(jour, time())})
        feuille = classeur.add_worksheet(_format_titre(donnees.feuille))
        feuille.set_column(0, 0, _LARGEUR)
        for rang, texte in enumerate((donnees.libelle, *donnees.etiquettes)):
            _write_texte(feuille, rang, 0, texte)
        for colonne, serie in enumerate(donnees.series, start=1):
            _write_texte(feuille, 0, colonne, serie.libelle)
            _write_valeurs(classeur, feuille, colonne, serie)
    return freeze(tampon.getvalue())


def _write_valeurs(classeur: Workbook, feuille: Worksheet, colonne: int, serie: Serie) -> None:
    look = classeur.add_format({"num_format": serie.format})
    for rang, valeur in enumerate(serie.valeurs, start=1):
        if valeur is not None:
            feuille.write_number(rang, colonne, valeur, look)


def _write_texte(feuille: Worksheet, rang: int, colonne: int, texte: str) -> None:
    """A text, even one that begins with «=»; in «<r>…</r>», XlsxWriter would see its own markup."""
    if texte.startswith("<r>"):
        texte = f" {texte}"
    feuille.write_string(rang, colonne, texte)


def _format_titre(nom: str) -> str:
    """A name that Excel takes for a sheet; nothing when none of its signs is left."""
    admis = _INTERDITS.sub(" ", nom).encode("utf-16-le")[: 2 * _TITRE_MAX]
    return admis.decode("utf-16-le", "ignore").strip("'")
