//! Writing to many groups at once: those of a list that have an address and were never asked. The letters go one
//! after the other, so that no mail server takes them for something else.

use super::inviting::{Invite, Sending, give, take_address};
use super::queries;
use crate::Guide;
use crate::groups::Addressed;
use crate::memberships::GroupRole;
use db::Conn;
use jiff::SignedDuration;
use kit::form::is_email;
use kit::limits::{self, Limit};
use kit::{App, Error, GroupId, Locale, Result, Role};
use std::collections::HashSet;

/// So many letters go in one round, and so many rounds of one guide in a day.
pub const AT_ONCE: usize = 100;
const ROUNDS: Limit = Limit { count: 5, minutes: 24 * 60 };

/// Between one letter and the next.
const APART: SignedDuration = SignedDuration::from_secs(3);

/// A link in a letter to a group's office may lie there for a while.
const DAYS: i64 = 45;

/// Who of a list would be written to, and who not.
#[derive(Debug, Default)]
pub struct Round {
    pub to: Vec<Addressed>,
    /// Their addresses can't be right.
    pub odd: Vec<Addressed>,
    /// They, or whoever has the same address, were asked already or are in this round.
    pub asked: Vec<Addressed>,
    /// For another round.
    pub later: usize,
}

/// Sorts the groups of a list into a round.
pub fn round(c: &mut Conn, groups: Vec<Addressed>) -> Result<Round> {
    let asked = queries::asked(c)?;
    let known: HashSet<GroupId> = asked.iter().filter_map(|(group, _)| *group).collect();
    let mut taken: HashSet<String> = asked.into_iter().filter_map(|(_, email)| email).collect();
    let mut round = Round::default();
    for group in groups {
        let email = group.email.trim().to_lowercase();
        if !is_email(&email) {
            round.odd.push(group);
        } else if known.contains(&group.id) || taken.contains(&email) {
            round.asked.push(group);
        } else if round.to.len() == AT_ONCE {
            round.later += 1;
        } else {
            taken.insert(email.clone());
            round.to.push(Addressed { email, ..group });
        }
    }
    Ok(round)
}

/// What the letters of a round share.
#[derive(Debug, Clone)]
pub struct Many {
    pub note: String,
    pub remark: String,
    /// The same key writes to nobody twice.
    pub key: String,
}

/// Writes to the groups of a round and says to how many. An address that had enough letters today gets none.
pub fn invite_many(c: &mut Conn, app: &App, by: &Guide, to: &[Addressed], many: &Many) -> Result<usize> {
    limits::take(c, &format!("invitations/rounds/{}", by.id()), ROUNDS, by.now)?;
    let town_speaks = by.community()?.main_language();
    let mut sent = 0;
    for group in to {
        let new = written(group, many);
        if queries::by_key(c, &new.key)?.is_some() {
            continue;
        }
        match take_address(c, &group.email, by.now) {
            Ok(()) => {}
            Err(Error::TooMany { .. }) => continue,
            Err(error) => return Err(error),
        }
        let locale = group.locale.as_deref().and_then(Locale::find).unwrap_or(town_speaks);
        let sending = Sending { locale, due: by.now + APART * i32::try_from(sent).unwrap_or(i32::MAX) };
        give(c, app, by, &new, Some(&group.name), sending)?;
        sent += 1;
    }
    Ok(sent)
}

fn written(group: &Addressed, many: &Many) -> Invite {
    Invite {
        email: Some(group.email.clone()),
        on_paper: false,
        name: greeted(&group.contact_name),
        group: Some((group.id, GroupRole::Representative)),
        role: Role::Member,
        note: many.note.clone(),
        remark: many.remark.clone(),
        next: "/".into(),
        uses: 1,
        days: DAYS,
        key: format!("{}-{}", many.key, group.id),
    }
}

/// Whom a list names as a contact is greeted where that reads like one person's name.
fn greeted(contact: &str) -> String {
    let is_name = contact.chars().count() <= 60 && !contact.contains(['@', ',', ';', '/', '(']);
    if is_name { contact.trim().to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::greeted;

    #[test]
    fn only_what_reads_like_a_name_is_greeted() {
        assert_eq!(greeted("Varga Nadia "), "Varga Nadia");
        for contact in ["Varga Nadia, office@example.org", "info@example.org", "Nadia / Béla", ""] {
            assert_eq!(greeted(contact), "");
        }
    }
}
