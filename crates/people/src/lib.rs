//! People and groups: who is here, how they come in, as whom they speak, and who is missing.
//!
//! The house above asks three things of this area: who makes this request ([`visitor`]), in which
//! voice they speak ([`voices`]), and what a group is ([`groups`]).

pub mod account;
pub mod acquaintances;
pub mod agreements;
pub mod browsers;
pub mod claims;
pub mod frame;
pub mod groups;
mod guests;
pub mod import;
pub mod invitations;
pub mod language;
pub mod links;
pub mod mandates;
pub mod map;
pub mod memberships;
mod mine;
pub mod missing;
pub mod my_data;
pub mod notices;
pub mod passkeys;
pub mod persons;
pub mod privacy;
pub mod profiles;
pub mod proving;
pub mod retention;
pub mod roles;
pub mod second_step;
pub mod sectors;
pub mod sessions;
pub mod sign_in;
pub mod site;
pub mod standing;
pub mod testing;
pub mod town_accounts;
pub mod visitor;
pub mod voices;

pub use visitor::{Guide, Member, Proven, Signed, Steward, Visitor};

use kit::Routes;

/// The kinds of jobs that this area sets down, and what does them.
pub fn jobs() -> Vec<(&'static str, kit::Work)> {
    [&invitations::JOBS[..], &map::JOBS[..]].concat()
}

/// All routes of this area.
pub fn routes() -> Routes {
    Routes::new()
        .merge(sign_in::routes())
        .merge(account::routes())
        .merge(second_step::routes())
        .merge(passkeys::routes())
        .merge(town_accounts::routes())
        .merge(proving::routes())
        .merge(standing::routes())
        .merge(agreements::routes())
        .merge(profiles::routes())
        .merge(my_data::routes())
        .merge(retention::routes())
        .merge(privacy::routes())
        .merge(invitations::routes())
        .merge(claims::routes())
        .merge(mandates::routes())
        .merge(roles::routes())
        .merge(notices::routes())
        .merge(language::routes())
        .merge(groups::routes())
        .merge(import::routes())
        .merge(acquaintances::routes())
        .merge(missing::routes())
        .merge(map::routes())
        .merge(sectors::routes())
}
kit::messages!();
