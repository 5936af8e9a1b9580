//! Moving a thread to another place: to a focus, a need, a decision, an initiative; to none; or into the founding
//! circle. A place that only some may see takes its threads in: they are read by no one else from then on. The other
//! way there is none: what the founding circle said among themselves doesn't come out by being moved.

use super::{queries, settling};
use crate::ThreadId;
use crate::threads::{self, Label, Subject, Thread};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::{Conn, search};
use kit::{App, Chrome, Error, Form, Problem, Result, Scope, Section};
use people::Guide;
use people::sessions::cookie;

/// So many things are offered.
const OFFERED: i64 = 20;
/// The value of belonging to nothing.
const NOTHING: &str = "nothing";

#[derive(Template)]
#[template(path = "care/move.html")]
struct MovePage {
    chrome: Chrome,
    form: Form,
    thread: Thread,
    now: Option<Subject>,
    places: Vec<(String, String)>,
    may_choose_circle: bool,
}

impl MovePage {
    fn is_open(&self) -> bool {
        self.thread.scope == Scope::Open
    }
}

async fn page(app: &App, guide: &Guide, id: ThreadId, form: Form) -> Result<MovePage> {
    let (by, words, chrome) = (guide.clone(), form.value("q").to_owned(), guide.chrome(Section::Forum));
    let frame = chrome.clone();
    let read = move |c: &mut Conn| {
        let thread = threads::seen(c, id, &by)?;
        let now = thread.label().map(|label| label.find(c, &by)).transpose()?.flatten();
        let mut places = vec![(NOTHING.to_owned(), frame.t("care-place-nothing").to_string())];
        for found in search::find(c, &words, "", by.sees_circle(), OFFERED)? {
            let Ok(label) = format!("{}-{}", found.kind, found.subject_id).parse::<Label>() else { continue };
            if let Some(subject) = label.find(c, &by)? {
                places.push((label.to_string(), says(&frame, &label, &subject)));
            }
        }
        Ok::<_, Error>((thread, now, places))
    };
    let (thread, now, places) = app.db.read(read).await?;
    let may_choose_circle = guide.sees_circle() && thread.scope == Scope::Open;
    Ok(MovePage { chrome, form, thread, now, places, may_choose_circle })
}

/// "Focus: Growing old at home", and where only the circle sees it, that.
fn says(chrome: &Chrome, label: &Label, subject: &Subject) -> String {
    let kind = chrome.t(&format!("forum-one-{}", label.kind)).to_string(); // messages: forum-one-*
    let circle = match subject.scope {
        Scope::Open => String::new(),
        _ => format!(" ({})", chrome.t("threads-circle")),
    };
    format!("{kind}: {}{circle}", subject.title)
}

pub async fn edit(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    form: Form,
) -> Result<Response> {
    kit::page::show(&page(&app, &guide, id, form).await?)
}

pub async fn update(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    mut form: Form,
) -> Result<Response> {
    let label = match form.value("place") {
        NOTHING => Some(None),
        _ => form.choice::<PlaceLabel>("place").map(|place| Some(place.0)),
    };
    let Some(label) = label else { return kit::page::invalid(&page(&app, &guide, id, form).await?) };
    let (by, circle) = (guide.clone(), form.value("circle") == "yes");
    app.db.write(move |c| place(c, id, label.as_ref(), circle, &by)).await?;
    let mut response = kit::page::see(&format!("/threads/{id}"))?;
    cookie::set_flash(response.headers_mut(), &app.settings, "care-moved-now");
    Ok(response)
}

/// A label, as a form's choice.
struct PlaceLabel(Label);

impl std::str::FromStr for PlaceLabel {
    type Err = ();
    fn from_str(text: &str) -> Result<PlaceLabel, ()> {
        text.parse().map(PlaceLabel)
    }
}

/// Its scope is from then on at least as narrow as it was, and as that of the place.
fn place(c: &mut Conn, id: ThreadId, label: Option<&Label>, circle: bool, by: &Guide) -> Result<()> {
    let thread = threads::seen(c, id, by)?;
    let subject = match label {
        Some(label) => Some(label.find(c, by)?.ok_or(Error::NotFound)?),
        None => None,
    };
    let narrows = circle || subject.is_some_and(|subject| subject.scope != Scope::Open);
    let scope = if narrows && thread.scope == Scope::Open { Scope::Circle } else { thread.scope };
    if scope != thread.scope && !by.sees(scope) {
        return Err(Error::Invalid(Problem::new("kit-form-choose")));
    }
    queries::place(c, id, label.map(|label| label.kind.as_str()), label.map(|label| label.id), scope)?;
    if scope != thread.scope {
        queries::narrow_activity(c, id, scope)?;
        queries::forget_notices_outside_circle(c, id)?;
    }
    // By which words it is found stays; who finds it, and where, with its files, does not.
    let posts = queries::posts_of(c, id)?;
    if let Some(first) = posts.first() {
        settling::find_again(c, &posts, first.id)?;
    }
    settling::record(c, "thread.moved", id, by)
}
