"""The workbook read, proposed and tried: all that `init --depuis` knows before it writes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.commands.proposition.acquis import Acquis
from rapportpv.commands.proposition.autres import find_autres
from rapportpv.commands.proposition.essai import Lu, try_reglages
from rapportpv.commands.proposition.propose import Proposeur
from rapportpv.commands.proposition.proposition import Colonne, Proposition, Usage
from rapportpv.commands.proposition.tableau import find_tableau
from rapportpv.core.emplacement import column_letter
from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.plan import FINANCEUR
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.classeur.read import read_contenu
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.project import find_verrou
from rapportpv.reading.rules.pv002_fichier_illisible import RAISONS
from rapportpv.reading.rules.pv017_copie_annotee import PV017
from rapportpv.scaffold.depuis.errors import (
    LUES,
    DepuisAbsentError,
    DepuisExtensionError,
    DepuisIllisibleError,
    DepuisSansTableauError,
)
from rapportpv.subjects.programmation.sheet import PROGRAMMATION

_ESSAIS = 2  # the second with the headings as the reader puts them together


class Source(Struct, frozen=True):
    """The file as it is, byte for byte, and where it comes from."""

    chemin: Path
    contenu: bytes

    @property
    def nom(self) -> str:
        """Its name in the folder of the year."""
        return Path(PROGRAMMATION.fichier).stem + self.chemin.suffix.lower()

    def grilles(self) -> list[Grille]:
        """Its sheets. Raises DepuisIllisibleError."""
        try:
            return read_contenu(self.contenu, self.nom)
        except ClasseurRefuseError as refus:
            raison = PV017.message if refus.raison == "copie" else RAISONS[refus.raison]
            raise DepuisIllisibleError(self.chemin, raison.rstrip(".")) from refus


def read_source(chemin: Path) -> Source:
    """The file. Raises DepuisAbsentError, DepuisExtensionError and FichierInaccessibleError."""
    if not chemin.exists():
        raise DepuisAbsentError(chemin)
    if chemin.suffix.lower() not in LUES or not chemin.is_file():
        raise DepuisExtensionError(chemin)
    try:
        return Source(chemin, chemin.read_bytes())
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause


class Cadre(Struct, frozen=True):
    """What a proposal is made in: the year, its contract, the settings that it would make."""

    annee: int
    contrat: Contrat
    sigle: str
    make: Callable[[Proposition], Reglages]
    acquis: Acquis = field(default_factory=Acquis)


def prepare(source: Source, cadre: Cadre) -> Proposition:
    """The proposal, tried. Raises DepuisIllisibleError and DepuisSansTableauError."""
    annee, nom = cadre.annee, source.chemin.name
    tableau = find_tableau(source.grilles(), nom, cadre.contrat, annee)
    if tableau is None:
        raise DepuisSansTableauError(source.chemin)
    proposeur = Proposeur(tableau, nom, cadre.contrat, annee, cadre.sigle, cadre.acquis)
    proposition = proposeur.propose()
    trouvees = find_autres(source.grilles(), tableau.grille.nom, annee)
    doutes = (*proposition.doutes, *trouvees.doutes)
    proposition = replace(proposition, autres=trouvees.feuilles, doutes=doutes)
    lu = Lu()
    for _ in range(_ESSAIS):
        reglages = cadre.make(proposition)
        lu = try_reglages(source.grilles(), f"{annee}/{source.nom}", reglages, annee)
        corrigee = _follow(proposition, lu)
        if corrigee == proposition:
            break
        proposition = corrigee
    doutes = (*proposition.doutes, *_tell_ecarts(proposition, lu), *_tell_ouvert(source.chemin))
    return replace(proposition, doutes=doutes, essai=lu.essai)


def _follow(proposition: Proposition, lu: Lu) -> Proposition:
    """The proposal with its headings as the reader puts them together from two rows."""
    if (lu.feuille, lu.ligne) != (proposition.feuille, proposition.ligne):
        return proposition
    colonnes = tuple(
        replace(c, libelle=lu.libelles.get(c.numero, c.libelle)) for c in proposition.colonnes
    )
    payeurs = []
    for payeur in proposition.payeurs:
        code = payeur.financeur.code
        if payeur.connu:
            payeurs.append(payeur)
            continue
        siens = {c.libelle for c in colonnes if c.usage is Usage.FINANCEUR and c.code == code}
        neufs = siens - {payeur.financeur.libelle, *payeur.financeur.alias}
        alias = (*payeur.financeur.alias, *sorted(neufs))
        financeur = payeur.financeur.model_copy(update={"alias": alias})
        payeurs.append(replace(payeur, financeur=financeur))
    return replace(proposition, colonnes=colonnes, payeurs=tuple(payeurs))


def _tell_ecarts(proposition: Proposition, lu: Lu) -> Sequence[str]:
    """The columns that the reader, with these settings, takes for another thing."""
    if not lu.colonnes:
        return ()
    if lu.feuille != proposition.feuille:
        return (
            f"La feuille qui sera lue est « {lu.feuille} », et non « {proposition.feuille} » : "
            "renommez « Programmation » celle qui compte.",
        )
    ecarts = [c for c in proposition.colonnes if _is_other(c, lu)]
    return [
        f"« {c.libelle} » ({column_letter(c.numero)}) n’est pas lue comme il est proposé : une "
        "autre colonne a le même titre, ou presque. Renommez-la dans le classeur."
        for c in ecarts
        if not _is_double(c, proposition)
    ]


def _is_other(colonne: Colonne, lu: Lu) -> bool:
    """Whether a column is read as another one than was proposed, or counted when it is not."""
    code = _code(colonne)
    siennes = [autre for autre, numero in lu.colonnes.items() if numero == colonne.numero]
    if code:
        return code not in siennes
    return any(autre == "montant" or autre.startswith(FINANCEUR) for autre in siennes)


def _code(colonne: Colonne) -> str:
    if colonne.usage is Usage.FINANCEUR:
        return FINANCEUR + colonne.code
    return colonne.code if colonne.usage is Usage.CHAMP else ""


def _is_double(colonne: Colonne, proposition: Proposition) -> bool:
    """Whether it is told already that several columns are of that funder."""
    memes = [c for c in proposition.colonnes if _code(c) and _code(c) == _code(colonne)]
    return len(memes) > 1


def _tell_ouvert(chemin: Path) -> Sequence[str]:
    if find_verrou(chemin) is None:
        return ()
    return (
        f"« {chemin.name} » est ouvert dans un autre programme : ce qui n’y est pas encore "
        "enregistré n’a pas été lu.",
    )
