//! People and groups, played by a small town in process.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod account;
mod acquaintances;
mod agreements;
mod authenticator;
mod broken_lists;
mod browsers;
mod claims;
mod directory_files;
mod groups;
mod guests;
mod headers;
mod import;
mod invitation_fates;
mod invitation_links;
mod invitations;
mod inviting;
mod letters;
mod mandates;
mod map;
mod map_history;
mod missing;
mod notices;
mod passkeys;
mod profiles;
mod proving;
mod relisting;
mod rest;
mod retention;
mod roles;
mod second_step;
mod sectors;
mod sign_in;
mod town_accounts;
mod town_provider;

/// Every statement of this area and those below is prepared, and answers with its struct's columns.
#[test]
fn every_statement_is_right() {
    let fresh = db::testing::fresh().unwrap();
    assert_eq!(db::testing::wrong_statements(&fresh.db).unwrap(), Vec::<String>::new());
}
