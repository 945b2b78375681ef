"""The sample project of 2022: readable tables in, the workbooks of `data/sample` out.

`python -m tools.sample` rewrites `data/sample/2022/*.xlsx` from the tables in `donnees/`. What is
written there is what comes out: this package lays out, adds up, and invents nothing.
"""
