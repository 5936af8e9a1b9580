use super::*;
use proptest::prelude::*;

#[test]
fn words_are_read_as_they_were_written() {
    let latin2 = b"<meta charset=iso-8859-2><title>K\xf5v\xf6lgy</title>";
    assert!(decode(latin2, None).contains("Kővölgy"));
    assert!(decode(b"K\xf5v\xf6lgy", Some("windows-1250")).contains("Kővölgy"));
    assert_eq!(decode("\u{feff}Kővölgy".as_bytes(), Some("latin1")), "Kővölgy");
    assert_eq!(decode("Kővölgy".as_bytes(), None), "Kővölgy");
    assert!(decode(b"<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><a>\xf5</a>", None).contains('ő'));
}

#[test]
fn a_foreign_line_turns_nothing_round_and_fills_nothing() {
    assert_eq!(line("  a\n\tb\u{202e}c\u{2066}d\u{200b}e\0f  ", 20), "a bcdef");
    assert_eq!(line("one two three", 9), "one two…");
    assert_eq!(line(&"x".repeat(50), 10), format!("{}…", "x".repeat(9)));
    assert_eq!(line(&format!("Z{}", "\u{335}".repeat(500)), 20).chars().count(), 5);
    assert_eq!(line("שלום", 20), "שלום");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_bytes_become_a_line(bytes in proptest::collection::vec(any::<u8>(), 0..3000), most in 1_usize..200) {
        let said = line(&decode(&bytes, None), most);
        let harm = said.contains(['\n', '\u{202e}', '\0']);
        prop_assert!(said.chars().count() <= most && !harm);
    }
}
