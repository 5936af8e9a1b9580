//! Names while somebody types `@`: of people whom they see, and of groups. A part of a page, for the list under the
//! text.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use db::search::{self, Narrowing};
use kit::{App, Chrome, Form, Result, Section};
use people::Member;

/// So many of each are offered.
const MOST: i64 = 5;

/// Longer than any name that is typed to be completed.
const LONGEST: usize = 60;

/// The kinds of things that a mention may name.
const KINDS: [&str; 2] = ["person", "group"];

struct Offer {
    name: String,
    kind: &'static str,
}

#[derive(Template)]
#[template(path = "posts/mentioning.html")]
struct Names {
    chrome: Chrome,
    offers: Vec<Offer>,
}

impl Names {
    fn one_of(&self, kind: &str) -> String {
        self.chrome.t(&format!("forum-one-{kind}")).to_string() // messages: forum-one-*
    }
}

/// A name that two bear names nobody, so it is not offered.
fn named(c: &mut Conn, typed: &str, circle: bool) -> db::Result<Vec<Offer>> {
    let mut offers: Vec<Offer> = Vec::new();
    for kind in KINDS {
        let among = Narrowing { member: true, ..Narrowing::of(kind, circle) };
        let found = search::titled(c, typed, &among, MOST)?.into_iter();
        offers.extend(found.map(|found| Offer { name: found.title, kind }));
    }
    let folded: Vec<String> = offers.iter().map(|offer| db::fold::fold(&offer.name)).collect();
    let is_one = |name: &str| folded.iter().filter(|other| *other == name).count() == 1;
    let names = folded.iter().map(|name| is_one(name)).collect::<Vec<_>>().into_iter();
    Ok(offers.into_iter().zip(names).filter_map(|(offer, is_one)| is_one.then_some(offer)).collect())
}

pub async fn show(State(app): State<App>, member: Member, asked: Form) -> Result<Response> {
    member.pace(&app)?;
    let typed: String = kit::form::clean(asked.value("q")).chars().take(LONGEST).collect();
    let circle = member.sees_circle();
    let offers = app.db.read(move |c| named(c, &typed, circle)).await?;
    kit::page::show(&Names { chrome: member.chrome(Section::Forum), offers })
}
