//! The needs of the town, the most shared first; those of one side, one sector, one's own, or those with
//! a word in them.

use super::{NeedId, queries};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::{Conn, search};
use kit::{App, Chrome, Form, Result, Section, Side, words};
use people::Visitor;
use people::sectors::{self, Sector};
use serde::Deserialize;

const PAGE: usize = 30;

db::row! {
    /// A need among others.
    #[derive(Debug, Clone)]
    pub struct Listed {
        pub id: NeedId,
        pub title: String,
        /// Its beginning only.
        pub body: String,
        pub for_whom: String,
        pub locale: String,
        pub supporters: i64,
        pub organisations: i64,
    }
}

impl Listed {
    pub fn path(&self) -> String {
        self.id.path()
    }

    pub fn citizens(&self) -> i64 {
        self.supporters - self.organisations
    }

    pub fn opening(&self) -> String {
        words::opening(&self.body, 180)
    }
}

/// The needs that most voices share.
pub fn most_shared(c: &mut Conn, limit: i64) -> Result<Vec<Listed>> {
    Ok(queries::listed(c, "", 0, 0, "", i64::MAX, i64::MAX, limit)?)
}

/// The needs of these ids that are open.
pub(super) fn of_ids(c: &mut Conn, ids: &[NeedId]) -> Result<Vec<Listed>> {
    Ok(queries::listed(c, "", 0, 0, &in_list(ids.iter().map(|id| id.0)), i64::MAX, i64::MAX, 200)?)
}

/// `,3,5,`; none is `,`, which fits nothing.
fn in_list(ids: impl Iterator<Item = i64>) -> String {
    ids.fold(",".into(), |list, id| format!("{list}{id},"))
}

/// What a visitor wants to see of all needs. Anything odd asks for nothing special.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    q: String,
    /// `organisations` or `citizens`.
    side: String,
    /// A sector's key.
    sector: String,
    mine: bool,
    /// `12-345`: how many share the last need of the page before, and its id.
    after: String,
}

impl Wish {
    fn place(&self) -> (i64, i64) {
        let parts = self.after.split_once('-').and_then(|(n, id)| Some((n.parse().ok()?, id.parse().ok()?)));
        parts.unwrap_or((i64::MAX, i64::MAX))
    }

    fn side(&self) -> Option<Side> {
        self.side.parse().ok()
    }

    fn is_narrow(&self) -> bool {
        self.mine || self.side().is_some() || !self.q.trim().is_empty() || !self.sector.is_empty()
    }

    fn path(&self) -> String {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        let wanted =
            [("q", self.q.trim()), ("side", &self.side), ("sector", &self.sector), ("after", &self.after)];
        pairs.extend(wanted.into_iter().filter(|(_, value)| !value.is_empty()));
        if self.mine {
            pairs.push(("mine", "true"));
        }
        let query = query_of(&pairs);
        if query.is_empty() { "/needs".into() } else { format!("/needs?{query}") }
    }
}

fn query_of(pairs: &[(&str, &str)]) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    let coded = |text: &str| -> String {
        text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
    };
    pairs.iter().map(|(name, value)| format!("{name}={}", coded(value))).collect::<Vec<_>>().join("&")
}

#[derive(Template)]
#[template(path = "needs/index.html")]
struct IndexPage {
    chrome: Chrome,
    form: Form,
    wish: Wish,
    needs: Vec<Listed>,
    all: i64,
    sectors: Vec<Sector>,
    /// Where the list goes on.
    more: Option<String>,
}

impl IndexPage {
    fn sectors(&self) -> Vec<(&str, &str)> {
        self.sectors.iter().map(|sector| (sector.key.as_str(), sector.name.as_str())).collect()
    }

    /// The list of one side, or of both.
    fn side_path(&self, side: &str) -> String {
        Wish { side: side.into(), mine: false, after: String::new(), ..self.wish.clone() }.path()
    }

    fn mine_path(&self) -> String {
        Wish { mine: true, ..Wish::default() }.path()
    }

    fn first_path(&self) -> String {
        Wish { after: String::new(), ..self.wish.clone() }.path()
    }
}

pub async fn index(State(app): State<App>, visitor: Visitor, Query(wish): Query<Wish>) -> Result<Response> {
    let chrome = visitor.chrome(Section::Needs);
    let wish = Wish { mine: wish.mine && visitor.person.is_some(), ..wish };
    let page = app.db.read(move |c| lay_out(c, chrome, &visitor, wish)).await?;
    kit::page::show(&page)
}

fn lay_out(c: &mut Conn, chrome: Chrome, visitor: &Visitor, wish: Wish) -> Result<IndexPage> {
    let sectors = sectors::all(c, chrome.locale)?;
    let sector = sectors.iter().find(|s| s.key == wish.sector).map_or(0, |s| s.id.0);
    let ids = match wish.q.trim() {
        "" => String::new(),
        typed => {
            in_list(search::find(c, typed, "need", true, 200)?.into_iter().map(|found| found.subject_id))
        }
    };
    let side = wish.side().map_or("", Side::as_str);
    let mine = visitor.person_id().filter(|_| wish.mine).map_or(0, |id| id.0);
    let (supporters, id) = wish.place();
    let mut needs = queries::listed(c, side, sector, mine, &ids, supporters, id, PAGE as i64 + 1)?;
    let goes_on = needs.len() > PAGE;
    needs.truncate(PAGE);
    let last = needs.last().filter(|_| goes_on);
    let more = last.map(|n| Wish { after: format!("{}-{}", n.supporters, n.id), ..wish.clone() }.path());
    let form = Form::with(&[("q", wish.q.trim()), ("sector", &wish.sector)]);
    Ok(IndexPage { all: queries::count_open(c)?, chrome, form, wish, needs, sectors, more })
}
