"""Archives and e-mails become the papers that they hold; what is bad in them costs only itself."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from corpus.errors import UnreadablePaper
from corpus.records import SourceItem
from extractors.text.containers import unpack
from extractors.text.options import ReadingOptions
from extractors.text.reading import read_document
from extractors.text.sniff import sniff
from tests.extractors.text.outlook import message
from tests.extractors.text.printing import drawn

PDF = drawn((70, 100, 11, "De raad besluit een band aan te gaan met Lünen."))


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def mail(**attached: bytes) -> bytes:
    message = EmailMessage()
    message["From"] = "griffie@zwolle.example"
    message["To"] = "raad@zwolle.example"
    message["Subject"] = "Stedenband met Lünen"
    message["Date"] = "Tue, 05 Jun 2018 10:00:00 +0200"
    message.set_content("Beste raadsleden,\n\nDe stedenband met Lünen bestaat 40 jaar.\n")
    for name, data in attached.items():
        subtype = name.rpartition("_")[2]
        kind = "image" if subtype == "png" else "application"
        message.add_attachment(data, kind, subtype, filename=name.replace("_", "."))
    return bytes(message)


def names(data: bytes, name: str, **options: int) -> list[str]:
    found = unpack(SourceItem(name=name, data=data), ReadingOptions(**options))
    return [f"! {p.subject}" if isinstance(p, UnreadablePaper) else p.name for p in found]


def test_a_paper_that_holds_none_is_itself():
    assert names(PDF, "brief.pdf") == ["brief.pdf"]


def test_each_paper_in_an_archive_is_a_paper_also_in_an_archive_in_it():
    inner = zipped({"b.txt": b"De raad besluit."})
    data = zipped({"map/a.pdf": PDF, "bijlagen.zip": inner, "map/": b"", "__MACOSX/._a": b"x"})
    assert names(data, "stukken.zip") == ["stukken.zip/map/a.pdf", "stukken.zip/bijlagen.zip/b.txt"]


def test_a_member_is_never_a_path_that_leads_out():
    data = zipped({"../../etc/passwd.txt": b"root", "C:\\uit\\brief.txt": b"tekst"})
    assert names(data, "slim.zip") == ["slim.zip/etc/passwd.txt", "slim.zip/C:/uit/brief.txt"]


def test_a_damaged_member_costs_no_other():
    data = bytearray(zipped({"a.txt": b"De raad besluit. " * 50, "b.txt": b"Goed."}))
    data[60] ^= 0xFF
    assert names(bytes(data), "half.zip") == ["! half.zip/a.txt", "half.zip/b.txt"]


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert names(zipped({"nul.txt": bytes(40_000_000)}), "bom.zip") == ["! bom.zip"]


def test_archives_in_archives_have_an_end():
    data = zipped({"a.txt": b"diep"})
    for _ in range(9):
        data = zipped({"weer.zip": data})
    [found] = names(data, "pop.zip")
    assert found.startswith("! pop.zip/weer.zip")


def test_more_papers_than_may_be_are_told_of():
    data = zipped({f"{n}.txt": b"tekst" for n in range(5)})
    assert names(data, "veel.zip", inner_papers=3)[3:] == ["! veel.zip"]


def test_a_mail_is_its_text_and_its_attachments_but_no_pictures_of_a_signature():
    data = mail(brief_pdf=PDF, logo_png=b"\x89PNG....")
    assert sniff(data, "mail.eml") == "eml"
    papers = unpack(SourceItem(name="mail.eml", data=data))
    assert [p.name for p in papers] == ["mail.eml/bericht.txt", "mail.eml/brief.pdf"]
    text = read_document(papers[0]).document.text
    assert text.startswith("Van: griffie@zwolle.example")
    assert "Onderwerp: Stedenband met Lünen" in text
    assert "De stedenband met Lünen bestaat 40 jaar." in text


def test_a_letter_that_names_a_subject_is_no_mail():
    letter = "Datum: 5 juni 2018\nOnderwerp: stedenband\nVan: het college\n\nGeachte raad,"
    assert sniff(letter.encode(), "brief.txt") == "text"


def test_an_outlook_message_is_its_text_and_its_attachments():
    report = "Zwolle heeft een band met Vologda. " * 200  # longer than the small streams hold
    told = "Beste raadsleden,\r\n\r\nDe band met Lünen bestaat 40 jaar.\r\n"
    data = message("Stedenband met Lünen", told, {"a.pdf": PDF, "b.txt": report.encode()})
    assert sniff(data, "bericht.msg") == "msg"
    assert names(data, "b.msg") == ["b.msg/bericht.txt", "b.msg/a.pdf", "b.msg/b.txt"]
    text, paper, long = unpack(SourceItem(name="b.msg", data=data))
    assert "De band met Lünen bestaat 40 jaar." in text.data.decode()
    assert text.data.decode().startswith("Onderwerp: Stedenband met Lünen")
    assert paper.data == PDF and long.data.decode() == report


def test_half_an_outlook_message_is_an_error_that_names_it():
    data = message("Stedenband", "De band bestaat 40 jaar. " * 300, {})
    (found,) = unpack(SourceItem(name="half.msg", data=data[:1500]))
    with pytest.raises(UnreadablePaper, match=r"half\.msg"):
        read_document(found)
