use proptest::prelude::*;

use super::*;
use crate::budget::BallotKind;

const SMALL: &str = "\u{feff}META\r\nkey;value\r\ndescription;\"A; \"\"small\"\" town\"\r\nbudget;1000,50\r\n\
vote_type;cumulative\r\nPROJECTS\r\nproject_id;name;cost;selected\r\np1;Benches;400.0;1\r\np2;Trees;600.5;2\r\n\
VOTES\r\nvoter_id;vote;points;age\r\n1;p2,p1;3,1;40\r\n2;;;\r\n3;p2,p1;3,1;55\r\n";

fn refused(text: &str) -> String {
    read(text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_file_with_every_trap_is_read() {
    let file = read(SMALL.as_bytes()).unwrap();
    let instance = &file.instance;
    assert_eq!(file.value("description"), Some("A; \"small\" town"));
    assert_eq!((instance.budget(), instance.unit(), instance.voters()), (10005, 10, 3));
    assert_eq!(instance.projects().iter().map(|p| p.cost).collect::<Vec<_>>(), [4000, 6005]);
    assert_eq!(instance.kind(), BallotKind::Cumulative);
    assert_eq!(instance.groups().len(), 2);
    assert_eq!(instance.groups()[0].voters, 2);
    assert_eq!(file.adopted(), [0]);
    assert_eq!(file.notes[1].selected.as_deref(), Some("2"));
}

#[test]
fn what_is_written_reads_the_same() {
    let file = read(SMALL.as_bytes()).unwrap();
    let again = read(write(&file).as_bytes()).unwrap();
    assert_eq!(again.instance, file.instance);
    assert_eq!(again.notes, file.notes);
}

#[test]
fn a_bad_file_says_where_and_what_was_expected() {
    assert_eq!(refused(""), "line 1, column 1: expected the section META");
    let unknown = SMALL.replace("3;p2,p1", "3;p2,p9");
    assert_eq!(
        refused(&unknown),
        "line 14, column 6: expected the id of a project that stands above, found “p9”"
    );
    let points = SMALL.replace("3,1;55", "3;55");
    assert_eq!(refused(&points), "line 14, column 9: expected as many points as projects (2), found “3”");
    let cost = SMALL.replace("400.0", "4oo");
    assert_eq!(
        refused(&cost),
        "line 8, column 12: expected an amount of money such as 1200 or 1200.50, found “4oo”"
    );
    let twice = SMALL.replace("p2;Trees", "p1;Trees");
    assert!(refused(&twice).starts_with("line 9, column 1: expected a project id that does not stand above"));
    let open = SMALL.replace("town\"", "town");
    assert!(refused(&open).starts_with("line 3, column 13: expected a closing quote"));
    let choose = SMALL.replace("cumulative", "choose-1");
    assert_eq!(refused(&choose), "line 12, column 3: expected one project at most, found “p2,p1”");
    let kind = SMALL.replace("cumulative", "telepathy");
    assert!(refused(&kind).contains("found “telepathy”"));
    let error = read(b"META\nkey;value\nunit;\xff\n").unwrap_err();
    assert_eq!((error.line, error.column), (3, 6));
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_mutated_file_is_read_or_refused_with_a_place(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..6),
    ) {
        let bytes = mutated(SMALL.as_bytes().to_vec(), edits);
        match read(&bytes) {
            Ok(file) => {
                let again = read(write(&file).as_bytes());
                prop_assert_eq!(again.map(|f| f.instance.voters()), Ok(file.instance.voters()));
            }
            Err(error) => prop_assert!(error.line >= 1 && error.column >= 1),
        }
    }

    #[test]
    fn a_mutated_real_file_is_read_or_refused_with_a_place(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..6),
    ) {
        let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/pabulib/");
        let Ok(bytes) = std::fs::read(format!("{shared}Netherlands_Assen_2024.pb")) else { return Ok(()) };
        if let Err(error) = read(&mutated(bytes, edits)) {
            prop_assert!(error.line >= 1 && error.column >= 1);
        }
    }
}

/// Bytes replaced or put in, most of them such as mean something in a file.
fn mutated(mut bytes: Vec<u8>, edits: Vec<(prop::sample::Index, u8, u8)>) -> Vec<u8> {
    for (at, byte, kind) in edits {
        let at = at.index(bytes.len());
        let byte = if kind == 0 { byte } else { b";,\"\n\r09-.aMPV"[byte as usize % 13] };
        match kind {
            0 | 1 => bytes[at] = byte,
            _ => bytes.insert(at, byte),
        }
    }
    bytes
}
