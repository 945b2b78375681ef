"""Le fichier est une copie annotée, et non le classeur d’origine.

## Pourquoi c’est gênant
« check --annoter » écrit des copies où les cellules fautives sont coloriées et commentées. Ces
copies perdent les résultats des formules et les dessins : elles servent à lire, pas à corriger.

## Exemple fautif
La copie annotée de « programmation.xlsx » a pris la place de l’original dans le dossier de l’année.

## À écrire plutôt
Remettez l’original dans le dossier de l’année, et corrigez-le en lisant la copie à côté.
"""

from rapportpv.core.anomalie import Rule, Severite

MARQUE = "rapportpv.copie"
"""The custom property of the document that an annotated copy carries."""

PV017 = Rule(
    "PV017",
    "copie-annotee",
    Severite.ERREUR,
    message=(
        "Ce fichier est une copie annotée par « check --annoter » ; le classeur d’origine était "
        "attendu. Remettez l’original à sa place, et corrigez-le en lisant la copie à côté."
    ),
    doc=__doc__,
)
