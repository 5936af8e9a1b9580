//! Proposing a focus out of one need or several, in any voice, and mending its words before it is put
//! to a decision.

use super::focus::{Focus, FocusId, TERM, USUAL_TERM};
use super::queries;
use crate::needs::{self, NeedId};
use crate::{agenda, decisions, preview};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::Conn;
use db::search::{self, Document, Said};
use forum::threads::language;
use jiff::Timestamp;
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Problem, Result, Scope, Section, Voice, activity, markdown};
use people::Member;

/// So many needs at most become one focus; more would be no focus.
const NEEDS: usize = 8;

/// What is proposed.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub title: String,
    pub body: String,
    pub locale: String,
    pub term_months: i64,
    pub needs: Vec<NeedId>,
    /// Names the form that it came from, so that sending it twice is one proposal.
    pub key: Option<String>,
}

impl Proposal {
    fn parse(form: &mut Form, member: &Member) -> Option<Proposal> {
        let (title, body) = (form.line("title", 3..=120), form.text("body", 10..=markdown::LONGEST));
        let term_months = form.whole("term_months", TERM)?;
        let (needs, locale) = (needs_in(form), language::chosen(form, member));
        if needs.is_empty() {
            form.add("need", Problem::new("focuses-need-missing"));
        }
        let key = Some(form.value("key").to_owned()).filter(|key| !key.is_empty());
        form.is_valid().then(|| Proposal { title, body, locale: locale.into(), term_months, needs, key })
    }
}

fn needs_in(form: &Form) -> Vec<NeedId> {
    let mut needs: Vec<NeedId> = form.values("need").filter_map(|id| id.parse().ok()).take(NEEDS).collect();
    needs.sort_unstable();
    needs.dedup();
    needs
}

/// Proposes a focus; the same form again leads to the same proposal.
pub fn propose(c: &mut Conn, new: &Proposal, by: &Voice, now: Timestamp) -> Result<FocusId> {
    if let Some(known) = new.key.as_deref().map(|key| queries::by_key(c, key)).transpose()?.flatten() {
        return Ok(known);
    }
    let known = needs::titles(c, &new.needs)?;
    if known.is_empty() {
        return Err(Error::Invalid(Problem::new("focuses-need-missing")));
    }
    let (html, key) = (markdown::render(&new.body).0, new.key.as_deref());
    let id = queries::insert(
        c,
        &new.title,
        &new.body,
        &html,
        &new.locale,
        by.person,
        by.group,
        now,
        new.term_months,
        key,
    )?;
    for (need, _) in known {
        queries::add_need(c, id, need)?;
    }
    find_in_search(c, id, (&new.title, &new.body, &new.locale), Some(by.said("")), now)?;
    let subject = ("focus", id.0);
    let what = activity::Happening { kind: "focus.proposed", subject, title: &new.title, scope: Scope::Open };
    activity::record(c, by, what, now)?;
    Ok(id)
}

fn find_in_search(
    c: &mut Conn,
    id: FocusId,
    (title, body, locale): (&str, &str, &str),
    said: Option<Said<'_>>,
    now: Timestamp,
) -> Result<()> {
    let document = Document {
        kind: "focus",
        subject_id: id.0,
        scope: Scope::Open.as_str(),
        path: &id.path(),
        title,
        body,
        locale,
        said,
        at: now,
    };
    Ok(search::put(c, &document)?)
}

#[derive(Template)]
#[template(path = "focuses/form.html")]
struct FormPage {
    chrome: Chrome,
    form: Form,
    /// Needs to choose from.
    needs: Vec<(String, String)>,
    voices: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
    /// The focus whose words are mended; `None` where it is new.
    focus: Option<Focus>,
}

impl FormPage {
    fn action(&self) -> String {
        self.focus.as_ref().map_or_else(|| "/focuses".into(), Focus::path)
    }
}

async fn form_page(app: &App, member: &Member, form: Form) -> Result<FormPage> {
    let asked = needs_in(&form);
    let needs = app.db.read(move |c| to_choose_from(c, &asked)).await?;
    let chrome = member.chrome(Section::Focuses);
    let (voices, languages) = (member.voice_options(), language::options(member));
    Ok(FormPage { chrome, form, needs, voices, languages, focus: None })
}

