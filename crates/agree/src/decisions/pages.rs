//! The list of decisions, and the page of one: before its closing a question and a ballot, after it
//! what came of it.

use super::ballots::Ballot;
use super::binding::{self, About};
use super::queries::{self, Listed, Reason};
use super::result::Shown;
use super::{Decision, DecisionId, closing};
use crate::talk;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::{App, Chrome, Error, Form, Markup, Result, Section, Sharing, Side, Voice, markdown};
use people::voices::electorate::{self, Electorate};
use people::{Visitor, notices, persons, sectors};
use serde::Deserialize;
use std::sync::Arc;

/// So many closed decisions on one page of the list, and reasons on one page of a decision.
const CLOSED: usize = 30;
const REASONS: i64 = 30;

#[derive(Template)]
#[template(path = "decisions/index.html")]
struct IndexPage {
    chrome: Chrome,
    open: Vec<Listed>,
    closed: Vec<Listed>,
    older: Option<String>,
}

impl IndexPage {
    fn is_adopted(&self, decision: &Listed) -> bool {
        decision.outcome == Some(super::Outcome::Adopted)
    }
}

#[derive(Debug, Default, Deserialize)]
pub struct Older {
    before: Option<String>,
}

pub async fn index(State(app): State<App>, visitor: Visitor, Query(older): Query<Older>) -> Result<Response> {
    let now = visitor.now;
    if !app.db.read(move |c| queries::due(c, now, 1)).await?.is_empty() {
        app.db.write(move |c| closing::close_due(c, now)).await?;
        app.community_changed().await?;
    }
    let before = older.before.and_then(|id| id.parse().ok());
    let (open, mut closed) = app
        .db
        .read(move |c| {
            let open = if before.is_some() { Vec::new() } else { queries::open_at(c, now)? };
            let last = before.unwrap_or(DecisionId(i64::MAX));
            Ok::<_, Error>((open, queries::closed_before(c, last, CLOSED as i64 + 1)?))
        })
        .await?;
    let more = closed.len() > CLOSED;
    closed.truncate(CLOSED);
    let older = closed.last().filter(|_| more).map(|last| format!("/decisions?before={}", last.id));
    kit::page::show(&IndexPage { chrome: visitor.chrome(Section::Decisions), open, closed, older })
}

/// What is asked for beside the decision itself.
#[derive(Debug, Default, Clone, Deserialize)]
pub struct Asked {
    /// Whose ballot to show the form for.
    pub voice: Option<String>,
    /// Which page of the reasons.
    pub page: Option<String>,
}

impl Asked {
    fn page(&self) -> i64 {
        self.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1)
    }
}

/// What there is to be shown of a decision.
enum Found {
    Open(Box<OpenPage>),
    Closed(Box<ClosedPage>),
    /// Its time is over, and nobody has counted yet.
    Due,
}

impl Found {
    async fn look(app: &App, visitor: &Visitor, id: DecisionId, asked: &Asked) -> Result<Found> {
        let (sharing, visitor, asked) = (Sharing::begin(app, visitor.now), visitor.clone(), asked.clone());
        app.db.read(move |c| Found::find(c, &sharing, &visitor, id, &asked)).await
    }

    fn find(
        c: &mut Conn,
        sharing: &Sharing,
        visitor: &Visitor,
        id: DecisionId,
        asked: &Asked,
    ) -> Result<Found> {
        let decision = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
        if decision.is_due(visitor.now) {
            return Ok(Found::Due);
        }
        if decision.is_closed() {
            let page = ClosedPage::of(c, visitor, decision, asked.page())?;
            return Ok(Found::Closed(Box::new(page)));
        }
        let page = OpenPage::of(c, sharing, visitor, decision, (asked, None))?;
        Ok(Found::Open(Box::new(page)))
    }
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<DecisionId>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (now, reader) = (visitor.now, visitor.person.clone().filter(|person| person.unread > 0));
    let mut found = Found::look(&app, &visitor, id, &asked).await?;
    if matches!(found, Found::Due) {
        app.db.write(move |c| closing::close(c, id, now)).await?;
        app.community_changed().await?;
        found = Found::look(&app, &visitor, id, &asked).await?;
    }
    if let Some(reader) = reader {
        app.db.write(move |c| notices::read_subject(c, reader.id, "decision", id.0, now)).await?;
    }
    match found {
        Found::Open(page) => kit::page::show(&*page),
        Found::Closed(page) => kit::page::show(&*page),
        Found::Due => Err(Error::Unavailable("the decision could not be closed".into())),
    }
}

