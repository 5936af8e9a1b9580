//! What a guide does: first they choose, then they see what the writer will read and may change it. Looking
//! and leaving it as it is takes one button.

use super::act::{self, Act, Kind};
use super::answers::{self, Reader};
use super::case::{Case, CasePage, Deed};
use super::{ActId, queries, telling, undoing};
use crate::PostId;
use crate::posts::{self, Post, Reason};
use crate::threads::language;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::error::ensure;
use kit::{App, Chrome, Error, Form, Locale, Result, Section, outbox, token};
use people::sessions::cookie;
use people::standing::{self, Pause};
use people::{Guide, persons};

/// What was chosen on the case's page.
#[derive(Debug, Clone, Copy)]
struct Choice {
    deed: Deed,
    reason: Reason,
    locale: &'static str,
}

impl Choice {
    fn parse(form: &mut Form, guide: &Guide) -> Option<Choice> {
        let deed = form.choice::<Deed>("deed");
        let reason = form.choice::<Reason>("reason").filter(|reason| !reason.is_held());
        let locale = language::chosen(form, guide);
        let (deed, reason) = (deed?, reason?);
        form.is_valid().then_some(Choice { deed, reason, locale })
    }
}

#[derive(Template)]
#[template(path = "moderation/acting.html")]
struct ActingPage {
    chrome: Chrome,
    form: Form,
    case: Case,
    choice: Choice,
}

impl ActingPage {
    fn may_hide_too(&self) -> bool {
        self.choice.deed.kind != Kind::Hidden && self.case.is_shown()
    }

    fn language(&self) -> &'static str {
        Locale::find(self.choice.locale).map_or("", Locale::own_name)
    }
}

async fn case(app: &App, id: PostId, guide: &Guide) -> Result<Case> {
    let by = guide.clone();
    app.db.read(move |c| Case::find(c, id, &by)).await
}

pub async fn new(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<PostId>,
    mut form: Form,
) -> Result<Response> {
    let case = case(&app, id, &guide).await?;
    let Some(choice) = Choice::parse(&mut form, &guide) else {
        return kit::page::invalid(&CasePage::new(&guide, case, form));
    };
    ensure(case.allows(choice.deed.kind, &guide))?;
    let locale = Locale::find(choice.locale).unwrap_or(guide.locale);
    form.set("words", answers::standard(locale, choice.deed, choice.reason, &case.source.title));
    form.set("hide", "yes");
    kit::page::show(&ActingPage { chrome: guide.chrome(Section::Forum), form, case, choice })
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<PostId>,
    mut form: Form,
) -> Result<Response> {
    let Some(choice) = Choice::parse(&mut form, &guide) else {
        let case = case(&app, id, &guide).await?;
        return kit::page::invalid(&CasePage::new(&guide, case, form));
    };
    let words = form.text("words", 3..=3000);
    let hide = form.value("hide") == "yes";
    if form.has_errors() {
        let case = case(&app, id, &guide).await?;
        return kit::page::invalid(&ActingPage { chrome: guide.chrome(Section::Forum), form, case, choice });
    }
    let house = app.clone();
    let act = move |c: &mut Conn| {
        let case = Case::find(c, id, &guide)?;
        ensure(case.allows(choice.deed.kind, &guide))?;
        let doing = Doing { app: &house, guide: &guide, case: &case, choice, words: &words };
        doing.act(c, hide)?;
        Ok::<_, Error>(case.post)
    };
    let post = app.db.write(act).await?;
    done(&app, &post, "moderation-done")
}

/// An act on its way.
struct Doing<'a> {
    app: &'a App,
    guide: &'a Guide,
    case: &'a Case,
    choice: Choice,
    words: &'a str,
}

