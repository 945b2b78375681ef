"""What a year takes over from the one before."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.chiffre import Bilan, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.plan import Plan
from rapportpv.core.rangees import records
from rapportpv.core.textes import IMAGES, TEXTES, Texte
from rapportpv.export.lecture import format_nombre
from rapportpv.scaffold.guides import render_endormi, render_reprise
from rapportpv.subjects.consultation.sheet import CONSULTATION
from rapportpv.subjects.programmation.sheet import PROGRAMMATION, RECONDUITE, STATUTS
from rapportpv.subjects.seance.sheet import SEANCE
from rapportpv.subjects.service.sheet import SERVICE
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS
from rapportpv.year.bilan import compute_bilan
from rapportpv.year.load import load_dossier

RECURRENTES = frozenset(
    {"orientations", "territoire", "programmation", "associations", "fcs", "fonds_de_concours"}
    | {"npnru", "service", "articulation", "perspectives", "priorites", "dsu"}
)
"""The sections whose text of last year is a good start; the others are of one year."""

_CARTE = "carte.geojson"
_ASSEZ_GRAND = 1000  # a smaller amount may be anything
_BLANC = "[ \u00a0\u202f]?"
_HORS_TEXTE = re.compile(r"<!--.*?-->|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TOUJOURS_LA = frozenset(
    {"programmation", "piliers", "financeurs", "credits_specifiques", "credits_etat"}
    | {"droit_commun", "associations", "annee", "epci", "sigle", "contrat", "version", "arrete_le"}
)
_EN_INSTRUCTION = "en_instruction"

Rangee = dict[str, object]


class Reprise(Struct, frozen=True):
    """Rows by plan, words by list, files by their path in the year's folder, what to tell."""

    rangees: Mapping[str, list[Rangee]] = field(default_factory=dict)
    listes: Mapping[str, list[str]] = field(default_factory=dict)
    fichiers: Mapping[str, bytes] = field(default_factory=dict)
    conseils: tuple[str, ...] = ()


def read_reprise(
    racine: Path, precedente: int, *, meme_contrat: bool, actions: bool = False
) -> Reprise:
    """What can be taken over from that year; nothing when it cannot be read."""
    dossier, _ = load_dossier(racine, precedente)
    if dossier is None:
        dit = f"L’année {precedente} ne se lit pas (« rapportpv check {precedente} » dit pourquoi)"
        return Reprise(conseils=(f"{dit} : seuls les réglages ont été repris.",))
    rangees = {nom: list(rows) for nom, rows in _list_rangees(dossier, meme_contrat=meme_contrat)}
    if actions:
        rangees[PROGRAMMATION.nom] = list(_renew(dossier, meme_contrat=meme_contrat))
    fichiers = dict(_list_textes(dossier, racine, meme_contrat=meme_contrat))
    fichiers |= _list_images(racine / str(precedente), fichiers)
    carte = racine / str(precedente) / _CARTE
    if meme_contrat and carte.is_file():
        fichiers[_CARTE] = carte.read_bytes()
    return Reprise(
        {nom: rows for nom, rows in rangees.items() if rows},
        _list_mots(dossier),
        fichiers,
        tuple(_advise(precedente, rangees, fichiers, meme_contrat=meme_contrat, actions=actions)),
    )


def _list_rangees(
    dossier: Dossier, *, meme_contrat: bool
) -> Iterator[tuple[str, Iterator[Rangee]]]:
    """The rows that are the same from year to year, without what is of one year."""
    quartiers = ("nom", "communes", "type") + (("code", "population") if meme_contrat else ())
    gardees: tuple[tuple[Plan, tuple[str, ...]], ...] = (
        (COMMUNES, ("commune", "code_insee", "referent")),
        (QUARTIERS, quartiers),
        (SERVICE, ("nom", "fonction", "rattache_a")),
        (SEANCE, ("nom", "prenom")),
        (CONSULTATION, ("instance", "type", "destinataire")),
    )
    for plan, champs in gardees:
        yield plan.nom, _distinct(_rows(dossier.feuille(plan), *champs))


def _rows(feuille: Feuille | None, *champs: str) -> Iterator[Rangee]:
    if feuille is None:
        return
    for ligne in records(feuille.frame[list(champs)]):
        yield {str(nom): _plain(valeur) for nom, valeur in ligne.items()}


def _plain(valeur: Any) -> object:
    """The value of a frame's cell, None when it is blank."""
    return None if str(valeur) in {"", "nan", "None", "<NA>"} else valeur


def _distinct(rangees: Iterable[Rangee]) -> Iterator[Rangee]:
    """Each row once: a member who left has two at times."""
    yield from {tuple(rangee.items()): rangee for rangee in rangees}.values()


def _renew(dossier: Dossier, *, meme_contrat: bool) -> Iterator[Rangee]:
    """The supported actions, asked for again: no amount, and no number, which is of one year."""
    champs = ["intitule", "operateur", "type_operateur", "siret", "pilier", "thematique"]
    champs += ["communes", "quartiers"]
    statuts = {entree.code: entree.libelle for entree in STATUTS.entrees}
    for ligne in records(dossier.programmation.actions[champs]):
        rangee: Rangee = {str(nom): _plain(valeur) for nom, valeur in ligne.items()}
        if not meme_contrat:
            rangee["pilier"] = None
        yield {**rangee, "statut": statuts[_EN_INSTRUCTION], "reconduction": RECONDUITE}


