//! Who takes part in a correspondence, and who that is to whom.

use super::{CorrespondenceId, MessageId, queries};
use crate::posts::Reason;
use db::Conn;
use jiff::Timestamp;
use kit::{Chrome, Error, GroupId, Markup, PersonId, Result, Side};
use people::groups::GroupState;
use people::{Member, memberships, persons};

db::row! {
    #[derive(Debug, Clone)]
    pub struct Correspondence {
        pub id: CorrespondenceId,
        pub person_id: PersonId,
        pub person_name: String,
        pub other_id: Option<PersonId>,
        pub other_name: Option<String>,
        pub group_id: Option<GroupId>,
        pub group_name: Option<String>,
        pub side: Side,
        pub messages: i64,
        pub last_at: Timestamp,
        /// The number of the last message that the one who asks has read.
        pub read: i64,
        /// What was said last.
        pub last_body: Option<String>,
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Message {
        pub id: MessageId,
        pub number: i64,
        pub person_id: PersonId,
        pub by_name: String,
        pub for_group: bool,
        pub html: Markup,
        pub locale: String,
        pub at: Timestamp,
    }
}

db::row! {
    /// A message that one of its readers showed to the guides.
    #[derive(Debug, Clone)]
    pub struct Reported {
        pub message_id: MessageId,
        pub reason: Reason,
        pub words: String,
        pub at: Timestamp,
        pub by_id: PersonId,
        pub by_name: String,
        pub writer_id: PersonId,
        pub writer_name: String,
        pub html: Markup,
        pub locale: String,
    }
}

/// To whom somebody writes: a person, or all who speak for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addressee {
    Person(PersonId),
    Group(GroupId),
}

impl Addressee {
    /// As it stands in an address: `p12`, `g5`.
    pub fn parse(text: &str) -> Option<Addressee> {
        let id = |digits: &str| digits.parse().ok();
        match text.split_at_checked(1)? {
            ("p", digits) => id(digits).map(|id| Addressee::Person(PersonId(id))),
            ("g", digits) => id(digits).map(|id| Addressee::Group(GroupId(id))),
            _ => None,
        }
    }
}

impl Correspondence {
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// Whether somebody is in it for the group, and not as the one who writes to it.
    pub fn is_for_group(&self, member: &Member) -> bool {
        self.person_id != member.id() && self.group_id.is_some_and(|group| speaks_for(member, group))
    }

    fn includes(&self, member: &Member) -> bool {
        self.person_id == member.id() || self.other_id == Some(member.id()) || self.is_for_group(member)
    }

    /// With whom, for one of those in it.
    pub fn with(&self, member: &Member) -> &str {
        let first = self.person_id == member.id();
        let others = self.other_name.as_deref().or(self.group_name.as_deref());
        if first { others.unwrap_or_default() } else { &self.person_name }
    }

    /// The group of this reader's that was written to.
    pub fn for_group(&self, member: &Member) -> Option<String> {
        self.group_name.clone().filter(|_| self.is_for_group(member))
    }

    pub fn unread(&self) -> i64 {
        self.messages - self.read
    }

    /// How what was said last begins.
    pub fn opening(&self) -> String {
        kit::words::opening(self.last_body.as_deref().unwrap_or_default(), 120)
    }
}

impl Message {
    pub fn foreign(&self, chrome: &Chrome) -> Option<&str> {
        (self.locale != chrome.lang()).then_some(self.locale.as_str())
    }
}

pub fn path(id: CorrespondenceId) -> String {
    format!("/messages/{id}")
}

pub fn speaks_for(member: &Member, group: GroupId) -> bool {
    member.voices().iter().any(|voice| voice.group == Some(group))
}

/// A correspondence of this member's; of anybody else's nobody learns.
pub fn found(c: &mut Conn, id: CorrespondenceId, member: &Member) -> Result<Correspondence> {
    let found = queries::by_id(c, member.id(), id)?.ok_or(Error::NotFound)?;
    if found.includes(member) { Ok(found) } else { Err(Error::NotFound) }
}

/// The others in it: who hears of what this member writes.
pub fn others(c: &mut Conn, of: &Correspondence, member: &Member) -> Result<Vec<PersonId>> {
    let mut persons = vec![of.person_id];
    persons.extend(of.other_id);
    if let Some(group) = of.group_id {
        let people = memberships::of_group(c, group)?;
        persons.extend(people.into_iter().filter(|m| m.represents()).map(|m| m.person_id));
    }
    persons.retain(|person| *person != member.id());
    persons.dedup();
    Ok(persons)
}

/// What is written to is there, isn't oneself, and is somebody who can read it: a group that nobody speaks for can't,
/// and one that rests gets no letters.
pub fn name_of(c: &mut Conn, to: Addressee, member: &Member) -> Result<String> {
    match to {
        Addressee::Person(id) if id == member.id() => Err(Error::Forbidden),
        Addressee::Person(id) => {
            let profile = persons::profile(c, id)?.ok_or(Error::NotFound)?;
            let shown = profile.profile_for.includes(id, Some(member.id()));
            // Who shows no page to members is known to those with whom they write, and to nobody by their number.
            if shown || queries::of_two(c, member.id().min(id), member.id().max(id))?.is_some() {
                return Ok(profile.name);
            }
            Err(Error::NotFound)
        }
        Addressee::Group(id) if speaks_for(member, id) => Err(Error::Forbidden),
        Addressee::Group(id) => {
            let speaks = memberships::of_group(c, id)?.iter().any(memberships::Membership::represents);
            let group = people::groups::by_id(c, id)?
                .filter(|g| speaks && g.state != GroupState::Dormant)
                .ok_or(Error::NotFound)?;
            Ok(group.name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_addressee_is_a_person_or_a_group() {
        assert_eq!(Addressee::parse("p12"), Some(Addressee::Person(PersonId(12))));
        assert_eq!(Addressee::parse("g5"), Some(Addressee::Group(GroupId(5))));
        for text in ["", "p", "12", "x5", "p-", "ő5", "p99999999999999999999"] {
            assert_eq!(Addressee::parse(text), None, "{text}");
        }
    }
}
