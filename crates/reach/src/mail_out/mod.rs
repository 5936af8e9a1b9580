//! Letters on their way out: to a mail server, or, where none is named, into a folder of `.eml` files for a
//! person to open. What fails is tried again, later each time. No address stands in a log.

mod folder;
mod message;
mod server;

pub use folder::Folder;
use kit::personal::Leaver;
pub use server::{BadServer, Server};

use crate::work::Failure;
use db::jobs::Job;
use db::{Changed, Conn};
use jiff::Timestamp;
use kit::App;
use kit::outbox::Letter;
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
    match mailer.as_ref() {
        Mailer::Server(server) => server.send(message).await,
        Mailer::Folder(folder) => {
            let at = Timestamp::from_millisecond(posted.at).unwrap_or(Timestamp::UNIX_EPOCH);
            folder.put(at, job.id, message.formatted()).await
        }
    }
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
