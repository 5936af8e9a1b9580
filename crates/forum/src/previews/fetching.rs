//! Reading the pages that a post links to, after it was written.

use super::head::{self, Head};
use super::queries::{self, Due};
use crate::{PostId, ThreadId};
use jiff::{SignedDuration, Timestamp};
use kit::fetch::{self, Answer, Failure, Fetcher, Page, Wanted};
use kit::{App, Result};
use serde_json::Value;
use url::Url;

/// The kind of job that reads the pages of one post. It reaches outside.
pub const JOB: &str = "previews.fetch";

const KINDS: [&str; 2] = ["text/html", "application/xhtml+xml"];

/// What says what a page is stands at its beginning.
const MOST_BYTES: usize = 512 * 1024;

/// So long a page is taken to say the same.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// After so long a page that couldn't be read is tried again, by whoever links to it then.
const KEPT_FAILED: SignedDuration = SignedDuration::from_hours(1);

/// So many pages of one server are read in an hour: it must not suffer for what is written here.
const MOST_OF_HOST: i64 = 60;

/// Reads what isn't known yet. A page that can't be read is no fault of the job: it has no card.
pub async fn fetch(app: &App, fetcher: &Fetcher, payload: &str) -> Result<()> {
    let payload: Value = serde_json::from_str(payload).unwrap_or_default();
    let Some(post) = payload["post"].as_i64().map(PostId) else { return Ok(()) };
    let now = app.now();
    for due in app.db.read(move |c| queries::due(c, post, now)).await? {
        let until = now + KEPT_FAILED;
        let hour = now - SignedDuration::from_hours(1);
        let (id, host) = (due.id, due.host.clone());
        let claim = move |c: &mut db::Conn| {
            let is_calm = queries::count_of_host(c, &host, hour)? < MOST_OF_HOST;
            Ok::<_, kit::Error>(is_calm && queries::claim(c, id, now, until)? > 0)
        };
        if is_own(app, &due.host) || !app.db.write(claim).await? {
            continue;
        }
        match read(fetcher, &due).await {
            Ok(head) => show(app, id, head, now).await?,
            Err(why) => tracing::info!(%why, "a linked page was not read"),
        }
    }
    Ok(())
}

/// Pages of this platform would be read as a stranger sees them.
fn is_own(app: &App, host: &str) -> bool {
    Url::parse(&app.settings.base_url).is_ok_and(|own| own.host_str() == Some(host))
}

async fn read(fetcher: &Fetcher, due: &Due) -> std::result::Result<Head, Failure> {
    let address = Url::parse(&due.address).map_err(|_| Failure::Forbidden)?;
    let wanted = Wanted { address: &address, kinds: &KINDS, most: MOST_BYTES, etag: None, modified: None };
    match fetcher.fetch(wanted).await? {
        Answer::Page(Page { bytes, charset, .. }) => {
            Ok(head::read(&fetch::decode(&bytes, charset.as_deref())))
        }
        Answer::Unchanged => Ok(Head::default()),
    }
}

/// Keeps what a page says, and lets open pages of the threads that link to it know.
async fn show(app: &App, id: i64, head: Head, now: Timestamp) -> Result<()> {
    let keep = move |c: &mut db::Conn| {
        let Head { title, description, site_name } = &head;
        queries::keep(c, id, title, description, site_name, now, now + KEPT)?;
        queries::bump(c, id)?;
        Ok::<Vec<(ThreadId, i64)>, kit::Error>(queries::places(c, id)?)
    };
    for (thread, number) in app.db.write(keep).await? {
        app.live.tell(format!("threads/{thread}"), number);
    }
    Ok(())
}
