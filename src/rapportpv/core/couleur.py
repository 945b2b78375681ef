"""Colours on paper and on screen: what can be read on what (WCAG)."""

from colorsys import hls_to_rgb, rgb_to_hls

CONTRASTE = 4.5
"""The least contrast of a text with what is behind it."""

_POIDS = (0.2126, 0.7152, 0.0722)
_PAS = 256


def luminance(couleur: str) -> float:
    """How light a colour is, «14375E», from 0 to 1."""
    return sum(p * c for p, c in zip(_POIDS, map(_linear, _channels(couleur)), strict=True))


def contrast(une: str, autre: str) -> float:
    """The ratio of two colours, from 1 to 21."""
    clair, sombre = sorted((luminance(une), luminance(autre)), reverse=True)
    return (clair + 0.05) / (sombre + 0.05)


def darken(couleur: str, fond: str, contraste: float = CONTRASTE) -> str:
    """The nearest colour of the same hue that is read on that ground: itself when it is."""
    return next(c for c in _towards(couleur, "000000") if contrast(c, fond) >= contraste)


def brighten(couleur: str, fond: str, contraste: float = CONTRASTE) -> str:
    """The nearest tint of a colour that is read on that dark ground: itself when it is."""
    return next(c for c in _towards(couleur, "FFFFFF") if contrast(c, fond) >= contraste)


def lighten(couleur: str, fond: str, contraste: float) -> str:
    """The lightest tint of a colour that keeps that contrast with a light ground."""
    teintes = _towards(couleur, "FFFFFF")
    gardee = couleur
    for teinte in teintes:
        if contrast(teinte, fond) < contraste:
            break
        gardee = teinte
    return gardee


def tint(couleur: str, garde: float, ajout: float) -> str:
    """The colour whose lightness is that part of its own, and so much more: DrawingML's tints."""
    rouge, vert, bleu = (canal / 255 for canal in _channels(couleur))
    teinte, clarte, saturation = rgb_to_hls(rouge, vert, bleu)
    canaux = hls_to_rgb(teinte, min(1, clarte * garde + ajout), saturation)
    return "".join(f"{round(canal * 255):02X}" for canal in canaux)


def _towards(couleur: str, bout: str) -> list[str]:
    """The colours from one to another, the first one included."""
    paires = list(zip(_channels(couleur), _channels(bout), strict=True))
    return [
        "".join(f"{round(a + (b - a) * pas / _PAS):02X}" for a, b in paires)
        for pas in range(_PAS + 1)
    ]


def _channels(couleur: str) -> tuple[int, ...]:
    return tuple(int(couleur[n : n + 2], 16) for n in (0, 2, 4))


def _linear(canal: int) -> float:
    part = canal / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
