"""Faults of a template, told in French with the part and the paragraph."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Undefined
from jinja2.exceptions import SecurityError, TemplateError

from rapportpv.model.anomalie import Anomalie
from rapportpv.model.emplacement import Emplacement
from rapportpv.model.lexique import Entree, Lexique
from rapportpv.render.contexte import Groupe, TableauAbsent, TableauMontre
from rapportpv.render.jinja import NomInconnu
from rapportpv.rules.pv901_modele_nom_inconnu import PV901
from rapportpv.rules.pv902_modele_syntaxe import PV902
from rapportpv.rules.pv903_modele_tableau_inconnu import PV903

_LARGEUR = 80
_RAISONS = (
    (r"Encountered unknown tag '(.*?)'", "la balise «\u00a0{0}\u00a0» n\u2019existe pas"),
    (
        r"Unexpected end of template.*innermost block that needs to be closed is '(.*?)'",
        "la balise «\u00a0{0}\u00a0» n\u2019est pas fermée, il manque «\u00a0end{0}\u00a0»",
    ),
    (r"No filter named '(.*?)'", "le filtre «\u00a0{0}\u00a0» n\u2019existe pas"),
    (r"No test named '(.*?)'", "le test «\u00a0{0}\u00a0» n\u2019existe pas"),
    (r"unexpected char (.*?) at", "le signe {0} n\u2019y a pas sa place"),
    (
        r"expected token '(.*?)', got '(.*?)'",
        "«\u00a0{1}\u00a0» est écrit là où «\u00a0{0}\u00a0» est attendu",
    ),
    (r"unexpected '(.*?)'", "«\u00a0{0}\u00a0» n\u2019y a pas sa place"),
    (r"Expected an expression", "il manque un nom entre les accolades"),
    (r"^accorde$", "le filtre «\u00a0accorde\u00a0» s\u2019applique à un nombre"),
    (r"^sans_decimale$", "le filtre «\u00a0sans_decimale\u00a0» s\u2019applique à un chiffre"),
    (r"^date_longue$", "le filtre «\u00a0date_longue\u00a0» s\u2019applique à une date"),
    (
        r"unsupported operand|can only concatenate",
        "un modèle ne calcule pas, il montre des chiffres",
    ),
    (r"not iterable", "la boucle porte sur une valeur qui n\u2019est pas une liste"),
)


@dataclass(frozen=True)
class Lieu:
    """A part of a template: its file, and what the part is called in Word's words."""

    modele: str
    partie: str

    def at(self, paragraphe: str, mot: str = "") -> Emplacement:
        """The place of a paragraph, quoted around the word that matters."""
        extrait = excerpt(paragraphe, mot)
        cellules = (f"«\u00a0{extrait}\u00a0»",) if extrait else ()
        return Emplacement(f"modèle {self.modele}", self.partie, cellules)


def excerpt(texte: str, mot: str = "") -> str:
    """The text on one line, cut around the word when it is long."""
    ligne = " ".join(texte.split())
    if len(ligne) <= _LARGEUR:
        return ligne
    milieu = max(ligne.find(mot), 0) + len(mot) // 2
    debut = max(0, min(milieu - _LARGEUR // 2, len(ligne) - _LARGEUR))
    fin = debut + _LARGEUR
    return f"{'… ' if debut else ''}{ligne[debut:fin].strip()}{' …' if fin < len(ligne) else ''}"


def suggest(nom: str, connus: Iterable[str]) -> str | None:
    """The known name that looks most like this one."""
    return Lexique(tuple(Entree(connu, connu) for connu in connus)).suggest(nom)


def tell_inconnu(
    inconnu: NomInconnu, lieu: Lieu, paragraphe: str, connus: Iterable[str]
) -> Anomalie:
    """PV903 for a column or a table, PV901 for any other name."""
    mot = inconnu.chemin.rpartition(".")[2]
    place = lieu.at(paragraphe, mot)
    proprietaire = _owner(inconnu.proprietaire)
    if isinstance(proprietaire, TableauAbsent):
        return _tell_tableau_absent(place, proprietaire, connus)
    if isinstance(proprietaire, TableauMontre):
        return _tell_colonne(place, proprietaire, mot)
    if isinstance(proprietaire, Groupe) and not proprietaire:
        return PV901.at(place, valeur=inconnu.chemin, suggestion=_wrap_advice(str(proprietaire)))
    return PV901.at(place, valeur=inconnu.chemin, suggestion=_advice(inconnu.chemin, connus))


def tell_exception(cause: BaseException, lieu: Lieu, paragraphe: str) -> Anomalie:
    """PV902: what Jinja could not make of a tag."""
    raison, mots = _raison(cause)
    conseil = "Corrigez-la dans Word, puis relancez."
    if "filtre" in raison and "existe pas" in raison:
        conseil = "Les filtres sont\u00a0: sans_decimale, accorde, date_longue."
    elif "calcule" in raison:
        conseil = (
            "Montrez un chiffre qui porte un nom\u00a0: `rapportpv show ANNEE` en donne la liste."
        )
    return PV902.at(
        lieu.at(paragraphe, mots),
        valeur=excerpt(paragraphe, mots),
        suggestion=conseil,
        raison=raison,
    )


def _owner(proprietaire: object) -> object:
    while isinstance(proprietaire, Undefined):
        proprietaire = proprietaire._undefined_obj
    return proprietaire


def _tell_tableau_absent(
    place: Emplacement, tableau: TableauAbsent, connus: Iterable[str]
) -> Anomalie:
    noms = [n.removeprefix("tableaux.") for n in connus if n.startswith("tableaux.")]
    proche = suggest(str(tableau), noms)
    conseil = f"Écrivez «\u00a0tableaux.{proche}\u00a0», ou e" if proche else "E"
    return PV903.at(
        place,
        valeur=f"tableaux.{tableau}",
        raison="ce tableau n\u2019existe pas cette année",
        suggestion=f"{conseil}{_wrap_advice(f'tableaux.{tableau}')[1:]}",
    )


def _tell_colonne(place: Emplacement, tableau: TableauMontre, colonne: str) -> Anomalie:
    proche = suggest(colonne, tableau.noms())
    colonnes = ", ".join(tableau.noms()[:-3])
    return PV903.at(
        place,
        valeur=f"tableaux.{tableau}.{colonne}",
        raison="ce tableau n\u2019a pas cette colonne",
        suggestion=f"Écrivez «\u00a0{proche}\u00a0»."
        if proche
        else f"Ses colonnes\u00a0: {colonnes}.",
    )


def _wrap_advice(nom: str) -> str:
    return (
        f"Entourez le passage de {{%p if {nom} %}} et {{%p endif %}}, chacun seul dans son"
        " paragraphe, pour qu\u2019il disparaisse les années sans."
    )


def _advice(chemin: str, connus: Iterable[str]) -> str:
    proche = suggest(chemin, connus)
    if proche:
        return f"Écrivez «\u00a0{proche}\u00a0»."
    return "Les noms sont donnés par `rapportpv show ANNEE`."


def _raison(cause: BaseException) -> tuple[str, str]:
    """The reason in French, and the word of the tag that it is about."""
    if isinstance(cause, SecurityError):
        return "elle appelle un mécanisme interdit aux modèles", ""
    texte = (cause.message or "") if isinstance(cause, TemplateError) else str(cause)
    for motif, raison in _RAISONS:
        trouve = re.search(motif, texte, re.DOTALL)
        if trouve:
            return raison.format(*trouve.groups()), trouve[1] if trouve.groups() else ""
    return "elle ne suit pas la syntaxe des modèles", ""
