//! Making one thread out of two: all posts in the order of time. Links to either lead on, and whoever followed one of
//! them follows what has become of both. Only threads that the same people may read are merged.

use super::{queries, settling};
use crate::threads::{self, Thread};
use crate::{ThreadId, bookmarks, drafts, tags};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::{Conn, search};
use kit::{App, Chrome, Error, Form, Problem, Result, Section};
use people::Guide;
use people::sessions::cookie;

/// So many posts both may have together: the one writer waits for it.
const MOST: i64 = 600;
/// So many threads are offered.
const OFFERED: i64 = 12;

#[derive(Template)]
#[template(path = "care/merge.html")]
struct MergePage {
    chrome: Chrome,
    form: Form,
    thread: Thread,
    others: Vec<(String, String)>,
}

async fn page(app: &App, guide: &Guide, id: ThreadId, form: Form) -> Result<MergePage> {
    let (by, words) = (guide.clone(), form.value("q").to_owned());
    let read = move |c: &mut Conn| {
        let thread = threads::seen(c, id, &by)?;
        let found = match words.trim() {
            "" => search::like(c, &thread.title, "thread", by.sees_circle(), OFFERED)?,
            words => search::find(c, words, "thread", by.sees_circle(), OFFERED)?,
        };
        let mut others = Vec::new();
        for found in found.into_iter().filter(|found| found.subject_id != id.0) {
            let Ok(other) = threads::seen(c, ThreadId(found.subject_id), &by) else { continue };
            if other.scope == thread.scope {
                others.push((other.id.to_string(), other.title));
            }
        }
        Ok::<_, Error>((thread, others))
    };
    let (thread, others) = app.db.read(read).await?;
    Ok(MergePage { chrome: guide.chrome(Section::Forum), form, thread, others })
}

pub async fn new(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    form: Form,
) -> Result<Response> {
    kit::page::show(&page(&app, &guide, id, form).await?)
}

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ThreadId>,
    mut form: Form,
) -> Result<Response> {
    let Some(other) = form.choice::<ThreadId>("into") else {
        return kit::page::invalid(&page(&app, &guide, id, form).await?);
    };
    let by = guide.clone();
    let merged = app.db.write(move |c| merge(c, id, other, &by)).await?;
    let mut response = kit::page::see(&format!("/threads/{merged}"))?;
    cookie::set_flash(response.headers_mut(), &app.settings, "care-merged-now");
    Ok(response)
}

/// A new thread with all posts of both: neither's numbers are given twice. Title, place and whether it is closed are
/// those of `other`.
fn merge(c: &mut Conn, id: ThreadId, other: ThreadId, by: &Guide) -> Result<ThreadId> {
    let (thread, target) = (threads::seen(c, id, by)?, threads::seen(c, other, by)?);
    if id == other || thread.scope != target.scope {
        return Err(Error::Conflict(Problem::new("care-merge-scopes")));
    }
    if queries::count_posts(c, id)? + queries::count_posts(c, other)? > MOST {
        return Err(Error::Conflict(Problem::new("care-merge-long").with("most", MOST)));
    }
    let at = thread.created_at.min(target.created_at);
    let (title, person, group) = (target.title.as_str(), target.person_id, target.group_id);
    let into = queries::open_like(c, other, title, person, group, &target.locale, at)?;
    queries::note_places(c, id, other)?;
    queries::put_posts(c, id, other, into)?;
    settling::count(c, into)?;
    queries::note_told(c, into)?;
    queries::keep_pin(c, id, other, into)?;
    lead_readers(c, (id, other), into, by)?;
    tags::hand_on(c, other, into)?;
    for from in [other, id] {
        queries::lead_summary(c, from, into)?;
        queries::forget_summary(c, from)?;
        queries::lead_announcement(c, from, into)?;
        queries::end_announcement(c, from)?;
        bookmarks::lead_on(c, from, into)?;
        drafts::lead_on(c, from, into)?;
        tags::forget_of(c, from)?;
        queries::forget_speakers(c, from)?;
        queries::lead_on(c, from, into)?;
        search::remove(c, "thread", from.0)?;
    }
    drafts::follow_posts(c, into)?;
    let going = queries::posts_of(c, into)?;
    if let Some(first) = going.first() {
        settling::find_again(c, &going, first.id)?;
    }
    settling::record(c, "thread.merged", into, by)?;
    settling::tell(c, "thread.merged", into, &[thread.person_id, target.person_id].into(), by)?;
    Ok(into)
}

/// Marks of reading, follows and notices.
fn lead_readers(c: &mut Conn, (a, b): (ThreadId, ThreadId), into: ThreadId, by: &Guide) -> Result<()> {
    queries::merge_readings(c, a, b, into)?;
    queries::merge_follows(c, a, b, into)?;
    queries::forget_readings(c, a, b)?;
    queries::forget_follows(c, a, b)?;
    queries::settle_notices(c, a, b, by.now)?;
    queries::lead_notices(c, a, b, into)?;
    Ok(())
}
