//! What somebody narrows their look down to: read from the form, checked, and named as the page shows it.

use super::address::Address;
use crate::tags::{self, Tag};
use db::Conn;
use db::search::{self, Narrowing};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kit::{Chrome, Form, Locale, Problem, Result, Sharing, Side};
use people::Visitor;
use people::groups::{self, Called};
use people::sectors::{self, Sector};
use std::sync::Arc;

/// The kinds of things that can be looked for.
pub const KINDS: [&str; 13] = [
    "thread",
    "post",
    "need",
    "focus",
    "decision",
    "initiative",
    "result",
    "group",
    "person",
    "agenda",
    "meeting",
    "charter",
    "file",
];

/// The kinds of things in which there is something to find, and how many of the newest are offered.
const PLACES: [&str; 2] = ["focus", "initiative"];
const OFFERED: i64 = 30;

/// What there is to choose from.
pub struct Choices {
    sectors: Vec<Sector>,
    /// Value and words: `("focus-3", "Growing old at home")`.
    pub places: Vec<(String, String)>,
    tags: Vec<Tag>,
}

impl Choices {
    pub fn read(c: &mut Conn, sharing: &Sharing, visitor: &Visitor) -> Result<Arc<Choices>> {
        let (locale, circle) = (visitor.locale, visitor.sees_circle());
        sharing.get(&format!("{} {circle}", locale.code()), || {
            let mut places = Vec::new();
            for kind in PLACES {
                let newest = search::newest_of_kind(c, kind, circle, OFFERED)?.into_iter();
                places.extend(newest.map(|thing| (format!("{kind}-{}", thing.subject_id), thing.title)));
            }
            let tags = tags::all(c, locale)?.into_iter().filter(|tag| !tag.is_retired).collect();
            Ok(Choices { sectors: sectors::all(c, locale)?, places, tags })
        })
    }

    pub fn tags(&self) -> Vec<(String, &str)> {
        self.tags.iter().map(|tag| (tag.id.to_string(), tag.name.as_str())).collect()
    }

    pub fn sectors(&self) -> Vec<(&str, &str)> {
        self.sectors.iter().map(|sector| (sector.key.as_str(), sector.name.as_str())).collect()
    }
}

/// What a look is narrowed down to; all of it was checked.
pub struct Narrowed {
    pub among: Narrowing,
    voice: String,
    place: String,
    from: Option<Date>,
    to: Option<Date>,
}

impl Narrowed {
    /// `None` where something is wrong: it then stands beside its field.
    pub fn read(
        c: &mut Conn,
        form: &mut Form,
        visitor: &Visitor,
        choices: &Choices,
    ) -> Result<Option<Narrowed>> {
        let mut among = Narrowing {
            kind: kind(form, visitor),
            circle: visitor.sees_circle(),
            member: visitor.person.is_some(),
            locale: language(form),
            side: form.optional_choice::<Side>("side").map(Side::as_str).unwrap_or_default().into(),
            sector: sector(form, choices),
            tag: tag(form, choices),
            ..Narrowing::default()
        };
        let voice = voice(c, form, &mut among)?;
        let place = place(c, form, &mut among, choices)?;
        let (from, to) = time(form, visitor, &mut among);
        Ok(form.is_valid().then_some(Narrowed { among, voice, place, from, to }))
    }

    /// What it is narrowed down to beside the kind, each with the address without it.
    pub fn parts(&self, chrome: &Chrome, address: &Address, choices: &Choices) -> Vec<(String, String)> {
        let side = |side: Side| match side {
            Side::Organisations => chrome.t("kit-organisations").to_string(),
            Side::Citizens => chrome.t("kit-citizens").to_string(),
        };
        let sector = choices.sectors.iter().find(|sector| sector.id.0 == self.among.sector);
        let tag = choices.tags.iter().find(|tag| tag.id.0 == self.among.tag);
        let day = |day: &Option<Date>| day.map(|day| chrome.date_text(&day)).unwrap_or_default();
        let named = [
            ("voice", "search-by-voice", self.voice.clone()),
            ("side", "search-by-side", self.among.side.parse().map(side).unwrap_or_default()),
            ("sector", "search-by-sector", sector.map(|sector| sector.name.clone()).unwrap_or_default()),
            (
                "locale",
                "search-by-locale",
                Locale::find(&self.among.locale).map(own_name).unwrap_or_default(),
            ),
            ("place", "search-by-place", self.place.clone()),
            ("tag", "search-by-tag", tag.map(|tag| tag.name.clone()).unwrap_or_default()),
            ("from", "search-by-from", day(&self.from)),
            ("to", "search-by-to", day(&self.to)),
        ];
        let said = named.into_iter().filter(|(.., name)| !name.is_empty());
        // messages: search-by-*
        said.map(|(field, key, name)| (address.without(field), chrome.t(key).with("name", name).to_string()))
            .collect()
    }
}

