"""Un fichier du dossier « textes » n’est pas un texte qui puisse être lu.

## Pourquoi c’est gênant
La partie du rapport qu’il devait remplir serait absente. Les textes se lisent en Markdown (.md) ou
en Word (.docx) ; le reste du rapport n’en dépend pas.

## Exemple fautif
« 2022/textes/evolution.docx » est abîmé, protégé par un mot de passe, ou c’est un autre document
renommé ; ou le texte est en .doc, en .odt ou en .rtf.

## À écrire plutôt
Le même texte, enregistré par Word au format « Document Word (.docx) », sans mot de passe.
"""

from typing import Literal, TypeAlias

from rapportpv.core.anomalie import Rule, Severite

Refus: TypeAlias = Literal[
    "vide", "abime", "chiffre", "inconnu", "format", "trop_grand", "dtd", "macros"
]

RAISONS: dict[Refus, str] = {
    "vide": "le fichier est vide. Enregistrez-le de nouveau, ou supprimez-le",
    "abime": "il est abîmé. Ouvrez-le dans Word, laissez-le le réparer, et enregistrez-le",
    "chiffre": "il est protégé par un mot de passe. Enregistrez-le sans mot de passe",
    "inconnu": "son contenu n’est pas celui que dit son nom. Enregistrez-le en .docx depuis Word",
    "format": "son format n’est pas lu. Enregistrez-le en .docx depuis Word",
    "trop_grand": "il est démesuré. Gardez dans ce fichier la seule partie qu’il doit remplir",
    "dtd": "il contient des instructions XML interdites. Enregistrez-le de nouveau depuis Word",
}
"""Why a text was refused, and what to do, by reason."""

PV608 = Rule(
    "PV608",
    "texte-illisible",
    Severite.ERREUR,
    message="Ce texte ne peut pas être lu : {raison}.",
    doc=__doc__,
)
