"""Notes in the styles of Dutch papers, each with the sources that it cites."""

import pytest

from extractors.citations import find_citations
from tests.build import document

# note, then for each source: authors, title, date, kind
NOTES = [
    (
        "Gemeente Zwolle, Raadsvoorstel stedenband Lünen, 12 maart 2009.",
        [("Gemeente Zwolle", "Raadsvoorstel stedenband Lünen", "2009-03-12", "policy_document")],
    ),
    (
        "Raadsbesluit nr. 2011-045, 7 juli 2011.",
        [("", "Raadsbesluit nr. 2011-045", "2011-07-07", "policy_document")],
    ),
    ("NRC Handelsblad, 3 mei 2011.", [("", "", "2011-05-03", "article")]),
    (
        "Kamerstukken II 2013/14, 33 694, nr. 1.",
        [("", "Kamerstukken II 2013/14, 33 694, nr. 1", "2013/2014", "policy_document")],
    ),
    (
        "Jansen, P. (2015). Stedenbanden in Overijssel. Deventer: Kluwer.",
        [("Jansen, P", "Stedenbanden in Overijssel", "2015", "book")],
    ),
    (
        "Jansen, P., & De Vries, K. (2018). Lokale diplomatie na de crisis. Bestuurskunde, 27(3), 44-58.",
        [("Jansen, P., & De Vries, K", "Lokale diplomatie na de crisis", "2018", "article")],
    ),
    (
        'Kees de Vries, "Winterswijk viert jubileum met Borken," Tubantia, 3 mei 2011.',
        [("Kees de Vries", "Winterswijk viert jubileum met Borken", "2011-05-03", "article")],
    ),
    (
        "Kees de Vries, ‘Winterswijk viert jubileum met Borken’, Tubantia, 3 mei 2011.",
        [("Kees de Vries", "Winterswijk viert jubileum met Borken", "2011-05-03", "article")],
    ),
    (
        "VNG International, Gemeentelijke samenwerking in Suriname, Den Haag 2012.",
        [("VNG International", "Gemeentelijke samenwerking in Suriname", "2012", "report")],
    ),
    (
        "Provincie Overijssel, Statenvoorstel PS/2010/345, 14 april 2010.",
        [("Provincie Overijssel", "Statenvoorstel PS/2010/345", "2010-04-14", "policy_document")],
    ),
    (
        'Maria Bakker, "Banden met Gaziantep verbroken," De Gelderlander, 14 februari 2007; Erik Smit, "Nijmegen en de Turkse zusterstad," Trouw, 15 februari 2007.',
        [
            ("Maria Bakker", "Banden met Gaziantep verbroken", "2007-02-14", "article"),
            ("Erik Smit", "Nijmegen en de Turkse zusterstad", "2007-02-15", "article"),
        ],
    ),
    (
        'Gemeente Winterswijk (@winterswijk), "Bezoek uit Bocholt vandaag ontvangen," Twitter, 12 september 2016.',
        [
            (
                "Gemeente Winterswijk (@winterswijk)",
                "Bezoek uit Bocholt vandaag ontvangen",
                "2016-09-12",
                "tweet",
            )
        ],
    ),
    (
        "R. Tavernier, Towns and Twins (Oxford University Press, 2004).",
        [("R. Tavernier", "Towns and Twins", "2004", "book")],
    ),
    (
        "De Boer, H. Vriendschap over de grens. (Boom, 1998).",
        [("De Boer, H", "Vriendschap over de grens", "1998", "book")],
    ),
    (
        "Notulen raadsvergadering 12 november 1998, p. 14.",
        [("", "Notulen raadsvergadering 12 november 1998", "1998-11-12", "policy_document")],
    ),
    (
        "Ministerie van Buitenlandse Zaken, Evaluatie Matra-programma 2004-2009, Den Haag, 2010.",
        [
            (
                "Ministerie van Buitenlandse Zaken",
                "Evaluatie Matra-programma 2004-2009",
                "2010",
                "report",
            )
        ],
    ),
    (
        'Peter van Dam, "Onze vrienden in Ústí," Zwolse Courant, 9 oktober 1991, 5.',
        [("Peter van Dam", "Onze vrienden in Ústí", "1991-10-09", "article")],
    ),
    (
        '"Zusterstad in nood," Leeuwarder Courant, 23 december 1989.',
        [("", "Zusterstad in nood", "1989-12-23", "article")],
    ),
    (
        "Collegebesluit van 4 februari 2014, nr. 14.003.",
        [("", "Collegebesluit van 4 februari 2014", "2014-02-04", "policy_document")],
    ),
    (
        "Brief van het college aan de raad, 3 april 2012, kenmerk 2012/3345.",
        [("", "Brief van het college aan de raad", "2012-04-03", "policy_document")],
    ),
    (
        "Schriftelijke vragen van de fractie GroenLinks over de band met Pskov, 15 mei 2014.",
        [
            (
                "",
                "Schriftelijke vragen van de fractie GroenLinks over de band met Pskov",
                "2014-05-15",
                "policy_document",
            )
        ],
    ),
    (
        "Motie 'Geen geld voor reizen', raadsvergadering 8 november 2012.",
        [("", "Motie 'Geen geld voor reizen'", "2012-11-08", "policy_document")],
    ),
    (
        'Bosch, A. & Kuiper, J. (2009), "Municipal partnerships in Poland," Journal of Local Government 12(2), 101-119.',
        [("Bosch, A. & Kuiper, J.", "Municipal partnerships in Poland", "2009", "paper")],
    ),
    (
        "Zie voor een overzicht: Universiteit Twente, Evaluatie stedenbanden, Enschede 2006.",
        [("Universiteit Twente", "Evaluatie stedenbanden", "2006", "report")],
    ),
    (
        "Interview met oud-burgemeester J. Hendriks, 3 juni 2015.",
        [("", "Interview met oud-burgemeester J. Hendriks", "2015-06-03", "article")],
    ),
    (
        "E. van der Molen, Partnersteden in Europa: een handleiding (Den Haag: VNG Uitgeverij, 1994), 33-35.",
        [("E. van der Molen", "Partnersteden in Europa: een handleiding", "1994", "book")],
    ),
    (
        "Smit, T., Grensoverschrijdende contacten, proefschrift Universiteit Utrecht, 2003.",
        [("Smit, T.", "Grensoverschrijdende contacten", "2003", "paper")],
    ),
    (
        "Overeenkomst tussen de gemeente Zutphen en de stad Satu Mare, 14 mei 1990.",
        [
            (
                "",
                "Overeenkomst tussen de gemeente Zutphen en de stad Satu Mare",
                "1990-05-14",
                "policy_document",
            )
        ],
    ),
    (
        "Collegeprogramma 2006-2010 gemeente Almelo.",
        [("", "Collegeprogramma 2006-2010 gemeente Almelo", "2006/2010", "policy_document")],
    ),
    (
        'Friedrich Weber, "Zwanzig Jahre Partnerschaft," Westfälische Nachrichten, 4 juli 1999.',
        [("Friedrich Weber", "Zwanzig Jahre Partnerschaft", "1999-07-04", "article")],
    ),
    (
        'Anna Kowalska, "Twin towns of Gdynia," The Warsaw Voice, 12 June 2004.',
        [("Anna Kowalska", "Twin towns of Gdynia", "2004-06-12", "article")],
    ),
    (
        'De Stentor, "Delegatie uit Lublin op bezoek," 7 mei 2009.',
        [("De Stentor", "Delegatie uit Lublin op bezoek", "2009-05-07", "article")],
    ),
    (
        "Gemeente Delft, Jaarverslag stedenbanden 2001, Delft 2002.",
        [("Gemeente Delft", "Jaarverslag stedenbanden 2001", "2002", "report")],
    ),
    (
        "Coalitieakkoord 2014-2018 'Samen verder', gemeente Emmen, mei 2014.",
        [("", "Coalitieakkoord 2014-2018 'Samen verder'", "2014-05", "policy_document")],
    ),
    (
        "Stedenband Tilburg-Minamiashigara | Brabants Dagblad",
        [("", "Stedenband Tilburg-Minamiashigara", "", "website")],
    ),
    (
        'Dit is na 1995 niet meer voorgekomen, zie ook "Het einde van een vriendschap," Brabants Dagblad, 3 maart 1996.',
        [("", "Het einde van een vriendschap", "1996-03-03", "article")],
    ),
    (
        "H. Smeets, Water en vrede. Roermond en zijn zusters, Maastricht: Maaspers 1996, p. 12.",
        [("H. Smeets", "Water en vrede. Roermond en zijn zusters", "1996", "book")],
    ),
    (
        "Gemeente Weert Commissie Financiën, commissievergadering, 14 december 2000.",
        [("Gemeente Weert Commissie Financiën", "", "2000-12-14", "policy_document")],
    ),
    (
        "H. Smeets, Water en vrede (Maastricht 1996) 45-47.",
        [("H. Smeets", "Water en vrede", "1996", "book")],
    ),
    (
        "Streekarchief Peelland, archief gemeente Asten, inv. 22, brief van de burgemeester van Ratingen, 3 mei 1969.",
        [("", "Brief van de burgemeester van Ratingen", "1969-05-03", "archive")],
    ),
    (
        "Raadsbesluit van 13 mei 1961, nr. 12; Stadsarchief Sittard, toegang 6, inv.nr. 81.",
        [("", "Raadsbesluit van 13 mei 1961", "1961-05-13", "archive")],
    ),
    (
        "Verslag van de commissie Welzijn van 9 april 2002, agendapunt 6.",
        [("", "Verslag van de commissie Welzijn", "2002-04-09", "policy_document")],
    ),
    (
        "Limburgs Dagblad, 23 augustus 1975, 'Stein verbroedert'.",
        [("", "Stein verbroedert", "1975-08-23", "article")],
    ),
    (
        "Brief W. Ortega, alcalde, aan wethouder Smeets, 2 mei 2011 (archief, dossier 8).",
        [("W. Ortega", "Brief aan wethouder Smeets", "2011-05-02", "archive")],
    ),
    (
        "Gemeente Weert, Weert wereldwijd, Weert, mei 2003. S. Pas, “Wat levert het op?”, Dagblad De Limburger, 4 mei 2003.",
        [
            ("Gemeente Weert", "Weert wereldwijd", "2003-05", "policy_document"),
            ("S. Pas", "Wat levert het op?", "2003-05-04", "article"),
        ],
    ),
    (
        "CBS, Bevolking per gemeente, 1 januari 2010; Eurostat, Regional Yearbook 2011.",
        [
            ("CBS", "Bevolking per gemeente", "2010-01-01", "report"),
            ("Eurostat", "Regional Yearbook 2011", "2011", "report"),
        ],
    ),
    ("Het bedrag is exclusief btw.", [("", "", "", "remark")]),
    (
        "De burgemeester was op dat moment met verlof; de wethouder nam waar.",
        [("", "", "", "remark")],
    ),
    ("Aldus wethouder De Groot tijdens de opening.", [("", "", "", "remark")]),
    (
        "In 2009 is de band met Lünen, Borken en Lublin verlengd, mei 2009.",
        [("", "", "", "remark")],
    ),
]


@pytest.mark.parametrize(("note", "sources"), NOTES, ids=[note[:40] for note, _ in NOTES])
def test_a_note_gives_the_sources_that_it_cites(note, sources):
    found = find_citations(document(f"Het college besloot zo.\n\n^7 {note}"))
    assert [(c.authors, c.title, c.date, c.kind) for c in found] == sources
    assert {c.number for c in found} == {"7"}


def test_an_address_is_a_website():
    (found,) = find_citations(
        document("^3 Zie: https://www.vng.nl/stedenbanden, geraadpleegd op 4 juni 2019.")
    )
    assert (found.url, found.kind) == ("https://www.vng.nl/stedenbanden", "website")


def test_an_archive_is_named_as_such():
    (found,) = find_citations(
        document("^3 Stadsarchief Deventer, inv.nr. 1234, Jumelage met Sibiu.")
    )
    assert found.kind == "archive"
