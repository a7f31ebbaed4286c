from __future__ import annotations

import datetime as dt

import pytest

from newsdiff.model import DateValue, Name, Position, Quantity, Quotation, Role, Statement
from newsdiff.render.values import show
from newsdiff.render.words import load_words


def shown(value, code, alike=None):
    text = show(Position("a1", value, "in English", (), alike=alike), load_words(code))
    return text.replace("\N{NO-BREAK SPACE}", " ")


def day(*parts):
    return dt.date(*parts)


MONEY = Quantity(68e6, 68e6, currency="EUR")
SUMMER = DateValue(day(2030, 6, 1), day(2030, 8, 31), "season")
FORMER = Name("Sam Orlo", ("Sam Orlo",), (Role("Trainer", "Riva FC", "former"),))


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (MONEY, "en", "in English"),
        (DateValue(None, None, "season", recurring="--09"), "de", "Herbst"),
        (SUMMER, "de", "Sommer 2030"),
        (DateValue(day(2029, 12, 1), day(2030, 2, 28), "season"), "it", "inverno 2029/30"),
        (DateValue(day(2030, 2, 21), day(2030, 2, 28), "part_of_month"), "it", "fine di febbraio 2030"),
        (DateValue(day(2030, 2, 3), day(2030, 2, 9), "part_of_month"), "it", "3 febbraio 2030 – 9 febbraio 2030"),
        (DateValue(day(2030, 5, 1), day(2030, 8, 31), "part_of_year"), "it", "1 maggio 2030 – 31 agosto 2030"),
        (DateValue(None, None, "weekday", recurring="-W-2", weekday=2), "de", "Dienstag"),
        (DateValue(None, None, "weekday", recurring="-W-7", weekday=7), "ar", "الأحد"),
        (DateValue(None, None, "span", recurring="--05-12", month_days=(12, 15)), "de", "12. Mai – 15. Mai"),
        (DateValue(None, None, "part_of_month", recurring="--06", month_days=(21, 31)), "it", "fine di giugno"),
        (MONEY, "de", "68 Millionen EUR"),
        (MONEY, "it", "68 milioni EUR"),
        (MONEY, "hi", "6.8 करोड़ EUR"),
        (MONEY, "ar", "68 مليون EUR"),
        (Quantity(9e6, 9e6), "ar", "9 ملايين"),
        (Quantity(790.0, 790.0, unit="match_clock"), "de", "13:10"),
        (Quantity(13.0, 21.0, "range", unit="score", points=(13.0, 21.0, 3.0)), "it", "13–21–3"),
        (Quantity(1e6, 1e6), "it", "1 milione"),
        (Quantity(1e6, 1e6), "ar", "1 مليون"),
        (Quantity(1.5e6, 1.5e6), "de", "1,5 Millionen"),
        (Quantity(0.0, 0.0), "de", "0"),
        (Quantity(-3e6, -3e6), "de", "-3 Millionen"),
        (Quantity(1e17, 1e17), "de", "100.000 Billionen"),
        (Quantity(4000.0, 4000.0, of="Trikots"), "de", "4.000 Trikots"),
        (Quantity(400000.0, 400000.0), "hi", "4 लाख"),
        (Quantity(1234567.0, 1234567.0), "de", "1.234.567"),
        (Quantity(1e8, 1e9, "range", currency="USD"), "de", "100 Millionen–1 Milliarde USD"),
        (Quantity(12.5, 12.5), "it", "12,5"),
        (Quantity(0.123456, 0.123456), "de", "0,123456"),
        (Quantity(200000.0, None, "more_than", of="GPUs"), "de", ">200.000 GPUs"),
        (Quantity(200000.0, None, "more_than", of="GPUs"), "ar", "أكثر من 200,000 GPUs"),
        (Quantity(None, 12e6, "at_most", currency="EUR"), "ar", "12 مليون EUR على الأكثر"),
        (Quantity(40.0, 40.0, "about", unit="percent", of="Stimmen"), "de", "≈40 %"),
        (Quantity(1.0, 1.0, unit="percentage_point"), "de", "1 Prozentpunkt"),
        (Quantity(1.5, 1.5, unit="percentage_point"), "de", "1,5 Prozentpunkte"),
        (Quantity(11.4, 11.4, unit="kilometer"), "de", "11,4 Kilometer"),
        (Quantity(3.0, 3.0, unit="kilometer"), "ar", "3 كيلومترات"),
        (Quantity(5e6, 5e6, unit="tonne"), "it", "5 milioni tonnellate metriche"),
        (Quantity(23.0, 23.0, unit="year"), "hi", "23 वर्ष"),
        (Quantity(23.0, 23.0, unit="year"), "it", "23 anni"),
        (Quantity(5.0, 5.0, unit="terawatt_hour"), "de", "5 Terawattstunden"),
        (Quantity(1.0, 3.0, unit="score"), "de", "3–1"),
        (Quantity(42.0, 42.0, unit="rank", of="Präsident"), "de", "Nr. 42 Präsident"),
        (Quantity(34.0, 34.0, unit="cent", currency="USD"), "de", "34 Cent USD"),
        (Quantity(5.0, 5.0, unit="smoot"), "de", "5 smoot"),
        (Quantity(5.0, 5.0, unit="franc"), "it", "5 franchi"),
        (DateValue(day(2025, 1, 18), day(2025, 1, 18), "day"), "de", "18. Januar 2025"),
        (DateValue(day(2025, 1, 18), day(2025, 1, 18), "day"), "hi", "18 जनवरी 2025"),
        (DateValue(day(2029, 6, 1), day(2029, 6, 30), "month"), "it", "giugno 2029"),
        (DateValue(None, None, "quarter", recurring="--07"), "de", "3. Quartal"),
        (DateValue(day(1961, 1, 1), day(1961, 12, 31), "year"), "ar", "1961"),
        (DateValue(day(1960, 1, 1), day(1969, 12, 31), "decade"), "de", "1960er-Jahre"),
        (DateValue(day(1960, 1, 1), day(1969, 12, 31), "decade"), "it", "anni 1960"),
        (DateValue(None, None, "day", recurring="--02-29"), "de", "29. Februar"),
        (DateValue(None, None, "day", recurring="--06-31"), "it", "31 giugno"),
        (DateValue(None, None, "month", recurring="--06"), "ar", "يونيو"),
        (DateValue(None, None, "part_of_year", recurring="--07"), "de", "zweites Halbjahr"),
        (DateValue(None, None, "part_of_month", recurring="--06"), "hi", "जून का एक हिस्सा"),
        (DateValue(None, None, "time", time="19:30"), "de", "19:30"),
        (DateValue(None, None, "season"), "de", "in English"),
        (FORMER, "de", "Sam Orlo (früher Trainer, Riva FC)"),
        (Name("Sam Orlo", (), (Role(None, None, "unknown"),)), "de", "Sam Orlo"),
        (Quotation("Sam Orlo", "We go."), "de", "Sam Orlo: „We go.“"),
        (Quotation(None, "We go.", "indirect"), "it", "We go."),
        (Quotation(None, "{0} {x}"), "ar", "«{0} {x}»"),
        (Statement("It rains.", "en"), "de", "in English"),
    ],
)
def test_values_in_short_form(value, code, text):
    assert shown(value, code) == text


def test_the_word_of_the_whole_finding_is_shown():
    assert shown(Quantity(5.0, 5.0, of="shirts"), "de", Quantity(5.0, 5.0, of="Trikots")) == "5 Trikots"
