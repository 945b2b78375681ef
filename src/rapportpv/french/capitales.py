"""Names typed in capitals, written as French does: «Association des amis de l'école».

A capital that cannot be told from a sigle's stays: a name half restored reads, a wrong one hurts.
"""

import re
from collections.abc import Iterable

from rapportpv.french.lexique import fold

_OUTILS = """
à au aux avec chez contre d dans de des du en entre et l la le les leur leurs lez ma mes mon nos
notre ou par pour qu sa sans ses son sous sur un une vers votre
"""
_COMMUNS = """
accueil actif action active activité adultes aide aînés alimentaire ami amicale amie animation
appui arbre art assemblée asso associatif association associative atelier avenir aventure
bibliothèque bureau café canailles cap centre cercle chant chantier chemin chorale cinéma cité
citoyen citoyenne classe club collectif collège comité communal communale communauté commune
compagnie conseil coopérative création créative culture culturel culturelle danse défi demain
départ département développement dialogue droit durable échange école écologie économie économique
éducatif éducation éducative égal égale égalité élèves emploi enfance enfant enseignement ensemble
entraide entrepreneurs entreprise environnement espace espoir évasion éveil familiale famille
fédération femme ferme fête filles foot football forêt formation foyer fraternité futur garage
garçons générale génération gens grand grande groupe gymnastique habitants habitat handicap
harmonie histoire homme humain image inclusion inégalités information initiative innovation
insertion intercommunal intercommunale jardin jeu jeune jeunesse jeux journal judo justice laïque
lecture lever libre lien lieu ligue lire local locale locataires logement loisir lutte lycée main
mairie maison maman marche médiation mémoire mère métiers mieux mission mobilité monde moulin
mouvement municipal municipale musée musical musicale musique natation nation nature nouveau
nouvelle numérique objectif office œuvre parc parcours parent parole partagé partage passerelle
patrimoine pays père personnes petit petite peuple phare plus point pôle populaire port porte
prévention professionnel professionnelle projet protection quartier radio recherche régie régional
régionale relais rencontre renouveau réseau ressource réussite rideau rivière route rue rural
rurale saison santé scène science second secours secteur section sécurité sens service social
sociale sociaux société soleil solidaire solidarité source soutien spectacle sport sportif
sportive stade syndicale syndicat table talent team temps tennis terrain terre territoire théâtre
tissage toit tous toutes travail union université urbain urbaine vacances vélo vie village ville
vivre voisins voix volontaires
"""
_ECRITS = {fold(mot): mot for mot in (*_COMMUNS.split(), *_OUTILS.split())}
_NOM_COMMUN = re.compile(r"\w{3,}[st]ions?")
_MORCEAU = re.compile(r"((?:[^\W\d_]\.){2,}|[^\W\d_]+)")
_VOYELLE = re.compile("[aeiouy]")
_PLUS_LONG = 8  # words of a proper name
_SIGLE = 4  # letters; longer, a word that nobody knows is a name

Propres = dict[tuple[str, ...], tuple[str, ...]]


def index_propres(noms: Iterable[str], sigles: Iterable[str] = ()) -> Propres:
    """Proper names by their folded words, to be found in names typed in capitals.

    One that is itself in capitals says nothing, unless it is a sigle.
    """
    propres: Propres = {}
    for nom in (*sigles, *(nom for nom in noms if nom != nom.upper())):
        mots = tuple(_MORCEAU.findall(nom))
        if mots and not re.search(r"\d", nom):  # «Cité 8» says nothing of «cité»
            propres.setdefault(tuple(map(fold, mots)), mots)
    return propres


def soften(nom: str, propres: Propres | None = None) -> str:
    """The name with small letters when it was typed in capitals; else as it was typed.

    Sigles stay: four letters or fewer, no vowel, dots. `propres`: places, as they are written.
    """
    if nom != nom.upper() or not any(map(str.isalpha, nom)):
        return nom
    morceaux = _MORCEAU.split(nom)
    if len(morceaux) == 3 and len(morceaux[1]) <= _SIGLE:  # one word, that nothing explains
        return nom
    rang = 1
    while rang < len(morceaux):
        connus = _find(morceaux, rang, propres or {})
        for mot in connus or (_write(morceaux, rang),):
            morceaux[rang] = mot
            rang += 2
    return "".join(morceaux)


def _find(morceaux: list[str], rang: int, propres: Propres) -> tuple[str, ...]:
    """The longest proper name that stands here, in its own letters."""
    suite = [fold(mot) for mot in morceaux[rang : rang + 2 * _PLUS_LONG : 2]]
    for longueur in range(len(suite), 0, -1):
        ecrit = propres.get(tuple(suite[:longueur]))
        if ecrit:
            return ecrit
    return ()


def _write(morceaux: list[str], rang: int) -> str:
    """A word as it is written at its place in a name."""
    mot, plie = morceaux[rang], fold(morceaux[rang])
    if "." in mot or morceaux[rang + 1].startswith("."):
        return mot
    ecrit = _look_up(mot, plie)
    if ecrit:
        return ecrit.capitalize() if rang == 1 else ecrit
    if "-" in (morceaux[rang - 1], morceaux[rang + 1]):
        return mot.capitalize()
    apres_un_nom = rang > 1 and morceaux[rang - 1] == " " and _is_name(morceaux[rang - 2])
    if not _VOYELLE.search(plie) or (len(plie) <= _SIGLE and not apres_un_nom):
        return mot
    return mot.lower() if rang > 1 and _NOM_COMMUN.fullmatch(plie) else mot.capitalize()


def _look_up(mot: str, plie: str) -> str:
    """A common word with its accents, which capitals often lack; «» for another."""
    ecrit = _ECRITS.get(plie) or (f"{_ECRITS.get(plie[:-1], '')}s" if plie[-1] == "s" else "")
    if ecrit in {"", "s"}:
        return ""
    return ecrit if plie == mot.lower() else mot.lower()


def _is_name(mot: str) -> bool:
    """Whether a word, written already, is one that nobody knows: «Jacques»."""
    return mot != mot.upper() and mot[0].isupper() and not _look_up(mot, fold(mot))
