use super::*;
use proptest::prelude::*;

const SMALL: &str = "\
chamber,count,\"Park, the new one\",Pool
citizens,3,x,
organisations,1,1,yes
citizens,2,,
";

#[test]
fn a_file_is_read_and_written_and_read_the_same() {
    let profile = read(SMALL).unwrap();
    assert_eq!(profile.candidates(), ["Park, the new one", "Pool"]);
    assert_eq!(profile.chambers(), ["citizens", "organisations"]);
    assert_eq!((profile.cast()[0].marked, profile.cast()[0].blank, profile.cast()[1].marked), (3, 2, 1));
    assert_eq!(read(&write(&profile)).unwrap(), profile);
}

#[test]
fn one_chamber_and_one_ballot_a_line_need_no_columns() {
    let profile = read("\u{feff}Park,Pool\r\n1,0\r\n1,1").unwrap();
    assert_eq!((profile.count(), profile.chambers()), (2, &[String::new()][..]));
}

#[test]
fn an_error_tells_line_column_and_what_was_expected() {
    let told = |text: &str| read(text).unwrap_err().to_string();
    let mark = "expected 1, x or yes for approval, or 0, no or nothing";
    assert_eq!(told("Park,Pool\n1,maybe"), format!("line 2, column 3: {mark}, found “maybe”"));
    assert_eq!(
        told("Park,Pool\n1"),
        "line 2, column 1: expected 2 fields, as in the first line, and here are 1, found “1”"
    );
    assert_eq!(
        told("Park,count\n1,some"),
        "line 2, column 3: expected how many such ballots there are, found “some”"
    );
    assert_eq!(told("Park,Park"), "line 1, column 6: expected each column once, found “Park”");
    assert_eq!(told("Park,\"Pool"), "line 1, column 6: expected a quote that ends this field, found “Pool”");
    assert_eq!(told("\"Park\"x"), "line 1, column 7: expected a comma or the end of the line");
    assert_eq!(
        told("count\n1"),
        "line 1, column 1: expected candidates (an election needs one candidate or more), found “count”"
    );
    assert_eq!(told(""), "line 1, column 1: expected a line with the candidates' names");
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

    #[test]
    fn what_is_written_is_read(
        names in prop::collection::btree_set("(chamber|count|.{0,6})", 3),
        ballots in prop::collection::vec((prop::collection::btree_set(0_usize..3, 0..3), 1_u64..4), 1..6),
    ) {
        let mut profile = Profile::new(names).unwrap();
        for (ballot, count) in ballots {
            profile.add(ballot.into_iter().collect::<Vec<_>>(), count).unwrap();
        }
        prop_assert_eq!(read(&write(&profile)).unwrap(), profile);
    }
}
