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
accès accompagnement accompagnements accueil actif action active activité adultes agriculture aide
aînés alimentaire alphabétisation aménagement ami amicale amie animation apprentissage appui arbre
art assemblée asso associatif association associative atelier ateliers autonomie avenir aventure
bibliothèque bricolage bureau café canailles cap centre cercle chant chantier
chantiers chemin chorale cinéma cirque cité citoyen citoyenne citoyenneté classe club
collectif collège collégiens colonie comité communal communale communautaire communauté commune
compagnie conjugales conseil coopérative couture création créative cuisine culture culturel
culturelle cycle danse décrochage défi délinquance demain départ département développement
dialogue diversité droit droits durable échange école écologie économie économique écoute écriture
écrivain éducatif éducation éducative égal égale égalité élémentaire élèves éloquence emploi
enfance enfant enseignement ensemble entraide entrepreneuriat entrepreneurs entreprise
environnement épicerie équestre espace espoir étudiants évasion éveil familial familiale
familiales famille familles fédération féminin féminine femme ferme festival fête filles foot
football forêt formation foyer français française fraternité friche futur garage garçons générale
génération gens gestion grand grande groupe guidance gymnase gymnastique habitants habitat
handicap harmonie hébergement histoire homme humain illettrisme image inclusif inclusion inclusive
inégalités information informatique initiative innovation insertion intercommunal intercommunale
intergénérationnel intergénérationnelle jardin jardinage jardins jeu jeune jeunesse jeux journal
judo juridique justice laïcité laïque langue langues lecture lever libre lien lieu ligue
linguistique lire livre livres local locale locataires logement loisir ludique ludothèque lutte
lycée lycéens main mairie maison maman marche maternel maternelle maternité médiateur médiathèque
médiation médiatrice mémoire mentale mère métiers mieux mission mixité mobilité monde moulin
mouvement multisports municipal municipale musée musical musicale musique natation natif nation
nature nautique nouveau nouvelle numérique numériques objectif œuvre office orchestre papier parc
parcours parent parentalité parents parole partage partagé passerelle patrimoine pays paysage
paysages pédagogique pédestre pépinière père périscolaire permanence permanences persévérance
personnes petit petite peuple phare plein plurielle plus point pôle populaire port porte
prévention primaire printemps professionnel professionnelle projet propreté protection
psychologique publics quartier radio recherche recyclerie réemploi régie régional régionale relais
rencontre rencontres renouveau rénovation repas réseau respect ressource ressourcerie réussite
rideau rivière route rue rural rurale saison salle santé scène science scolaire scolaires second
secours secteur section sécurité séjours seniors sens service social sociale sociaux société
soleil solidaire solidaires solidarité sorties source soutien spécialisée spectacle sport sportif
sportive stade stage stages studio syndicale syndicat table talent team technique techniques temps
tennis terrain terre territoire théâtre thérapeutique tiers tissage toit tous toutes trajet
tranquillité transition travail union université urbain urbaine urbaines urbains vacances vélo
vidéo vie vieillir vieillissement village ville violences vivre voisins voix volontaires voyage
voyageurs
"""
_ECRITS = {fold(mot): mot for mot in (*_COMMUNS.split(), *_OUTILS.split())}
_NOM_COMMUN = re.compile(r"\w{3,}[st]ions?|\w{4,}ements?")
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
    seul = len(morceaux) == 3 and len(morceaux[1]) <= _SIGLE
    if seul and not _find(morceaux, 1, propres or {}):  # one word, that nothing explains
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
