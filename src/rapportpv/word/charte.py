"""A document in the colours and the font of its EPCI: what the theme says, and what repeats it."""

import re
from collections.abc import Mapping
from html import escape

from rapportpv.core.couleur import lighten
from rapportpv.core.settings.charte import Charte
from rapportpv.word.paquet import Paquet

_THEME = "theme"
_SECONDE_SERIE = 3.2  # the contrast of the second series of a chart with the page
_BLANC = "FFFFFF"
_ACCENTS = 6


def apply_charte(paquet: Paquet, charte: Charte) -> None:
    """Put the colours and the font of a charter in place of the template's."""
    for part in paquet.related(paquet.document, _THEME):
        theme = paquet.parts[part].decode("utf-8")
        if couleurs := _couleurs(theme, charte):
            _recolour(paquet, couleurs)
        if charte.police:
            _set_police(paquet, part, charte.police)


def read_accents(paquet: Paquet) -> dict[str, str]:
    """The colours of the template's theme by slot, for readers that know none."""
    for part in paquet.related(paquet.document, _THEME):
        theme = paquet.parts[part].decode("utf-8")
        lus = {f"accent{n}": _slot(theme, f"accent{n}") for n in range(1, _ACCENTS + 1)}
        return {slot: couleur for slot, couleur in lus.items() if couleur}
    return {}


def _couleurs(theme: str, charte: Charte) -> dict[str, str]:
    """The colours of the theme that change, and what they become."""
    voulues = {"accent1": charte.couleur, "accent2": charte.couleur_secondaire}
    if charte.couleur:
        voulues["accent3"] = lighten(charte.couleur, _BLANC, _SECONDE_SERIE)
    anciennes = {slot: _slot(theme, slot) for slot in voulues}
    return {
        ancienne: nouvelle
        for slot, nouvelle in voulues.items()
        if nouvelle and (ancienne := anciennes[slot])
    }


def _slot(theme: str, nom: str) -> str:
    trouve = re.search(rf'<a:{nom}>\s*<a:srgbClr val="([0-9A-Fa-f]{{6}})"', theme)
    return trouve[1] if trouve else ""


def _recolour(paquet: Paquet, couleurs: Mapping[str, str]) -> None:
    """The colours in the theme, and beside the names of their slots where a style repeats them."""
    avant = re.compile(f'"({"|".join(map(re.escape, couleurs))})"'.encode())
    for nom, contenu in paquet.parts.items():
        if nom.startswith("word/") and nom.endswith(".xml"):
            paquet.parts[nom] = avant.sub(
                lambda trouve: f'"{couleurs[trouve[1].decode()]}"'.encode(), contenu
            )


def _set_police(paquet: Paquet, part: str, police: str) -> None:
    """The font of headings and of texts, which styles take from the theme."""
    nom = escape(police, quote=True)
    theme = re.sub(
        r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*',
        lambda trouve: trouve[1] + nom,
        paquet.parts[part].decode("utf-8"),
    )
    paquet.parts[part] = theme.encode("utf-8")
