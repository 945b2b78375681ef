"""The JSON of `consultation`: each body and its avis as of a day, and the counts."""

from datetime import date

from rapportpv.export.json import dump
from rapportpv.subjects.consultation.avis import RECUS, Avis, Consultes, Etat

_VERSION = 1


def format_consultation(annee: int, consultes: Consultes) -> str:
    """The bodies in the order of the sheet; days as 2023-10-04, null where there is none."""
    return dump(
        {
            "version": _VERSION,
            "annee": annee,
            "au": _jour(consultes.au),
            "avis": [_avis(avis) for avis in consultes.avis],
            "bilan": {
                "instances": len(consultes.avis),
                "recus": consultes.count(*RECUS),
                "favorables": consultes.count(Etat.FAVORABLE),
                "reserves": consultes.count(Etat.RESERVE),
                "defavorables": consultes.count(Etat.DEFAVORABLE),
                "reputes_favorables": consultes.count(Etat.REPUTE_FAVORABLE),
                "attendus": consultes.count(Etat.ATTENDU),
                "a_envoyer": consultes.count(Etat.A_ENVOYER),
                "hors_delai": len(consultes.hors_delai),
            },
        }
    )


def _avis(avis: Avis) -> dict[str, object]:
    return {
        "instance": avis.instance,
        "type": avis.type,
        "destinataire": avis.destinataire,
        "envoye_le": _jour(avis.envoye_le),
        "limite": _jour(avis.limite),
        "recu_le": _jour(avis.recu_le),
        "etat": avis.etat.value,
        "hors_delai": avis.hors_delai,
        "a_relancer": avis.a_relancer,
        "observations": avis.observations,
        "suite": avis.suite,
    }


def _jour(jour: date | None) -> str | None:
    return jour.isoformat() if jour else None
