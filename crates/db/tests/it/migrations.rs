//! Each step of the schema, taken by a database that is in use.

use crate::filled;
use db::{Db, Error, Url, testing};

#[test]
fn a_database_of_any_age_comes_to_the_newest_schema_with_all_its_rows() {
    for steps in 1..=testing::STEPS {
        let place = testing::place().unwrap();
        let tables = filled::tables(steps);
        let before = {
            let mut c = testing::at_step(&place.url, steps).unwrap();
            filled::fill(&mut c, &tables).unwrap();
            filled::rows(&mut c, &tables)
        };
        assert!(before.iter().all(|(_, rows)| !rows.is_empty()));

        let db = Db::open(&place.url).unwrap();
        let after = db.read_now(move |c| Ok::<_, Error>(filled::rows(c, &tables))).unwrap();
        assert_eq!(after, before, "after step {steps}");
        assert_eq!(testing::wrong_statements(&db).unwrap(), Vec::<String>::new());
    }
}

#[test]
fn a_database_that_is_new_enough_is_left_alone() {
    let fresh = testing::fresh().unwrap();
    let at = |url: &Url| {
        let history = "select max(applied_on) from refinery_schema_history";
        Db::open(url).unwrap().read_now(|c| c.first::<String>(history, &[])).unwrap()
    };
    assert_eq!(at(&fresh.url), at(&fresh.url));
}

#[test]
fn data_of_a_newer_program_is_not_touched() {
    let fresh = testing::fresh().unwrap();
    let newer = "insert into refinery_schema_history (version, name, applied_on, checksum)
                 select version + 1, 'tomorrow', applied_on, checksum from refinery_schema_history
                 order by version desc limit 1";
    fresh.db.write_now(|c| c.run(newer, &[])).unwrap();
    let refused = Db::open(&fresh.url).err().unwrap();
    assert!(matches!(refused, Error::Migration(_)), "{refused}");
}