/// The needs that were asked for, and those that most voices share.
fn to_choose_from(c: &mut Conn, asked: &[NeedId]) -> Result<Vec<(String, String)>> {
    let mut needs = needs::titles(c, asked)?;
    let shared = needs::most_shared(c, NEEDS as i64)?;
    needs.extend(shared.into_iter().filter(|n| !asked.contains(&n.id)).map(|n| (n.id, n.title)));
    Ok(needs.into_iter().map(|(id, title)| (id.to_string(), title)).collect())
}

pub async fn new(
    State(app): State<App>,
    member: Member,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let (key, months) = (kit::token::number().to_string(), USUAL_TERM.to_string());
    let locale = language::usual(&member).code();
    let needs = asked.iter().filter(|(name, _)| name == "need").map(|(_, id)| ("need", id.as_str()));
    let values: Vec<(&str, &str)> =
        needs.chain([("key", key.as_str()), ("term_months", &months), ("locale", locale)]).collect();
    kit::page::show(&form_page(&app, &member, Form::with(&values)).await?)
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let voice = member.voice(&mut form);
    let new = Proposal::parse(&mut form, &member).filter(|_| !preview::is_asked(&form));
    let (Some(new), Some(voice)) = (new, voice) else {
        let page = form_page(&app, &member, form).await?;
        return preview::again(&page, &page.form);
    };
    let now = member.now;
    let next = app
        .db
        .write(move |c| {
            let id = propose(c, &new, &voice, now)?;
            // Where the council has something alike on its table, the author is asked how they relate.
            agenda::next_path(c, "focus", id.0, &format!("{}\n{}", new.title, new.body), &id.path())
        })
        .await?;
    kit::page::see(&next)
}

/// Its words can be mended by who may put it to a decision, as long as none is open.
fn may_mend(c: &mut Conn, id: FocusId, member: &Member) -> Result<Focus> {
    let focus = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
    ensure(focus.may_be_put_by(member.voices(), member.is_guide()))?;
    if decisions::open_of_subject(c, "focus", id.0)?.is_some() {
        return Err(Error::Conflict(Problem::new("focuses-decision-open")));
    }
    Ok(focus)
}

async fn edit_page(app: &App, member: Member, id: FocusId, form: Option<Form>) -> Result<FormPage> {
    let (chrome, languages) = (member.chrome(Section::Focuses), language::options(&member));
    let focus = app.db.read(move |c| may_mend(c, id, &member)).await?;
    let form = form.unwrap_or_else(|| {
        let months = focus.term_months.to_string();
        let Focus { title, body, locale, .. } = &focus;
        let fields =
            [("title", title.as_str()), ("body", body), ("term_months", &months), ("locale", locale)];
        Form::with(&fields)
    });
    let (needs, voices) = (Vec::new(), Vec::new());
    Ok(FormPage { chrome, form, needs, voices, languages, focus: Some(focus) })
}

pub async fn edit(State(app): State<App>, member: Member, Path(id): Path<FocusId>) -> Result<Response> {
    kit::page::show(&edit_page(&app, member, id, None).await?)
}

pub async fn update(
    State(app): State<App>,
    member: Member,
    Path(id): Path<FocusId>,
    mut form: Form,
) -> Result<Response> {
    let (title, body) = (form.line("title", 3..=120), form.text("body", 10..=markdown::LONGEST));
    let (months, locale) = (form.whole("term_months", TERM), language::chosen(&mut form, &member));
    let (Some(months), true, false) = (months, form.is_valid(), preview::is_asked(&form)) else {
        let page = edit_page(&app, member, id, Some(form)).await?;
        return preview::again(&page, &page.form);
    };
    let now = member.now;
    app.db
        .write(move |c| {
            may_mend(c, id, &member)?;
            queries::update(c, id, &title, &body, &markdown::render(&body).0, locale, months)?;
            find_in_search(c, id, (&title, &body, locale), None, now)?;
            let subject = ("focus", id.0);
            let what =
                activity::Happening { kind: "focus.changed", subject, title: &title, scope: Scope::Open };
            activity::record(c, member.own_voice(), what, now)?;
            Ok::<_, Error>(())
        })
        .await?;
    kit::page::see(&id.path())
}
