//! The page of those who are missed: what waits, and the form to name one more.

use super::proposal::{CITIZENS, Missing, Outcome, Proposal, propose};
use super::queries;
use crate::Member;
use crate::sectors::{self, Sector};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Error, Form, PersonId, Problem, Result, Section};

/// So many are shown; guides settle them before there are more.
const SHOWN: i64 = 100;

/// A proposal, and the sector it is of.
pub struct Card {
    pub missing: Missing,
    /// None: a group of citizens.
    pub sector: Option<Sector>,
}

/// Puts proposals beside their sectors.
pub fn cards(missing: Vec<Missing>, sectors: &[Sector]) -> Vec<Card> {
    let of = |id| sectors.iter().find(|s| Some(s.id) == id).cloned();
    missing.into_iter().map(|missing| Card { sector: of(missing.sector_id), missing }).collect()
}

#[derive(Template)]
#[template(path = "missing/index.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    cards: Vec<Card>,
    sectors: Vec<Sector>,
    reader: PersonId,
}

impl Index {
    fn choices(&self) -> Vec<(String, String)> {
        let sectors = self.sectors.iter().map(|s| (s.key.clone(), s.name.clone()));
        sectors.chain([(CITIZENS.to_owned(), self.chrome.t("missing-citizens").to_string())]).collect()
    }

    fn is_own(&self, card: &Card) -> bool {
        card.missing.person_id == self.reader
    }
}

async fn page(app: &App, member: &Member, form: Form) -> Result<Index> {
    let locale = member.locale;
    let (missing, sectors) =
        app.db.read(move |c| Ok::<_, Error>((queries::open(c, SHOWN)?, sectors::all(c, locale)?))).await?;
    let cards = cards(missing, &sectors);
    Ok(Index { chrome: member.chrome(Section::Groups), form, cards, sectors, reader: member.id() })
}

/// `?sector=media` fills in what is known already.
pub async fn show(State(app): State<App>, member: Member, asked: Form) -> Result<Response> {
    let form = Form::with(&[("sector", asked.value("sector"))]);
    kit::page::show(&page(&app, &member, form).await?)
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let locale = member.locale;
    let sectors = app.db.read(move |c| sectors::all(c, locale)).await?;
    if let Some(proposal) = Proposal::parse(&mut form, &sectors) {
        let by = member.clone();
        match app.db.write(move |c| propose(c, &proposal, &by)).await? {
            Outcome::Proposed => return kit::page::see("/groups/missing"),
            Outcome::Waits => form.add("name", Problem::new("missing-waits")),
            Outcome::Known(name) => form.add("name", Problem::new("missing-known").with("name", name)),
        }
    }
    kit::page::invalid(&page(&app, &member, form).await?)
}
