//! The first run: the first visitor names the community and becomes its steward and first guide.

use super::queries;
use crate::community::{Facts, zones};
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::{App, Chrome, Error, Form, PersonId, Problem, Result, Role, Scope, Section, token};
use people::browsers::{self, Browser};
use people::sessions::{self, cookie};
use people::{Visitor, persons, sectors};

/// What the first visitor says of the community, and of themselves.
#[derive(Debug, Clone)]
pub struct Start {
    pub facts: Facts,
    /// Keys of [`sectors::FIRST`].
    pub sectors: Vec<&'static str>,
    pub guide: String,
    pub email: String,
}

impl Start {
    fn parse(form: &mut Form, code: Option<&str>) -> Option<Start> {
        if code.is_some_and(|code| !is_code(form.value("code"), code)) {
            form.add("code", Problem::new("founding-code-wrong"));
        }
        let start = Start {
            facts: Facts::parse(form),
            sectors: chosen_sectors(form),
            guide: form.line("guide", persons::NAME),
            email: form.email("email"),
        };
        form.is_valid().then_some(start)
    }
}

/// However it was typed. Compared by hashes, so that the time it takes betrays nothing.
fn is_code(typed: &str, code: &str) -> bool {
    let bare = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    token::hash(&bare(typed).to_uppercase()) == token::hash(&bare(code).to_uppercase())
}

fn chosen_sectors(form: &mut Form) -> Vec<&'static str> {
    let keys = sectors::FIRST.iter().map(|(key, ..)| *key);
    let chosen: Vec<&'static str> = keys.filter(|key| form.is_checked("sectors", key)).collect();
    if chosen.len() < 2 {
        form.add("sectors", Problem::new("founding-sectors-few"));
    }
    chosen
}

/// Founds the community. A second founding is a conflict, whoever tries.
pub fn found(c: &mut Conn, start: &Start, now: Timestamp) -> Result<PersonId> {
    let Facts { name, place, time_zone, .. } = &start.facts;
    if queries::insert_community(c, name, place, &start.facts.language_codes(), time_zone, now)? == 0 {
        return Err(Error::Conflict(Problem::new("founding-done-already")));
    }
    sectors::lay_first(c)?;
    for (key, ..) in sectors::FIRST {
        if !start.sectors.contains(&key) {
            sectors::retire(c, key, now)?;
        }
    }
    let person = persons::create(c, &start.guide, &start.email, Role::Steward, true, now)?;
    let (kind, subject) = ("community.founded", ("community", 1));
    let what = Happening { kind, subject, title: name, scope: Scope::Open };
    activity::record_with(c, Some((person, None)), what, &serde_json::json!({}), now)?;
    Ok(person)
}

#[derive(Template)]
#[template(path = "founding/start.html")]
struct StartPage {
    chrome: Chrome,
    form: Form,
    asks_code: bool,
    zones: Vec<zones::Part>,
}

impl StartPage {
    fn of(app: &App, visitor: &Visitor, form: Form) -> StartPage {
        let asks_code = app.settings.founding_code.is_some();
        StartPage { chrome: visitor.chrome(Section::None), form, asks_code, zones: zones::all() }
    }

    fn sectors(&self) -> Vec<(&'static str, String)> {
        let name = |key: &str| self.chrome.t(&format!("sectors-{key}")).to_string(); // messages: sectors-*
        sectors::FIRST.iter().map(|(key, ..)| (*key, name(key))).collect()
    }

    /// The fields' names, for the summary of faults.
    fn names(&self) -> Vec<(&'static str, String)> {
        let mut names = vec![("code", self.chrome.t("founding-code").to_string())];
        names.extend(Facts::field_names(&self.chrome));
        let own = [
            ("sectors", "founding-sectors-heading"),
            ("guide", "founding-guide"),
            ("email", "founding-email"),
        ];
        names.extend(own.map(|(field, key)| (field, self.chrome.t(key).to_string())));
        names
    }
}

pub async fn new(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    if visitor.community.is_some() {
        return kit::page::see("/");
    }
    let mut form = Facts::likely(visitor.locale).filled();
    for (key, ..) in sectors::FIRST {
        form.add_value("sectors", key);
    }
    kit::page::show(&StartPage::of(&app, &visitor, form))
}

pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response> {
    if visitor.community.is_some() {
        return kit::page::see("/");
    }
    let Some(start) = Start::parse(&mut form, app.settings.founding_code.as_deref()) else {
        return kit::page::invalid(&StartPage::of(&app, &visitor, form));
    };
    let (house, browser) = (app.clone(), Browser::of(&headers, &app.settings));
    let (seen, locale, now) = (browser.clone(), visitor.locale, visitor.now);
    let found = move |c: &mut Conn| {
        let person = found(c, &start, now)?;
        let known = persons::by_id(c, person)?.ok_or(Error::NotFound)?;
        browsers::note(c, &house, &known, &seen, locale, now)?;
        Ok::<_, Error>(sessions::start(c, person, &seen.device, now)?)
    };
    let secret = app.db.write(found).await?;
    app.community_changed().await?;
    let mut response = kit::page::see("/founding")?;
    cookie::set_session(response.headers_mut(), &app.settings, &secret);
    browser.keep(response.headers_mut(), &app.settings);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::is_code;

    #[test]
    fn a_code_may_be_typed_as_one_likes() {
        assert!(is_code(" k7q4 mx2d9rta ", "K7Q4-MX2D-9RTA"));
        assert!(!is_code("K7Q4-MX2D-9RTB", "K7Q4-MX2D-9RTA") && !is_code("", "K7Q4-MX2D-9RTA"));
    }
}
