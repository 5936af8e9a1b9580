//! What comes next: meetings, decisions that close, promises that fall due, terms that end.

use super::focuses::FocusCard;
use act::initiatives::Card;
use agree::decisions::OpenDecision;
use agree::focuses::Focus;
use agree::meetings::Meeting;
use jiff::{Timestamp, civil};
use kit::{Chrome, Markup};

/// So many are shown.
const SHOWN: usize = 6;
/// A term's end is told so many days before.
const TERM_AHEAD: i32 = 31;

pub struct Next {
    /// For the order: where something has no hour it stands at the end of its day.
    order: civil::DateTime,
    pub when: Markup,
    /// What it is: a message.
    pub kind: &'static str, // messages: home-next-*
    pub symbol: &'static str,
    pub title: String,
    pub locale: String,
    pub path: String,
    /// Where, or in what.
    pub place: String,
}

impl Next {
    /// A day, an hour and a place say by themselves what it is.
    pub fn is_meeting(&self) -> bool {
        self.kind == "home-next-meeting"
    }
}

pub fn coming(
    meetings: &[Meeting],
    decisions: &[OpenDecision],
    focuses: &[FocusCard],
    cards: &[Card],
    chrome: &Chrome,
) -> Vec<Next> {
    let mut all: Vec<Next> = meetings.iter().map(|m| meeting(m, chrome)).collect();
    all.extend(decisions.iter().map(|d| closing(d, chrome)));
    all.extend(cards.iter().filter_map(|card| promise(card, chrome)));
    all.extend(focuses.iter().filter_map(|card| term(&card.focus, chrome)));
    all.sort_by_key(|next| next.order);
    all.truncate(SHOWN);
    all
}

fn at(time: Timestamp, chrome: &Chrome) -> (civil::DateTime, Markup) {
    (chrome.local(time), chrome.moment(&time))
}

fn on(day: civil::Date, chrome: &Chrome) -> (civil::DateTime, Markup) {
    (day.at(23, 59, 59, 0), chrome.day(&day))
}

fn meeting(meeting: &Meeting, chrome: &Chrome) -> Next {
    let (order, when) = at(meeting.starts_at, chrome);
    let (title, locale, place) = (meeting.title.clone(), meeting.locale.clone(), meeting.place.clone());
    Next {
        order,
        when,
        kind: "home-next-meeting",
        symbol: "calendar",
        title,
        locale,
        path: meeting.path(),
        place,
    }
}

fn closing(decision: &OpenDecision, chrome: &Chrome) -> Next {
    let (order, when) = at(decision.closes_at, chrome);
    let (title, locale, place) = (decision.question.clone(), decision.locale.clone(), String::new());
    Next {
        order,
        when,
        kind: "home-next-closes",
        symbol: "decisions",
        title,
        locale,
        path: decision.path(),
        place,
    }
}

fn promise(card: &Card, chrome: &Chrome) -> Option<Next> {
    let (order, when) = on(card.next_due?, chrome);
    let (title, locale, place) = (card.next_what.clone(), card.next_locale.clone(), card.title.clone());
    Some(Next {
        order,
        when,
        kind: "home-next-promise",
        symbol: "check",
        title,
        locale,
        path: card.path(),
        place,
    })
}

fn term(focus: &Focus, chrome: &Chrome) -> Option<Next> {
    let day = focus.until_day?.0;
    if (day - chrome.today()).get_days() > TERM_AHEAD {
        return None;
    }
    let (order, when) = on(day, chrome);
    let (title, locale, place) = (focus.title.clone(), focus.locale.clone(), String::new());
    Some(Next {
        order,
        when,
        kind: "home-next-term",
        symbol: "focuses",
        title,
        locale,
        path: focus.path(),
        place,
    })
}
