from __future__ import annotations

import pytest

from diplo_ner.errors import ConfigurationError, InputError
from diplo_ner.io.encodings import checked_encoding, decode, detect

TEXT = "L'été à Genève, où l'accord n'a pas été signé : « hélas », a soufflé la délégation."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_read_as_they_are(encoding: str) -> None:
    text, how = decode(TEXT.encode(encoding))
    assert text == TEXT
    assert how.errors == "strict"


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_15", "mac_roman", "cp850"])
def test_old_encodings_are_detected_and_told(encoding: str) -> None:
    text, how = decode(TEXT.encode(encoding))
    assert text == TEXT
    assert f"read as {how.encoding}" in how.note


def test_the_encoding_that_is_told_reads_the_same_text_again() -> None:
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        data = TEXT.encode(encoding)
        text, how = decode(data)
        assert data.decode(how.encoding) == text


def test_a_byte_order_mark_is_no_text() -> None:
    text, how = decode(b"\xef\xbb\xbfMoscou")
    assert (text, how.encoding) == ("Moscou", "utf-8-sig")
    assert decode(b"\xef\xbb\xbfMoscou", "utf-8")[0] == "Moscou"


def test_a_zero_width_no_break_space_inside_stays() -> None:
    assert decode("Mos\ufeffcou".encode())[0] == "Mos\ufeffcou"


@pytest.mark.parametrize("ends", ["a\r\nb", "a\rb", "a\nb", "a\x85b\u2028c"])
def test_line_ends_are_untouched(ends: str) -> None:
    assert decode(ends.encode())[0] == ends


def test_utf8_cut_off_in_the_middle_of_a_character_stays_utf8() -> None:
    text, how = decode("déjà signé à Genève".encode()[:-3])
    assert text == "déjà signé à Gen\ufffd"
    assert how == ("utf-8", "replace", how.note)
    assert "one place" in how.note


def test_utf8_with_a_few_broken_bytes_stays_utf8() -> None:
    text, how = decode("é".encode() * 50 + b"\xff\xfe" + "à".encode() * 50)
    assert text == "é" * 50 + "\ufffd\ufffd" + "à" * 50
    assert "2 places" in how.note


def test_a_replacement_character_of_the_text_is_not_taken_for_damage() -> None:
    assert decode("été \ufffd".encode()) == ("été \ufffd", ("utf-8", "strict", ""))


def test_the_encoding_that_the_caller_says_is_not_questioned() -> None:
    assert decode("é".encode(), "cp1252")[0] == "Ã©"
    with pytest.raises(InputError, match="byte 0 does not fit"):
        decode("é".encode("cp1252"), "utf-8")


def test_bytes_that_no_detected_encoding_holds_are_read_all_the_same() -> None:
    data = (TEXT * 1000).encode("cp1252") + b"\x81\x8d"
    text, how = decode(data)
    assert text == TEXT * 1000 + "\x81\x8d"
    assert "latin_1" in how.note


@pytest.mark.parametrize("text", ["é" * 5000, "ðñ" * 50, "à"])
def test_what_statistics_cannot_tell_is_read_as_windows_text(text: str) -> None:
    found, how = decode(text.encode("cp1252"))
    assert (found, how.encoding) == (text, "cp1252")
    assert "cp1252" in how.note


def test_a_declared_encoding_goes_before_statistics() -> None:
    assert decode("Łódź".encode("iso8859_2"), declared="iso-8859-2")[0] == "Łódź"
    assert decode("Łódź".encode(), declared="iso-8859-2")[0] == "Łódź"
    assert decode("déjà vu".encode("cp1252"), declared="no-such-thing")[0] == "déjà vu"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x00" * 500, "binary"),
        (b"text \xe9 with\x00one zero", "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        decode(data)


def test_a_single_zero_in_utf8_does_not_make_a_binary() -> None:
    assert decode("Moscou\x00 nie tout et la délégation part.".encode())[0].count("\x00") == 1


def test_detection_of_a_large_file_looks_where_the_accents_are() -> None:
    data = b"a " * 200_000 + "à Genève, l'été dernier, le président a été reçu".encode("cp1252")
    assert detect(data).encoding == "cp1252"


@pytest.mark.parametrize("name", ["hex", "base64", "rot13", "nothing", "", "a\x00b"])
def test_an_unknown_encoding_fails_at_once(name: str) -> None:
    with pytest.raises(ConfigurationError, match="no encoding"):
        checked_encoding(name)


def test_names_of_encodings_are_put_in_one_form() -> None:
    assert checked_encoding("UTF8") == "utf-8"
    assert checked_encoding("Latin1") == "iso8859-1"