/// One voice of the visitor in this decision.
pub struct Mine {
    pub voice: Voice,
    pub may_vote: bool,
    pub ballot: Option<Ballot>,
}

impl Mine {
    pub fn label(&self, chrome: &Chrome) -> String {
        match self.voice.group {
            Some(_) => chrome.t("decisions-for-group").with("name", &self.voice.name).to_string(),
            None => chrome.t("decisions-as-myself").to_string(),
        }
    }

    pub fn choice(&self, chrome: &Chrome) -> String {
        self.ballot.as_ref().map_or_else(String::new, |b| choice_in_words(b.choice, chrome))
    }

    pub fn form_value(&self) -> String {
        self.voice.form_value()
    }
}

fn choice_in_words(choice: super::Choice, chrome: &Chrome) -> String {
    let key = format!("decisions-choice-{choice}"); // messages: decisions-choice-*
    chrome.t(&key).to_string()
}

fn mine(c: &mut Conn, visitor: &Visitor, decision: &Decision) -> Result<Vec<Mine>> {
    let Some(person) = visitor.person.as_deref() else { return Ok(Vec::new()) };
    let ballots = queries::ballots_of(c, decision.id, &person.voices)?;
    let of = |(voice, since): (&Voice, &Timestamp)| Mine {
        may_vote: decision.may_vote(*since),
        ballot: ballots.iter().find(|b| b.voice == voice.key()).cloned(),
        voice: voice.clone(),
    };
    Ok(person.voices.iter().zip(&person.since).map(of).collect())
}

#[derive(Template)]
#[template(path = "decisions/open.html")]
pub struct OpenPage {
    chrome: Chrome,
    decision: Decision,
    about: About,
    opener: Option<String>,
    mine: Vec<Mine>,
    /// The place in `mine` of the voice whose ballot the form is for.
    voting: Option<usize>,
    form: Form,
    turnout: Arc<Turnout>,
    talk: Markup,
}

/// The page of an open decision with the form that was sent, once more.
pub async fn with_form(app: &App, visitor: &Visitor, id: DecisionId, sent: Form) -> Result<OpenPage> {
    let (sharing, visitor) = (Sharing::begin(app, visitor.now), visitor.clone());
    let asked = Asked { voice: Some(sent.value("voice").into()), page: None };
    app.db
        .read(move |c| {
            let decision = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
            OpenPage::of(c, &sharing, &visitor, decision, (&asked, Some(sent)))
        })
        .await
}

impl OpenPage {
    fn of(
        c: &mut Conn,
        sharing: &Sharing,
        visitor: &Visitor,
        decision: Decision,
        form: (&Asked, Option<Form>),
    ) -> Result<OpenPage> {
        let chrome = visitor.chrome(Section::Decisions);
        let about = (binding::of(&decision.kind)?.about)(c, &decision, &chrome)?;
        let opener = match decision.opened_by {
            Some(person) => persons::by_id(c, person)?.map(|p| p.name),
            None => None,
        };
        let turnout = sharing.get(&decision.id.to_string(), || Turnout::read(c, &decision, visitor.now))?;
        let mine = mine(c, visitor, &decision)?;
        let (asked, sent) = form;
        let voting = voting(&mine, asked.voice.as_deref());
        let form = sent.unwrap_or_else(|| ballot_form(voting.map(|n| &mine[n])));
        let talk = talk::about(c, visitor, &chrome, ("decision", decision.id.0))?;
        Ok(OpenPage { chrome, decision, about, opener, mine, voting, form, turnout, talk })
    }

    fn voting(&self) -> Option<&Mine> {
        self.voting.and_then(|n| self.mine.get(n))
    }

