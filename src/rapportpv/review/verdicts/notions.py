"""What a sentence is about: the piliers, financeurs, axes, places and words of the trade in it."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from rapportpv.core.dossier import Dossier
from rapportpv.review.nombres.plis import plier

PROGRAMMATION, SPECIFIQUE, DROIT_COMMUN = "programmation", "specifique", "droit_commun"
ETAT, FCS, CONCOURS, NPNRU = "etat", "fcs", "concours", "npnru"
ASSOCIATION, DEPOSE, SOUTENUE = "association", "depose", "soutenue"
NOUVELLE, RECONDUITE, RECONNU = "nouvelle", "reconduite", "reconnu"
RESTREINT = "restreint"
"""The sentence narrows what it says, or says something else of it: no figure is about that."""

MOT = "mot"
"""The first word of a pilier alone: the sentence may be about it, and no more than that."""

PILIER, FINANCEUR, AXE, LIEU, THEMATIQUE, FAMILLE = (
    "pilier",
    "financeur",
    "axe",
    "lieu",
    "thematique",
    "famille",
)
_DE_L_ETAT = r"(?:de l'|d'|par l')etat"
_MOTS = {
    FCS: ("fcs", "fonds de cohesion sociale"),
    CONCOURS: (r"fonds (?:de )?concours",),
    NPNRU: (r"n?pnru", "renouvellement urbain", "anru"),
    SPECIFIQUE: (r"credits? (?:dits? )?specifiques?", r"enveloppes? specifiques?"),
    DROIT_COMMUN: ("droit commun",),
    ETAT: (
        rf"(?:credits|fonds|moyens|subventions|financements|aides?)(?: specifiques?)? {_DE_L_ETAT}",
    ),
    RECONNU: (
        r"(?:reconnus? par|reconnus? de|de|par|prioritaires de) l'etat",
        *("qpv", r"etatiques?", r"quartiers? d'etat"),
    ),
    ASSOCIATION: (r"associati(?:on|ons|f|fs|ve|ves)",),
    DEPOSE: (r"depose[es]*", r"depots?", r"recus?", r"instruits?", "soumis", "presentes"),
    SOUTENUE: (
        *(r"soutenu[es]*", r"retenu[es]*", r"finance[es]*", "soutenir", "soutient"),
        *(r"accompagnees?", r"validees?"),
    ),
    NOUVELLE: (r"nouvelles?", r"nouveaux?", "premiere fois"),
    RECONDUITE: (r"reconduit[es]*", r"reconductions?"),
    PROGRAMMATION: (
        *("programmation", "montant total", "total engage", r"credits? engages"),
        *(
            "depenses cumulees",
            "au total",
            r"programmes? au profit",
            "enveloppe globale",
            "en tout",
        ),
    ),
    RESTREINT: (
        *("en moyenne", r"par (?:habitant|action|projet|personne|an|jeune|commune|enfant|mois)s?"),
        *("hausse", "baisse", r"augmente\w*", r"diminue\w*", r"progress\w*", r"de (?:plus|moins)"),
        *(r"au plus(?! pres)", "au moins", r"plafonn\w*", "maximum", "minimum", r"demande[es]*"),
        *(r"sollicit\w*", "cout", "chomage", "pauvrete", "taux de"),
        *(r"refus\w*", r"ajourn\w*", r"retires?", "budget", r"prevus?", "prevoit"),
        *("objectif", "ambition", r"autofinanc\w*", "enfants?", "jeunes", "femmes", "familles"),
        *("adultes", r"participants?", "salaries", "benevoles", r"volontaires?", r"voisines?"),
        *(r"membres?", r"ecoles?", r"colleges?"),
    ),
}
_FAMILLES = {
    "Region": (r"region(?:al|ale|aux)?",),
    "Departement": (r"departement(?:al|aux|ale)?",),
    "CAF": ("caf", "allocations familiales"),
    "Bailleurs": (r"bailleurs?",),
    "Europe": (r"europe(?:en|enne|ens)?", "fse", "feder"),
    "Communes": (
        r"(?:financement|part|apport|contribution)s? des communes",
        r"municipa(?:l|les|ux)",
    ),
}
_ARTICLES = frozenset({"le", "la", "les", "l", "de", "du", "des", "d"})
_LIEN = rf"\W+(?:(?:{'|'.join(sorted(_ARTICLES))})\W+)*"  # between the words of a name
_TROP_COMMUNS = frozenset(
    {"communes", "commune", "villes", "ville", "autres", "associations", "etat", "l'etat", "centre"}
)


class Trouvee(Struct, frozen=True):
    """A notion in a text, and where."""

    notion: str
    debut: int
    fin: int


class Notions:
    """Finds what texts are about, in the words of a project."""

    def __init__(self, dossier: Dossier) -> None:
        noms = dict(_list_noms(dossier))
        self._noms = {nom: notion for nom, notion in noms.items() if nom}
        self._propres = _any_of(self._noms)
        self._tus = _any_of(
            [_key(dossier.reglages.territoire.epci), _key(dossier.reglages.territoire.sigle)]
        )
        mots: dict[str, tuple[str, ...]] = _MOTS | {
            f"{FAMILLE}:{nom}": formes for nom, formes in _FAMILLES.items()
        }
        for pilier in dossier.contrat.pilier:  # «le pilier Emploi»: its first word is enough
            premier = re.escape(plier(pilier.libelle.split()[0].strip(",")))
            formes = (*mots.get(f"{PILIER}:{pilier.code}", ()), rf"pilier\W+(?:l')?{premier}")
            mots[f"{PILIER}:{pilier.code}"] = formes
            mots[f"{MOT}:{pilier.code}"] = (rf"{premier}(?! (?:d|des?|du)\b)",)
        self._mots = [(notion, _words(formes)) for notion, formes in mots.items()]

    def find(self, texte: str) -> list[Trouvee]:
        """The notions of a folded text, in order; a name inside another is not told."""
        reste = texte
        trouvees: list[Trouvee] = []
        for trouve in self._propres.finditer(texte):
            notion = self._noms.get(_key(trouve[0]))
            if notion is not None:
                trouvees.append(Trouvee(notion, *trouve.span()))
                reste = _blank(reste, *trouve.span())
        for trouve in self._tus.finditer(reste):
            reste = _blank(reste, *trouve.span())
        for notion, forme in self._mots:
            trouvees += [Trouvee(notion, *t.span()) for t in forme.finditer(reste)]
        return sorted(trouvees, key=lambda trouvee: trouvee.debut)

    def within(self, texte: str) -> frozenset[str]:
        """The notions of a text as a person typed it."""
        return frozenset(trouvee.notion for trouvee in self.find(plier(texte)))

    def notion_of(self, nom: str) -> str | None:
        """The notion that a name is, when it is one of the project's."""
        return self._noms.get(_key(plier(nom)))


