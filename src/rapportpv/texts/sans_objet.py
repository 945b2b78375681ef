"""The parts that do not apply here: their reason stands for their text."""

from collections.abc import Mapping
from pathlib import Path

from rapportpv.core.sections import SECTIONS, section_key
from rapportpv.core.textes import TEXTES, Texte
from rapportpv.texts.images import Phototheque
from rapportpv.texts.markdown import read_markdown
from rapportpv.texts.releve import Releve

_CONNUES = {section_key(nom) for nom in SECTIONS}


def add_sans_objet(
    textes: tuple[Texte, ...] | None, raisons: Mapping[str, str], racine: Path, millesime: int
) -> tuple[Texte, ...] | None:
    """The texts, with the reason of each part that does not apply and that nobody has written."""
    ecrites = {section_key(texte.section) for texte in textes or () if not texte.is_vide}
    phototheque = Phototheque(racine, millesime)
    ajoutes = []
    for section, raison in raisons.items():
        if section_key(section) in _CONNUES - ecrites:
            fichier = f"{millesime}/{TEXTES}/{section}.md"
            contenu = f"Sans objet : {raison}"
            prose = read_markdown(contenu, Releve(fichier), phototheque)
            ajoutes.append(Texte(fichier, contenu, prose=prose, declare=True))
    if not ajoutes:
        return textes
    remplacees = {section_key(texte.section) for texte in ajoutes}
    gardes = (t for t in textes or () if section_key(t.section) not in remplacees)
    return (*gardes, *ajoutes)
