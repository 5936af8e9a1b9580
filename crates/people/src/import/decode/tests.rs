use encoding_rs::{WINDOWS_1250, WINDOWS_1252};
use proptest::prelude::*;

use super::*;

fn text_of(bytes: &[u8]) -> (String, &'static str) {
    let read = decode(bytes).unwrap();
    (read.text, read.encoding)
}

fn utf16(text: &str, mark: bool, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = if mark { format!("\u{FEFF}{text}") } else { text.to_owned() };
    marked.encode_utf16().flat_map(write).collect()
}

#[test]
fn utf8_is_read_with_and_without_a_mark() {
    assert_eq!(text_of("név;cím\nKórus;Fő út".as_bytes()), ("név;cím\nKórus;Fő út".into(), "UTF-8"));
    assert_eq!(text_of("\u{FEFF}név;cím".as_bytes()), ("név;cím".into(), "UTF-8"));
}

#[test]
fn one_broken_letter_does_not_turn_utf8_into_something_else() {
    let mut bytes = "Árvíztűrő tükörfúrógép, Kőműves Kelemen Kórus\n".repeat(3).into_bytes();
    bytes.push(0xC5);
    let read = decode(&bytes).unwrap();
    assert_eq!(read.encoding, "UTF-8");
    assert!(read.lossy);
    assert!(read.text.starts_with("Árvíztűrő"));
}

#[test]
fn utf16_is_read_with_and_without_a_mark() {
    for text in ["Name\tOrt\nChor\tKöln", "név;cím\nIfjúsági ház;Fő tér 1."] {
        assert_eq!(text_of(&utf16(text, true, u16::to_le_bytes)), (text.into(), "UTF-16LE"));
        assert_eq!(text_of(&utf16(text, true, u16::to_be_bytes)), (text.into(), "UTF-16BE"));
        assert_eq!(text_of(&utf16(text, false, u16::to_le_bytes)), (text.into(), "UTF-16LE"));
        assert_eq!(text_of(&utf16(text, false, u16::to_be_bytes)), (text.into(), "UTF-16BE"));
    }
}

#[test]
fn old_hungarian_files_keep_their_long_umlauts() {
    let text = "Szervezet neve;Cím\nKőszegi Nőegylet;Fő tér 2.\nTűzoltó Egyesület;Hegyalja út 7.\n";
    let (bytes, _, _) = WINDOWS_1250.encode(text);
    assert_eq!(text_of(&bytes), (text.into(), "windows-1250"));
}

#[test]
fn a_short_hungarian_file_does_not_come_out_in_western_letters() {
    let text = "név;cím\nErdőjárók;Fő út 3.\nGyűjtők köre;Kút tér 1.\n";
    let (bytes, _, _) = WINDOWS_1250.encode(text);
    assert_eq!(text_of(&bytes), (text.into(), "windows-1250"));
}

#[test]
fn old_western_files_are_read() {
    for text in [
        "Nom;Adresse\nAssociation des élèves;12, rue de l’Église\nThéâtre du Marché – scène;Place du Marché\n",
        "Nome;Morada\nAssociação de Pais;Rua São João\nCâmara Municipal;Praça da República, não tem\nCorações;Ações\n",
        "Name;Straße\nGesangverein Köln;Große Straße 5\nTürkischer Kulturverein;Müllerstraße\n",
    ] {
        let (bytes, _, _) = WINDOWS_1252.encode(text);
        assert_eq!(text_of(&bytes), (text.into(), "windows-1252"));
    }
}

#[test]
fn every_kind_of_line_end_becomes_one() {
    for (bytes, ends) in [
        ("a,b\nc,d", LineEnds::Lf),
        ("a,b\r\nc,d", LineEnds::CrLf),
        ("a,b\rc,d", LineEnds::Cr),
        ("a,b", LineEnds::None),
    ] {
        let read = decode(bytes.as_bytes()).unwrap();
        assert_eq!(read.line_ends, ends);
        assert!(!read.text.contains('\r'));
    }
    assert_eq!(decode(b"a\r\nb\rc\nd").unwrap().line_ends, LineEnds::Mixed);
    assert_eq!(decode(b"a\r\nb\rc\nd").unwrap().text, "a\nb\nc\nd");
}

#[test]
fn what_is_no_list_is_named_for_what_it_is() {
    assert_eq!(decode(b""), Err(Unreadable::Empty));
    assert_eq!(decode(b" \r\n \n"), Err(Unreadable::Empty));
    assert_eq!(decode(b"PK\x03\x04rest of an xlsx"), Err(Unreadable::Workbook));
    assert_eq!(decode(b"\xD0\xCF\x11\xE0\xA1\xB1rest of an xls"), Err(Unreadable::Workbook));
    assert_eq!(
        decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\0\x08\x06\0\0"),
        Err(Unreadable::NotText)
    );
    let large = vec![b'a'; MOST_BYTES + 1];
    assert_eq!(decode(&large), Err(Unreadable::TooLarge { bytes: MOST_BYTES + 1, most: MOST_BYTES }));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        if let Ok(read) = decode(&bytes) {
            prop_assert!(!read.text.contains('\r'));
            prop_assert!(!read.text.trim().is_empty());
        }
    }
}
