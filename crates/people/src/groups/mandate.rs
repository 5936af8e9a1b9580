//! A representative has a mandate: from when, until when, named by whom. A group may say for how many months it names
//! its representatives; without that a mandate has no end of its own.

use super::queries;
use crate::memberships::{self, GroupRole};
use crate::notices::{self, Notice};
use crate::persons;
use db::{Changed, Conn};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kit::{GroupId, PersonId};
use std::collections::BTreeSet;

db::query! {
    /// For how many months a group names its representatives; none where it doesn't say.
    pub fn term_of(group: GroupId) -> Option<Option<i64>> {
        "select mandate_months from groups where id = $1"
    }

    pub fn set_term(group: GroupId, months: Option<i64>, now: Timestamp) -> Changed {
        "update groups set mandate_months = $2, updated_at = $3 where id = $1"
    }
}

/// When a mandate ends whose last day is this one: at the next midnight.
pub fn end_of(zone: &TimeZone, last: Date) -> Option<Timestamp> {
    zone.to_timestamp(last.checked_add(1.day()).ok()?.at(0, 0, 0, 0)).ok()
}

/// The last day of a mandate that ends then.
pub fn last_day(zone: &TimeZone, until: Timestamp) -> Date {
    zone.to_datetime(until - jiff::SignedDuration::from_secs(1)).date()
}

/// Begins the mandate of one who was made a representative, for the term that the group has.
pub(super) fn begin(
    c: &mut Conn,
    person: PersonId,
    group: GroupId,
    named_by: Option<PersonId>,
    now: Timestamp,
) -> db::Result<()> {
    let until = match term_of(c, group)?.flatten() {
        Some(months) => {
            let zone = kit::community::load(c)?.map_or(TimeZone::UTC, |community| community.time_zone);
            zone.to_datetime(now).date().checked_add(months.months()).ok().and_then(|day| end_of(&zone, day))
        }
        None => None,
    };
    memberships::give_mandate(c, person, group, named_by, now, until).map(drop)
}

/// Takes the word from a representative, who stays in the group.
pub fn end(c: &mut Conn, person: PersonId, group: GroupId, now: Timestamp) -> db::Result<()> {
    memberships::put(c, person, group, GroupRole::Member, now)?;
    super::record(c, Some((person, None)), "group.member", group, now)
}

/// Hands the mandate of one on to another, who has what is left of it.
pub fn hand_over(
    c: &mut Conn,
    group: GroupId,
    from: PersonId,
    to: PersonId,
    now: Timestamp,
) -> db::Result<()> {
    let until = memberships::mandate_until(c, from, group)?.flatten();
    end(c, from, group, now)?;
    memberships::put(c, to, group, GroupRole::Representative, now)?;
    memberships::give_mandate(c, to, group, Some(from), now, until)?;
    super::record(c, Some((to, None)), "group.representative", group, now)
}

/// A group that has nobody to speak for it any more is told, and the guides, who can do something about it.
pub fn tell_if_alone(c: &mut Conn, group: GroupId, now: Timestamp) -> db::Result<()> {
    let members = memberships::of_group(c, group)?;
    if members.iter().any(memberships::Membership::represents) {
        return Ok(());
    }
    let title = queries::name_of(c, group)?.unwrap_or_default();
    let told: BTreeSet<PersonId> = members.iter().map(|m| m.person_id).chain(persons::guides(c)?).collect();
    let (subject, path) = (("group", group.0), format!("/groups/{group}"));
    let notice = Notice { kind: "mandate.alone", subject, path: &path, title: &title, by_name: "" };
    for person in told {
        notices::tell(c, person, notice, now)?;
    }
    Ok(())
}
