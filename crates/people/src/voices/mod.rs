//! A voice is as whom a person speaks or votes: themselves, or one group that they represent. Each
//! contribution has one, chosen beside the send button. Only this room makes voices, from the
//! memberships as they are now.

pub mod electorate;

use db::Conn;
use jiff::Timestamp;
use kit::{GroupId, PersonId, SectorId, Side, Voice};

/// All voices of a person: their own first, then the groups that they represent and that are in. A mandate that is over
/// counts until the midnight's job has ended it; [`of_groups`] looks at the clock.
pub fn of_person(c: &mut Conn, person: PersonId, name: &str) -> db::Result<Vec<Voice>> {
    let own = Voice { person, group: None, name: name.into(), side: Side::Citizens, sector: None };
    Ok(std::iter::once(own)
        .chain(of_groups(c, person, Timestamp::UNIX_EPOCH)?.into_iter().map(|(voice, _)| voice))
        .collect())
}

/// The groups that a person represents and that are in, each with the time since when it is here. A mandate that
/// is over by `now` gives no voice.
pub fn of_groups(c: &mut Conn, person: PersonId, now: Timestamp) -> db::Result<Vec<(Voice, Timestamp)>> {
    let voice = |g: Represented| {
        let voice = Voice { person, group: Some(g.id), name: g.name, side: g.side, sector: g.sector_id };
        (voice, g.since)
    };
    Ok(represented(c, person, now)?.into_iter().map(voice).collect())
}

db::row! {
    struct Represented {
        id: GroupId,
        name: String,
        side: Side,
        sector_id: Option<SectorId>,
        since: Timestamp,
    }
}

db::query! {
    fn represented(person: PersonId, now: Timestamp) -> Vec<Represented> {
        "select g.id, g.name, g.side, g.sector_id, coalesce(g.joined_at, g.created_at) as since
         from memberships m join groups g on g.id = m.group_id
         where m.person_id = $1 and m.role = 'representative' and g.state = 'in'
           and (m.mandate_until is null or m.mandate_until > $2)
         order by g.name_folded"
    }
}