def _list_noms(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Each name of the project with its notion; the first that claims a name has it last."""
    colonne = "thematique"
    projets = dossier.programmation.feuille.frame
    for thematique in projets[colonne].unique() if colonne in projets else ():
        yield _key(plier(str(thematique))), f"{THEMATIQUE}:{plier(str(thematique))}"
    for feuille, nom in (("communes", "commune"), ("quartiers", "nom")):
        if feuille in dossier.autres:
            for lieu in dossier.autres[feuille].frame[nom].unique():
                yield from _unless_common(str(lieu), f"{LIEU}:{_key(plier(str(lieu)))}")
    for axe in dossier.reglages.axe_fcs:
        for libelle in (axe.libelle, *axe.alias, f"axe {axe.numero}", f"axe n° {axe.numero}"):
            yield _key(plier(libelle)), f"{AXE}:{axe.numero}"
    for financeur in dossier.reglages.financeur:
        for libelle in (financeur.libelle, *financeur.alias):
            yield from _unless_common(libelle, f"{FINANCEUR}:{financeur.code}")
            sans = re.sub(r"\(.*?\)", "", libelle).strip()
            if sans != libelle:
                yield from _unless_common(sans, f"{FAMILLE}:{financeur.famille}")
    for pilier in dossier.contrat.pilier:
        for libelle in (pilier.libelle, *pilier.alias):
            yield _key(plier(libelle)), f"{PILIER}:{pilier.code}"
            premier = libelle.split(",")[0]
            yield from _unless_common(premier, f"{PILIER}:{pilier.code}")
    yield _key("fonds de cohesion sociale"), FCS


def _unless_common(libelle: str, notion: str) -> Iterator[tuple[str, str]]:
    nom = _key(plier(libelle))
    if nom not in _TROP_COMMUNS:
        yield nom, notion


def _words(formes: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(formes)})\b")


def _key(plie: str) -> str:
    """A folded name without its punctuation."""
    return " ".join(mot for mot in re.findall(r"\w+", plier(plie)) if mot not in _ARTICLES)


def _any_of(cles: Iterable[str]) -> re.Pattern[str]:
    """What finds one of the names, whatever stands between its words."""
    formes = sorted(filter(None, cles), key=len, reverse=True)
    motifs = (_LIEN.join(map(re.escape, cle.split())) for cle in formes)
    return re.compile(rf"(?<!\w)(?:{'|'.join(motifs)})(?!\w)" if formes else r"(?!)")


def _blank(texte: str, debut: int, fin: int) -> str:
    return texte[:debut] + " " * (fin - debut) + texte[fin:]
