//! PrefLib: what is read, what is refused and where, and that what is written is read as the same.

use super::{Kind, read, write};
use crate::ranked::Ranking;
use crate::ranked::tests::shared::files;
use proptest::prelude::*;

const SMALL: &str = "# FILE NAME: small.toi
# TITLE: A small town
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 7
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Playground
# ALTERNATIVE NAME 2: Bus stop: north
4: 1,3
2: 2, {1,3}
1: {1,2},3
";

#[test]
fn orders_names_and_remarks_are_read() {
    let dataset = read(SMALL.as_bytes()).unwrap();
    assert_eq!((dataset.kind, dataset.title.as_str()), (Kind::Toi, "A small town"));
    assert_eq!(dataset.profile.options(), ["Playground", "Bus stop: north", "3"]);
    assert_eq!(dataset.head, [("FILE NAME".to_owned(), "small.toi".to_owned())]);
    let two = dataset.profile.ballots().iter().find(|ballot| ballot.count == 2).unwrap();
    assert_eq!(two.ranking, Ranking::weak([vec![1], vec![0, 2]]));
}

#[test]
fn an_error_says_where_and_what_was_expected() {
    let said = |from: &str, to: &str| read(SMALL.replace(from, to).as_bytes()).unwrap_err().to_string();
    assert_eq!(
        said("4: 1,3", "4: 1,9"),
        "line 9, column 6: expected an alternative's number from 1 to 3, found “9”"
    );
    assert_eq!(
        said("4: 1,3", "x"),
        "line 9, column 1: expected a number of voters, a colon and an order, found “x”"
    );
    assert_eq!(said("{1,3}", "{1,3"), "line 10, column 7: expected } further on, found “{1,3”");
    assert_eq!(
        said("toi\n#", "soi\n#"),
        "line 10, column 3: expected an order without equals, found “2, {1,3}”"
    );
    assert_eq!(
        said("toi\n#", "toc\n#"),
        "line 9, column 3: expected an order of all 3 alternatives, found “1,3”"
    );
    assert_eq!(said("toi\n#", "wmd\n#"), "line 3, column 1: expected soc, soi, toc or toi, found “wmd”");
    assert_eq!(
        said("VOTERS: 7", "VOTERS: 8"),
        "line 12, column 1: expected orders of 8 voters, as the head says, found “7”"
    );
    assert!(said("4: 1,3", "4: 1,1").contains("(a ballot ranks option number 1 twice)"));
    assert!(said("# NUMBER ALTERNATIVES: 3\n", "").contains("NUMBER ALTERNATIVES"));
}

#[test]
fn real_files_are_written_and_read_as_the_same() {
    let files = files("preflib", &[".soc", ".soi", ".toc", ".toi"]);
    for path in &files {
        let dataset = read(&std::fs::read(path).unwrap()).unwrap();
        assert!(path.to_str().unwrap().ends_with(dataset.kind.name()), "{path:?}");
        let again = read(write(&dataset).as_bytes()).unwrap();
        assert_eq!(
            (&again.profile, &again.head, &again.title),
            (&dataset.profile, &dataset.head, &dataset.title)
        );
    }
    println!("written and read again: {} files", files.len());
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        _ = read(&bytes);
    }

    #[test]
    fn a_file_with_changes_is_read_or_refused(changes in prop::collection::vec((0..SMALL.len(), "[ -~\n]"), 0..6)) {
        let mut text = SMALL.to_owned();
        for (at, by) in changes {
            text.replace_range(at..=at, &by);
        }
        if let Ok(dataset) = read(text.as_bytes()) {
            prop_assert_eq!(read(write(&dataset).as_bytes()).unwrap().profile, dataset.profile);
        }
    }
}
