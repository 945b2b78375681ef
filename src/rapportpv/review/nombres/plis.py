"""A text without case nor accents, sign for sign: what is found in it stands at the same place."""

import unicodedata


def _fold_sign(code: int) -> str:
    signe = chr(code)
    nu = unicodedata.normalize("NFKD", signe)[0]
    petit = nu.lower()
    return petit if len(petit) == 1 else signe


_TABLE = {code: _fold_sign(code) for code in range(0xA0, 0x250)}
_TABLE |= {ord("œ"): "o", ord("Œ"): "o", ord("æ"): "a", ord("Æ"): "a", ord("’"): "'", ord("‘"): "'"}
_TABLE |= dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\t\n\r"), " ")
_TABLE |= {ord("«"): "«", ord("»"): "»", ord("°"): "°", ord("€"): "€", ord("\u2011"): "-"}


def plier(texte: str) -> str:
    """The text in lower case, without accents, its spaces plain, as long as it was."""
    plie = texte.translate(_TABLE).lower()
    return plie if len(plie) == len(texte) else texte.translate(_TABLE)
