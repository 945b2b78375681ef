"""Two states of a year compared: what changed, and the cells that changed it."""

from collections.abc import Iterable, Mapping

from rapportpv.french.typographie import format_date
from rapportpv.published.ecarts import EcartChiffre, EcartDocument, Ecarts, EcartTableau, EcartTexte
from rapportpv.published.mouvements import Chiffrage, Mouvement, find_mouvements
from rapportpv.published.publication import ChiffrePublie, Publication, TableauPublie
from rapportpv.published.rangees import CLASSEMENTS, Rangees


def compare_publications(
    avant: Publication | None, apres: Publication, rangees: Rangees | None = None
) -> Ecarts:
    """All that differs from what was published; the cells too, where both states know rows."""
    if avant is None:
        return Ecarts(apres.annee, None, compare_chiffres({}, apres.chiffres))
    mouvements: list[Mouvement] = []
    if rangees is not None and avant.rangees is not None:
        mouvements = find_mouvements(avant.rangees, rangees)
    return Ecarts(
        apres.annee,
        avant.nom,
        compare_chiffres(avant.chiffres, apres.chiffres, mouvements, _list_codes(avant, apres)),
        _compare_tableaux(avant.tableaux, apres.tableaux),
        _compare_textes(avant.textes, apres.textes),
        _compare_documents(avant, apres),
    )


def compare_chiffres(
    avant: Mapping[str, ChiffrePublie],
    apres: Mapping[str, ChiffrePublie],
    mouvements: Iterable[Mouvement] = (),
    codes: frozenset[str] = frozenset(),
) -> tuple[EcartChiffre, ...]:
    """The figures that differ, exactly or as printed, in the order of the second state."""
    return tuple(
        _compare_chiffre(nom, avant.get(nom), apres.get(nom), mouvements, codes)
        for nom in dict.fromkeys([*apres, *avant])
        if _essence(avant.get(nom)) != _essence(apres.get(nom))
    )


def _essence(chiffre: ChiffrePublie | None) -> object:
    return chiffre and (chiffre.valeur, chiffre.unite, chiffre.affiche)


def _compare_chiffre(
    nom: str,
    avant: ChiffrePublie | None,
    apres: ChiffrePublie | None,
    mouvements: Iterable[Mouvement],
    codes: frozenset[str],
) -> EcartChiffre:
    connu = apres or avant
    assert connu is not None  # one of the two states has it
    chiffrage = Chiffrage(nom, codes.intersection(nom.split(".")), connu.sources)
    places = dict.fromkeys(m.place for m in mouvements if m.moves(chiffrage))
    return EcartChiffre(
        nom,
        connu.libelle,
        connu.unite,
        avant.affiche if avant else None,
        apres.affiche if apres else None,
        avant.valeur if avant else None,
        apres.valeur if apres else None,
        tuple(places),
        connu.sources,
    )


def _list_codes(*publications: Publication) -> frozenset[str]:
    """Every heading and every funder of the rows: what a figure's name may be restricted to."""
    return frozenset(
        valeur if champ in CLASSEMENTS else champ
        for publication in publications
        for siennes in (publication.rangees or {}).values()
        for champs in siennes.values()
        for champ, valeur in champs.items()
    )


def _compare_tableaux(
    avant: Mapping[str, TableauPublie], apres: Mapping[str, TableauPublie]
) -> tuple[EcartTableau, ...]:
    return tuple(
        _compare_tableau(nom, avant.get(nom), apres.get(nom))
        for nom in dict.fromkeys([*apres, *avant])
        if avant.get(nom) != apres.get(nom)
    )


def _compare_tableau(
    nom: str, avant: TableauPublie | None, apres: TableauPublie | None
) -> EcartTableau:
    anciennes = avant.lignes if avant else ()
    nouvelles = apres.lignes if apres else ()
    connu = apres or avant
    return EcartTableau(
        nom,
        connu.titre if connu else nom,
        tuple(ligne for ligne in anciennes if ligne not in nouvelles),
        tuple(ligne for ligne in nouvelles if ligne not in anciennes),
    )


def _compare_textes(avant: Mapping[str, str], apres: Mapping[str, str]) -> tuple[EcartTexte, ...]:
    etats = {
        fichier: "ajouté" if fichier not in avant else "modifié" if fichier in apres else "retiré"
        for fichier in sorted({*avant, *apres})
        if avant.get(fichier) != apres.get(fichier)
    }
    return tuple(EcartTexte(fichier, etat) for fichier, etat in etats.items())


def _compare_documents(avant: Publication, apres: Publication) -> tuple[EcartDocument, ...]:
    paires = {
        "Version": (avant.version.value, apres.version.value),
        "Arrêté le": (format_date(avant.arrete_le), format_date(apres.arrete_le)),
    }
    return tuple(EcartDocument(nom, *paire) for nom, paire in paires.items() if len({*paire}) > 1)