def _list_mots(dossier: Dossier) -> dict[str, list[str]]:
    """The words of open lists."""
    projets = dossier.programmation.feuille.frame
    communes = (rangee["commune"] for rangee in _rows(dossier.feuille(COMMUNES), "commune"))
    quartiers = (rangee["nom"] for rangee in _rows(dossier.feuille(QUARTIERS), "nom"))
    return {
        "Communes": sorted({str(nom) for nom in communes}),
        "Quartiers": sorted({str(nom) for nom in quartiers}),
        "Opérateurs": sorted({str(nom) for nom in projets["operateur"] if nom}),
    }


def _list_textes(
    dossier: Dossier, racine: Path, *, meme_contrat: bool
) -> Iterator[tuple[str, bytes]]:
    """The recurring texts, last year's figures replaced by their names, marked to be read again."""
    bilan = compute_bilan(dossier)
    for texte in dossier.textes or ():
        if texte.section not in RECURRENTES or texte.is_vide or texte.illisible:
            continue
        nom = texte.fichier.rpartition("/")[2]
        if texte.word:
            yield f"{TEXTES}/{nom}", (racine / texte.fichier).read_bytes()
        else:
            contenu = name_chiffres(_without_notes(texte), bilan)
            sien = replace(texte, contenu=contenu)
            eveille = all(_is_there(a, meme_contrat=meme_contrat) for a, _ in sien.appels())
            render = render_reprise if eveille else render_endormi
            yield f"{TEXTES}/{nom}", render(contenu, dossier.millesime).encode()


def _is_there(nom: str, *, meme_contrat: bool) -> bool:
    """Whether a year that nobody has filled in has that figure already."""
    parties = nom.split(".")
    return parties[0] in _TOUJOURS_LA and (meme_contrat or "piliers" not in parties)


def _without_notes(texte: Texte) -> str:
    """The text without the notes that `init` had put there."""
    return re.sub(r"<!--\s*À (?:écrire|relire)\b.*?-->\n*", "", texte.contenu, flags=re.DOTALL)


def name_chiffres(contenu: str, bilan: Bilan) -> str:
    """The text, each large amount that is one figure's and no other's replaced by its name."""
    par_montant: dict[str, list[str]] = {}
    for chiffre in bilan.chiffres.values():
        if chiffre.unite is Unite.EUROS and chiffre.valeur >= _ASSEZ_GRAND:
            par_montant.setdefault(chiffre.affiche, []).append(chiffre.nom)
    noms = {affiche: noms[0] for affiche, noms in par_montant.items() if len(noms) == 1}
    morceaux, fait = [], 0
    for hors in [*_HORS_TEXTE.finditer(contenu), None]:
        debut = hors.start() if hors else len(contenu)
        morceaux.append(_name(contenu[fait:debut], noms))
        if hors:
            morceaux.append(hors[0])
            fait = hors.end()
    return "".join(morceaux)


def _name(texte: str, noms: Mapping[str, str]) -> str:
    for affiche, nom in noms.items():
        nombre = re.sub(r"[\s\u00a0\u202f]", _BLANC, affiche.rstrip("€ \u00a0\u202f"))
        motif = rf"(?<![\d,.]){nombre}{_BLANC}(?:€|euros\b)"
        texte = re.sub(motif, f"{{{{ {nom} }}}}", texte)
    return texte


def _list_images(annee: Path, textes: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pictures that those texts name."""
    dossier, ecrits = annee / IMAGES, b"\n".join(textes.values())
    if not dossier.is_dir():
        return {}
    images = (f for f in sorted(dossier.iterdir()) if f.is_file() and f.name.encode() in ecrits)
    return {f"{IMAGES}/{image.name}": image.read_bytes() for image in images}


def _advise(
    precedente: int,
    rangees: Mapping[str, list[Rangee]],
    fichiers: Mapping[str, bytes],
    *,
    meme_contrat: bool,
    actions: bool,
) -> Iterator[str]:
    """What was taken over, and what is to be looked at."""
    noms = {
        "communes": "commune",
        "quartiers": "quartier",
        "consultation": "instance consultée",
        "seance": "élu",
        "service": "agent",
        "programmation": "action",
    }
    repris = [
        format_nombre(len(rangees[nom]), mot) for nom, mot in noms.items() if rangees.get(nom)
    ]
    textes = sum(nom.startswith(f"{TEXTES}/") for nom in fichiers)
    repris += [f"{format_nombre(textes, 'texte')} à relire"] if textes else []
    if repris:
        yield f"Repris de {precedente} : {', '.join(repris)}."
    if not meme_contrat and rangees.get("quartiers"):
        yield "Le contrat change : les codes et la population des quartiers sont à remplir."
    if not meme_contrat and actions and rangees.get("programmation"):
        yield "Le contrat change : la colonne « Pilier » des actions reprises est à remplir."
