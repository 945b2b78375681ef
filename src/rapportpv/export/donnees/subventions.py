"""The grants of the EPCI: under the SCDL's schema, and all that is known of them."""

from collections.abc import Sequence
from fractions import Fraction

from rapportpv.core.settings.reglages import Territoire
from rapportpv.core.settings.reglages_subventions import Subventions
from rapportpv.export.donnees.champs import Champ, Table, Valeur, write_euros
from rapportpv.french.typographie import shorten
from rapportpv.subjects.subventions.aides import Aide, Cumul

SCDL = "scdl-subventions"
_OBJET = 256
_PRIVES = {True: "oui", False: "non", None: "à vérifier"}
_CHAMPS_SCDL = (  # of version 2.1.1, in their order
    Champ("nomAttribuant", "Nom de l’attribuant"),
    Champ("idAttribuant", "Identification de l’attribuant"),
    Champ("dateConvention", "Date de la convention de subvention", "date"),
    Champ("referenceDecision", "Référence de la décision"),
    Champ("nomBeneficiaire", "Nom du bénéficiaire"),
    Champ("idBeneficiaire", "Identification SIRET du bénéficiaire"),
    Champ("rnaBeneficiaire", "Identification RNA du bénéficiaire"),
    Champ("objet", "Objet de la subvention"),
    Champ("montant", "Montant total de la subvention", "number", "euros"),
    Champ("nature", "Nature de la subvention"),
    Champ("conditionsVersement", "Conditions de versement de la subvention"),
    Champ("datesPeriodeVersement", "Date ou période de versement"),
    Champ("idRAE", "Identifiant RAE"),
    Champ("notificationUE", "Aide d’État notifiée à la Commission européenne"),
    Champ("pourcentageSubvention", "Part du bénéficiaire", "number"),
    Champ("dispositifAide", "Identifiant du dispositif d’aide"),
)


def make_scdl(territoire: Territoire, reglage: Subventions, aides: Sequence[Aide]) -> Table:
    """The grants as the SCDL has them; the settings have all that it asks for."""
    lignes = tuple(_write_scdl(territoire, reglage, aide) for aide in aides)
    return Table(SCDL, "Subventions attribuées (SCDL 2.1.1)", _CHAMPS_SCDL, lignes)


def _write_scdl(territoire: Territoire, reglage: Subventions, aide: Aide) -> tuple[Valeur, ...]:
    dates = (reglage.verse_le, reglage.verse_jusqu_au)
    return (
        territoire.epci,
        reglage.siret,
        reglage.convention_le,
        reglage.decision,
        aide.beneficiaire,
        aide.siret,
        aide.rna,
        shorten(aide.objet, _OBJET),
        write_euros(Fraction(aide.cents, 100)),
        reglage.nature,
        reglage.versement,
        "/".join(jour.isoformat() for jour in dates if jour is not None),
        "",
        "oui" if reglage.notification_ue else "non",
        1,
        "",
    )


def make_aides(cumuls: Sequence[Cumul], aides: Sequence[Aide]) -> Table:
    """Every grant, with what its beneficiary receives in all and whether it is to be published."""
    tout = {aide: cumul for cumul in cumuls for aide in cumul.aides}
    return Table(
        "subventions",
        "Les subventions de l’intercommunalité",
        (
            Champ("beneficiaire", "Bénéficiaire"),
            Champ("siret", "SIRET"),
            Champ("rna", "Numéro RNA"),
            Champ("organisme_prive", "Organisme privé"),
            Champ("objet", "Objet"),
            Champ("financeur", "Financeur"),
            Champ("montant", "Montant", "number", "euros"),
            Champ("total_beneficiaire", "Total du bénéficiaire dans l’année", "number", "euros"),
            Champ("au_dela_de_23000_euros", "Au-delà de 23 000 € à un organisme privé", "boolean"),
        ),
        tuple(
            (
                aide.beneficiaire,
                aide.siret,
                aide.rna,
                _PRIVES[aide.prive],
                aide.objet,
                aide.financeur,
                write_euros(Fraction(aide.cents, 100)),
                write_euros(Fraction(tout[aide].cents, 100)),
                tout[aide].depasse,
            )
            for aide in aides
        ),
    )


def make_seuil(cumuls: Sequence[Cumul]) -> Table:
    """The beneficiaries above the threshold, the largest first."""
    return Table(
        "au-dela-de-23000-euros",
        "Bénéficiaires privés de plus de 23 000 € dans l’année",
        (
            Champ("beneficiaire", "Bénéficiaire"),
            Champ("siret", "SIRET"),
            Champ("organisme_prive", "Organisme privé"),
            Champ("subventions", "Nombre de subventions", "integer"),
            Champ("montant", "Montant", "number", "euros"),
        ),
        tuple(
            (
                cumul.aides[0].beneficiaire,
                next((a.siret for a in cumul.aides if a.siret), ""),
                _PRIVES[next((a.prive for a in cumul.aides if a.prive), None)],
                len(cumul.aides),
                write_euros(Fraction(cumul.cents, 100)),
            )
            for cumul in cumuls
            if cumul.depasse
        ),
    )
