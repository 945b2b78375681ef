"""The settings that a proposal makes, as the commented text of rapportpv.toml."""

import re
from collections.abc import Iterator
from pathlib import Path

from rapportpv.commands.proposition.proposition import Colonne, Payeur, Proposition, Usage
from rapportpv.core.emplacement import column_letter
from rapportpv.core.settings.reglages import AxeFcs, Contrat, Territoire
from rapportpv.french.lexique import fold
from rapportpv.reading.toml import quote
from rapportpv.scaffold.rendu import FINANCEURS, Trouve, render_mots, render_reglages
from rapportpv.subjects.programmation.sheet import PROGRAMMATION


def render_depuis(
    proposition: Proposition, territoire: Territoire, contrat: Contrat, annee: int
) -> str:
    """The whole file of a new project."""
    sien = contrat.model_copy(update={"pilier": proposition.piliers})
    trouve = Trouve(
        tuple(p.financeur for p in proposition.payeurs) or FINANCEURS,
        {p.financeur.code: list(list_remarques(p)) for p in proposition.payeurs},
        render_words(proposition),
    )
    return render_reglages(territoire, sien, annee, trouve)


def render_words(proposition: Proposition) -> str:
    """The blocks of the words that are the workbook's own."""
    douteuses = [c for c in proposition.colonnes if c.usage is Usage.DOUTEUSE]
    return render_mots(
        fichier=_comment(proposition.fichier),
        colonnes=list(list_alias(proposition)),
        ignorees=[(c.libelle, tell_column(c)) for c in proposition.ignorees()],
        a_decider=[(quote(c.libelle), tell_column(c)) for c in douteuses],
        unites=proposition.unites,
        classeurs=list_classeurs(proposition),
        axes=list_axes(proposition),
        statuts=proposition.mots.statuts,
        types=proposition.mots.types,
    )


def list_classeurs(proposition: Proposition) -> dict[str, str]:
    """The workbook of each sheet that has none of its own: the one that is read."""
    classeur = Path(PROGRAMMATION.fichier).stem
    return {autre.plan: classeur for autre in proposition.autres}


def list_axes(proposition: Proposition) -> list[AxeFcs]:
    """The axes of the fund, when the workbook has its sheet."""
    return [axe for autre in proposition.autres for axe in autre.axes]


def list_alias(proposition: Proposition) -> Iterator[tuple[str, list[str]]]:
    """The headings of each field that are not those of the program."""
    ignorees = {c.libelle for c in proposition.ignorees()}
    titres = {fold(c.libelle) for c in proposition.colonnes if c.libelle not in ignorees}
    for code, libelles in proposition.aliases().items():
        sien = fold(PROGRAMMATION.libelle(code))
        siens = [t for t in libelles if fold(t) != sien]
        if siens and sien not in titres:  # else the reader chooses between the two
            yield code, siens


def list_remarques(payeur: Payeur) -> Iterator[str]:
    """What is to be looked at in the block of a funder."""
    if payeur.remarque:
        yield _comment(f"À VÉRIFIER : {payeur.remarque}.")
    if not payeur.famille_devinee:
        yield "À VÉRIFIER : rien ne dit sa famille."
    if not payeur.specifique_dit:
        yield "À VÉRIFIER : rien ne dit si ces crédits sont spécifiques."


def tell_column(colonne: Colonne) -> str:
    """«colonne K, montants demandés»."""
    doute = f" ; {colonne.doute}" if colonne.doute else ""
    return _comment(f"colonne {column_letter(colonne.numero)}, {colonne.role}{doute}")


def _comment(texte: str) -> str:
    """A text that a comment can hold."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", texte)
