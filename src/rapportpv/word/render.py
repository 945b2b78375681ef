"""The document: a Word template rendered with an identity and the year's figures and tables."""

from collections.abc import Sequence
from pathlib import Path

from lxml.etree import XMLSyntaxError
from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie, gather
from rapportpv.core.emplacement import Emplacement
from rapportpv.word.appels import Appels
from rapportpv.word.archive import ArchiveIllisibleError, read_zip, stamp, write_zip
from rapportpv.word.attente import Attente
from rapportpv.word.balises import check_balises
from rapportpv.word.champs import fill_renvois, number_sequences
from rapportpv.word.charte import apply_charte
from rapportpv.word.contexte import build_contexte
from rapportpv.word.controles import strip_elsewhere, wrap_chiffres
from rapportpv.word.fautes import Lieu, tell
from rapportpv.word.gabarit import Gabarit, check_ouvertes, known_names
from rapportpv.word.graphiques import Source, charts_of, fill_graphiques
from rapportpv.word.graphiques_anonymes import name_graphiques
from rapportpv.word.insertions import fill_insertions, refuse_insertions
from rapportpv.word.invariants import check_document
from rapportpv.word.liasse import bind
from rapportpv.word.marques import Marques, build_marques, strip_marques
from rapportpv.word.matiere import Matiere
from rapportpv.word.memoire import remember
from rapportpv.word.noms_imprimes import print_noms
from rapportpv.word.numeros import number_all
from rapportpv.word.ooxml import Element, parse, serialise
from rapportpv.word.origine import name_origine
from rapportpv.word.paquet import (
    Paquet,
    PaquetIllisibleError,
    close_paquet,
    open_paquet,
    refuse_broken,
)
from rapportpv.word.parties import flow_parts
from rapportpv.word.perso import write_perso
from rapportpv.word.proprietes import (
    COEUR,
    RELATION_COEUR,
    TYPE_COEUR,
    ask_update,
    fill_coeur,
    find_titre,
    new_coeur,
)
from rapportpv.word.redaction import close_redaction, open_redaction
from rapportpv.word.rules.pv905_modele_balise_visible import PV905
from rapportpv.word.rules.pv906_modele_illisible import PV906
from rapportpv.word.sommaire import fill_sommaires, list_titres
from rapportpv.word.tableaux import fill_tableaux, keep_valid
from rapportpv.word.vues_textes import list_insertions

_PARTIES = {
    "header": "en-tête",
    "footer": "pied de page",
    "footnotes": "notes de bas de page",
    "endnotes": "notes de fin",
}
_OLE = b"\xd0\xcf\x11\xe0"


def render_document(modele: Path, matiere: Matiere) -> tuple[bytes | None, list[Anomalie]]:
    """The document as bytes, or None and what is wrong with the template.

    Raises DocumentMalFaitError.
    """
    paquet, anomalies = _render_paquet(modele, matiere)
    return None if paquet is None else _pack(paquet, modele, matiere), anomalies


def render_liasse(
    modele: Path, matieres: Sequence[Matiere]
) -> tuple[list[bytes], bytes | None, list[Anomalie]]:
    """A document for each, and one of them all; or what is wrong with the template.

    Raises DocumentMalFaitError.
    """
    rendus = [_render_paquet(modele, matiere) for matiere in matieres]
    anomalies = gather(anomalie for _, fautes in rendus for anomalie in fautes)
    paquets = [paquet for paquet, _ in rendus if paquet is not None]
    if anomalies or not paquets:
        return [], None, anomalies
    premiere = matieres[0]
    lettres = [_pack(paquet, modele, premiere) for paquet in paquets]
    return lettres, _pack(bind(paquets), modele, premiere), []


def _pack(paquet: Paquet, modele: Path, matiere: Matiere) -> bytes:
    """The bytes of a document, once they have been seen to hold together."""
    origine = name_origine(matiere.identite, modele.stem)
    contenu = write_zip(stamp(write_perso(close_paquet(paquet), origine)), serree=True)
    check_document(contenu, modele)
    return contenu


