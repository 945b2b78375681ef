"""Faults of a template, told in French with the part and the paragraph."""

import re
from collections.abc import Iterable

from jinja2 import Undefined
from jinja2.exceptions import SecurityError, TemplateError
from msgspec import Struct

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.french.typographie import format_texte
from rapportpv.word.filtres import FILTRES
from rapportpv.word.inconnu import NomInconnu
from rapportpv.word.rules.pv901_modele_nom_inconnu import PV901
from rapportpv.word.rules.pv902_modele_syntaxe import PV902
from rapportpv.word.rules.pv903_modele_tableau_inconnu import PV903
from rapportpv.word.vues import Groupe
from rapportpv.word.vues_listes import AxeMontre, ListeMontree
from rapportpv.word.vues_tableaux import LigneMontree, TableauAbsent, TableauMontre
from rapportpv.word.vues_textes import Collection, FocusMontre

_LARGEUR = 80
_RAISONS = (
    (r"Encountered unknown tag '(.*?)'", "la balise « {0} » n'existe pas"),
    (
        r"Unexpected end of template.*innermost block that needs to be closed is '(.*?)'",
        "la balise « {0} » n'est pas fermée, il manque « end{0} »",
    ),
    (r"No filter named '(.*?)'", "le filtre « {0} » n'existe pas"),
    (r"No test named '(.*?)'", "le test « {0} » n'existe pas"),
    (r"unexpected char (.*?) at", "le signe {0} n'y a pas sa place"),
    (
        r"expected token '(.*?)', got '(.*?)'",
        "« {1} » est écrit là où « {0} » est attendu",
    ),
    (r"unexpected '(.*?)'", "« {0} » n'y a pas sa place"),
    (r"Expected an expression", "il manque un nom entre les accolades"),
    (r"^accorde$", "le filtre « accorde » s'applique à un nombre"),
    (r"^sans_decimale$", "le filtre « sans_decimale » s'applique à un chiffre"),
    (r"^sans_unite$", "le filtre « sans_unite » s'applique à un chiffre"),
    (r"^date_longue$", "le filtre « date_longue » s'applique à une date"),
    (r"^date_avec_jour$", "le filtre « date_avec_jour » s'applique à une date"),
    (r"^enumere$", "le filtre « enumere » s'applique à une liste"),
    (r"^genre$", "le filtre « genre » s'applique à une personne de la séance"),
    (
        r"unsupported operand|can only concatenate",
        "un modèle ne calcule pas, il montre des chiffres",
    ),
    (r"recursive", "une boucle ne se rappelle pas elle-même"),
    (
        r"démesuré|recursion depth",
        "elle demande un texte ou une boucle démesurés",
    ),
    (r"not iterable", "la boucle porte sur une valeur qui n'est pas une liste"),
)


class Lieu(Struct, frozen=True):
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


def tell(rule: Rule, place: Emplacement, valeur: str, raison: str, suggestion: str) -> Anomalie:
    """The anomaly of a rule that gives a reason."""
    return rule.at(place, valeur=valeur, raison=format_texte(raison), suggestion=suggestion)


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
    voisins = [nom for nom in connus if nom.startswith(inconnu.chemin.removesuffix(mot))]
    if isinstance(proprietaire, Collection):
        return _tell_texte_absent(place, inconnu.chemin, voisins)
    if isinstance(proprietaire, LigneMontree | AxeMontre | ListeMontree | FocusMontre):
        voisins = proprietaire.noms()
    return PV901.at(place, valeur=inconnu.chemin, suggestion=_advice(inconnu.chemin, voisins))


def tell_exception(cause: BaseException, lieu: Lieu, paragraphe: str) -> Anomalie:
    """PV902: what Jinja could not make of a tag."""
    raison, mot = _raison(cause)
    conseil = "Corrigez-la dans Word, puis relancez."
    if "filtre" in raison and "existe pas" in raison:
        filtres = ", ".join(("sans_decimale", "sans_unite", "accorde", "date_longue", *FILTRES))
        conseil = f"Employez l'un des filtres : {filtres}."
    elif "calcule" in raison:
        conseil = "Montrez un chiffre qui porte un nom : `rapportpv show ANNEE` en donne la liste."
    return tell(PV902, lieu.at(paragraphe, mot), excerpt(paragraphe, mot), raison, conseil)


def _owner(proprietaire: object) -> object:
    while isinstance(proprietaire, Undefined):
        proprietaire = proprietaire._undefined_obj
    return proprietaire


def _tell_tableau_absent(
    place: Emplacement, tableau: TableauAbsent, connus: Iterable[str]
) -> Anomalie:
    noms = [n.removeprefix("tableaux.") for n in connus if n.startswith("tableaux.")]
    proche = suggest(str(tableau), noms)
    conseil = _wrap_advice(f"tableaux.{tableau}")
    if proche:
        conseil = f"Écrivez « tableaux.{proche} », ou e{conseil[1:]}"
    raison = "ce tableau n'existe pas cette année"
    return tell(PV903, place, f"tableaux.{tableau}", raison, conseil)


def _tell_texte_absent(place: Emplacement, chemin: str, voisins: Iterable[str]) -> Anomalie:
    """PV901 for a text that the report cannot have and that no file gives it."""
    conseil = _wrap_advice(chemin)
    proche = suggest(chemin, voisins)
    if proche:
        conseil = f"Écrivez « {proche} », ou e{conseil[1:]}"
    return PV901.at(place, valeur=chemin, suggestion=conseil)


def _tell_colonne(place: Emplacement, tableau: TableauMontre, colonne: str) -> Anomalie:
    proche = suggest(colonne, tableau.noms())
    conseil = (
        f"Écrivez « {proche} »."
        if proche
        else f"Employez l'une de ses colonnes : {', '.join(tableau.noms())}."
    )
    raison = "ce tableau n'a pas cette colonne"
    return tell(PV903, place, f"tableaux.{tableau}.{colonne}", raison, conseil)


def _wrap_advice(nom: str) -> str:
    return (
        f"Entourez le passage de {{%p if {nom} %}} et {{%p endif %}}, chacun seul dans son"
        " paragraphe, pour qu'il disparaisse les années sans."
    )


def _advice(chemin: str, voisins: Iterable[str]) -> str:
    debut = chemin.rpartition(".")[0]
    fins = (n.removeprefix(f"{debut}.") for n in voisins if n != debut)
    proche = suggest(chemin.rpartition(".")[2], fins)
    if proche:
        proche = f"{debut}.{proche}" if debut else proche
        return f"Écrivez « {proche} »."
    return "Cherchez-le parmi ceux que donne `rapportpv show ANNEE`."


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
