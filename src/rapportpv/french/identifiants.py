"""The identifiers of organisations and places: SIRET, SIREN, RNA, INSEE and QPV codes."""

import re
from decimal import Decimal

from msgspec import Struct

_SEPARATEURS = re.compile(r"[\s.\-\u2010-\u2015]+")
_NOMBRE = re.compile(r"\d+[.,]0+|\d+(?:[.,]\d+)?[eE]\+?\d{1,2}")  # what a numeric cell becomes
# Nine digits on the mainland; overseas a letter stands third: W9R1011072.
_RNA = re.compile(r"W\d[0-9A-Z]\d{7}")
_INSEE = re.compile(r"\d{5}|2[AB]\d{3}")
_QPV = {"QP": re.compile(r"QP(\d{3}|02[AB])\d{3}"), "QN": re.compile(r"QN(\d{3}|02[AB])\d{2}[A-Z]")}
_QPV_SANS_ZERO = re.compile(r"Q([PN])(\d{2}|2[AB])(\d{3}|\d{2}[A-Z])")
_EXEMPLES = {"QP": "QP006005", "QN": "QN00101M"}
_OUTRE_MER = ("97", "98")
_MAL_ECRIT = "un zéro y manque, ou une espace ou une minuscule y est en trop"


class Faute(Struct, frozen=True):
    """What is wrong with an identifier, in French, and the one that was meant, if it is known."""

    raison: str
    juste: str | None = None


def compact(texte: str) -> str:
    """The identifier in capitals, without the spaces, points and hyphens that part its digits."""
    return _SEPARATEURS.sub("", texte).upper()


def is_siret(chiffres: str) -> bool:
    """Whether the digits are a SIRET: their number and their key, La Poste's exception included."""
    from stdnum.fr import siret  # only for those who have a SIRET to check

    return bool(re.fullmatch(r"[0-9]{14}", chiffres)) and siret.is_valid(chiffres)


def is_siren(chiffres: str) -> bool:
    """Whether the digits are a SIREN: their number and their key."""
    from stdnum.fr import siren

    return bool(re.fullmatch(r"[0-9]{9}", chiffres)) and siren.is_valid(chiffres)


def is_rna(texte: str) -> bool:
    """Whether the text is the number of an association in the RNA."""
    return bool(_RNA.fullmatch(compact(texte)))


def check_siret(texte: str) -> Faute | None:
    """What is wrong with a SIRET; spaces, points and hyphens between its digits are nothing."""
    nombre = _read_nombre(texte)
    chiffres = nombre or compact(texte)
    if not re.fullmatch(r"[0-9]+", chiffres):
        return Faute("il contient autre chose que des chiffres")
    complet = chiffres.zfill(14) if len(chiffres) >= 10 else chiffres
    if is_siret(complet):
        if nombre:
            return Faute("la cellule en a fait un nombre décimal", complet)
        perdus = len(complet) - len(chiffres)
        return Faute(_lost(chiffres, perdus), complet) if perdus else None
    if re.search("e", texte, re.IGNORECASE):
        return Faute("le tableur l’a abrégé, et ses derniers chiffres sont perdus")
    return _check_longueur_et_cle(chiffres)


def check_siren(texte: str) -> Faute | None:
    """What is wrong with a SIREN."""
    chiffres = _read_nombre(texte) or compact(texte)
    if not re.fullmatch(r"[0-9]+", chiffres):
        return Faute("il contient autre chose que des chiffres")
    if is_siren(chiffres):
        return None
    if is_siret(chiffres):
        return Faute("c’est un SIRET, dont le SIREN est le début", chiffres[:9])
    if len(chiffres) in {7, 8} and is_siren(chiffres.zfill(9)):
        return Faute(_lost(chiffres, 9 - len(chiffres)), chiffres.zfill(9))
    if len(chiffres) != 9:
        return _bad_length(chiffres, 9)
    return Faute("sa clé de contrôle est fausse, donc un de ses chiffres aussi")


def check_insee(texte: str) -> Faute | None:
    """What is wrong with the INSEE code of a commune."""
    if _INSEE.fullmatch(texte):
        return None
    code = _read_nombre(texte) or compact(texte)
    if _INSEE.fullmatch(code):
        return Faute("il contient des signes en trop ou une minuscule", code)
    if re.fullmatch(r"[1-9]\d{3}", code):
        return Faute("il a 4 chiffres, le zéro du début s’est perdu", code.zfill(5))
    if code.isdecimal():
        return _bad_length(code, 5)
    return Faute("il contient autre chose que des chiffres")


def check_qpv(texte: str, annee: int) -> Faute | None:
    """What is wrong with the code of a QPV, whose form depends on the year."""
    code = _restore_zero(compact(texte))
    generation = _generation(code, annee)
    autre = "QN" if generation == "QP" else "QP"
    if _QPV[generation].fullmatch(code):
        return None if code == texte else Faute(_MAL_ECRIT, code)
    if _QPV[autre].fullmatch(code):
        quand = "n’existait pas encore" if autre == "QN" else "ne servait plus"
        return Faute(
            f"ce code « {autre} » {quand} en {annee}. Cette année-là, {_forme(generation)}"
        )
    return Faute(f"en {annee}, {_forme(generation)}")


def _generation(code: str, annee: int) -> str:
    """The two letters that begin a QPV's code that year: overseas they changed a year later."""
    depuis = 2025 if code[2:4] in _OUTRE_MER else 2024
    return "QN" if annee >= depuis else "QP"


def _forme(generation: str) -> str:
    suite = "6 chiffres" if generation == "QP" else "5 chiffres et une lettre"
    exemple = _EXEMPLES[generation]
    return f"un code de QPV est « {generation} » suivi de {suite}, comme « {exemple} »"


def _restore_zero(code: str) -> str:
    """The department of a QPV's code on three signs: QP62901 → QP062901."""
    return _QPV_SANS_ZERO.sub(r"Q\g<1>0\2\3", code) if _QPV_SANS_ZERO.fullmatch(code) else code


def _check_longueur_et_cle(chiffres: str) -> Faute:
    if is_siren(chiffres):
        return Faute("c’est un SIREN, il y manque les 5 chiffres de l’établissement")
    if len(chiffres) != 14:
        return _bad_length(chiffres, 14)
    return Faute("sa clé de contrôle est fausse, donc un de ses chiffres aussi")


def _read_nombre(texte: str) -> str | None:
    """The digits of an identifier that a spreadsheet took for a number: «123.0», «1,2E+13»."""
    if not _NOMBRE.fullmatch(texte):
        return None
    nombre = Decimal(texte.replace(",", "."))
    return str(int(nombre)) if nombre == int(nombre) else None


def _bad_length(chiffres: str, attendus: int) -> Faute:
    combien = "1 chiffre" if len(chiffres) == 1 else f"{len(chiffres)} chiffres"
    return Faute(f"il a {combien} au lieu de {attendus}")


def _lost(chiffres: str, combien: int) -> str:
    zeros = "le zéro du début s’est perdu" if combien == 1 else "les zéros du début se sont perdus"
    return f"il a {len(chiffres)} chiffres, {zeros}"
