"""Who of the service follows which communes."""

from rapportpv.core.chiffre import Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import SANS_OBJET, Recolte, compte
from rapportpv.french.lexique import squash
from rapportpv.french.typographie import format_enumeration
from rapportpv.subjects.territoire.sheet import COMMUNES


def list_referents(dossier: Dossier) -> Recolte:
    """The table `referents`, in the order of the sheet; nothing when it names nobody.

    The communes that nobody follows come last.
    """
    recolte, feuille = Recolte(), dossier.feuille(COMMUNES)
    if feuille is None or not (feuille.frame["referent"] != "").any():
        return recolte
    noms: dict[str, str] = {}
    communes: dict[str, list[str]] = {}
    colonnes = (feuille.frame["referent"], feuille.frame["commune"])
    for referent, commune in zip(*colonnes, strict=True):
        cle = squash(referent)
        noms.setdefault(cle, referent)
        communes.setdefault(cle, []).append(commune)
    lignes = [
        Ligne(
            {
                "referent": noms[cle] if cle else "Sans référent",
                "communes": format_enumeration(siennes),
                "nombre": compte(len(siennes)),
            }
        )
        for cle, siennes in sorted(communes.items(), key=lambda paire: not paire[0])
    ]
    recolte.add_tableau(
        "referents",
        "Référents des communes",
        {"referent": "Référent", "communes": "Communes", "nombre": "Nombre"},
        lignes,
        {
            "referent": "Total",
            "communes": SANS_OBJET,
            "nombre": compte(len(feuille.frame)),
        },
    )
    cellules = feuille.sources_de(feuille.frame.index, "commune", "referent")
    recolte.cite("referents", cellules)
    return recolte
