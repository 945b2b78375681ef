"""A template changed by hand through LibreOffice, by a macro: the file is one that it saved."""

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from tests.office.libreoffice import _BIBLIOTHEQUES, _MACRO, _MODULES

_CODE = """
Sub Retoucher
  Dim avant(0) As New com.sun.star.beans.PropertyValue
  avant(0).Name = "Hidden"
  avant(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{adresse}", "_blank", 0, avant())
  styles = doc.StyleFamilies.getByName("ParagraphStyles")
  styles.getByName("Standard").CharFontName = "{police}"

  Dim debut, fin, cible
  en = doc.Text.createEnumeration()
  Do While en.hasMoreElements()
    p = en.nextElement()
    If p.supportsService("com.sun.star.text.Paragraph") Then
      If p.String = "{debut}" And IsEmpty(debut) Then debut = p.Start
      If p.String = "{suivant}" And IsEmpty(fin) Then fin = p.Start
      If p.String = "{devant}" And IsEmpty(cible) Then cible = p.Start
    End If
  Loop
  vue = doc.CurrentController
  curseur = doc.Text.createTextCursorByRange(debut)
  curseur.gotoRange(fin, True)
  vue.select(curseur)
  morceau = vue.getTransferable()
  curseur.String = ""
  vue.select(cible)
  vue.insertTransferable(morceau)

  logo = doc.createInstance("com.sun.star.text.TextGraphicObject")
  logo.GraphicURL = "{logo}"
  logo.AnchorType = com.sun.star.text.TextContentAnchorType.AS_CHARACTER
  logo.Width = 3000
  logo.Height = 1500
  logo.Title = "Logo"
  logo.Description = "Logo de la commune"
  tete = doc.Text.createTextCursorByRange(doc.Text.Start)
  doc.Text.insertTextContent(tete, logo, False)

  Dim apres(0) As New com.sun.star.beans.PropertyValue
  apres(0).Name = "FilterName"
  apres(0).Value = "MS Word 2007 XML"
  doc.storeToURL("{sortie}", apres())
  doc.close(True)
End Sub
"""


def retouch(soffice: str, modele: Path, logo: Path, travail: Path, **places: str) -> None:
    """Change the font of a template, move a part of it, add a logo; it is saved in place.

    The part goes from the paragraph `debut` to `suivant`, and is put before `devant`.
    """
    lance = [soffice, f"-env:UserInstallation={(travail / 'profil').as_uri()}"]
    lance += ["--headless", "--norestore"]
    subprocess.run([*lance, "--terminate_after_init"], check=True, timeout=180)
    basic = travail / "profil" / "user" / "basic"
    (basic / "script.xlc").write_text(_BIBLIOTHEQUES, "utf-8")
    (basic / "Standard" / "script.xlb").write_text(_MODULES, "utf-8")
    sorti = travail / "retouche.docx"
    code = _CODE.format(
        adresse=modele.resolve().as_uri(),
        sortie=sorti.as_uri(),
        logo=logo.resolve().as_uri(),
        **{nom: texte.replace('"', '""') for nom, texte in places.items()},
    )
    macro = _MACRO.format(code=escape(code))
    (basic / "Standard" / "Saisie.xba").write_text(macro, "utf-8")
    subprocess.run([*lance, "macro:///Standard.Saisie.Retoucher"], check=True, timeout=180)
    sorti.replace(modele)
