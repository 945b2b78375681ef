"""The values of a chart as it prints them, by its format of numbers."""

import re

from rapportpv.french.typographie import INSECABLE

_FINE = "\u202f"
_ENTRE = re.compile(r'"([^"]*)"')


def format_valeur(valeur: float, code: str) -> str:
    """The value as Excel's format shows it in French: «73,1 %», «1 250 €»."""
    forme = re.sub(r"\[[^\]]*\]", "", code.split(";", maxsplit=1)[0]).replace("\\", "")
    suffixe = "".join(_ENTRE.findall(forme)).strip()
    nu = _ENTRE.sub("", forme)
    if "%" in nu:
        valeur, suffixe = valeur * 100, "%"
    elif not suffixe and "€" in nu:
        suffixe = "€"
    decimales = len(re.sub(r"[^0#]", "", nu.partition(".")[2]))
    if nu.strip().lower() in {"", "general", "standard"}:
        decimales = 0 if valeur == int(valeur) else 1
    ecrit = f"{abs(valeur):,.{decimales}f}".replace(",", _FINE).replace(".", ",")
    signe = "\u2212" if valeur < 0 and ecrit.strip("0,") else ""
    return f"{signe}{ecrit}{INSECABLE}{suffixe}" if suffixe else f"{signe}{ecrit}"
