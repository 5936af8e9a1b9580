//! The frame around each page, and the language it is in: what a template needs beside its own
//! content.

use crate::i18n::{Locale, Message};
use crate::{Markup, Problem, Role};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

mod time;

/// Which item of the navigation is current.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Section {
    Home,
    Forum,
    Needs,
    Focuses,
    Decisions,
    Initiatives,
    Groups,
    Agenda,
    Charter,
    Activity,
    Search,
    Account,
    #[default]
    None,
}

/// The person who looks at the page, as its header shows them.
#[derive(Debug, Clone)]
pub struct Badge {
    pub name: String,
    pub unread: i64,
    pub role: Role,
    /// Reads and doesn't write, for now.
    pub paused: bool,
    /// Until when they have to set up a second step, where they have to.
    pub second_step_due: Option<Timestamp>,
    /// By when they have to accept the agreements, where they have not.
    pub agreements_due: Option<Timestamp>,
}

/// Everything that the layout and the words of a page depend on.
#[derive(Debug, Clone)]
pub struct Chrome {
    pub locale: Locale,
    /// The community's name; empty before it is founded.
    pub town: String,
    pub founding: bool,
    /// The current path with its query, to come back to.
    pub path: String,
    pub section: Section,
    pub viewer: Option<Badge>,
    /// What was just done, as a message key, shown once.
    pub flash: Option<String>,
    pub now: Timestamp,
    pub zone: TimeZone,
    pub development: bool,
}

impl Chrome {
    /// A message in the visitor's language.
    pub fn t<'k>(&self, key: &'k str) -> Message<'k> {
        self.locale.t(key)
    }

    pub fn lang(&self) -> &'static str {
        self.locale.code()
    }

    pub fn is_current(&self, section: &str) -> bool {
        format!("{:?}", self.section).eq_ignore_ascii_case(section)
    }

    /// The languages of the interface: `(code, own name)`.
    pub fn languages(&self) -> Vec<(&'static str, &'static str)> {
        Locale::all().map(|l| (l.code(), l.own_name())).collect()
    }

    pub fn guides(&self) -> bool {
        self.viewer.as_ref().is_some_and(|v| v.role.guides())
    }

    pub fn is_paused(&self) -> bool {
        self.viewer.as_ref().is_some_and(|v| v.paused)
    }

    /// The day until which a second step is to be set up, for pages other than that where it is done.
    pub fn second_step_by(&self) -> Option<String> {
        let due = self.viewer.as_ref().and_then(|v| v.second_step_due)?;
        let is_there = self.path.starts_with("/account/second-step");
        (!is_there).then(|| self.date_text(&self.local(due).date()))
    }

    /// Whether to ask for the agreements, on pages other than theirs.
    pub fn asks_for_agreements(&self) -> bool {
        let is_due = self.viewer.as_ref().is_some_and(|v| v.agreements_due.is_some());
        is_due && !self.path.starts_with("/agreements")
    }

    /// The day until which one may still write without having accepted them.
    pub fn agreements_by(&self) -> Option<String> {
        let due = self.viewer.as_ref().and_then(|v| v.agreements_due)?;
        (due > self.now).then(|| self.date_text(&self.local(due).date()))
    }

    pub fn problem(&self, problem: &Problem) -> String {
        self.t(problem.key).with_all(&problem.args).to_string()
    }

    pub fn number(&self, n: impl Into<crate::i18n::Arg>) -> String {
        match n.into() {
            crate::i18n::Arg::Number(n) => self.locale.formats().number(n),
            crate::i18n::Arg::Text(text) => text,
        }
    }

    /// `a, b and c`.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.locale.formats().list(items.iter().map(AsRef::as_ref))
    }

    /// Today, where the community is.
    pub fn today(&self) -> civil::Date {
        self.local(self.now).date()
    }

    /// `23 November 2026`.
    pub fn date(&self, day: &civil::Date) -> Markup {
        Markup(format!(r#"<time datetime="{day}">{}</time>"#, self.locale.formats().day(*day)))
    }

    /// The same as mere text, for inside a sentence.
    pub fn date_text(&self, day: &civil::Date) -> String {
        self.locale.formats().day(*day)
    }

    /// A time in words: "today, 14:05", "Monday, 9:12", "12 March".
    pub fn when(&self, at: &Timestamp) -> Markup {
        time::when(self, *at)
    }

    /// `Monday 23 November, 14:05`: for meetings and closing times.
    pub fn moment(&self, at: &Timestamp) -> Markup {
        time::moment(self, *at)
    }

    /// A day as people say it: "today", "tomorrow", "Friday", "12 March".
    pub fn day(&self, day: &civil::Date) -> Markup {
        time::day(self, *day)
    }

    /// Where the community is, what its clocks show.
    pub fn local(&self, at: Timestamp) -> civil::DateTime {
        self.zone.to_datetime(at)
    }
}
