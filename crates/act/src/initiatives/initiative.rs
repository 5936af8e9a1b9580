//! What an initiative is, who must carry it, and how it fares: no SQL, no HTTP.

use agree::focuses::FocusId;
use jiff::{Timestamp, ToSpan, civil};
use kit::{GroupId, Markup, PersonId, SectorId, Side, Voice};
use std::collections::BTreeSet;

db::id! {
    InitiativeId,
}

impl InitiativeId {
    pub fn path(self) -> String {
        format!("/initiatives/{self}")
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Initiative {
        pub id: InitiativeId,
        pub focus_id: FocusId,
        pub title: String,
        pub aim: String,
        pub html: Markup,
        pub locale: String,
        pub person_id: PersonId,
        pub created_at: Timestamp,
        pub started_at: Option<Timestamp>,
        pub closed_at: Option<Timestamp>,
        pub closing_note: String,
        pub closing_locale: String,
    }
}

impl Initiative {
    pub fn path(&self) -> String {
        self.id.path()
    }

    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }

    /// Not started yet: too few carry it, or its focus has no free place.
    pub fn is_draft(&self) -> bool {
        self.started_at.is_none() && !self.is_closed()
    }

    /// As the agenda reads it: the title in the first line.
    pub fn text(&self) -> String {
        format!("{}\n{}", self.title, self.aim)
    }
}

db::row! {
    /// A voice that carries an initiative.
    #[derive(Debug, Clone)]
    pub struct Carrier {
        /// Its key: `p12` a person, `g5` a group.
        pub voice: String,
        pub name: String,
        pub side: Side,
        pub sector_id: Option<SectorId>,
    }
}

impl Carrier {
    pub fn group(&self) -> Option<GroupId> {
        self.voice.strip_prefix('g')?.parse().ok().map(GroupId)
    }

    pub fn person(&self) -> Option<PersonId> {
        self.voice.strip_prefix('p')?.parse().ok().map(PersonId)
    }
}

/// The first of somebody's voices that carries it.
pub fn carrying_voice<'v>(carriers: &[Carrier], voices: &'v [Voice]) -> Option<&'v Voice> {
    voices.iter().find(|voice| carriers.iter().any(|carrier| carrier.voice == voice.key()))
}

/// Who is still missing before an initiative can start (rule 3: across sectors).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Missing {
    /// Organisations of so many more sectors.
    pub sectors: usize,
    /// A citizen group, or two citizens.
    pub citizens: bool,
}

impl Missing {
    /// Groups of two sectors or more carry it, and a citizen group or two citizens among them.
    pub fn among(carriers: &[Carrier]) -> Missing {
        let sectors: BTreeSet<SectorId> = carriers.iter().filter_map(|c| c.sector_id).collect();
        let citizens = carriers.iter().filter(|c| c.side == Side::Citizens);
        let groups = citizens.clone().filter(|c| c.group().is_some()).count();
        let persons = citizens.filter(|c| c.group().is_none()).count();
        Missing { sectors: 2_usize.saturating_sub(sectors.len()), citizens: groups == 0 && persons < 2 }
    }

    pub fn nobody(self) -> bool {
        self == Missing::default()
    }
}

/// So many days without news, or without a promise due in as many, and an initiative is quiet.
pub const QUIET: i32 = 30;
/// So many, and it is stalled.
pub const STALLED: i32 = 60;

/// How an initiative fares (rule 5: concrete).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// Not started yet.
    Draft,
    Moving,
    /// Since so many days.
    Quiet(i32),
    Stalled(i32),
    Closed,
}

impl Health {
    /// The word of the state in CSS, icons and messages.
    pub fn word(self) -> &'static str {
        match self {
            Health::Draft => "draft",
            Health::Moving => "moving",
            Health::Quiet(_) => "quiet",
            Health::Stalled(_) => "stalled",
            Health::Closed => "closed",
        }
    }

    pub fn days(self) -> i32 {
        match self {
            Health::Quiet(days) | Health::Stalled(days) => days,
            _ => 0,
        }
    }
}

/// The days on which the health of a started initiative depends, where the community is.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    pub today: civil::Date,
    pub started: civil::Date,
    /// The last news: a promise, a result, a post in one of its threads.
    pub news: civil::Date,
    /// The next open promise that isn't overdue.
    pub next_due: Option<civil::Date>,
    /// When the last promise ended, or was due and did not.
    pub last_promise: Option<civil::Date>,
}

impl Days {
    /// Without a promise due in the next 30 days, or without news for 30, an initiative is quiet; when
    /// either lasts for 60 days, stalled.
    pub fn health(self) -> Health {
        let longest = self.without_news().max(self.without_promise());
        match () {
            () if longest >= STALLED => Health::Stalled(longest),
            () if self.without_news() >= QUIET || !self.is_promised() => Health::Quiet(longest),
            () => Health::Moving,
        }
    }

    /// The day on which it became quiet, or stalled; `None` while it moves.
    pub fn since(self) -> Option<civil::Date> {
        let lacking = (!self.is_promised()).then(|| self.last_promised());
        let after = |day: civil::Date, days: i32| day.saturating_add(days.days());
        let past = |day: civil::Date| day <= self.today;
        let stalled = [Some(after(self.news, STALLED)), lacking.map(|day| after(day, STALLED))];
        let quiet = [Some(after(self.news, QUIET)), lacking];
        let first =
            |days: [Option<civil::Date>; 2]| days.into_iter().flatten().filter(|day| past(*day)).min();
        first(stalled).or_else(|| first(quiet))
    }

    fn is_promised(self) -> bool {
        self.next_due.is_some_and(|due| (due - self.today).get_days() <= QUIET)
    }

    fn without_news(self) -> i32 {
        self.days_since(self.news)
    }

    fn without_promise(self) -> i32 {
        if self.is_promised() { 0 } else { self.days_since(self.last_promised()) }
    }

    fn last_promised(self) -> civil::Date {
        self.last_promise.unwrap_or(self.started).max(self.started)
    }

    fn days_since(self, day: civil::Date) -> i32 {
        (self.today - day).get_days().max(0)
    }
}

#[cfg(test)]
mod tests;
