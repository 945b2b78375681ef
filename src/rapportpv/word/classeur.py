"""The workbook inside a chart: the same values as the chart shows, for whoever edits it in Word."""

import io
import re
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell

from rapportpv.word.archive import read_zip, write_zip
from rapportpv.word.proprietes import w3c_date
from rapportpv.word.series import Donnees

_POLICE = re.compile(rb"<font>.*?</font>")  # openpyxl's default one, out of the schema's order
_POLICE_VALIDE = b'<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</)")


def write_classeur(donnees: Donnees, jour: date) -> bytes:
    """The sheet of the chart: labels in A, a column for each series; dated of that day."""
    classeur = Workbook()
    feuille = classeur.active
    assert feuille is not None  # a new workbook has a sheet
    feuille.title = re.sub(r"[\[\]:*?/\\]", " ", donnees.feuille)[:31]
    for rang, texte in enumerate((donnees.libelle, *donnees.etiquettes), start=1):
        _write_texte(feuille.cell(rang, 1), texte)
    for colonne, serie in enumerate(donnees.series, start=2):
        _write_texte(feuille.cell(1, colonne), serie.libelle)
        for rang, valeur in enumerate(serie.valeurs, start=2):
            cellule = feuille.cell(rang, colonne)
            cellule.value = valeur
            cellule.number_format = serie.format
    feuille.column_dimensions["A"].width = 44
    classeur.properties.creator = None
    classeur.properties.created = datetime.combine(jour, time())
    tampon = io.BytesIO()
    classeur.save(tampon)
    return _clean(tampon.getvalue(), jour)


def _write_texte(cellule: Cell | MergedCell, texte: str) -> None:
    """A text, even one that begins with «=»."""
    cellule.value = texte
    cellule.data_type = "s"


def _clean(contenu: bytes, jour: date) -> bytes:
    parts = read_zip(contenu)
    date_fixe = w3c_date(jour).encode()
    coeur = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = _DATES.sub(rb"\g<1>" + date_fixe + rb"\g<3>", coeur)
    parts["xl/styles.xml"] = _POLICE.sub(_POLICE_VALIDE, parts["xl/styles.xml"])
    return write_zip(parts)
