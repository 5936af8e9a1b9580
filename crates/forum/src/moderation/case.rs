//! A post that somebody flagged, as a guide sees it: what it says and where, who flagged it and why, what befell
//! its writer before, and what may be done.

use super::act::{self, Act, Kind};
use super::flags::Flag;
use super::queries::{self, Before};
use crate::PostId;
use crate::posts::{self, Looker, Post, Reason, Source};
use crate::threads::language;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::error::ensure;
use kit::{App, Chrome, Form, Result, Section};
use people::persons::{self, Person};
use people::{Guide, standing};

/// So many days a pause may last.
pub const PAUSES: [i64; 4] = [1, 3, 7, 30];

/// Everything that is known of a post that is looked at.
#[derive(Debug, Clone)]
pub struct Case {
    pub post: Post,
    pub source: Source,
    before: Option<Post>,
    flags: Vec<Flag>,
    /// None where the writer has left.
    pub writer: Option<Person>,
    is_blocked: bool,
    history: Vec<Before>,
    acts: Vec<Act>,
}

impl Case {
    /// Of a post that the guide sees and that is another's.
    pub fn find(c: &mut Conn, id: PostId, guide: &Guide) -> Result<Case> {
        let (post, source) = posts::whole(c, id, guide)?;
        ensure(Looker::of(guide).may_moderate(&post))?;
        let before = posts::numbered(c, post.thread_id, post.number - 1)?;
        Ok(Case {
            before: before.filter(|p| !p.has_place_only()),
            flags: queries::open_flags(c, id)?,
            writer: persons::by_id(c, post.person_id)?,
            is_blocked: standing::is_blocked(c, post.person_id)?,
            history: queries::history(c, post.person_id)?,
            acts: queries::acts_of_post(c, id)?,
            post,
            source,
        })
    }

    /// Shown, so that it can be hidden.
    pub fn is_shown(&self) -> bool {
        self.post.deleted_at.is_none() && self.post.hidden_for.is_none_or(Reason::is_held)
    }

    pub fn is_held(&self) -> bool {
        self.post.hidden_for.is_some_and(Reason::is_held)
    }

    pub fn is_waiting(&self) -> bool {
        !self.flags.is_empty()
    }

    /// Whether a guide may do this here.
    pub fn allows(&self, kind: Kind, guide: &Guide) -> bool {
        let Some(writer) = &self.writer else { return kind == Kind::Hidden && self.is_shown() };
        match kind {
            Kind::Hidden => self.is_shown(),
            Kind::Warned => true,
            Kind::Paused | Kind::Blocked => {
                !self.is_blocked && (!act::is_for_stewards(kind, writer.role) || act::is_steward(guide))
            }
            _ => false,
        }
    }
}

/// What a guide chose to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    pub kind: Kind,
    pub days: Option<i64>,
}

impl Deed {
    /// All there are.
    pub fn all() -> Vec<Deed> {
        let of = |kind| Deed { kind, days: None };
        let pauses = PAUSES.map(|days| Deed { kind: Kind::Paused, days: Some(days) });
        [vec![of(Kind::Hidden), of(Kind::Warned)], pauses.to_vec(), vec![of(Kind::Blocked)]].concat()
    }

    /// As a form says it: `hidden`, `paused-7`.
    pub fn value(self) -> String {
        self.days.map_or_else(|| self.kind.to_string(), |days| format!("{}-{days}", self.kind))
    }

    pub fn label(self, chrome: &Chrome) -> String {
        let key = format!("moderation-do-{}", self.kind); // messages: moderation-do-*
        chrome.t(&key).with("days", self.days.unwrap_or_default()).to_string()
    }
}

impl std::str::FromStr for Deed {
    type Err = ();
    fn from_str(text: &str) -> Result<Deed, ()> {
        Deed::all().into_iter().find(|deed| deed.value() == text).ok_or(())
    }
}

#[derive(Template)]
#[template(path = "moderation/case.html")]
pub struct CasePage {
    chrome: Chrome,
    form: Form,
    case: Case,
    deeds: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

impl CasePage {
    pub fn new(guide: &Guide, case: Case, form: Form) -> CasePage {
        let chrome = guide.chrome(Section::Forum);
        let deeds = Deed::all().into_iter().filter(|deed| case.allows(deed.kind, guide));
        let deeds = deeds.map(|deed| (deed.value(), deed.label(&chrome))).collect();
        CasePage { form, deeds, case, languages: language::options(guide), chrome }
    }

    fn reasons(&self) -> Vec<(&'static str, String)> {
        Reason::offered().map(|reason| (reason.as_str(), reason.label(&self.chrome))).collect()
    }

    fn often(&self, before: &Before) -> String {
        let key = format!("moderation-history-{}", before.kind); // messages: moderation-history-*
        self.chrome.t(&key).with("count", before.count).to_string()
    }
}

/// The form before anything is chosen: the writer's language, and the first reason that somebody gave.
fn blank(case: &Case, guide: &Guide) -> Form {
    let options = language::options(guide);
    let own = case.writer.as_ref().and_then(|w| w.locale.as_deref());
    let spoken = own.filter(|own| options.iter().any(|(code, _)| code == own));
    let mut form = Form::with(&[("locale", spoken.unwrap_or_else(|| language::usual(guide).code()))]);
    if let Some(flag) = case.flags.iter().find(|flag| !flag.reason.is_held()) {
        form.set("reason", flag.reason.as_str());
    }
    form
}

pub async fn show(State(app): State<App>, guide: Guide, Path(id): Path<PostId>) -> Result<Response> {
    let by = guide.clone();
    let case = app.db.read(move |c| Case::find(c, id, &by)).await?;
    let form = blank(&case, &guide);
    kit::page::show(&CasePage::new(&guide, case, form))
}
