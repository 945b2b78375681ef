"""What each named figure is, in words: for those who read the report, not its templates."""

from collections.abc import Iterator, Mapping

from rapportpv.core.dossier import Dossier

_FIXES = {
    "programmation.total": "Programmation : montant total",
    "programmation.projets_deposes": "Programmation : projets déposés",
    "programmation.actions_soutenues": "Programmation : actions soutenues",
    "credits_specifiques.total": "Crédits spécifiques : montant",
    "credits_specifiques.taux": "Crédits spécifiques : part de la programmation",
    "credits_etat.total": "Crédits spécifiques de l’État : montant",
    "droit_commun.total": "Droit commun : montant",
    "droit_commun.taux": "Droit commun : part de la programmation",
    "associations.total": "Actions portées par des associations",
    "reconduction.nouvelles": "Actions nouvelles",
    "reconduction.reconduites": "Actions reconduites",
}
_DU_PILIER = {
    "piliers.{}.montant": "Pilier « {} » : montant",
    "piliers.{}.taux": "Pilier « {} » : part de la programmation",
    "credits_etat.piliers.{}.taux": "Pilier « {} » : part des crédits spécifiques de l’État",
    "associations.piliers.{}.nombre": "Pilier « {} » : actions portées par des associations",
    "associations.piliers.{}.taux": "Pilier « {} » : part des actions portées par des associations",
}
_DU_FINANCEUR = {
    "financeurs.{}.montant": "Financeur « {} » : montant",
    "financeurs.{}.taux": "Financeur « {} » : part de la programmation",
}


def name_chiffres(dossier: Dossier) -> dict[str, str]:
    """The words for each name of figure that the year may have."""
    libelles = dict(_FIXES)
    for pilier in dossier.contrat.pilier:
        libelles.update(_fill(_DU_PILIER, pilier.code, pilier.libelle))
    for financeur in dossier.reglages.financeur:
        libelles.update(_fill(_DU_FINANCEUR, financeur.code, financeur.libelle))
    return libelles


def _fill(patrons: Mapping[str, str], code: str, libelle: str) -> Iterator[tuple[str, str]]:
    """A label that has quotes of its own keeps them: «Financeur ANCT « BOP » : …»."""
    nu = "«" in libelle or '"' in libelle
    for nom, patron in patrons.items():
        yield nom.format(code), (patron.replace("« {} »", "{}") if nu else patron).format(libelle)
