//! Pools and quotas as files.

use proptest::prelude::*;
use sortition::{BadFile, Fault, Quota, reading};

const POOL: &str = "name;id;age;household\nAmina;a;young;1\nPista;p;old;1\nVera;v;old;\n";

#[test]
fn a_pool_with_semicolons_is_read() {
    let pool = reading::pool(POOL.as_bytes()).unwrap();
    assert_eq!(pool.categories(), ["name", "age"]);
    assert_eq!(pool.people()[1].household.as_deref(), Some("1"));
    assert_eq!(pool.people()[2].household, None);
    assert_eq!(pool.people()[0].features, ["Amina", "young"]);
}

#[test]
fn quotas_are_read_by_either_heading() {
    let ours = reading::quotas(b"category,feature,min,max\nage,old,1,2\n").unwrap();
    let theirs = reading::quotas("\u{feff}Feature,Value,Min,Max\r\nage,old,1,2\r\n".as_bytes()).unwrap();
    assert_eq!(ours, theirs);
    assert_eq!(ours.as_slice(), [Quota { category: "age".into(), feature: "old".into(), min: 1, max: 2 }]);
}

fn bad(result: Result<impl std::fmt::Debug, Fault>) -> (u64, usize, String) {
    match result {
        Err(Fault::File(BadFile { line, column, expected, .. })) => (line, column, expected),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_error_tells_line_column_and_what_was_expected() {
    let number = "a whole number".to_owned();
    assert_eq!(
        bad(reading::quotas(b"category,feature,min,max\na,x,1,2\na,y,one,2\n")),
        (3, 3, number.clone())
    );
    assert_eq!(bad(reading::quotas(b"category,feature,min,max\na,x,1,-2\n")), (2, 4, number));
    assert_eq!(bad(reading::quotas(b"category,feature,min,max\n,x,1,2\n")), (2, 1, "a category".to_owned()));
    assert_eq!(bad(reading::quotas(b"category,feature,max\n")), (1, 0, "a column \"min\"".to_owned()));
    assert_eq!(bad(reading::pool(b"id,age\na,old\n,old\n")), (3, 1, "an id".to_owned()));
    assert_eq!(bad(reading::pool(b"id,age\na,old\na,old\n")), (3, 1, "an id of its own".to_owned()));
    assert_eq!(bad(reading::pool(b"id,age\na,old\nb\n")), (3, 0, "2 fields as in the heading".to_owned()));
    assert_eq!(bad(reading::pool(b"id,age\na,\xff\n")), (2, 2, "text in UTF-8".to_owned()));
    assert_eq!(bad(reading::pool(b"")), (1, 0, "a heading".to_owned()));
    let text = reading::pool(b"id,age\na,old\na,old\n").unwrap_err().to_string();
    assert_eq!(text, "line 3, column 1: expected an id of its own, found \"a\" of line 2");
}

#[test]
fn what_files_say_must_fit_together() {
    let read = |text: &str| reading::quotas(format!("category,feature,min,max\n{text}").as_bytes());
    assert!(matches!(read("a,x,3,2"), Err(Fault::QuotaUpsideDown { min: 3, max: 2, .. })));
    assert!(matches!(read("a,x,1,2\na,x,1,2"), Err(Fault::QuotaTwice { .. })));
    assert!(matches!(reading::pool(b"id,a,a\n1,2,3\n"), Err(Fault::CategoryTwice { .. })));
    let of = |quotas: &str| {
        let pool = reading::pool(POOL.as_bytes()).unwrap();
        sortition::Instance::of(&pool, &read(quotas).unwrap(), 1, sortition::Household::Any)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(of("town,x,1,2"), "there are quotas for town, of which the pool says nothing");
    assert_eq!(of("age,old,1,2"), "a is \"young\" in age, for which there is no quota");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_readers_stop(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = reading::pool(&bytes);
        let _ = reading::quotas(&bytes);
    }

    #[test]
    fn no_text_makes_the_readers_stop(text in "(id|category|feature|min|max|a|9|4294967296|-1|,|;|\t|\n|\"|\r|\u{feff}){0,60}") {
        let _ = reading::pool(text.as_bytes());
        let _ = reading::quotas(format!("category,feature,min,max\n{text}").as_bytes());
    }
}
