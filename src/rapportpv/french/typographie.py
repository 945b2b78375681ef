"""How values and users' own texts are written in French."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

INSECABLE = "\u00a0"
FINE = "\u202f"
MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_BLANCS = r"(?<![ \u00a0\u202f])[ \u00a0\u202f]+"  # all of them: tried once, not from each
_UNIS = re.compile(rf"(?:(?<!\w)(?:1er|\d\d?) (?=(?:{'|'.join(MOIS)})\b))|(?:\b[nN]° (?=\w))")
"""A day and the space before its month; «n°» and its own."""

_A_REPRENDRE = re.compile("[\"';!?:»€%«]")
INVISIBLES = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""The signs of control and of direction, but for line breaks and tabs."""

_SIGNES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def round_half_up(valeur: Fraction, decimales: int) -> Decimal:
    """The value rounded to that many decimals, ties away from zero, exactly."""
    facteur = 10**decimales
    entier, reste = divmod(abs(valeur.numerator) * facteur, valeur.denominator)
    if 2 * reste >= valeur.denominator:
        entier += 1
    return Decimal(-entier if valeur < 0 else entier).scaleb(-decimales)


def format_decimal(valeur: Fraction, decimales: int) -> str:
    """«1 234 567,50»: thousands apart by a narrow no-break space, decimal comma."""
    entiere = not decimales and valeur.denominator == 1  # most amounts: three times faster
    arrondi = valeur.numerator if entiere else round_half_up(valeur, decimales)
    return f"{arrondi:,}".replace(",", FINE).replace(".", ",").replace("-", "\u2212")


def format_montant(valeur: Fraction) -> str:
    """«1 234», or «1 234,50» when there are cents: an amount in euros without its unit."""
    return format_decimal(valeur, 0 if valeur.denominator == 1 else 2)


def format_euros(valeur: Fraction) -> str:
    """«1 234 €», or «1 234,50 €» when there are cents."""
    return f"{format_montant(valeur)}{INSECABLE}€"


def format_pourcentage(valeur: Fraction, decimales: int = 1) -> str:
    """«73,1 %», from a value in percent."""
    return f"{format_decimal(valeur, decimales)}{INSECABLE}%"


def format_date(jour: date) -> str:
    """«27 juin 2023», «1er juillet 2023», with no-break spaces."""
    numero = "1er" if jour.day == 1 else str(jour.day)
    return INSECABLE.join((numero, MOIS[jour.month - 1], str(jour.year)))


def format_jour(jour: date) -> str:
    """«mardi 27 juin 2023»."""
    return f"{JOURS[jour.weekday()]} {format_date(jour)}"


def show_signs(texte: str) -> str:
    """The text, each sign that drives a terminal or turns words round replaced by one that shows.

    Line breaks and tabs stay.
    """
    return INVISIBLES.sub(lambda signe: _SIGNES.get(ord(signe[0]), "\ufffd"), texte)


def shorten(texte: str, lettres: int = 200) -> str:
    """The text as it is quoted in a message: its beginning, when it is a whole page."""
    return texte if len(texte) <= lettres else f"{texte[: lettres - 2].rstrip()} …"


def format_liste(textes: Iterable[str]) -> str:
    """«« Emploi », « Habitat »»: the texts as they were read, each between French quotes."""
    return ", ".join(f"«{INSECABLE}{texte}{INSECABLE}»" for texte in textes)


def format_enumeration(textes: Iterable[str]) -> str:
    """«Valmont, Orge et Haisnes»."""
    *premiers, dernier = textes
    return f"{', '.join(premiers)} et {dernier}" if premiers else dernier


def format_texte(texte: str) -> str:
    """A text typed in a spreadsheet, with French quotes, apostrophes and no-break spaces.

    Words are never changed. Quotes that do not pair up are left as they were typed.
    """
    if _A_REPRENDRE.search(texte) is None:  # most cells: asked once instead of five times
        return texte
    if texte.count('"') % 2 == 0:
        texte = re.sub(r'"([^"]*)"', lambda dit: f"«{INSECABLE}{dit[1].strip()}{INSECABLE}»", texte)
    texte = re.sub(r"(?<=\w)'(?=\w)", "\u2019", texte)
    texte = re.sub(rf"{_BLANCS}(?=[;!?])", FINE, texte)
    texte = re.sub(rf"{_BLANCS}(?=[:»€]|%(?!\}}))", INSECABLE, texte)
    return re.sub(r"(?<=«)[ \u00a0\u202f]+", INSECABLE, texte)


def format_prose(texte: str) -> str:
    """A text of sentences, in the same way; a line never ends within «31 décembre» or «n° 12»."""
    return _UNIS.sub(lambda dit: dit[0].replace(" ", INSECABLE), format_texte(texte))
