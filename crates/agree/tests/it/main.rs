//! The rooms of this area, as people use them: on whichever engine this run is on.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod agenda;
mod charter;
mod community;
mod decisions;
mod focuses;
mod founding;
mod meetings;
mod needs;
mod preview;
mod ratification;
mod search;
mod stakes;
mod table;

/// Every statement of this area and those below is prepared, and answers with its struct's columns.
#[test]
fn every_statement_is_right() {
    let fresh = db::testing::fresh().unwrap();
    assert_eq!(db::testing::wrong_statements(&fresh.db).unwrap(), Vec::<String>::new());
}
