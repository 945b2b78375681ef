"""The sections that texts may fill: those of the report, and those that a user's template calls."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.sections import FOCUS, SECTIONS, section_key
from rapportpv.core.textes import Texte
from rapportpv.core.zip import ArchiveIllisibleError, read_zip
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.noms import MODELES
from rapportpv.texts.rules.pv612_section_inconnue import PV612

_BALISE = re.compile(r"<[^>]+>")
_NOM = re.compile(r"\btextes\.(\w+)")


def check_sections(textes: Iterable[Texte], racine: Path) -> Iterator[Anomalie]:
    """Each text whose name is that of no section: it would be printed nowhere."""
    connues = {section_key(nom) for nom in (*SECTIONS, FOCUS)}
    inconnus = [texte for texte in textes if section_key(texte.section) not in connues]
    if inconnus:
        connues |= set(list_called(sorted((racine / MODELES).glob("*.docx"))))
    noms = Lexique(tuple(Entree(nom, nom) for nom in SECTIONS))
    for texte in inconnus:
        if section_key(texte.section) not in connues:
            proche = noms.suggest(texte.section, ressemblance="orthographe")
            yield PV612.at(
                Emplacement(texte.fichier),
                valeur=texte.section,
                suggestion=f"Écrivez « {proche} »." if proche else None,
            )


def list_called(modeles: Iterable[Path]) -> Iterator[str]:
    """The sections that those templates name."""
    for modele in modeles:
        try:
            parts = read_zip(modele.read_bytes())
        except (ArchiveIllisibleError, OSError):
            continue  # told when the document is built
        for nom, octets in parts.items():
            if nom.startswith("word/") and nom.endswith(".xml"):
                texte = _BALISE.sub("", octets.decode("utf-8", "replace"))
                yield from map(section_key, _NOM.findall(texte))
