//! How the initiatives fare, as lists and the home page show it.

use super::initiative::{Carrier, Days, Health, InitiativeId, Missing};
use super::queries::{self, Overview};
use agree::focuses::FocusId;
use db::Conn;
use jiff::{Timestamp, civil, tz::TimeZone};
use kit::{Chrome, Side};

/// An initiative in a list.
#[derive(Debug, Clone)]
pub struct Card {
    pub id: InitiativeId,
    pub focus_id: FocusId,
    pub title: String,
    pub locale: String,
    pub health: Health,
    pub carriers: Vec<String>,
    /// The side of each carrier, in the same order.
    pub sides: Vec<Side>,
    /// Who must carry it too before it can start.
    pub missing: Missing,
    pub next_due: Option<civil::Date>,
    pub next_what: String,
    pub next_locale: String,
    pub kept: i64,
}

/// All initiatives, or those of one focus, the newest first and the closed ones last. One statement.
pub fn cards(c: &mut Conn, focus: Option<FocusId>, zone: &TimeZone, now: Timestamp) -> db::Result<Vec<Card>> {
    let today = zone.to_datetime(now).date();
    let rows = queries::overview(c, &today.to_string(), focus.map_or(0, |f| f.0), 0)?;
    Ok(rows.into_iter().map(|row| Card::of(row, zone, today)).collect())
}

/// One initiative, as a list would show it, with all who carry it. One statement.
pub fn card(
    c: &mut Conn,
    id: InitiativeId,
    zone: &TimeZone,
    now: Timestamp,
) -> db::Result<Option<(Card, Vec<Carrier>)>> {
    let today = zone.to_datetime(now).date();
    let row = queries::overview(c, &today.to_string(), 0, id.0)?.pop();
    Ok(row.map(|row| (row.carried_by(), row)).map(|(carriers, row)| (Card::of(row, zone, today), carriers)))
}

impl Card {
    fn of(row: Overview, zone: &TimeZone, today: civil::Date) -> Card {
        let carriers = row.carried_by();
        Card {
            health: row.health(zone, today),
            id: row.id,
            focus_id: row.focus_id,
            title: row.title,
            locale: row.locale,
            missing: Missing::among(&carriers),
            sides: carriers.iter().map(|c| c.side).collect(),
            carriers: carriers.into_iter().map(|c| c.name).collect(),
            next_due: row.next_due.as_deref().and_then(|d| d.parse().ok()),
            next_what: row.next_what.unwrap_or_default(),
            next_locale: row.next_locale.unwrap_or_default(),
            kept: row.kept,
        }
    }

    pub fn path(&self) -> String {
        self.id.path()
    }

    /// Started, and not closed: it takes one of its focus' places.
    pub fn is_under_way(&self) -> bool {
        matches!(self.health, Health::Moving | Health::Quiet(_) | Health::Stalled(_))
    }

    /// Who carries it, with the side of each.
    pub fn carried_by(&self) -> Vec<(Side, &str)> {
        self.sides.iter().copied().zip(self.carriers.iter().map(String::as_str)).collect()
    }

    /// The health in words: "quiet for 34 days".
    pub fn says(&self, chrome: &Chrome) -> String {
        let key = match self.health {
            Health::Draft if self.missing.nobody() => "initiatives-waiting",
            Health::Draft => "initiatives-draft",
            Health::Moving => "initiatives-moving",
            Health::Quiet(0) => "initiatives-quiet-now",
            Health::Quiet(_) => "initiatives-quiet",
            Health::Stalled(_) => "initiatives-stalled",
            Health::Closed => "initiatives-closed",
        };
        chrome.t(key).with("days", self.health.days()).to_string()
    }
}

impl Overview {
    fn carried_by(&self) -> Vec<Carrier> {
        let carrier = |line: &str| {
            let [voice, side, sector, name] = line.splitn(4, '/').collect::<Vec<_>>().try_into().ok()?;
            let (side, sector_id) = (side.parse().ok()?, sector.parse().ok());
            Some(Carrier { voice: voice.into(), name: name.into(), side, sector_id })
        };
        self.carriers.iter().flat_map(|all| all.lines()).filter_map(carrier).collect()
    }

    /// The days that count, as they look from a day; `None` while it isn't under way.
    pub fn days(&self, zone: &TimeZone, today: civil::Date) -> Option<Days> {
        let day = |at: Timestamp| zone.to_datetime(at).date();
        let parsed = |day: &Option<String>| day.as_deref().and_then(|d| d.parse().ok());
        let started = self.started_at.filter(|_| self.closed_at.is_none())?;
        Some(Days {
            today,
            started: day(started),
            news: day(self.post_at.map_or(self.news_at, |at| at.max(self.news_at))),
            next_due: parsed(&self.next_due),
            last_promise: parsed(&self.last_due).max(self.last_ended_at.map(day)),
        })
    }

    fn health(&self, zone: &TimeZone, today: civil::Date) -> Health {
        match self.days(zone, today) {
            Some(days) => days.health(),
            None if self.closed_at.is_some() => Health::Closed,
            None => Health::Draft,
        }
    }
}
