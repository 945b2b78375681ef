"""Un chiffre écrit à la main dans un texte contredit un chiffre du rapport.

## Pourquoi c’est gênant
Le texte et le tableau ne disent plus la même chose, dans un document signé. Un chiffre que le
texte appelle par son nom, entre deux accolades, est toujours le bon, et suit les classeurs quand
ils changent.

Un montant n’est mis en cause que s’il ressemble à un seul chiffre du rapport : un chiffre diffère,
deux voisins sont inversés, ou l’écart est de moins d’un millième. Une part ou un nombre ne l’est
que si sa phrase dit de quoi elle parle : « 170 projets déposés », « 74 % des crédits de la
programmation ». Les dates, les numéros et les autres années sont laissés de côté.

## Exemple fautif
Dans « 2022/textes/evolution.md » : « La programmation représente 240 105 €. », alors que les lignes
de la feuille font 240 150 €.

## À écrire plutôt
« La programmation représente {{ programmation.total }}. »
"""

from collections.abc import Iterator
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie, Rule, Severite, Stage
from rapportpv.core.chiffre import Bilan, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.proximite import explain_ecart
from rapportpv.french.typographie import INSECABLE, format_euros
from rapportpv.texts.figures.contradictions import Contradiction, find_contradictions
from rapportpv.texts.figures.reperes import Reperes


def check(dossier: Dossier, bilan: Bilan) -> Iterator[Anomalie]:
    """Each number typed in a text that contradicts a named figure."""
    reperes = Reperes(dossier, bilan)
    for texte in dossier.textes or ():
        for phrase in texte.phrases():
            for faute in find_contradictions(phrase, reperes):
                yield _anomalie(texte.lieu(phrase.debut + faute.nombre.debut), faute)


def _anomalie(lieu: Emplacement, faute: Contradiction) -> Anomalie:
    chiffre = faute.chiffre
    entiere = chiffre.unite is Unite.POURCENTAGE and faute.nombre.pas >= 1
    juste, filtre = (chiffre.format(0), " | sans_decimale") if entiere else (chiffre.affiche, "")
    return PV406.at(
        lieu,
        valeur=faute.valeur,
        suggestion=f"Écrivez {{{{ {chiffre.nom}{filtre} }}}} ({juste}).",
        nom=chiffre.nom,
        juste=juste,
        ecart=_format_ecart(faute) if chiffre.unite is Unite.EUROS else "",
    )


def _format_ecart(faute: Contradiction) -> str:
    lu, juste = faute.nombre.valeur, faute.chiffre.valeur
    cause = explain_ecart(int(lu * 100), int(juste * 100))
    ecart: Fraction = abs(lu - juste)
    return f" (écart de {format_euros(ecart)}{f'{INSECABLE}: {cause}' if cause else ''})"


PV406 = Rule(
    "PV406",
    "chiffre-ecrit-a-la-main",
    Severite.ERREUR,
    message=(
        "« {valeur} », écrit à la main, contredit le chiffre « {nom} », qui vaut "
        "{juste}{ecart}. Corrigez le texte, ou appelez le chiffre par son nom."
    ),
    doc=__doc__,
    check=check,
    stage=Stage.CHIFFRES,
)
