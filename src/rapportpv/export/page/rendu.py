"""A page as HTML: its template, its colours, its script, and the digest of what was written."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup
from msgspec.structs import replace

from rapportpv.core.bac import BacASable
from rapportpv.core.effort import Effort
from rapportpv.export.errors import PageImpossibleError
from rapportpv.export.page.blocs import Bloc, Figure, Image, Page
from rapportpv.export.page.couleurs import paint
from rapportpv.export.page.lecture import read_page

_EFFORT = 5_000_000  # a page of 20,000 rows is printed cell by cell
_EMPREINTE = re.compile(rb'(<meta name="empreinte" content=")([0-9a-f]{64})(">)')
_RIEN = b"0" * 64  # stands for the digest while it is being computed
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
_SCRIPTS = "\ue0f2scripts\ue0f3"
_PORTEUSE = "\ue0f0image-{}\ue0f1"
_PORTEUSES = re.compile("\ue0f0image-(\\d+)\ue0f1")


def render_page(contenu: bytes, modele: str, dossiers: Sequence[Path]) -> bytes:
    """The page of a .docx, by that template of those folders, the first that has it.

    Raises PageImpossibleError, which says what is wrong with the template.
    """
    page, adresses = _set_aside(read_page(contenu))
    bac = BacASable(
        {},
        effort=Effort(_EFFORT),
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader([str(dossier) for dossier in dossiers]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    nommes: dict[str, Any] = {
        "page": page,
        "couleurs": paint(page.theme),
        "style": Markup(_read(bac, "page/page.css").strip()),
        "script": Markup(_read(bac, "page/page.js").strip()),
        "empreintes_des_scripts": _SCRIPTS,
        "empreinte": _RIEN.decode(),
    }
    try:
        html = bac.get_template(modele).render(nommes)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as cause:
        raise PageImpossibleError(modele, _find_line(cause, modele), str(cause)) from cause
    html = _PORTEUSES.sub(lambda m: adresses[int(m[1])], html)
    lignes = [ligne.rstrip() for ligne in html.splitlines()]
    ecrit = "\n".join(ligne for ligne in lignes if ligne) + "\n"
    return _stamp(ecrit.replace(_SCRIPTS, _digest_scripts(ecrit)).encode("utf-8"))


def is_untouched(page: bytes) -> bool:
    """Whether the page is exactly as it was written."""
    return _EMPREINTE.search(page) is not None and _stamp(page) == page


def _stamp(page: bytes) -> bytes:
    """The page with its own digest, taken on it without any."""
    vide = _EMPREINTE.sub(rb"\g<1>" + _RIEN + rb"\g<3>", page, count=1)
    empreinte = hashlib.sha256(vide).hexdigest().encode()
    return _EMPREINTE.sub(rb"\g<1>" + empreinte + rb"\g<3>", vide, count=1)


def _read(bac: BacASable, nom: str) -> str:
    """A file that stands beside the templates, as it is."""
    if bac.loader is None:
        raise AssertionError
    return bac.loader.get_source(bac, nom)[0].replace("</", "<\\/" if nom.endswith("js") else "</")


def _digest_scripts(html: str) -> str:
    """What allows the scripts of the page, and no other: their digests, for its policy."""
    digests = (hashlib.sha256(s.encode("utf-8")).digest() for s in _SCRIPT.findall(html))
    return " ".join(f"'sha256-{b64encode(d).decode('ascii')}'" for d in digests) or "'none'"


def _find_line(cause: Exception, modele: str) -> int | None:
    """The line of the template where it went wrong."""
    ligne = getattr(cause, "lineno", None)
    trace = cause.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(modele):
            ligne = trace.tb_lineno
        trace = trace.tb_next
    return ligne


def _set_aside(page: Page) -> tuple[Page, list[str]]:
    """The page without the bytes of its pictures, which no template has to carry."""
    adresses: list[str] = []

    def lighten(image: Image) -> Image:
        adresses.append(image.adresse)
        return replace(image, adresse=_PORTEUSE.format(len(adresses) - 1))

    def pass_over(bloc: Bloc) -> Bloc:
        if not isinstance(bloc, Figure):
            return bloc
        contenu = (lighten(c) if isinstance(c, Image) else c for c in bloc.contenu)
        return replace(bloc, contenu=tuple(contenu))

    couverture, blocs = (tuple(map(pass_over, lus)) for lus in (page.couverture, page.blocs))
    return replace(page, couverture=couverture, blocs=blocs), adresses
