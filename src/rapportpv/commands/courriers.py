"""Letters: one for each body that is consulted, or that is to be reminded, and all in one."""

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.commands.build import Commande
from rapportpv.commands.fourni import ENVOIS, find_modele
from rapportpv.commands.noms import name_files
from rapportpv.commands.remplacement import (
    Ecriture,
    Remplacement,
    check_output,
    is_gardee,
    write_output,
)
from rapportpv.core.anomalie import Anomalie, gather
from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.core.errors import ConsultationAbsenteError
from rapportpv.subjects.consultation.avis import Avis, Consultes
from rapportpv.subjects.consultation.courrier import Courrier, make_courrier
from rapportpv.subjects.consultation.figures import read_avis
from rapportpv.word.matiere import Matiere
from rapportpv.word.render import render_liasse
from rapportpv.year.controle import Controle, check_annee

_MODELES = {"courriers": "courrier", "relances": "relance"}


class Envoi(Struct, frozen=True):
    """A batch of letters, or what stands in its way; `autres` are files of another batch."""

    controle: Controle
    consultes: Consultes | None = None
    lettres: tuple[Ecriture, ...] = ()
    autres: tuple[Path, ...] = ()
    bloque: bool = True


def build_courriers(commande: Commande, au: date | None = None) -> Envoi:
    """The letters, all of them written or none; none when nobody is to be written to.

    Raises RapportError when one cannot be written, or would erase somebody's edits.
    """
    sorte = ENVOIS[commande.document]
    modele = find_modele(commande.racine, _MODELES[sorte])
    controle = check_annee(commande.racine, commande.millesime)
    dossier, bloque = controle.dossier, controle.is_blocked()
    if dossier is None or (bloque and not commande.malgre_erreurs):
        return Envoi(controle)
    consultes = read_avis(dossier, au)
    if consultes is None or dossier.annee.consultation is None:
        raise ConsultationAbsenteError(commande.millesime)
    courriers = _write_to(dossier, consultes, relance=sorte == "relances")
    en_un = commande.sortie / f"{sorte}-{commande.millesime}.docx"
    if not courriers:
        return Envoi(controle, consultes, (), _list_others(en_un, []), bloque=False)
    commune = Matiere(
        dossier.identite(brouillon=bloque),
        controle.bilan,
        charte=dossier.reglages.charte,
        logo=dossier.logo,
        lettre=dossier.reglages.courrier,
        consultes=consultes,
    )
    matieres = [replace(commune, courrier=courrier) for courrier in courriers]
    contenus, tous, fautes = render_liasse(modele, matieres)
    if tous is None:
        anomalies = tuple(gather([*controle.anomalies, *fautes]))
        return Envoi(replace(controle, anomalies=anomalies))
    stems = name_files(courrier.nom for courrier in courriers)
    chemins = [en_un, *(en_un.with_suffix("") / f"{stem}.docx" for stem in stems)]
    documents = dict(zip(chemins, [tous, *contenus], strict=True))
    lettres = _write_all(documents, ecraser=commande.ecraser)
    return Envoi(controle, consultes, lettres, _list_others(en_un, chemins), bloque=False)


def try_lettres(modele: Path, dossier: Dossier, bilan: Bilan) -> list[Anomalie]:
    """What is wrong with a template of letters, tried on everybody; nothing without anybody."""
    consultes = read_avis(dossier)
    if consultes is None or dossier.annee.consultation is None:
        return []
    commune = Matiere(dossier.identite(), bilan, consultes=consultes)
    courriers = _write_to(dossier, consultes, relance=False)
    return render_liasse(modele, [replace(commune, courrier=c) for c in courriers])[2]


def _list_others(en_un: Path, chemins: list[Path]) -> tuple[Path, ...]:
    """The letters of another batch that stand there: somebody might send them."""
    presentes = [en_un, *sorted(en_un.with_suffix("").glob("[!~.]*.docx"))]
    return tuple(f for f in presentes if f.exists() and f not in chemins and not is_gardee(f))


def _write_all(documents: dict[Path, bytes], *, ecraser: bool) -> tuple[Ecriture, ...]:
    """Look at every place before the first is written."""
    voulu = Remplacement(ecraser)
    for chemin, contenu in documents.items():
        check_output(chemin, contenu, voulu)
    return tuple(write_output(chemin, contenu, voulu) for chemin, contenu in documents.items())


def _write_to(dossier: Dossier, consultes: Consultes, *, relance: bool) -> list[Courrier]:
    """A letter to each body, or to each that may still answer; in the order of the sheet."""
    consultation = dossier.annee.consultation
    assert consultation is not None  # seen before
    transmission = consultation.transmission_le

    def make(avis: Avis) -> Courrier:
        type_ = dossier.reglages.instance_de(avis.code_type)
        le = consultes.au if relance else avis.envoye_le or transmission
        return make_courrier(avis, type_, le, transmission, consultation.signataire)

    return [make(avis) for avis in (consultes.a_relancer if relance else consultes.avis)]
