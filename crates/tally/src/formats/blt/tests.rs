//! `.blt`: what is read, what is refused and where, and that what is written is read as the same.

use super::{read, write};
use crate::ranked::Ranking;
use crate::ranked::tests::shared::files;
use proptest::prelude::*;

const ALL: &str = "\u{feff}4 2 # four candidates, two seats
-2 [withdrawn 4]
[nick A B C D] [tie C 1 2 4]
[droop rule=meek precision=8]
3 1 3 4 0 /* a comment */
2 4 A=C 0 (17) D 0 1 (B C) - D 0
5 0
0
\"Adam\" Basil \"Charlotte \"C\"-Green\"
\"Donald\"
\"Title\" \"Source\"
";

#[test]
fn everything_that_others_write_is_read() {
    let election = read(ALL.as_bytes()).unwrap();
    assert_eq!(election.seats, 2);
    assert_eq!(election.profile.options(), ["Adam", "Basil", "Charlotte \"C\"-Green", "Donald"]);
    assert_eq!(election.withdrawn, [1, 3]);
    assert_eq!(election.tie.as_deref(), Some(&[2, 0, 1, 3][..]));
    assert_eq!(election.options, ["rule=meek", "precision=8"]);
    assert_eq!((election.title.as_str(), election.source.as_deref()), ("Title", Some("Source")));
    assert_eq!((election.profile.cast().valid, election.profile.cast().blank), (7, 5));
    let has = |ranking: Ranking, count: u64| {
        election.profile.ballots().iter().any(|ballot| ballot.ranking == ranking && ballot.count == count)
    };
    assert!(has(Ranking::strict([0, 2, 3]), 3));
    assert!(has(Ranking::weak([vec![3], vec![0, 2]]), 2));
    assert!(has(Ranking::strict([3]), 1));
    assert!(has(Ranking::weak([vec![1, 2], vec![3]]), 1));
}

#[test]
fn an_error_says_where_and_what_was_expected() {
    let said = |text: &str| read(text.as_bytes()).unwrap_err().to_string();
    assert_eq!(said("x 2"), "line 1, column 1: expected the number of candidates, from 1 to 2000, found “x”");
    assert_eq!(said("3 4"), "line 1, column 3: expected the number of seats, from 1 to 3, found “4”");
    assert_eq!(
        said("3 2\n1 2 0\n1 5 0\n"),
        "line 3, column 3: expected a candidate's number from 1 to 3, found “5”"
    );
    assert!(said("3 2\n1 2 2 0\n").starts_with("line 2, column 1: expected a ballot that can be counted"));
    assert_eq!(said("2 1\n[tie 1 1]"), "line 2, column 8: expected each candidate once, found “1”");
    assert_eq!(said("2 1\n[tie 1]"), "line 2, column 1: expected all 2 candidates, found “tie 1”");
    assert_eq!(
        said("1 1\n1 1 0\n0\n\"Ada\"\n"),
        "line 5, column 1: expected the title of the election, in quotes; the file ends here"
    );
    assert!(said("1 1 \"never ends").starts_with("line 1, column 5: expected \" further on"));
    assert_eq!(read(b"2 1\n1 \xff").unwrap_err().to_string(), "line 2, column 3: expected text in UTF-8");
}

#[test]
fn real_files_are_written_and_read_as_the_same() {
    let files = files("stv", &[".blt"]);
    for path in &files {
        let election = read(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(read(write(&election).as_bytes()).unwrap(), election, "{path:?}");
    }
    println!("written and read again: {} files", files.len());
}

/// Bytes near to what a file is, so that they get far.
fn nearly_a_file() -> impl Strategy<Value = Vec<u8>> {
    let word = prop_oneof![
        "[0-5]",
        "-[0-9]",
        "\"[a-z ]{0,4}\"",
        Just("\n".to_owned()),
        "\\[(tie|nick|withdrawn|droop|x)( [0-4ab]){0,4}\\]",
        "\\([0-4 ]{0,4}\\)",
        "[0-4]=[0-4]",
        Just("0 0".to_owned()),
        "[#/\\*\\[\\]\\(\\)\"é]{1,2}",
    ];
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" ").into_bytes())
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        _ = read(&bytes);
    }

    #[test]
    fn what_is_nearly_a_file_is_read_or_refused(bytes in nearly_a_file()) {
        if let Ok(election) = read(&bytes) {
            let again = read(write(&election).as_bytes()).unwrap();
            prop_assert_eq!(again.profile.ballots(), election.profile.ballots());
            prop_assert_eq!(read(write(&again).as_bytes()).unwrap(), again);
        }
    }

    #[test]
    fn a_real_file_with_a_changed_byte_is_read_or_refused(at in 0..ALL.len(), byte in any::<u8>()) {
        let mut bytes = ALL.as_bytes().to_vec();
        bytes[at] = byte;
        _ = read(&bytes);
    }
}