impl Doing<'_> {
    fn act(&self, c: &mut Conn, hide: bool) -> Result<()> {
        let Deed { kind, days } = self.choice.deed;
        let hides_too = hide && kind != Kind::Hidden && self.case.is_shown();
        if hides_too {
            self.put(c, Kind::Hidden, None)?;
        }
        let act = self.put(c, kind, days)?;
        let came = if hides_too || kind == Kind::Hidden { "flag.hidden" } else { "flag.acted" };
        let Case { post, source, .. } = self.case;
        telling::flaggers(c, (post, source), (act, came), self.guide.now)
    }

    /// One act: its row, what it does, who hears of it.
    fn put(&self, c: &mut Conn, kind: Kind, days: Option<i64>) -> Result<ActId> {
        let (post, now) = (&self.case.post, self.guide.now);
        let secret = (kind == Kind::Blocked).then(token::new);
        let id = queries::insert_act(
            c,
            kind,
            Some(self.choice.reason),
            Some(post.id),
            Some(post.thread_id),
            post.person_id,
            Some(self.guide.id()),
            None,
            self.words,
            self.choice.locale,
            days,
            secret.as_ref().map(|s| s.hash.as_slice()),
            now,
        )?;
        let act = queries::act(c, id)?.ok_or(Error::NotFound)?;
        apply(c, &act, now)?;
        record(c, &act, kind, now)?;
        telling::concerned(c, &act, now)?;
        if let Some(secret) = secret {
            let url = self.app.settings.url(&format!("/appeals/{}", secret.text));
            self.send_letter(c, url, now)?;
        }
        Ok(id)
    }

    fn send_letter(&self, c: &mut Conn, url: String, now: Timestamp) -> Result<()> {
        let Some(writer) = &self.case.writer else { return Ok(()) };
        let Some(email) = writer.email.as_deref() else { return Ok(()) };
        let locale = Locale::find(self.choice.locale).unwrap_or(self.guide.locale);
        let town = self.guide.community()?.name.as_str();
        let letter = Reader { locale, email, town, url }.of_block(self.words);
        Ok(outbox::send(c, &letter, now)?)
    }
}

/// What an act does.
pub fn apply(c: &mut Conn, act: &Act, now: Timestamp) -> Result<()> {
    match (act.kind, act.post_id, act.reason) {
        (Kind::Hidden, Some(post), Some(reason)) => {
            posts::hide(c, post, reason, now)?;
            for held in queries::in_force_on(c, post, Kind::Held)? {
                queries::undo(c, held, now)?;
            }
        }
        (Kind::Paused | Kind::Blocked, ..) => {
            let (until, words) = (act.until(), act.words.clone());
            let pause = Pause { until, words, locale: act.locale.clone(), path: act.path() };
            standing::put(c, act.person_id, &pause, now)?;
        }
        _ => {}
    }
    Ok(())
}

/// A line for the log of what happened, without names.
pub fn record(c: &mut Conn, act: &Act, how: Kind, now: Timestamp) -> Result<()> {
    let (kind, subject, title) = match (how, act.thread_id) {
        (Kind::Hidden | Kind::Shown, Some(thread)) => {
            (format!("post.{how}"), ("thread", thread.0), act.title.as_str())
        }
        _ => (format!("moderation.{how}"), ("moderation", act.id.0), ""),
    };
    let what = Happening { kind: &kind, subject, title, scope: act.scope };
    activity::record_with(c, None, what, &serde_json::json!({}), now)?;
    Ok(())
}

/// Looked at, and left as it is; what was held is shown.
pub async fn dismiss(State(app): State<App>, guide: Guide, Path(id): Path<PostId>) -> Result<Response> {
    let dismiss = move |c: &mut Conn| {
        let case = Case::find(c, id, &guide)?;
        if case.is_held() {
            for held in queries::in_force_on(c, id, Kind::Held)? {
                let act = act::seen(c, held, &guide)?;
                undoing::undo(c, &act, &guide, Kind::Shown)?;
            }
        }
        if case.is_waiting() {
            let (post, by, now) = (&case.post, guide.id(), guide.now);
            let kind = Kind::Dismissed;
            let (of, thread) = (post.person_id, Some(post.thread_id));
            let act = queries::insert_act(
                c,
                kind,
                None,
                Some(id),
                thread,
                of,
                Some(by),
                None,
                "",
                "",
                None,
                None,
                now,
            )?;
            telling::flaggers(c, (post, &case.source), (act, "flag.dismissed"), now)?;
        }
        Ok::<_, Error>(case.post)
    };
    let post = app.db.write(dismiss).await?;
    done(&app, &post, "moderation-dismissed")
}

/// Back to what waits, after the pages that are open have heard.
pub fn done(app: &App, post: &Post, said: &str) -> Result<Response> {
    app.live.tell(format!("threads/{}", post.thread_id), post.number);
    let mut response = kit::page::see("/moderation")?;
    cookie::set_flash(response.headers_mut(), &app.settings, said);
    Ok(response)
}

/// The letter to one who is blocked, when that ends or is confirmed.
pub fn write_to_blocked(
    c: &mut Conn,
    app: &App,
    act: &Act,
    how: Kind,
    words: &str,
    by: &Guide,
) -> Result<()> {
    let person = persons::by_id(c, act.person_id)?;
    let Some(email) = person.filter(|_| act.kind == Kind::Blocked).and_then(|p| p.email) else {
        return Ok(());
    };
    let locale = Locale::find(&act.locale).unwrap_or(by.locale);
    let (town, url) = (by.community()?.name.as_str(), app.settings.url("/sign-in"));
    let letter = Reader { locale, email: &email, town, url }.of_answer(how, words);
    Ok(outbox::send(c, &letter, by.now)?)
}
