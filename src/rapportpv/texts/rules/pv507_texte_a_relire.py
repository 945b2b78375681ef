"""Des textes repris de l’année précédente n’ont pas été relus.

## Pourquoi c’est gênant
« rapportpv init » reprend les textes qui changent peu d’une année à l’autre, avec une note en tête.
Un texte que personne n’a relu dirait d’une année ce qui était vrai de la précédente.

## Exemple fautif
« 2025/textes/orientations.md » commence par « <!-- À relire : ce texte est celui de 2024… --> ».

## À écrire plutôt
Le texte corrigé, sans la note.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.textes import TEXTES
from rapportpv.french.typographie import format_liste


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The texts that still have the note of `init`, told once for all."""
    a_relire = [t.fichier.rpartition("/")[2] for t in dossier.textes or () if t.is_a_relire]
    if a_relire:
        combien = "1 texte repris" if len(a_relire) == 1 else f"{len(a_relire)} textes repris"
        lieu = Emplacement(f"{dossier.millesime}/{TEXTES}")
        yield PV507.at(lieu, combien=combien, noms=format_liste(a_relire))


PV507 = Rule(
    "PV507",
    "texte-a-relire",
    Severite.ALERTE,
    message=(
        "{combien} de l’année précédente à relire : {noms}. Corrigez ce qui a changé, puis effacez "
        "la note qui est en tête."
    ),
    doc=__doc__,
    check=check,
)
