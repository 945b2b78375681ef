"""The grants of the EPCI, one an action and a funder, and what each beneficiary receives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.identifiants import compact, is_rna, is_siren, is_siret
from rapportpv.reading.doublons import name_key
from rapportpv.subjects.fcs.sheet import FCS

SEUIL = 2_300_000
"""What a private body may receive in a year without a convention, in cents (décret 2001-495)."""

_FAMILLE = "EPCI"
_PRIVES = frozenset({"association", "entreprise"})
_PUBLICS = frozenset({"commune", "epci", "etablissement_public"})


class Aide(Struct, frozen=True):
    """A grant: to whom, for what, how many cents, and where it is written.

    `prive`: whether the beneficiary is a private body; None when its type does not say.
    """

    beneficiaire: str
    siret: str
    rna: str
    siren: str
    prive: bool | None
    objet: str
    cents: int
    financeur: str
    lieu: Emplacement  # of what names the beneficiary

    @property
    def cle(self) -> str:
        """What the grants of one beneficiary share: its SIREN, else its RNA, else its name."""
        return self.siret[:9] or self.siren or self.rna or name_key(self.beneficiaire)


class Cumul(Struct, frozen=True):
    """What a beneficiary receives in the year."""

    aides: tuple[Aide, ...]

    @property
    def cents(self) -> int:
        """All of it, in cents."""
        return sum(aide.cents for aide in self.aides)

    @property
    def depasse(self) -> bool:
        """Whether it is to be published: above the threshold, to a body that may be private."""
        return self.cents > SEUIL and any(aide.prive is not False for aide in self.aides)


@lru_cache(maxsize=1)
def list_aides(dossier: Dossier) -> tuple[Aide, ...]:
    """The grants of the EPCI to others, in the order of the sheets.

    Those of the FCS are read in its own workbook when the programming has no column for it.
    """
    financeurs = {f.code: f for f in dossier.reglages.financeur if f.famille == _FAMILLE}
    aides = [*_read_programmation(dossier, {c: f.libelle for c, f in financeurs.items()})]
    fonds = [code for code, financeur in financeurs.items() if financeur.fcs]
    if FCS.nom in dossier.autres and not dossier.programmation.sum(fonds):
        aides += _read_fcs(dossier, dossier.autres[FCS.nom])
    return tuple(aide for aide in aides if aide.cents and not _is_epci(dossier, aide))


def add_up(aides: Iterable[Aide]) -> tuple[Cumul, ...]:
    """What each beneficiary receives, the largest first, then by name."""
    par_cle: dict[str, list[Aide]] = {}
    for aide in aides:
        par_cle.setdefault(aide.cle, []).append(aide)
    cumuls = (Cumul(tuple(siennes)) for siennes in par_cle.values())
    return tuple(sorted(cumuls, key=lambda c: (-c.cents, c.aides[0].cle)))


def list_grands(dossier: Dossier) -> tuple[Cumul, ...]:
    """What each beneficiary above the threshold receives, the largest first, then by name."""
    return tuple(cumul for cumul in add_up(list_aides(dossier)) if cumul.depasse)


def _read_programmation(dossier: Dossier, financeurs: dict[str, str]) -> Iterator[Aide]:
    programmation = dossier.programmation
    feuille = programmation.feuille
    frame = feuille.frame
    noms, intitules, types = (
        dict(zip(frame.index.tolist(), frame[c].tolist(), strict=True))
        for c in ("operateur", "intitule", "type_operateur")
    )
    siennes = programmation.select(financeurs)
    colonnes = (siennes[c].tolist() for c in ("projet", "financeur", "montant"))
    par_projet: dict[tuple[int, str], int] = {}
    for projet, financeur, cents in zip(*colonnes, strict=True):
        cle = int(projet), str(financeur)
        par_projet[cle] = par_projet.get(cle, 0) + int(cents)
    identifie = _make_annuaire(dossier, (noms[projet] for projet, _ in par_projet))
    for (projet, financeur), cents in par_projet.items():
        nom = noms[projet]
        yield Aide(
            nom,
            *identifie(nom),
            _read_prive(types[projet]),
            intitules[projet],
            cents,
            financeurs[financeur],
            _lieu(feuille, projet),
        )


def _read_fcs(dossier: Dossier, fcs: Feuille) -> Iterator[Aide]:
    identifie = _make_annuaire(dossier, fcs.frame["operateur"])
    frame = dossier.programmation.feuille.frame
    types = {
        name_key(nom): genre
        for nom, genre in zip(frame["operateur"], frame["type_operateur"], strict=True)
    }
    lisible = fcs.frame.fillna({"montant": 0})  # a cell that is refused grants nothing
    champs = (lisible[c].tolist() for c in ("operateur", "intitule", "montant"))
    for ligne, nom, objet, cents in zip(fcs.frame.index.tolist(), *champs, strict=True):
        prive = _read_prive(types.get(name_key(nom), ""))
        lieu = fcs.lieu([ligne], "operateur")
        yield Aide(nom, *identifie(nom), prive, objet, int(cents), FCS.feuille, lieu)


def _make_annuaire(dossier: Dossier, noms: Iterable[str]) -> Callable[[str], tuple[str, str, str]]:
    """What finds the SIRET, the RNA and the SIREN of those opérateurs, wherever they are written.

    Numbers are checked once for each of them, not at each row.
    """
    frame = dossier.programmation.feuille.frame
    voulus = {name_key(nom) for nom in set(noms)}
    colonnes = (frame[c].tolist() for c in ("operateur", "siret")) if voulus else ((), ())
    sirets: dict[str, str] = {}
    rnas: dict[str, str] = {}
    sirens: dict[str, str] = {}
    for nom, typed in dict.fromkeys(zip(*colonnes, strict=True)):
        if (cle := name_key(nom)) not in voulus or not (numero := compact(typed)):
            continue
        for rang, est_un in ((sirets, is_siret), (rnas, is_rna), (sirens, is_siren)):
            if est_un(numero):
                rang.setdefault(cle, numero)
    reglage = dossier.annee.subventions
    if reglage is not None:
        sirets |= {name_key(nom): siret for nom, siret in reglage.beneficiaires.items()}

    def identifie(nom: str) -> tuple[str, str, str]:
        cle = name_key(nom)
        return sirets.get(cle, ""), rnas.get(cle, ""), sirens.get(cle, "")

    return identifie


def _lieu(feuille: Feuille, projet: int) -> Emplacement:
    """The cell where the SIRET should be, else that of the name."""
    return feuille.lieu([projet], "siret" if "siret" in feuille.colonnes else "operateur")


def _read_prive(genre: str) -> bool | None:
    return True if genre in _PRIVES else False if genre in _PUBLICS else None


def _is_epci(dossier: Dossier, aide: Aide) -> bool:
    """Whether the EPCI pays itself: what it spends is no grant."""
    territoire = dossier.reglages.territoire
    siens = {name_key(territoire.epci), name_key(territoire.sigle)}
    return name_key(aide.beneficiaire) in siens or aide.cle == compact(territoire.siren or "-")
