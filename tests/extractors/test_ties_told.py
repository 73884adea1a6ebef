"""Ties as Dutch papers tell them: each text with the ties that a careful reader takes from it.

The sentences are invented; the places are real. `formed`, `ended` and `status` are looked at where
the case names them.
"""

from __future__ import annotations

import pytest

from corpus.records import SourceItem
from extractors.analyse import analyse
from extractors.text.reading import read_document

# text → (Dutch, foreign, formed, ended, status) of each tie; None where the case is silent on it
TOLD = {
    "Zwolle heeft sinds 1991 een stedenband met Lünen in Duitsland.": [
        ("Zwolle", "Lünen", "1991", "", "active")
    ],
    "Oss en Taicang in China tekenden in 2006 een vriendschapsverdrag.": [("Oss", "Taicang", "2006")],
    "In 1975 werd de jumelage tussen Weert en Hückelhoven bezegeld.": [
        ("Weert", "Hückelhoven", "1975")
    ],
    "Kampen onderhoudt een stedenband met het Hongaarse Pápa.": [
        ("Kampen", "Pápa", "", "", "active")
    ],
    "De gemeente Doetinchem is verzusterd met Pardubice in Tsjechië.": [
        ("Doetinchem", "Pardubice", "", "")
    ],
    "Roosendaal en Würzburg zijn sinds 1986 partnersteden.": [("Roosendaal", "Würzburg", "1986")],
    "Nijkerk is al veertig jaar de zusterstad van Schenefeld.": [
        ("Nijkerk", "Schenefeld", "", "", "active")
    ],
    "Tussen Oldebroek en Tata (Hongarije) bestaat sinds 1990 een vriendschapsband.": [
        ("Oldebroek", "Tata", "1990", "", "active")
    ],
    "Alkmaar heeft een jumelage met Troyes en een stedenband met Tata.": [
        ("Alkmaar", "Tata"), ("Alkmaar", "Troyes")
    ],
    "Veendam sloot in 1994 een vriendschapsovereenkomst met Jõgeva in Estland.": [
        ("Veendam", "Jõgeva", "1994")
    ],
    "De stedenband tussen Groningen en Moermansk is bevroren.": [
        ("Groningen", "Moermansk", "", "", "unknown")
    ],
    # several at once
    "De gemeente Almelo onderhoudt vriendschapsbanden met Iserlohn (Duitsland), Denizli (Turkije) "
    "en Preston (Groot-Brittannië).": [
        ("Almelo", "Denizli"), ("Almelo", "Iserlohn"), ("Almelo", "Preston")
    ],
    "Delft en Haarlem hebben stedenbanden met respectievelijk Freiberg en Osnabrück.": [
        ("Delft", "Freiberg"), ("Haarlem", "Osnabrück")
    ],
    "Gouda kent zustersteden in Engeland, Duitsland en Noorwegen: Gloucester, Solingen en "
    "Kongsberg.": [("Gouda", "Gloucester"), ("Gouda", "Kongsberg"), ("Gouda", "Solingen")],
    "De stedenbanden per provincie: Gelderland: Ede (Chrudim), Nijkerk (Schenefeld); Limburg: "
    "Weert (Hückelhoven), Venlo (Krefeld, Klagenfurt).": [
        ("Ede", "Chrudim"), ("Nijkerk", "Schenefeld"), ("Venlo", "Klagenfurt"),
        ("Venlo", "Krefeld"), ("Weert", "Hückelhoven"),
    ],
    # pairs with a hyphen
    "De jumelage Doetinchem-Raesfeld bestaat dertig jaar.": [("Doetinchem", "Raesfeld")],
    "De stedenband Delft – Esfahan in Iran is in 1999 ontstaan.": [("Delft", "Isfahan", "1999")],
    # provinces
    "De provincie Overijssel en de provincie Teruel in Spanje sloten in 2003 een "
    "samenwerkingsovereenkomst.": [("Overijssel", "Teruel", "2003")],
    "De provincie Gelderland heeft sinds 1999 een provincieband met het woiwodschap Lubelskie.": [
        ("Gelderland", "Lubelskie", "1999", "", "active")
    ],
    "De provincie Noord-Brabant heeft een vriendschapsband met Jiangsu.": [
        ("Noord-Brabant", "Jiangsu")
    ],
    "De provincieband van Groningen met de Duitse deelstaat Nedersaksen is oud.": [
        ("Groningen", "Nedersaksen")
    ],
    # the Dutch side is understood: the paper's owner
    "Aan de gemeenteraad van Winterswijk\n\nOnze partnerstad Arad in Roemenië vierde feest. De "
    "stedenband met Arad is in 1990 aangegaan en in 2008 beëindigd.": [
        ("Winterswijk", "Arad", "1990", "2008", "ended")
    ],
    "Gemeente Hengelo\n\nHengelo is sinds 1996 verzusterd met Bor in Tsjechië. Eerder was er een "
    "jumelage met Emsdetten.": [("Hengelo", "Bor", "1996"), ("Hengelo", "Emsdetten")],
    "Raadsbrief gemeente Deventer\n\nDe stedenband Deventer-Tartu bestaat sinds 1990. Het college "
    "stelt voor een stedenband aan te gaan met Sibiu in Roemenië.": [
        ("Deventer", "Sibiu", "", "", "proposed"), ("Deventer", "Tartu", "1990")
    ],
    "Gemeente Goes\n\nHet college ontving gasten uit onze zusterstad Panevėžys. De band met "
    "Panevėžys dateert van 1992.": [("Goes", "Panevėžys", "1992")],
    "# Gemeente Epe\n\n## Slagelse\n\nDe jumelage is in 1986 aangegaan. Elk jaar is er een "
    "uitwisseling met deze Deense stad.": [("Epe", "Slagelse", "1986")],
    "Gemeente Tiel\n\nU weet: op 3 oktober 2022 hebben we met deze Marokkaanse stad, Berkane, een "
    "stedenband gesloten.": [("Tiel", "Berkane", "2022-10-03")],
    # dates in another clause or in the next sentence
    "Dordrecht heeft goede ervaringen met Varna; daar hebben ze in 2012 een zusterband mee "
    "gesloten.": [("Dordrecht", "Varna", "2012")],
    "Gemeente Assen\n\nAssen heeft een stedenband met Bad Bentheim. De band is in 1974 ontstaan "
    "en werd in 1999 bekrachtigd.": [("Assen", "Bad Bentheim", "1974")],
    "Gemeente Meppel\n\nDe stedenband met Most is in 1995 gesloten. De stedenband is in 2011 "
    "beëindigd.": [("Meppel", "Most", "1995", "2011", "ended")],
    # what became of it
    "Tussen Nijmegen en Pskov in Rusland is de stedenband in 2022 beëindigd.": [
        ("Nijmegen", "Pskov", "", "2022", "ended")
    ],
    "De raad besluit de jumelage van Stadskanaal met Radevormwald te beëindigen.": [
        ("Stadskanaal", "Radevormwald", "", "", "ended")
    ],
    "Tussen 1995 en 2005 had Heerenveen een jumelage met Rastede in Duitsland.": [
        ("Heerenveen", "Rastede", "1995", "2005", "ended")
    ],
    "Gemeente Ede\n\nEde wil een stedenband aangaan met Chrudim in Tsjechië.": [
        ("Ede", "Chrudim", "", "", "proposed")
    ],
    "Gemeente Borne\n\n| Partner | Land | Sinds | Status |\n| --- | --- | --- | --- |\n"
    "| Rheine | Duitsland | 1983 | beëindigd in 2010 |\n": [
        ("Borne", "Rheine", "1983", "2010", "ended")
    ],
    "# Onze stedenbanden\n\n| Gemeente | Partner | Sinds |\n| --- | --- | --- |\n"
    "| Sluis | Maldegem | 1985 |\n| Terneuzen | Aalter | 1990 |\n": [
        ("Sluis", "Maldegem", "1985"), ("Terneuzen", "Aalter", "1990")
    ],
    # where a place lies is no second partner
    "Best onderhoudt een stedenband met Bergen, de hoofdstad van de Belgische provincie "
    "Henegouwen.": [("Best", "Bergen")],
    "Hoorn heeft een stedenband met Příbram in Tsjechië, niet ver van Praag.": [
        ("Hoorn", "Příbram")
    ],
}  # fmt: skip
NO_TIE = (
    "Winterswijk heeft geen stedenband met Bocholt.",
    "De raad verwierp het voorstel voor een stedenband tussen Zutphen en Shrewsbury.",
    "De universiteiten van Leiden en Oxford werken samen.",
    "Philips uit Eindhoven opende een fabriek in Shenzhen.",
    "Een delegatie uit Tilburg bezocht Minamiashigara in Japan.",
    "PEC Zwolle speelde in Londen gelijk tegen Arsenal.",
    "De Krefeldstraat in Venlo krijgt nieuw asfalt.",
    "De heer Van Nijmegen (PvdA) was deze zomer in Krakau.",
    "Arnhem en Nijmegen werken samen aan het openbaar vervoer.",
    "Apeldoorn wil geen nieuwe stedenband, ook niet met Banda Atjeh.",
    "Het bedrijf uit Goes heeft een vestiging in Antwerpen en in Gent.",
    "De stedenband tussen Praag en Berlijn is oud.",
    "Wie van Zwolle naar Parijs reist, stapt over in Brussel.",
    "De tentoonstelling reist van Gouda door naar Londen en Wenen.",
    "Onderzoek van het RIVM in Bilthoven wees op cijfers uit China.",
    "Gemeente Ede\n\nWij hebben het verzoek van Karlstad om een stedenband afgewezen.",
    "De scholengemeenschap in Oss heeft een uitwisseling met een lyceum in Warschau.",
    "Havenbedrijf Rotterdam tekende een overeenkomst met de haven van Hamburg.",
    "Essen is een stad in het Ruhrgebied; Leer ligt in Oost-Friesland.",
    "Gemeente Meppel\n\nDe Poolse seizoenswerkers komen uit Opole en uit Katowice.",
)


def told(tools, text):
    paper = SourceItem(name="stuk.md", data=text.encode())
    return analyse(read_document(paper), tools).ties


@pytest.mark.parametrize(("text", "ties"), TOLD.items(), ids=[t[:60] for t in TOLD])
def test_a_tie_that_is_told_is_found_with_what_is_said_of_it(tools, text, ties):
    found = [(t.nl.name, t.foreign.name, t.formed, t.ended, t.status) for t in told(tools, text)]
    assert [tie[: len(case)] for tie, case in zip(found, ties, strict=True)] == ties


@pytest.mark.parametrize("text", NO_TIE)
def test_what_is_no_tie_is_not_taken_for_one(tools, text):
    assert [(t.nl.name, t.foreign.name) for t in told(tools, text)] == []


def test_the_evidence_of_a_tie_is_the_sentence_that_says_it(tools):
    text = "De zon scheen. Zwolle heeft een stedenband met Lünen. Het was druk."
    (tie,) = told(tools, text)
    assert tie.evidences[0].quote == "Zwolle heeft een stedenband met Lünen."
