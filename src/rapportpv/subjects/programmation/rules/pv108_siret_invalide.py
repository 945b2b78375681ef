"""Un SIRET est faux.

## Pourquoi c’est gênant
Le SIRET dit sans erreur qui porte une action, et les données ouvertes l’exigent. Il a 14 chiffres,
dont une clé qui trahit un chiffre mal recopié (La Poste a la sienne). Dans une cellule au format
« Nombre », Excel perd le zéro du début : mettez la colonne au format « Texte ».

## Exemple fautif
| Intitulé de l’action | Opérateur | SIRET | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | 732 829 320 00075 | Cohésion sociale | soutenue | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | SIRET | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | 732 829 320 00074 | Cohésion sociale | soutenue | 12000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.identifiants import Faute, check_siret, is_rna
from rapportpv.reading.codes import group_sirets, looks_like_rna, tell_faute

_JAMAIS_AU_RNA = frozenset({"commune", "epci", "etablissement_public", "entreprise"})
_RNA = Faute("c’est un numéro RNA, que seules les associations ont")


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each SIRET that is not one; an association may give its RNA number instead."""
    feuille = dossier.programmation.feuille
    for texte, type_operateur, lignes in group_sirets(feuille):
        if faute := _check(texte, type_operateur):
            yield tell_faute(PV108, feuille.lieu(lignes, "siret"), texte, faute)


def _check(texte: str, type_operateur: str) -> Faute | None:
    if is_rna(texte):
        return _RNA if type_operateur in _JAMAIS_AU_RNA else None
    return None if looks_like_rna(texte) else check_siret(texte)


PV108 = Rule(
    "PV108",
    "siret-invalide",
    Severite.ALERTE,
    message=(
        "« {valeur} » n’est pas un SIRET : {raison}. Corrigez-le d’après "
        "annuaire-entreprises.data.gouv.fr, ou videz la cellule s’il n’est pas connu."
    ),
    doc=__doc__,
    check=check,
)
