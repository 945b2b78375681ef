"""Le fichier n’est pas un classeur qui se lit.

## Pourquoi c’est gênant
Rien de ce qu’il contient n’entrerait dans le rapport. Un fichier peut porter le nom d’un classeur
sans en être un : un export « .csv » ou une page web renommés, un classeur protégé par mot de
passe, une copie interrompue.

## Exemple fautif
« programmation.xlsx » est un export « .csv » renommé.

## À écrire plutôt
Ouvrez le fichier dans Excel, puis « Enregistrer sous », type « Classeur Excel (.xlsx) ».
"""

from collections.abc import Mapping
from typing import Literal

from rapportpv.core.anomalie import Rule, Severite

Refus = Literal[
    "vide",
    "chiffre",
    "csv",
    "html",
    "xml",
    "binaire",
    "inconnu",
    "abime",
    "trop_grand",
    "dtd",
    "copie",  # told as PV017
]

RAISONS: Mapping[Refus, str] = {
    "vide": "il est vide. Remettez-y le classeur d’origine",
    "chiffre": "il est protégé par un mot de passe. Enregistrez-le sans mot de passe",
    "csv": "c’est un texte .csv renommé. Ouvrez-le dans Excel et enregistrez-le en .xlsx",
    "html": "c’est une page web renommée. Ouvrez-la dans Excel et enregistrez-la en .xlsx",
    "xml": "c’est un tableau XML renommé. Ouvrez-le dans Excel et enregistrez-le en .xlsx",
    "binaire": "c’est un classeur .xlsb renommé. Ouvrez-le dans Excel et enregistrez-le en .xlsx",
    "inconnu": "son contenu n’est pas celui d’un classeur. Enregistrez-le en .xlsx depuis Excel",
    "abime": "il est abîmé. Ouvrez-le dans Excel, laissez-le le réparer, et enregistrez-le",
    "trop_grand": (
        "il est démesuré (plus de 200 000 lignes, vides ou non, de 1 000 colonnes ou de 200 Mo). "
        "Copiez ses lignes utiles dans un classeur neuf"
    ),
    "dtd": "il contient des instructions XML interdites. Enregistrez-le de nouveau depuis Excel",
}
"""Why a file was refused, and what to do, by reason."""

PV002 = Rule(
    "PV002",
    "fichier-illisible",
    Severite.ERREUR,
    message="Ce fichier n’est pas un classeur lisible : {raison}.",
    doc=__doc__,
)
