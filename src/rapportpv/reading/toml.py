"""A file of settings read, and its faults of writing told as those who type see them."""

import json
import re
import tomllib
from typing import Any

from rapportpv.french.jour import JourImpossibleError, read_jour
from rapportpv.french.typographie import shorten

_OCTETS = 300_000
_PROFONDE = re.compile(r"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){50}")  # a.a.a.a…
_LIGNE = re.compile(r"line (\d+)")
_CLE_VALEUR = re.compile(r"\s*(?P<cle>[^=#\[\]]*?)\s*=\s*(?P<valeur>.*?)\s*(?:#.*)?$")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_CLE = re.compile(r"[A-Za-z0-9_.-]+")
_DECIMALE = re.compile(r"\d+,\d+")
_OUI_NON = {"oui": "true", "vrai": "true", "non": "false", "faux": "false"}
_PAR_MESSAGE = (
    ("Cannot overwrite", "ce réglage est déjà donné plus haut : gardez-en un seul"),
    ("Cannot declare", "ce bloc est déjà ouvert plus haut : gardez-en un seul"),
    ("Cannot mutate", "ce bloc est déjà ouvert plus haut : gardez-en un seul"),
    ("Cannot redefine", "ce bloc est déjà ouvert plus haut : gardez-en un seul"),
    ("Duplicate", "ce réglage est donné deux fois : gardez-en un seul"),
    ("Expected ']'", "il manque un crochet : un bloc s’ouvre par [territoire] ou [[contrat]]"),
    ("Expected '='", 'un signe = est attendu après le nom : sigle = "CCVO"'),
    ("hex value", "dans un texte, écrivez / à la place de \\"),
    ("Unescaped", "dans un texte, écrivez / à la place de \\"),
    ("Unclosed array", "il manque un crochet fermant ]"),
    ("Unclosed inline", "il manque une accolade fermante }"),
)


class TomlIllisibleError(Exception):
    """The file cannot be read; the message says where and why, in French."""


def read_toml(octets: bytes) -> tuple[dict[str, Any], str]:
    """What the file says, and its text. Raises TomlIllisibleError."""
    if len(octets) > _OCTETS:
        raise TomlIllisibleError("il est démesuré. Gardez-y les seuls réglages du projet")
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        ligne = octets[: cause.start].count(b"\n") + 1
        raise TomlIllisibleError(
            f"la ligne {ligne} a un accent qui n’est pas enregistré en UTF-8. Dans le Bloc-notes : "
            "Fichier, Enregistrer sous, Encodage « UTF-8 »"
        ) from cause
    if profonde := _PROFONDE.search(texte):
        raise _tell_profond(texte.count("\n", 0, profonde.start()) + 1)
    try:
        return tomllib.loads(texte), texte
    except tomllib.TOMLDecodeError as cause:
        raise TomlIllisibleError(_tell(str(cause), texte)) from cause
    except RecursionError as cause:
        raise _tell_profond(_find_deepest(texte)) from cause
    except ValueError as cause:  # more digits than Python reads
        raise TomlIllisibleError("un nombre y a des milliers de chiffres") from cause


def _tell_profond(numero: int) -> TomlIllisibleError:
    return TomlIllisibleError(f"la ligne {numero} a trop d’éléments les uns dans les autres")


def _find_deepest(texte: str) -> int:
    """The line that opens most brackets and braces."""
    lignes = texte.splitlines()
    return max(range(len(lignes)), key=lambda n: lignes[n].count("[") + lignes[n].count("{")) + 1


def _tell(message: str, texte: str) -> str:
    """Where the fault is and what to write there, from the parser's words and the line."""
    lignes = texte.splitlines()
    trouvee = _LIGNE.search(message)
    if trouvee is None and "Cannot overwrite" not in message:
        numero = _find_open(lignes)
    else:
        numero = int(trouvee[1]) if trouvee else len(lignes)
    ligne = lignes[numero - 1].strip() if 0 < numero <= len(lignes) else ""
    lue = f" ({shorten(ligne)})" if ligne else ""
    return f"la ligne {numero}{lue} ne se lit pas ; {_advise(message, ligne)}"


def _find_open(lignes: list[str]) -> int:
    """The line whose quotation mark, bracket or brace is never closed: the last that opens one."""
    for numero in range(len(lignes), 0, -1):
        ligne = lignes[numero - 1].partition("#")[0]
        ouverts = (ligne.count("[") > ligne.count("]"), ligne.count("{") > ligne.count("}"))
        if ligne.count('"') % 2 or any(ouverts) or ligne.rstrip().endswith("="):
            return numero
    return len(lignes)


def _advise(message: str, ligne: str) -> str:
    paire = _CLE_VALEUR.match(ligne)
    if paire and paire["cle"] and not _CLE.fullmatch(paire["cle"]):
        return "le nom d’un réglage n’a ni accent ni espace"
    for debut, conseil in _PAR_MESSAGE:
        if debut in message:
            return conseil
    if ligne.count('"') % 2:
        return "il manque un guillemet : un texte s’écrit entre deux guillemets droits"
    if paire is None or not paire["cle"]:
        return 'une ligne s’écrit : nom = "valeur", et une explication commence par #'
    return _advise_valeur(paire["cle"], paire["valeur"])


def _advise_valeur(cle: str, valeur: str) -> str:
    """What to write in place of a value that cannot be read."""
    nu = shorten(valeur.strip("«»“”„\"' \u00a0\u202f"))
    sans_guillemets = f'un texte s’écrit entre guillemets droits : {cle} = "{nu}"'
    cas = (
        (
            _DATE.fullmatch(nu),
            f"une date s’écrit année-mois-jour, sans guillemets : {cle} = {format_jour(nu)}",
        ),
        (not valeur, "il manque une valeur après le signe ="),
        (nu.casefold() in _OUI_NON, f"écrivez {cle} = {_OUI_NON.get(nu.casefold(), '')}"),
        (
            _DECIMALE.fullmatch(nu),
            f"un nombre à virgule s’écrit avec un point : {cle} = {nu.replace(',', '.')}",
        ),
        (
            valeur.startswith('"') and valeur.count('"') > 2,
            "un texte qui contient des guillemets les écrit « comme ceci »",
        ),
        (not valeur.startswith(("[", "{")), sans_guillemets),
    )
    conseils = (conseil for vrai, conseil in cas if vrai)
    return next(conseils, "vérifiez les guillemets, les crochets et les virgules")


def format_jour(texte: str) -> str:
    """The day as TOML has it; an example when it is none."""
    try:
        jour = read_jour(texte)
    except JourImpossibleError:
        jour = None
    return f"{jour:%Y-%m-%d}" if jour else "2023-06-27"


def quote(valeur: object) -> str:
    """A text or a list of texts as TOML has it, which is JSON's way but for one sign."""
    return json.dumps(valeur, ensure_ascii=False).replace("\x7f", "\\u007f")
