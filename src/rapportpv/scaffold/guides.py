"""The texts that guide whoever writes a section: notes that are never printed."""

import re
from collections.abc import Iterable

from rapportpv.core.sections import FACULTATIVES, SECTIONS
from rapportpv.core.textes import A_ECRIRE, A_RELIRE

_PHRASE = "La phrase à retenir {} ; sans elle, celle que donnent les chiffres, s’il y en a une."

_CONSIGNES = {
    "orientations": (
        "Ce que visent le contrat de ville et le projet de territoire : leurs grandes "
        "orientations, rappelées en une page.",
        True,
    ),
    "territoire": ("Les quartiers et leurs habitants, en quelques lignes.", False),
    "situation": (
        "La situation des quartiers prioritaires : population, revenus, emploi, école, logement. "
        "Les fichiers de l’INSEE donnent les valeurs.",
        False,
    ),
    "evolution": (
        "Comment la situation des quartiers prioritaires a changé dans l’année : emploi, école, "
        "santé, logement, vie associative.",
        True,
    ),
    "objectifs": (
        "Les objectifs du contrat, un à un : l’indicateur retenu, sa valeur au départ, cette "
        "année, et celle qui est visée. Un tableau s’y prête.",
        False,
    ),
    "programmation": (
        "Ce qui a été programmé dans l’année. On peut appeler les chiffres par leur nom : "
        "{{ programmation.total }}, {{ programmation.actions_soutenues }}.",
        False,
    ),
    "associations": (
        "La part des associations. Un chiffre utile : {{ associations.total }}.",
        False,
    ),
    "fcs": ("Le Fonds de Cohésion Sociale. Un chiffre utile : {{ fcs.total }}.", False),
    "fonds_de_concours": ("Les fonds de concours versés aux communes.", False),
    "npnru": ("Où en est le renouvellement urbain.", False),
    "service": ("Qui fait quoi dans le service.", False),
    "articulation": (
        "Comment les volets du contrat (social, urbain, économique) s’articulent entre eux et "
        "avec le renouvellement urbain.",
        True,
    ),
    "evaluation": ("Ce que dit l’évaluation du contrat, s’il y en a une cette année.", False),
    "manifeste": ("Une contribution ou un manifeste de l’intercommunalité, s’il y en a un.", False),
    "perspectives": (
        "Les perspectives pour l’année suivante, et les améliorations qui paraissent "
        "nécessaires, avec les moyens et les partenaires.",
        True,
    ),
    "priorites": ("Les priorités d’intervention, en une liste courte.", False),
    "avis": ("Ce qu’il faut dire des avis rendus, en plus du tableau, une fois reçus.", False),
    "dsu": (
        "Si des communes ont reçu la dotation de solidarité urbaine : ce qu’elles en ont fait.",
        False,
    ),
    "avant_propos": ("L’avant-propos, suivi du nom et de la qualité du signataire.", False),
    "annee_en_bref": ("Ce qui a marqué l’année, en une liste courte.", False),
    "introduction_annee_en_bref": ("La phrase sous le titre « L’année en bref ».", False),
    "introduction_territoire": (_PHRASE.format("du territoire"), False),
    "introduction_programmation": (_PHRASE.format("de la programmation"), False),
    "introduction_annees": (_PHRASE.format("de l’évolution sur cinq ans"), False),
    "introduction_fcs": (_PHRASE.format("du Fonds de Cohésion Sociale"), False),
    "introduction_fonds_de_concours": (_PHRASE.format("des fonds de concours"), False),
    "introduction_focus": (_PHRASE.format("des focus"), False),
    "introduction_npnru": (_PHRASE.format("du renouvellement urbain"), False),
    "introduction_service": (_PHRASE.format("du service"), False),
}

_COMMENTAIRE = re.compile(r"<!--.*?-->", re.DOTALL)
_SOUS_LA_NOTE = (
    "Écrivez sous cette note, en phrases. La note n’est jamais imprimée. Si la partie n’a pas "
    "lieu d’être, effacez le fichier."
)
_SOUS_LA_NOTE_OBLIGATOIRE = (
    "Le décret n° 2015-1118 demande cette partie. Écrivez sous cette note, en phrases. La note "
    "n’est jamais imprimée."
)


def describe_section(section: str) -> tuple[str, bool]:
    """What is written in a section, and whether the décret asks for it."""
    return _CONSIGNES[section]


def render_guide(section: str) -> str:
    """The file of a section that nobody has written yet."""
    consigne, obligatoire = describe_section(section)
    suite = _SOUS_LA_NOTE_OBLIGATOIRE if obligatoire else _SOUS_LA_NOTE
    return f"<!-- {A_ECRIRE} : {consigne}\n{suite} -->\n"


def render_guides(sauf: Iterable[str] = ()) -> dict[str, str]:
    """The guiding texts by their file, but for those sections."""
    laissees = {*sauf, *FACULTATIVES}
    return {f"{nom}.md": render_guide(nom) for nom in SECTIONS if nom not in laissees}


def render_endormi(contenu: str, annee: int) -> str:
    """Last year's text within the note: it calls figures that the year does not have yet."""
    return (
        f"<!-- {A_ECRIRE} : le texte de {annee} est ci-dessous. Il appelle des chiffres dont le "
        "classeur n’est pas encore rempli : remplissez-le, puis sortez le texte de cette note.\n\n"
        f"{_COMMENTAIRE.sub('', contenu).strip()}\n-->\n"
    )


def render_reprise(contenu: str, annee: int) -> str:
    """Last year's text with a note that it is to be read again; its front matter stays first."""
    note = (
        f"<!-- {A_RELIRE} : ce texte est celui de {annee}. Corrigez ce qui a changé, puis effacez "
        "cette note. -->\n"
    )
    if contenu.startswith("---\n") and (fin := contenu.find("\n---\n", 3)) != -1:
        coupe = fin + len("\n---\n")
        return f"{contenu[:coupe]}\n{note}\n{contenu[coupe:].lstrip()}"
    return f"{note}\n{contenu.lstrip()}"
