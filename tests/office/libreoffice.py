"""Typing in a workbook through LibreOffice, by a macro: the file is one that LibreOffice saved."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tools.premiers_pas import TITRES

_ENTETE = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MACRO = _ENTETE + (
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Saisie" '
    'script:language="StarBasic">{code}</script:module>\n'
)
_MODULES = _ENTETE + (
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
    '"library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Saisie"/></library:library>\n'
)
_BIBLIOTHEQUES = _ENTETE + (
    '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
    '"libraries.dtd">\n<library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
    'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
    "</library:libraries>\n"
)
_CODE = """
Sub Taper
  Dim avant(0) As New com.sun.star.beans.PropertyValue
  avant(0).Name = "Hidden"
  avant(0).Value = True
  livre = StarDesktop.loadComponentFromURL("{adresse}", "_blank", 0, avant())
  page = livre.Sheets.getByName("{feuille}")
{saisies}
  Dim apres(0) As New com.sun.star.beans.PropertyValue
  apres(0).Name = "FilterName"
  apres(0).Value = "{filtre}"
  livre.storeToURL("{sortie}", apres())
  livre.close(True)
End Sub
"""
_COLONNE = """  For c = 0 To 60
    If page.getCellByPosition(c, {ligne}).String = "{titre}" Then colonne{rang} = c
  Next c"""
_FILTRES = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".ods": "calc8",
    ".xls": "MS Excel 97",
    ".csv": "Text - txt - csv (StarCalc)",  # of the first sheet, numbers as they are shown
}


class Tableur:
    """LibreOffice with a profile of its own, which a first start makes."""

    def __init__(self, soffice: str, dossier: Path) -> None:
        self._commande = [soffice, f"-env:UserInstallation={(dossier / 'profil').as_uri()}"]
        self._commande += ["--headless", "--norestore"]
        self._dossier = dossier
        self._run("--terminate_after_init")
        basic = dossier / "profil" / "user" / "basic"
        (basic / "script.xlc").write_text(_BIBLIOTHEQUES, "utf-8")
        (basic / "Standard" / "script.xlb").write_text(_MODULES, "utf-8")
        self._macro = basic / "Standard" / "Saisie.xba"

    def fill(
        self,
        chemin: Path,
        feuille: str,
        table: Sequence[Sequence[Any]],
        sortie: Path | None = None,
    ) -> None:
        """Write the rows of the table below the headings that its first row names, and save."""
        vers = sortie or chemin
        neuf = self._dossier / f"saisie{vers.suffix}"
        code = _CODE.format(
            adresse=chemin.resolve().as_uri(),
            feuille=_quote(feuille),
            saisies="\n".join(_list_saisies(table)),
            filtre=_FILTRES[vers.suffix],
            sortie=neuf.as_uri(),
        )
        self._macro.write_text(_MACRO.format(code=escape(code)), "utf-8")
        self._run("macro:///Standard.Saisie.Taper")
        assert neuf.is_file(), f"LibreOffice has not saved {vers.name}"
        neuf.replace(vers)

    def _run(self, *quoi: str) -> None:
        subprocess.run([*self._commande, *quoi], check=True, timeout=180, capture_output=True)


def _list_saisies(table: Sequence[Sequence[Any]]) -> Iterator[str]:
    for rang, titre in enumerate(table[0]):
        yield _COLONNE.format(ligne=TITRES - 1, titre=_quote(titre), rang=rang)
    for numero, rangee in enumerate(table[1:], start=TITRES):
        for rang, valeur in enumerate(rangee):
            if valeur not in (None, ""):
                nombre = isinstance(valeur, int | float)
                genre, ecrit = ("Value", valeur) if nombre else ("String", f'"{_quote(valeur)}"')
                yield f"  page.getCellByPosition(colonne{rang}, {numero}).{genre} = {ecrit}"


def _quote(texte: object) -> str:
    return str(texte).replace('"', '""')