def _render_paquet(modele: Path, matiere: Matiere) -> tuple[Paquet | None, list[Anomalie]]:
    contenu = modele.read_bytes()
    try:
        paquet = open_paquet(read_zip(contenu))
    except (ArchiveIllisibleError, PaquetIllisibleError):
        return None, [_tell_illisible(modele.name, contenu)]
    try:
        anomalies = Rendu(modele.name, paquet, matiere).render()
    except XMLSyntaxError:
        if _is_sound(contenu):
            raise
        return None, [_tell_illisible(modele.name, contenu)]
    if anomalies:
        return None, gather(anomalies)
    return paquet, []


class Rendu:
    """One rendering: the package is changed step by step, until it is the document."""

    def __init__(self, modele: str, paquet: Paquet, matiere: Matiere) -> None:
        self._modele = modele
        self._paquet = paquet
        matiere = replace(matiere, bilan=print_noms(matiere.bilan, matiere.identite))
        self._identite = matiere.identite
        self._bilan = matiere.bilan
        self._insertions = list_insertions(matiere)
        self._marques: Marques = build_marques(matiere.bilan, self._insertions)
        self._contexte = build_contexte(matiere, self._marques, self._insertions)
        self._gabarit = Gabarit(modele, self._contexte)
        self._textes = matiere.textes
        self._charte = matiere.charte
        self._attente = Attente()
        self._appels = Appels(self._gabarit, self._marques)
        self._redaction = open_redaction(paquet, self._appels.evaluate)

    def render(self) -> list[Anomalie]:
        """What is wrong with the template; the package is the document when nothing is."""
        parties = self._parties()
        racines: dict[str, Element] = {}
        anomalies: list[Anomalie] = []
        for part, partie in parties.items():
            racine, fautes = self._render_part(part, partie)
            anomalies.extend(fautes)
            if racine is not None:
                racines[part] = racine
        anomalies.extend(self._render_coeur())
        if not anomalies:
            self._finish(racines)
        return anomalies

    def _parties(self) -> dict[str, str]:
        """The parts that hold text, by what they are called in Word."""
        document = self._paquet.document
        return {document: "corps"} | {
            part: partie
            for sorte, partie in _PARTIES.items()
            for part in self._paquet.related(document, sorte)
            if part in self._paquet.parts
        }

    def _render_part(self, part: str, partie: str) -> tuple[Element | None, list[Anomalie]]:
        lieu = Lieu(self._modele, partie)
        gabarit = parse(self._paquet.parts[part])
        if fautes := check_ouvertes("".join(map(str, gabarit.itertext())), lieu):
            return None, fautes
        visibles = list(check_balises(gabarit, lieu, known_names(self._contexte)))
        self._gabarit.anomalies.clear()
        name_graphiques(gabarit, self._bilan.tableaux)
        racine = self._gabarit.render(gabarit, partie)
        if racine is not None:
            self._render_graphiques(part, racine)
        fautes = _without_echo(visibles, self._gabarit.anomalies)
        if racine is None:
            return None, fautes
        strip_elsewhere(racine)
        tableaux = self._bilan.tableaux
        fautes += fill_tableaux(racine, tableaux, self._marques, lieu, self._attente)
        fautes += self._insert(part, racine, lieu)
        source = Source(tableaux, self._identite.arrete_le)
        fautes += fill_graphiques(self._paquet, part, racine, source, lieu)
        wrap_chiffres(racine, self._marques)
        keep_valid(racine)
        return racine, fautes

    def _insert(self, part: str, racine: Element, lieu: Lieu) -> list[Anomalie]:
        """Put the texts where the body names them; what could not be."""
        if part != self._paquet.document:
            return refuse_insertions(racine, self._marques, lieu)
        fautes = fill_insertions(racine, self._insertions, self._marques, self._redaction, lieu)
        if not self._identite.brouillon:  # else the texts' own faults are told already
            fautes += self._appels.faults(self._textes)
        return fautes

    def _render_graphiques(self, part: str, racine: Element) -> None:
        """Replace the tags in the charts' own texts, their titles above all."""
        for graphique in charts_of(self._paquet, part, racine):
            rendu = self._gabarit.render(parse(self._paquet.parts[graphique]), "graphique")
            if rendu is not None:
                strip_elsewhere(rendu)
                self._paquet.parts[graphique] = serialise(rendu)

    def _finish(self, racines: dict[str, Element]) -> None:
        """Fields, identifiers and properties, which need the whole document."""
        notes = self._redaction.notes.close(racines)
        if notes is not None:
            wrap_chiffres(notes, self._marques)
        styles = self._redaction.styles
        corps = racines[self._paquet.document]
        number_sequences(list(racines.values()))
        self._attente.spread(list_titres(corps), styles)
        if fill_sommaires(corps, styles):
            self._ask_update()
        flow_parts(corps, styles, self._attente)
        number_all(list(racines.values()))
        fill_renvois(list(racines.values()))
        close_redaction(self._redaction)
        for part, racine in racines.items():
            self._paquet.parts[part] = self._attente.serialise(racine)
        remember(self._paquet, racines, self._attente)
        coeur = parse(self._paquet.parts[COEUR])
        fill_coeur(coeur, find_titre(corps, styles, self._identite), self._identite)
        self._paquet.parts[COEUR] = serialise(coeur)
        apply_charte(self._paquet, self._charte)
        self._paquet.prune()

    def _ask_update(self) -> None:
        for part in self._paquet.related(self._paquet.document, "settings"):
            reglages = parse(self._paquet.parts[part])
            ask_update(reglages)
            self._paquet.parts[part] = serialise(reglages)

    def _render_coeur(self) -> list[Anomalie]:
        """Replace the tags in the properties of the document; what is wrong with them."""
        paquet = self._paquet
        if COEUR not in paquet.parts:
            paquet.types[COEUR] = TYPE_COEUR
            paquet.relate("", RELATION_COEUR, COEUR)
            paquet.parts[COEUR] = serialise(new_coeur())
        racine = parse(paquet.parts[COEUR])
        self._gabarit.anomalies.clear()
        for element in racine:
            if element.text and "{" in element.text:
                texte = self._gabarit.render_texte(element.text, "propriétés du document")
                element.text = strip_marques(texte)
        paquet.parts[COEUR] = serialise(racine)
        return list(self._gabarit.anomalies)


def _without_echo(visibles: list[Anomalie], rendues: list[Anomalie]) -> list[Anomalie]:
    """An incomplete tag told as PV905 is not told again as a syntax error."""
    incompletes = any(anomalie.rule is PV905 for anomalie in visibles)
    return [*visibles, *(a for a in rendues if not (incompletes and a.rule.code == "PV902"))]


def _is_sound(contenu: bytes) -> bool:
    """Whether each part of a package is XML: asked afterwards, a sound template is read once."""
    try:
        refuse_broken(open_paquet(read_zip(contenu)))
    except PaquetIllisibleError:
        return False
    return True


def _tell_illisible(modele: str, contenu: bytes) -> Anomalie:
    raison = "ce n'est pas un fichier .docx"
    if contenu.startswith(_OLE):
        raison = "c'est un ancien document .doc, ou un fichier protégé par un mot de passe"
    elif contenu.startswith(b"PK"):
        raison = "il est abîmé, ou d'un autre format (.odt, .xlsx)"
    conseil = "Enregistrez-le depuis Word : Fichier, Enregistrer sous, Document Word (*.docx)."
    return tell(PV906, Emplacement(f"modèle {modele}"), modele, raison, conseil)
