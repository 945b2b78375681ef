"""Le fichier n’est pas un classeur qui se lit.

## Pourquoi c’est gênant
Rien de ce qu’il contient n’entrerait dans le rapport. Un fichier peut porter le nom d’un classeur
sans en être un : une page web renommée, un classeur protégé par mot de passe, une copie
interrompue. Ou être démesuré, parce qu’une cellule est remplie très loin du tableau. « .xlsx »,
« .xlsm », « .ods », « .xls » et « .csv » sont lus ; « .xlsb » et « .numbers » ne le sont pas.

## Exemple fautif
« programmation.xlsx » est une page web renommée.

## À écrire plutôt
Ouvrez le fichier dans Excel, puis « Enregistrer sous », type « Classeur Excel (.xlsx) ».
"""

from collections.abc import Mapping
from typing import Literal

from rapportpv.core.anomalie import Rule, Severite

Refus = Literal[
    "vide",
    "chiffre",
    "guillemet",
    "html",
    "xml",
    "binaire",
    "numbers",
    "inconnu",
    "abime",
    "feuille_absente",
    "trop_grand",
    "trop_de_lignes",
    "trop_loin",
    "trop_de_fusions",
    "texte_trop_long",
    "dtd",
    "copie",  # told as PV017
]

RAISONS: Mapping[Refus, str] = {
    "vide": "il est vide. Remettez-y le classeur d’origine",
    "chiffre": "il est protégé par un mot de passe. Enregistrez-le sans mot de passe",
    "guillemet": (
        "un guillemet y est ouvert et jamais fermé. Ouvrez-le dans Excel, et enregistrez-le en "
        ".xlsx"
    ),
    "html": "c’est une page web renommée. Ouvrez-la dans Excel et enregistrez-la en .xlsx",
    "xml": "c’est un tableau XML renommé. Ouvrez-le dans Excel et enregistrez-le en .xlsx",
    "binaire": (
        "c’est un classeur binaire (.xlsb). Dans Excel, « Fichier », « Enregistrer sous », "
        "choisissez le type « Classeur Excel (.xlsx) »"
    ),
    "numbers": (
        "c’est un document Numbers. Dans Numbers, « Fichier », « Exporter vers », « Excel… », "
        "puis placez le fichier .xlsx ici"
    ),
    "inconnu": "son contenu n’est pas celui d’un classeur. Enregistrez-le en .xlsx depuis Excel",
    "abime": "il est abîmé. Ouvrez-le dans Excel, laissez-le le réparer, et enregistrez-le",
    "feuille_absente": (
        "une feuille que son sommaire annonce n’y est pas. Ouvrez-le dans Excel, laissez-le le "
        "réparer, et enregistrez-le"
    ),
    "trop_grand": (
        "il est démesuré : déplié, il remplirait la mémoire. Copiez ses lignes utiles dans un "
        "classeur neuf"
    ),
    "trop_de_lignes": (
        "il est démesuré : plus de 200 000 lignes sont remplies. Copiez ses lignes utiles dans un "
        "classeur neuf"
    ),
    "trop_loin": (
        "il est démesuré : cette cellule est remplie loin du tableau. Supprimez les lignes ou les "
        "colonnes qui vont jusqu’à elle, et enregistrez-le"
    ),
    "trop_de_fusions": (
        "ses cellules fusionnées sont trop nombreuses. Défusionnez-les, et enregistrez-le"
    ),
    "texte_trop_long": ("le texte de cette cellule est démesuré. Effacez-la, et enregistrez-le"),
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
