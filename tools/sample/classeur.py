"""Workbooks whose bytes depend on their content alone."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from lxml import etree
from openpyxl import Workbook

AUTEUR = "rapportpv"
DATE = datetime(2023, 6, 27)  # the day on which the published report was settled
DATE_ZIP = (1980, 1, 1, 0, 0, 0)
UNIX = 3
DROITS = 0o100644 << 16


def save_classeur(classeur: Workbook, chemin: Path) -> None:
    """Write `classeur` at `chemin`: same content, same bytes, on any machine."""
    classeur.properties.creator = AUTEUR
    classeur.properties.created = DATE
    brut = io.BytesIO()
    classeur.save(brut)
    chemin.write_bytes(_rewrite(brut.getvalue()))


def _rewrite(brut: bytes) -> bytes:
    """The same archive, sorted and dated.

    Stored rather than compressed, because zlib's output differs between builds of Python; each
    part in canonical XML, because openpyxl's depends on whether lxml is there.
    """
    sortie = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(brut)) as avant, zipfile.ZipFile(sortie, "w") as apres:
        for nom in sorted(avant.namelist()):
            info = zipfile.ZipInfo(nom, DATE_ZIP)
            info.create_system, info.external_attr = UNIX, DROITS
            apres.writestr(info, _normalize(nom, avant.read(nom)))
    return sortie.getvalue()


def _normalize(nom: str, partie: bytes) -> bytes:
    """One part in canonical XML, without the time of saving that openpyxl puts in."""
    racine = etree.fromstring(partie)
    texte = etree.tostring(racine, method="c14n", exclusive=True, with_comments=False).decode()
    if nom == "docProps/core.xml":
        texte = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{DATE:%Y-%m-%dT%H:%M:%SZ}", texte)
    return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{texte}".encode()
