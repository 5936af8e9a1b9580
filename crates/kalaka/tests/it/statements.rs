//! Each statement of the whole program is prepared on the engine of this run, and its columns are
//! those of the struct that it fills, in name and order.

#[test]
fn every_statement_is_prepared_and_fills_its_struct() {
    // Names the house, so that all its areas are linked in.
    let routes = kalaka::house::routes();
    assert!(routes.table().len() > 40);
    let fresh = db::testing::fresh().unwrap_or_else(|error| panic!("{error}"));
    let wrong = db::testing::wrong_statements(&fresh.db).unwrap_or_else(|error| panic!("{error}"));
    assert!(db::STATEMENTS.len() > 100, "only {} statements are linked", db::STATEMENTS.len());
    assert_eq!(wrong, Vec::<String>::new());
}
