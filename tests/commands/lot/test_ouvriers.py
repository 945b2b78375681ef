"""Processes side by side: one that ends, hangs or fails stops no other."""

import os
import time

import pytest

from rapportpv.commands.lot.ouvriers import Arret, Tache, run_all


def rendus(faire, elements, combien=2, delai=30.0):
    tache = Tache(time.time, faire, delai)
    return {fait: rendu for fait, rendu, _ in run_all(tache, elements, combien)}


def end(code):
    """By a name that a new process finds: coverage puts a function of its own in place of the exit."""
    os._exit(code)


@pytest.mark.parametrize("combien", [1, 2, 9])
def test_each_thing_once(combien):
    assert rendus(abs, [-1, -2, -3], combien) == {-1: 1, -2: 2, -3: 3}


def test_nothing_to_do():
    assert rendus(abs, []) == {}


def test_an_exception_stops_no_other():
    assert rendus(int, ["1", "deux", "3"], 1) == {"1": 1, "deux": Arret(faute="ValueError"), "3": 3}


@pytest.mark.parametrize("combien", [1, 2])
def test_a_process_that_ends_stops_no_other(combien):
    """Each one ends the process that does it: as many are started anew."""
    attendu = {code: Arret(code=code) for code in (3, 4, 5)}
    assert rendus(end, [3, 4, 5], combien) == attendu


def test_a_process_that_hangs_is_ended():
    debut = time.monotonic()
    assert rendus(time.sleep, [60, 0], 1, delai=1.5) == {60: Arret(hors_delai=True), 0: None}
    assert time.monotonic() - debut < 30


def test_whoever_stops_listening_leaves_no_process():
    import multiprocessing

    suite = run_all(Tache(time.time, time.sleep, 60.0), [0, 30, 30], 2)
    next(suite)
    suite.close()
    assert not multiprocessing.active_children()
