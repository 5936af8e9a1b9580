//! Letters on their way out: to a mail server, or, where none is named, into a folder of `.eml` files for a
//! person to open. What fails is tried again, later each time. No address stands in a log.

mod folder;
mod message;
mod server;

pub use folder::Folder;
use kit::personal::Leaver;
pub use server::{BadServer, Server};

use crate::work::Failure;
use db::jobs::{self, Job};
use db::{Changed, Conn};
use jiff::Timestamp;
use kit::App;
use kit::outbox::{Fate, Letter};
use serde::Deserialize;
use std::path::Path;
use std::sync::Arc;

/// Where letters go.
pub enum Mailer {
    Server(Server),
    Folder(Folder),
}

impl Mailer {
    /// The mail server at `smtp`, as in [`Server::at`]; without one the folder `mail` in the data folder.
    pub fn new(smtp: Option<&str>, data: &Path) -> Result<Mailer, BadServer> {
        match smtp {
            Some(url) => Ok(Mailer::Server(Server::at(url)?)),
            None => {
                let folder = Folder::new(data.join("mail"));
                tracing::info!(folder = %folder.path().display(), "no mail server is named: letters become files");
                Ok(Mailer::Folder(folder))
            }
        }
    }
}

/// A letter as it lies in the outbox.
#[derive(Debug, Deserialize)]
struct Posted {
    #[serde(flatten)]
    letter: Letter,
    /// When it was written, in Unix milliseconds.
    at: i64,
    /// When it is worth nothing any more.
    #[serde(default)]
    over: Option<i64>,
    /// Who hears what became of it: a kind of job, and about what.
    #[serde(default)]
    fate_to: Option<(String, i64)>,
}

/// Why a letter is not gone.
#[derive(Debug)]
struct Unsent {
    /// Names no person and no address.
    why: String,
    /// The server wants no letter to this address, now or later.
    refused: bool,
}

/// Sends the letter of one job.
pub(crate) async fn post(app: App, mailer: Arc<Mailer>, job: Job) -> Result<(), Failure> {
    let posted: Posted =
        serde_json::from_str(&job.payload).map_err(|_| Failure::Never("not a letter".into()))?;
    if posted.over.is_some_and(|over| over <= app.now().as_millisecond()) {
        tracing::info!(job = job.id.0, "a letter came to nothing: its time was over");
        return Ok(());
    }
    let message = message::write(&app, &posted, &job)?;
    let sent = match mailer.as_ref() {
        Mailer::Server(server) => server.send(message).await,
        Mailer::Folder(folder) => {
            let at = Timestamp::from_millisecond(posted.at).unwrap_or(Timestamp::UNIX_EPOCH);
            let put = folder.put(at, job.id, message.formatted()).await;
            put.map_err(|failure| Unsent { why: failure.to_string(), refused: false })
        }
    };
    let fate = match &sent {
        Ok(()) => Some(Fate::Sent),
        Err(Unsent { refused: true, .. }) => Some(Fate::Refused),
        Err(_) => None,
    };
    if let (Some(fate), Some(teller)) = (fate, posted.fate_to) {
        tell(&app, fate, teller).await?;
    }
    sent.map_err(|unsent| Failure::Later(unsent.why))
}

/// Hands the fate of a letter to whoever wants to know.
async fn tell(app: &App, fate: Fate, (kind, id): (String, i64)) -> Result<(), Failure> {
    let payload = serde_json::json!({ "id": id, "fate": fate.as_str() });
    let now = app.now();
    let told = app.db.write(move |c| jobs::enqueue(c, &kind, &payload, now)).await;
    told.map(drop).map_err(|e: db::Error| Failure::Later(e.to_string()))
}

kit::period!("letters", place 65, 30 days of 1 to 365, let_go_of_failed);

/// Letters that could not be sent.
fn let_go_of_failed(c: &mut Conn, before: Timestamp) -> kit::Result<()> {
    Ok(sweep(c, before).map(drop)?)
}

/// Takes away the letters in the folder whose time is over.
pub async fn let_go(app: &App) -> kit::Result<()> {
    let lasts = app.db.read(|c| kit::retention::lasts(c, "letters")).await?;
    folder::let_go(&app.settings.data.join("mail"), app.now() - lasts).map_err(unavailable)
}

/// Takes away the letters in the folder that are to somebody who leaves, or speak of them.
pub fn forget(app: &App, leaver: &Leaver) -> kit::Result<()> {
    folder::forget(&app.settings.data.join("mail"), &leaver.email, &leaver.name).map_err(unavailable)
}

fn unavailable(error: std::io::Error) -> kit::Error {
    kit::Error::Unavailable(error.to_string())
}

db::query! {
    fn sweep(before: Timestamp) -> Changed {
        "delete from jobs where kind in ('mail', 'mail.unsent') and failed_at < $1"
    }
}
