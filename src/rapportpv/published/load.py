"""What was published, read back from the file that `build --publier` writes; digests of texts."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from rapportpv.core.chiffre import Unite
from rapportpv.core.errors import FichierInaccessibleError, PublicationIllisibleError
from rapportpv.core.identite import Version
from rapportpv.core.textes import Texte
from rapportpv.published.publication import PUBLICATION, ChiffrePublie, Publication, TableauPublie

_VERSIONS = {1}


def find_publication(racine: Path, millesime: int) -> Path:
    """Where the state of that year is kept."""
    return racine / PUBLICATION / f"{millesime}.json"


def load_publication(racine: Path, millesime: int) -> Publication | None:
    """What was published of that year; None when nothing was.

    Raises PublicationIllisibleError when the file is not what `build --publier` writes.
    """
    chemin = find_publication(racine, millesime)
    try:
        texte = chemin.read_text("utf-8")
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    except UnicodeDecodeError as cause:
        raise PublicationIllisibleError(chemin, millesime) from cause
    try:
        return _read(json.loads(texte))
    except (ValueError, LookupError, TypeError, AttributeError, ZeroDivisionError) as cause:
        raise PublicationIllisibleError(chemin, millesime) from cause


def digest_textes(racine: Path, textes: Iterable[Texte]) -> dict[str, str]:
    """The digest of each text; the ends of its lines do not count, which git may rewrite."""
    return {
        texte.fichier: _hash(texte.contenu.encode())
        if texte.declare
        else _digest(racine / texte.fichier)
        for texte in sorted(textes, key=lambda texte: texte.fichier)
    }


def _digest(chemin: Path) -> str:
    try:
        octets = chemin.read_bytes()
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    if chemin.suffix.lower() == ".md":
        octets = octets.replace(b"\r\n", b"\n")
    return _hash(octets)


def _hash(octets: bytes) -> str:
    return hashlib.sha256(octets).hexdigest()


def _read(donnees: Any) -> Publication:
    if donnees["version"] not in _VERSIONS:
        raise ValueError(donnees["version"])
    document = donnees["document"]
    return Publication(
        annee=int(donnees["annee"]),
        nom=str(document["nom"]),
        version=Version(document["version"]),
        arrete_le=date.fromisoformat(document["arrete_le"]),
        chiffres={nom: _read_chiffre(c) for nom, c in donnees["chiffres"].items()},
        tableaux={nom: _read_tableau(t) for nom, t in donnees["tableaux"].items()},
        textes={fichier: str(empreinte) for fichier, empreinte in donnees["textes"].items()},
        rangees=_read_rangees(donnees.get("rangees")),
    )


def _read_chiffre(donnees: Any) -> ChiffrePublie:
    return ChiffrePublie(
        libelle=str(donnees["libelle"]),
        affiche=str(donnees["affiche"]),
        valeur=Fraction(donnees["valeur"]),
        unite=Unite(donnees["unite"]),
        sources=tuple(map(str, donnees["sources"])),
    )


def _read_tableau(donnees: Any) -> TableauPublie:
    return TableauPublie(
        titre=str(donnees["titre"]),
        colonnes=tuple(map(str, donnees["colonnes"])),
        lignes=tuple(tuple(map(str, ligne)) for ligne in donnees["lignes"]),
    )


def _read_rangees(donnees: Any) -> dict[str, dict[str, dict[str, str]]] | None:
    return donnees and {
        feuille: {
            cle: {champ: str(valeur) for champ, valeur in champs.items()}
            for cle, champs in siennes.items()
        }
        for feuille, siennes in donnees.items()
    }
