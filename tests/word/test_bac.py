"""The sandbox of templates: whatever is typed in one ends soon, in little memory, and is told."""

import pytest

from tests.bornes import under
from tests.word.fabrique import build, euros, faults, p

SECONDES = 3.0  # of computing, far more than any of them takes

DEMESURES = {
    "nested loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "loops over lists": "{% set l = range(9999)|list %}{% for a in l %}{% for b in l %}x{% endfor %}"
    "{% endfor %}",
    "a loop in a macro": "{% macro m() %}{% for a in range(9999) %}{{ 'x' * 900 }}{% endfor %}"
    "{% endmacro %}{% for a in range(9999) %}{% set x = m() %}{% endfor %}",
    "lists in a loop": "{% for a in range(9999) %}{% set l = range(9999)|list %}{% endfor %}",
    "a large power": "{{ 2 ** 1000000000 }}",
    "large products": "{% set n = namespace(v=9) %}{% for a in range(9999) %}"
    "{% set n.v = n.v * n.v %}{% endfor %}",
    "a text doubled": "{% set n = namespace(v='x') %}{% for a in range(99) %}"
    "{% set n.v = n.v ~ n.v %}{% endfor %}",
    "a text added to itself": "{% set n = namespace(v='x') %}{% for a in range(99) %}"
    "{% set n.v = n.v + n.v %}{% endfor %}",
    "a block doubled": "{% set x = 'a' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
    "a list of itself": "{% set l = [1] %}"
    + "".join("{% set l = [l, l] %}" for _ in range(40))
    + "{{ l }}",
    "lists compared": "{% set l = [1] %}{% set m = [1] %}"
    + "".join("{% set l = [l, l] %}{% set m = [m, m] %}" for _ in range(40))
    + "{% if l == m %}a{% endif %}",
    "macros that call twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}"
    "{% endmacro %}{{ m(60) }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a replacement": "{% set x = 'x'|replace('x', 'xx')|replace('x', 'xxxxxxxxxx') %}"
    + "{% set x = x|replace('x', x)|replace('x', x)|replace('x', x) %}" * 2,
    "a method that replaces": "{% set x = 'xxxxxxxxxx' %}" + "{% set x = x.replace('x', x) %}" * 8,
    "a rounding": "{{ 1|round(1000000000, 'ceil') }}",
    "a joining": "{% set x = 'xxxxxxxxxx' %}" + "{% set x = x|join(x) %}" * 8,
    "brackets": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
}
REFUSES = {
    "a format": "{{ '%1000000000d' % 1 }}",
    "a format of parts": "{{ '{:1000000000d}'.format(1) }}",
    "a filter format": "{{ '%1000000000d'|format(1) }}",
    "ljust": "{{ 'a'.ljust(1000000000) }}",
    "zfill": "{{ 'a'.zfill(1000000000) }}",
    "expandtabs": "{{ '\\t'.expandtabs(1000000000) }}",
    "a method in a list": "{% set m = ['a'.ljust] %}{{ m[0](1000000000) }}",
    "a text many times": "{{ 'a' * 1000000000 }}",
    "a list many times": "{{ [1] * 1000000000 }}",
    "batches": "{{ [1]|batch(1000000000, 'x')|list }}",
    "slices": "{{ [1]|slice(1000000000)|list }}",
    "center": "{{ 'a'|center(1000000000) }}",
    "indent": "{{ 'a'|indent(1000000000) }}",
    "a list that grows": "{% set l = [] %}{% for a in range(99) %}{{ l.append(l) }}{% endfor %}",
    "a recursive loop": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "a range": "{{ range(1000000000)|list }}",
    "a class": "{{ ''.__class__.__mro__ }}",
}


@pytest.mark.parametrize("balises", (DEMESURES | REFUSES).values(), ids=DEMESURES | REFUSES)
def test_what_would_not_end_is_told_at_once(tmp_path, balises):
    faults(tmp_path, p("{{ absent }}"))  # what is imported at first is not counted
    with under(SECONDES):
        anomalies = faults(tmp_path, p(balises))
    assert [a.rule.code for a in anomalies] == ["PV902"]
    assert anomalies[0].lieu.feuille == "corps"


@pytest.mark.parametrize("balises", [DEMESURES["nested loops"], DEMESURES["a text doubled"]])
def test_what_is_out_of_all_proportion_is_said_so(tmp_path, balises):
    [anomalie] = faults(tmp_path, p(balises))
    assert "démesurés" in anomalie.message


def test_what_a_template_does_with_figures_still_prints(tmp_path):
    corps = (
        "{% set noms = ['b', 'a'] %}{{ noms|sort|join(', ') }} {{ 'a' ~ (1 + 2 * 3) }} {{ 2 ** 8 }}"
        " {% for n in range(3) %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %},"
        "{% endif %}{% endfor %} {% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(noms[0]) }}"
        " {% for a, b in [(1, 2), (3, 4)] %}{{ a + b }}{% endfor %} {{ 'abc'.replace('b', 'x') }}"
        " {{ fcs.total }} {% if fcs.total > 4 %}oui{% endif %} {{ 1.25|round(1) }}"
    )
    document = build(tmp_path, p(corps), euros(5, "fcs.total"))
    assert " ".join(document.textes()).replace("\u00a0", " ") == (
        "a, b a7 256 1/3,2/3,3/3 [b] 37 axc 5 € oui 1.2"
    )


def test_a_large_loop_of_rows_is_no_abuse(tmp_path):
    corps = p("{%p for n in range(5000) %}") + p("Ligne {{ n }}, assez longue") + p("{%p endfor %}")
    assert "Ligne 4999" in " ".join(build(tmp_path, corps).textes())


@pytest.mark.parametrize("balise", ["{{ ", "{% ", "{%p ", "{", '{{ "', "{{ « "])
def test_braces_left_open_without_end_are_told_at_once(tmp_path, balise):
    with under(SECONDES):
        anomalies = faults(tmp_path, p("}" * 20_000 + balise * 20_000))
    assert [a.rule.code for a in anomalies] == ["PV902"]
    assert "ne se ferment pas" in anomalies[0].message
