"""The certificate that goes with a signed report: every number, its place, its source, its verdict.

It is dated by the document, never by a clock, and names the file by its digest.
"""

from rapportpv.core.relecture import Relecture, Verdict
from rapportpv.export.html import environment
from rapportpv.export.relecture import count_verdicts

_CLASSES = {
    Verdict.CONTREDIT: "erreur",
    Verdict.SANS_SOURCE: "alerte",
    Verdict.ARRONDI: "juste",
    Verdict.JUSTE: "juste",
}


def format_certificat(relecture: Relecture) -> str:
    """The page: what was read, how many verdicts of each kind, then every number in its order."""
    chiffres = [n for n in relecture.nombres if n.verdict is not Verdict.HORS_SUJET]
    return (
        environment()
        .get_template("certificat.html.j2")
        .render(
            relecture=relecture,
            bilan=count_verdicts(relecture),
            contredits=relecture.of(Verdict.CONTREDIT),
            chiffres=chiffres,
            autres=relecture.of(Verdict.HORS_SUJET),
            classes=_CLASSES,
        )
    )
