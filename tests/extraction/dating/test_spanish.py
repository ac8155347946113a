"""Spanish expressions of time, in an article of Saturday, 15 June 2024."""

from __future__ import annotations

import pytest
from tests.extraction.dating.test_resolving import SATURDAY, read, wanted

from influence_graph.extraction.dating.resolving import Context

SPANISH = [
    ("el 9 de enero", "past", "2024-01-09", "day"),
    ("el 9 de enero de 2023", "past", "2023-01-09", "day"),
    ("el martes 9 de enero", "past", "2024-01-09", "day"),
    ("el 20 de diciembre", "past", "2023-12-20", "day"),
    ("el 20 de diciembre", "future", "2024-12-20", "day"),
    ("en mayo", "past", "2024-05", "month"),
    ("en octubre", "past", "2023-10", "month"),
    ("en agosto de 2022", "past", "2022-08", "month"),
    ("en 2015", "past", "2015", "year"),
    ("en el primer trimestre de 2023", "past", "2023-01-01/2023-03-31", "quarter"),
    ("a finales de 2022", "past", "2022-10-01/2022-12-31", "span"),
    ("a principios de año", "past", "2024-01-01/2024-03-31", "span"),
    ("hoy", "past", "2024-06-15", "day"),
    ("ayer", "past", "2024-06-14", "day"),
    ("anteayer", "past", "2024-06-13", "day"),
    ("el lunes", "past", "2024-06-10", "day"),
    ("el lunes", "future", "2024-06-17", "day"),
    ("la semana pasada", "past", "2024-06-03/2024-06-09", "week"),
    ("el año pasado", "past", "2023", "year"),
    ("el próximo mes", "future", "2024-07", "month"),
    ("este año", "past", "2024", "year"),
    ("hace dos días", "past", "2024-06-13", "day"),
    ("hace tres años", "past", "2021", "year"),
    ("dentro de dos semanas", "future", "2024-06-24/2024-06-30", "week"),
    ("desde 2015", "past", "2015-01-01/..", "span"),
    ("hasta 2030", "future", "../2030-12-31", "span"),
    ("entre 2019 y 2021", "past", "2019-01-01/2021-12-31", "span"),
]


@pytest.mark.parametrize(("words", "tense", "interval", "precision"), SPANISH)
def test_spanish_expressions(words: str, tense: str, interval: str, precision: str) -> None:
    context = Context(published=SATURDAY, tense=tense)
    found = read(f"Ocurrió {words}, dijeron.", "es", context)
    assert found == wanted(interval, precision)
