use super::*;
use proptest::prelude::*;

const SMALL: &str = "\
description: \"two
  lines\"
profile: [[1, 0], [2], [],
  [0, 1]]
num_cand: 3
committeesize: 2
compute:
- rule_id: av
  result: [[0, 1]]
  resolute: false
- rule_id: rsd
  result:
  resolute: true
";

#[test]
fn a_file_is_read_and_written_and_read_the_same() {
    let instance = read(SMALL).unwrap();
    assert_eq!(instance.description, "two lines");
    assert_eq!((instance.profile.count(), instance.seats), (4, Some(2)));
    assert_eq!(instance.expected[0].result, Some(vec![vec![0, 1]]));
    assert_eq!((instance.expected[1].result.as_ref(), instance.expected[1].resolute), (None, Some(true)));
    assert_eq!(read(&write(&instance)).unwrap(), instance);
}

#[test]
fn an_error_tells_line_column_and_what_was_expected() {
    let told = |text: &str| read(text).unwrap_err().to_string();
    assert_eq!(told("profile: [[0]]\n"), "line 1, column 1: expected the key num_cand, found “a mapping”");
    assert_eq!(
        told("num_cand: 2\nprofile: [[0], [one]]\n"),
        "line 2, column 17: expected the number of a candidate, found “one”"
    );
    assert_eq!(
        told("num_cand: 2\nprofile:\n- [0]\n- [0, 2]\n"),
        "line 4, column 3: expected a valid ballot (candidate 2 is not among the 2 that stand), found “a list”"
    );
    assert_eq!(
        told("num_cand: many\n"),
        "line 1, column 11: expected the number of candidates, found “many”"
    );
    assert_eq!(told(""), "line 1, column 1: expected a YAML mapping");
    assert!(
        told("profile: [[0]\nnum_cand: 1").starts_with("line 2"),
        "{}",
        told("profile: [[0]\nnum_cand: 1")
    );
    assert!(told(&"[ ".repeat(40)).contains("16 lists"), "{}", told(&"[ ".repeat(40)));
    // Far too deep even for the parser: refused all the same.
    assert!(!told(&"[".repeat(100_000)).is_empty());
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
        description in any::<String>(),
        ballots in prop::collection::vec((prop::collection::btree_set(0_usize..5, 0..5), 1_u64..4), 0..6),
    ) {
        let mut profile = Profile::new((0..5).map(|c: usize| c.to_string())).unwrap();
        for (ballot, count) in ballots {
            profile.add(ballot.into_iter().collect::<Vec<_>>(), count).unwrap();
        }
        let instance = Instance { description, profile, seats: Some(2), expected: vec![] };
        prop_assert_eq!(read(&write(&instance)).unwrap(), instance);
    }
}
