//! What the worker does beyond the database: archives of people's data, accounts that are deleted, reminders, and
//! once a night all whose time is over.

use anyhow::Result;
use forum::{bookmarks, files, previews};
use kit::App;
use kit::fetch::Fetcher;
use people::{mandates, map, my_data, retention};
use reach::{Failure, Handlers};

/// Adds these kinds of jobs to the others.
pub fn handlers(handlers: Handlers, fetcher: Fetcher) -> Handlers {
    handlers
        .outside(my_data::EXPORT, |app, job| async move { told(my_data::make(&app, &job.payload).await) })
        .outside(my_data::DELETION, |app, job| async move { told(delete(&app, &job.payload).await) })
        .outside(retention::JOB, |app, _| async move { told(hold(&app).await) })
        .outside(mandates::JOB, |app, _| async move { told(mandates::keep(&app).await) })
        .outside(bookmarks::JOB, |app, job| async move { told(bookmarks::remind(&app, &job.payload).await) })
        .outside(previews::JOB, move |app, job| {
            let fetcher = fetcher.clone();
            async move { told(previews::fetch(&app, &fetcher, &job.payload).await) }
        })
        .outside(files::JOB, |app, _| async move { told(files::sweep(&app, files::JUST_NOW).await) })
}

/// Sets the first night down, and the first count of the map.
pub fn begin(app: &App) -> Result<()> {
    let now = app.now();
    Ok(app.db.write_now(move |c| {
        map::begin(c, now)?;
        retention::set_down(c, now)?;
        mandates::set_down(c, now)
    })?)
}

/// Deletes the account that a job names. Letters and rows first, then what they leave behind on the disk; broken
/// off and done again, it goes on where it was.
pub async fn delete(app: &App, payload: &str) -> kit::Result<()> {
    if let Some(leaver) = my_data::due(app, payload).await? {
        reach::forget(app, &leaver)?;
        my_data::leave(app, &leaver).await?;
        // One may have been written meanwhile.
        reach::forget(app, &leaver)?;
    }
    my_data::tidy_up(app).await?;
    files::sweep(app, files::JUST_NOW).await?;
    Ok(app.db.scrub().await?)
}

/// Lets go of all whose time is over.
pub async fn hold(app: &App) -> kit::Result<()> {
    retention::hold(app).await?;
    reach::let_go(app).await
}

fn told(outcome: kit::Result<()>) -> Result<(), Failure> {
    outcome.map_err(|error| Failure::Later(error.to_string()))
}
