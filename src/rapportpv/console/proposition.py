"""What a workbook is proposed to be, on a terminal: each column, five of its values, the doubts."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from rapportpv.console.anomalies import write_anomalies
from rapportpv.console.flux import write
from rapportpv.core.anomalie import Severite
from rapportpv.core.emplacement import column_letter
from rapportpv.export.lecture import clean, format_nombre
from rapportpv.french.typographie import format_euros, format_liste, format_texte

if TYPE_CHECKING:
    from rapportpv.commands.proposition.proposition import Colonne, Proposition

_BLOCS = (  # how a column is used, and the title of those that are
    ("colonne", "Les colonnes du rapport"),
    ("financeur", "Les financeurs, une colonne chacun"),
    ("à décider", "À décider : peut-être des subventions, pas comptées"),
    ("écartée", "Des montants laissés de côté"),
    ("laissée", "Ni lues, ni écartées"),
    ("sans usage", "Sans usage dans le rapport"),
)


def write_proposition(proposition: Proposition) -> None:
    """The whole proposal."""
    forme = "une ligne par subvention" if proposition.longue else "une ligne par projet"
    _say(
        f"« {clean(proposition.fichier)} », feuille « {clean(proposition.feuille)} » : les titres "
        f"sont à la ligne {proposition.ligne}, {forme}."
    )
    for usage, titre in _BLOCS:
        _write_bloc(titre, [c for c in proposition.colonnes if c.usage == usage])
    _write_reglages(proposition)
    _write_doutes(proposition.doutes)
    _write_essai(proposition)


def _write_bloc(titre: str, colonnes: Iterable[Colonne]) -> None:
    siennes = list(colonnes)
    if siennes:
        _say(f"\n{titre} :")
    for c in siennes:
        doute = f" ({c.doute})" if c.doute else ""
        nom = f"« {clean(c.libelle)} »"
        memes = c.usage == "sans usage" or (c.libelle == c.role and not doute)
        _say(f"  {column_letter(c.numero)}  {nom}{'' if memes else f' : {clean(c.role + doute)}'}")
        if c.exemples:
            _say(f"       {clean(' | '.join(c.exemples))}")


def _write_reglages(proposition: Proposition) -> None:
    """The piliers, the funders, the words that the settings will have."""
    piliers = format_liste(clean(pilier.libelle) for pilier in proposition.piliers)
    _say(f"\nPiliers du contrat : {piliers}.")
    for autre in proposition.autres:
        lignes = format_nombre(autre.lignes, "ligne")
        _say(f"Feuille « {clean(autre.feuille)} » : lue aussi, {lignes} ({autre.plan}).")
    for payeur in proposition.payeurs:
        f = payeur.financeur
        nature = "crédits spécifiques" if f.specifique else "droit commun"
        _say(f"Financeur « {clean(f.libelle)} » : famille {f.famille}, {nature}.")
    for mots in (proposition.mots.statuts, proposition.mots.types):
        for code, siens in mots.items():
            _say(f"« {code} » : {clean(format_liste(siens))}.")


def _write_doutes(doutes: Iterable[str]) -> None:
    siens = list(doutes)
    if siens:
        _say(f"\n{format_nombre(len(siens), 'point')} à vérifier :")
    for doute in siens:
        _say(f"  - {clean(doute)}")


def _write_essai(proposition: Proposition) -> None:
    essai = proposition.essai
    if essai.lu:
        projets = format_nombre(essai.projets, "projet")
        soutenus = format_nombre(essai.soutenus, "soutenu")
        euros = format_euros(Fraction(essai.cents, 100))
        _say(f"\nLu ainsi : {projets}, dont {soutenus}, {euros} en tout.")
    graves = [a for a in essai.anomalies if a.severite is not Severite.INFO]
    if graves:
        _say("\nCe que « rapportpv check » dira de ce classeur :")
        write_anomalies(graves)


def _say(texte: str) -> None:
    write(format_texte(texte))
