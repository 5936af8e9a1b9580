use super::*;
use proptest::prelude::*;

const SMALL: &str = "\
# FILE NAME: small.cat
# NUMBER ALTERNATIVES: 3
# NUMBER CATEGORIES: 2
# CATEGORY NAME 1: Yes
# CATEGORY NAME 2: No
# ALTERNATIVE NAME 1: Park
# ALTERNATIVE NAME 2: Pool: heated
# ALTERNATIVE NAME 3: Library
7: {1,3},2
2: {},{1,2,3}
";

#[test]
fn a_file_is_read_and_written_and_read_the_same() {
    let file = read(SMALL).unwrap();
    assert_eq!(file.alternatives[1], "Pool: heated");
    assert_eq!(file.ballots, [(vec![vec![0, 2], vec![1]], 7), (vec![vec![], vec![0, 1, 2]], 2)]);
    assert_eq!(read(&write(&file)).unwrap(), file);
    let profile = file.profile(1).unwrap();
    assert_eq!((profile.cast()[0].marked, profile.cast()[0].blank), (7, 2));
}

#[test]
fn an_error_tells_line_column_and_what_was_expected() {
    let told = |line: &str| read(&format!("{SMALL}{line}\n")).unwrap_err().to_string();
    assert_eq!(told("one: 1"), "line 11, column 1: expected how many such ballots there are, found “one: 1”");
    assert_eq!(
        told("1: {1,4}"),
        "line 11, column 7: expected the number of an alternative, 1 to 3, found “4}”"
    );
    assert_eq!(
        told("1: {1,2},1"),
        "line 11, column 10: expected each alternative once on a ballot, found “1”"
    );
    assert_eq!(told("1: {1 2}"), "line 11, column 7: expected “,”, found “2}”");
    assert_eq!(told("1: {1"), "line 11, column 6: expected “,”");
    assert_eq!(told("1: 1,2,3"), "line 11, column 8: expected no more than 2 categories, found “3”");
    assert_eq!(
        told("# ALTERNATIVE NAME 9: x").split(", found").next(),
        Some("line 11, column 3: expected number 4 here")
    );
    assert!(read("").is_err());
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), cut in 0..SMALL.len(), put in any::<String>()) {
        let _ = read(&text);
        let _ = read(&format!("{}{put}{}", &SMALL[..cut], &SMALL[cut..]));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&String::from_utf8_lossy(&bytes));
    }
}
