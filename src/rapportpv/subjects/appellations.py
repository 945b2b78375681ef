"""What a figure is called before its value («Crédits spécifiques : 2 312 715 €»)."""

from fnmatch import fnmatchcase

from rapportpv.core.dossier import Dossier
from rapportpv.french.typographie import INSECABLE, format_texte
from rapportpv.subjects.libelles import name_chiffres

_PART = "part de la programmation"
_LIBELLES = {
    "programmation.total": "Programmation",
    "programmation.projets_deposes": "Projets déposés",
    "programmation.actions_soutenues": "Actions soutenues",
    "piliers.*.montant": "{pilier}",
    "piliers.*.taux": f"{{pilier}}, {_PART}",
    "financeurs.*.montant": "{financeur}",
    "financeurs.*.taux": f"{{financeur}}, {_PART}",
    "credits_specifiques.total": "Crédits spécifiques",
    "credits_specifiques.taux": f"Crédits spécifiques, {_PART}",
    "credits_etat.total": "Crédits spécifiques de l’État",
    "credits_etat.piliers.*.taux": "Crédits spécifiques de l’État, part du {pilier}",
    "associations.total": "Actions portées par des associations",
    "associations.piliers.*.nombre": "Actions portées par des associations, {pilier}",
    "associations.piliers.*.taux": "Actions portées par des associations, part du {pilier}",
}


def name_chiffre(nom: str, dossier: Dossier) -> str:
    """The French name of a figure, by the settings' labels; else the annex's words."""
    motif = next((motif for motif in _LIBELLES if fnmatchcase(nom, motif)), None)
    if motif is None:
        return name_chiffres(dossier).get(nom, nom)
    etoile = motif.split(".").index("*") if "*" in motif else 0
    code = nom.split(".")[etoile]
    piliers = {pilier.code: pilier.libelle for pilier in dossier.contrat.pilier}
    financeurs = {f.code: f.libelle for f in dossier.reglages.financeur}
    libelle = _LIBELLES[motif].format(
        pilier=f"pilier «{INSECABLE}{piliers.get(code, code)}{INSECABLE}»",
        financeur=financeurs.get(code, code),
    )
    return format_texte(libelle[0].upper() + libelle[1:])
