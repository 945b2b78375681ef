"""rapportpv.toml and annee.toml read and validated, their faults told in the file's own words."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.sections import SECTIONS, section_key
from rapportpv.core.settings.reglage import Reglage
from rapportpv.core.settings.reglages import Annee, Reglages
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.french.typographie import INSECABLE
from rapportpv.reading.plan import IGNORER, PLANS
from rapportpv.reading.rules.pv010_reglage_invalide import PV010
from rapportpv.reading.rules.pv012_toml_illisible import PV012

REGLAGES = "rapportpv.toml"
ANNEE = "annee.toml"

Modele = TypeVar("Modele", bound=Reglage)

_EN_FRANCAIS = {
    "missing": "il est obligatoire, et il manque",
    "extra_forbidden": "ce réglage n’existe pas",
    "string_type": "un texte entre guillemets est attendu",
    "bool_type": "true ou false est attendu",
    "bool_parsing": "true ou false est attendu",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "date_type": "une date est attendue, comme 2023-06-27",
    "date_from_datetime_parsing": "une date est attendue, comme 2023-06-27",
    "tuple_type": "une liste entre crochets est attendue",
    "dict_type": "un bloc de réglages est attendu",
    "model_type": "un bloc de réglages est attendu",
    "enum": "valeurs possibles : {expected}",
    "string_pattern_mismatch": "des minuscules sans accent, des chiffres et _ sont attendus",
    "too_short": "il en faut au moins un",
    "string_too_short": "un texte qui n’est pas vide est attendu",
    "greater_than_equal": "un nombre d’au moins {ge} est attendu",
}


def load_reglages(racine: Path) -> tuple[Reglages | None, list[Anomalie]]:
    """The settings of the project, and what is wrong with them."""
    reglages, anomalies = _load(racine / REGLAGES, REGLAGES, Reglages)
    if reglages:
        anomalies += [*_check_colonnes(reglages), *_check_sans_objet(reglages)]
    return reglages, anomalies


def load_annee(racine: Path, millesime: int) -> tuple[Annee | None, list[Anomalie]]:
    """What is true of that year, and what is wrong with it."""
    return _load(racine / str(millesime) / ANNEE, f"{millesime}/{ANNEE}", Annee)


def _load(chemin: Path, fichier: str, modele: type[Modele]) -> tuple[Modele | None, list[Anomalie]]:
    try:
        donnees = tomllib.loads(chemin.read_text("utf-8-sig"))
    except FileNotFoundError:
        donnees = {}
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as faute:
        return None, [PV012.at(Emplacement(fichier), raison=_translate_toml(faute))]
    try:
        return modele.model_validate(donnees), []
    except ValidationError as refus:
        connus = _known_keys(modele)
        causes = _causes(refus, connus)
        return None, [_anomalie(fichier, erreur, connus) for erreur in causes]


def _causes(refus: ValidationError, connus: Lexique) -> list[Any]:
    """The errors, without those that follow from another: a block's own, a key that is misspelt."""
    erreurs = refus.errors(include_url=False)
    chemins = {erreur["loc"][:n] for erreur in erreurs for n in range(len(erreur["loc"]))}
    mal_ecrites = {
        (*erreur["loc"][:-1], connus.suggest(str(erreur["loc"][-1])))
        for erreur in erreurs
        if erreur["type"] == "extra_forbidden"
    }
    return [
        erreur
        for erreur in erreurs
        if (erreur["loc"] not in chemins or not erreur["loc"])
        and not (erreur["type"] == "missing" and erreur["loc"] in mal_ecrites)
    ]


def _translate_toml(faute: Exception) -> str:
    if isinstance(faute, UnicodeDecodeError):
        return "le fichier n’est pas enregistré en UTF-8"
    ligne = getattr(faute, "lineno", None) or _after(str(faute), "line ")
    return f"la ligne {ligne} ne se lit pas" if ligne else "la fin du fichier ne se lit pas"


def _after(texte: str, mot: str) -> str:
    suite = texte.partition(mot)[2]
    return suite[: len(suite) - len(suite.lstrip("0123456789"))]


def _anomalie(fichier: str, erreur: Any, connus: Lexique) -> Anomalie:
    cle = str(erreur["loc"][-1]) if erreur["loc"] else ""
    details = {nom: _translate(str(detail)) for nom, detail in erreur.get("ctx", {}).items()}
    raison = _EN_FRANCAIS.get(erreur["type"], erreur["msg"]).format(**details)
    suggestion = None
    if erreur["type"] == "extra_forbidden" and (proche := connus.suggest(cle)):
        suggestion = f"Écrivez « {proche} »."
    lieu = Emplacement(fichier, None, (format_cle(erreur["loc"]),) if erreur["loc"] else ())
    return PV010.at(lieu, valeur=_shown(erreur), suggestion=suggestion, raison=raison)


def _translate(detail: str) -> str:
    """«'projet' or 'definitif'», as pydantic lists values, in French."""
    return detail.replace("'", "").replace(" or ", " ou ")


def _shown(erreur: Any) -> str | None:
    scalaire = isinstance(erreur["input"], str | int | float | bool)
    return str(erreur["input"]) if scalaire and erreur["type"] != "missing" else None


def format_cle(chemin: tuple[str | int, ...]) -> str:
    """A key's path as people count: ("financeur", 0, "code") → financeur n° 1, code."""
    morceaux = ""
    for partie in chemin:
        if isinstance(partie, int):
            morceaux += f" n°{INSECABLE}{partie + 1}"
        else:
            morceaux += f", {partie}" if morceaux else partie
    return morceaux


def _known_keys(modele: type[Reglage]) -> Lexique:
    """Every key that some block of settings knows."""
    classes = (modele, *_subclasses(Reglage))
    cles = dict.fromkeys(cle for classe in classes for cle in classe.model_fields)
    return Lexique(tuple(Entree(cle, cle) for cle in cles))


def _subclasses(classe: type[Reglage]) -> Iterator[type[Reglage]]:
    for fille in classe.__subclasses__():
        yield fille
        yield from _subclasses(fille)


def _check_colonnes(reglages: Reglages) -> list[Anomalie]:
    """The blocks [colonnes.…] name sheets and columns that exist."""
    champs = {plan.nom: {c.nom for c in plan.champs} | {IGNORER} for plan in PLANS}
    anomalies = []
    for feuille, alias in reglages.colonnes.items():
        if feuille not in champs:
            anomalies.append(_tell_colonnes(("colonnes", feuille), "feuille", champs))
        else:
            anomalies += [
                _tell_colonnes(("colonnes", feuille, champ), "colonne", champs[feuille])
                for champ in sorted(alias.keys() - champs[feuille])
            ]
    return anomalies


def _check_sans_objet(reglages: Reglages) -> Iterator[Anomalie]:
    """The block [sans_objet] names parts of the report."""
    connues = {section_key(nom) for nom in SECTIONS}
    for nom in reglages.sans_objet:
        if section_key(nom) not in connues:
            yield _tell_colonnes(("sans_objet", nom), "partie du rapport", SECTIONS)


def _tell_colonnes(chemin: tuple[str, ...], sorte: str, connus: Iterable[str]) -> Anomalie:
    noms = sorted(connus)
    proche = Lexique(tuple(Entree(nom, nom) for nom in noms)).suggest(chemin[-1])
    return PV010.at(
        Emplacement(REGLAGES, None, (format_cle(chemin),)),
        valeur=chemin[-1],
        suggestion=f"Écrivez « {proche} »." if proche else None,
        raison=f"il ne désigne aucune {sorte} ; noms possibles : {', '.join(noms)}",
    )