    /// The visitor's voices beside the one that the form is for.
    fn listed(&self) -> Vec<&Mine> {
        let others = self.mine.iter().enumerate().filter(|(n, _)| self.can_vote() && self.voting != Some(*n));
        others.map(|(_, mine)| mine).collect()
    }

    fn choices(&self) -> Vec<(&'static str, String)> {
        super::Choice::ALL
            .iter()
            .map(|choice| (choice.as_str(), choice_in_words(*choice, &self.chrome)))
            .collect()
    }

    fn can_vote(&self) -> bool {
        self.mine.iter().any(|mine| mine.may_vote)
    }
}

/// How many voices of each side have voted in an open decision, and how many may; not what.
struct Turnout {
    cast: Electorate,
    may: Electorate,
}

impl Turnout {
    fn read(c: &mut Conn, decision: &Decision, now: Timestamp) -> db::Result<Turnout> {
        let sides = queries::turnout(c, decision.id)?;
        let of = |side: Side| sides.iter().find(|(s, _)| *s == side).map_or(0, |(_, n)| *n);
        let cast = Electorate { organisations: of(Side::Organisations), citizens: of(Side::Citizens) };
        // Where newcomers may vote too, those count who are here now.
        let may = if decision.admits_newcomers() {
            electorate::electorate(c, decision.electors_until.min(now))?
        } else {
            Electorate { organisations: decision.organisations, citizens: decision.citizens }
        };
        Ok(Turnout { cast, may })
    }
}

/// The voice that was asked for, or the first that hasn't voted.
fn voting(mine: &[Mine], asked: Option<&str>) -> Option<usize> {
    let asked = mine.iter().position(|m| m.may_vote && asked.is_some_and(|value| m.form_value() == value));
    asked.or_else(|| mine.iter().position(|m| m.may_vote && m.ballot.is_none()))
}

fn ballot_form(mine: Option<&Mine>) -> Form {
    let Some(ballot) = mine.and_then(|m| m.ballot.as_ref()) else { return Form::default() };
    Form::with(&[("choice", ballot.choice.as_str()), ("reason", &ballot.reason)])
}

#[derive(Template)]
#[template(path = "decisions/closed.html")]
struct ClosedPage {
    chrome: Chrome,
    decision: Decision,
    about: About,
    shown: Shown,
    mine: Vec<Mine>,
    reasons: Vec<Reason>,
    page: i64,
    pages: i64,
    talk: Markup,
}

impl ClosedPage {
    fn of(c: &mut Conn, visitor: &Visitor, decision: Decision, page: i64) -> Result<ClosedPage> {
        let (id, chrome) = (decision.id, visitor.chrome(Section::Decisions));
        let about = (binding::of(&decision.kind)?.about)(c, &decision, &chrome)?;
        let sectors = sectors::all(c, visitor.locale)?;
        let shown = Shown::of(&decision, &sectors, &chrome)?;
        let mut mine = mine(c, visitor, &decision)?;
        mine.retain(|m| m.ballot.is_some());
        let pages = (queries::count_reasons(c, id)? + REASONS - 1) / REASONS;
        let page = page.clamp(1, pages.max(1));
        let reasons = queries::reasons(c, id, REASONS, (page - 1) * REASONS)?;
        let talk = talk::about(c, visitor, &chrome, ("decision", id.0))?;
        Ok(ClosedPage { chrome, decision, about, shown, mine, reasons, page, pages, talk })
    }

    fn headline(&self) -> &str {
        if self.about.headline.is_empty() { &self.decision.question } else { &self.about.headline }
    }

    fn reason_pages(&self) -> String {
        format!("{}?page=", self.decision.path())
    }

    fn outcome(&self) -> String {
        let key = if self.shown.is_adopted() { "decisions-both-agreed" } else { "decisions-not-both-agreed" };
        self.chrome.t(key).to_string()
    }

    fn name(&self, side: &Side) -> String {
        let key = format!("kit-{side}"); // messages: kit-organisations, kit-citizens
        self.chrome.t(&key).to_string()
    }

    fn prose(&self, text: &str) -> Markup {
        markdown::render(text)
    }
}