fn own_name(locale: Locale) -> String {
    locale.own_name().into()
}

/// A word that means nothing narrows nothing. Guests find other documents of people than members do.
fn kind(form: &Form, visitor: &Visitor) -> String {
    match KINDS.iter().find(|kind| **kind == form.value("kind")) {
        Some(&"person") if visitor.person.is_none() => "profile".into(),
        found => found.copied().unwrap_or_default().into(),
    }
}

fn language(form: &mut Form) -> String {
    let code = form.value("locale").to_owned();
    if !code.is_empty() && Locale::find(&code).is_none() {
        form.add("locale", Problem::new("kit-form-choose"));
    }
    code
}

fn sector(form: &mut Form, choices: &Choices) -> i64 {
    let key = form.value("sector");
    let found = choices.sectors.iter().find(|sector| sector.key == key);
    if found.is_none() && !key.is_empty() {
        form.add("sector", Problem::new("kit-form-choose"));
    }
    found.map_or(0, |sector| sector.id.0)
}

fn tag(form: &mut Form, choices: &Choices) -> i64 {
    let id = form.value("tag");
    let found = choices.tags.iter().find(|tag| tag.id.to_string() == id);
    if found.is_none() && !id.is_empty() {
        form.add("tag", Problem::new("kit-form-choose"));
    }
    found.map_or(0, |tag| tag.id.0)
}

/// The name of the group in whose voice.
fn voice(c: &mut Conn, form: &mut Form, among: &mut Narrowing) -> Result<String> {
    let typed = form.line("voice", 0..=160);
    if typed.is_empty() {
        return Ok(typed);
    }
    match groups::called(c, &typed)? {
        Called::One(id, name) => {
            among.group = id.0;
            return Ok(name);
        }
        Called::Several => form.add("voice", Problem::new("search-voice-several")),
        Called::None => form.add("voice", Problem::new("search-voice-none")),
    }
    Ok(String::new())
}

/// The title of the place; one that isn't seen isn't there.
fn place(c: &mut Conn, form: &mut Form, among: &mut Narrowing, choices: &Choices) -> Result<String> {
    let label = form.value("place").to_owned();
    if label.is_empty() {
        return Ok(String::new());
    }
    let offered = choices.places.iter().find(|(value, _)| *value == label).map(|(_, title)| title.clone());
    let title = match (offered, label.rsplit_once('-')) {
        (None, Some((kind, id))) => match id.parse() {
            Ok(id) => search::title_of(c, kind, id, among.circle)?,
            Err(_) => None,
        },
        (offered, _) => offered,
    };
    if title.is_none() {
        form.add("place", Problem::new("kit-form-choose"));
    }
    among.place = label;
    Ok(title.unwrap_or_default())
}

/// Both days are within the time.
fn time(form: &mut Form, visitor: &Visitor, among: &mut Narrowing) -> (Option<Date>, Option<Date>) {
    let zone = visitor.community.as_ref().map_or(TimeZone::UTC, |community| community.time_zone.clone());
    let (from, to) = (form.optional_day("from"), form.optional_day("to"));
    if let Some(day) = from {
        bound(form, "from", begin_of(day, &zone), &mut among.from);
        // What is to come isn't said yet: a time with an end is found faster.
        among.to = visitor.now.saturating_add(24.hours()).unwrap_or(Timestamp::MAX);
    }
    if let Some(day) = to {
        bound(form, "to", day.tomorrow().ok().and_then(|next| begin_of(next, &zone)), &mut among.to);
    }
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        form.add("to", Problem::new("search-to-before-from"));
    }
    (from, to)
}

fn begin_of(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_timestamp(day.at(0, 0, 0, 0)).ok()
}

fn bound(form: &mut Form, field: &'static str, at: Option<Timestamp>, into: &mut Timestamp) {
    match at {
        Some(at) => *into = at,
        None => form.add(field, Problem::new("kit-form-not-a-day")),
    }
}
