//! The demo: a town to look at, filled when there is none, and a link into it for each of three people.

use crate::config::Config;
use crate::demo::{self, Data};
use crate::serve;
use anyhow::{Context, Result};
use db::{Db, Url};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::SignedDuration;
use kit::App;
use people::sign_in;
use std::process::ExitCode;
use std::time::Instant;

/// So long the links work; the next start prints new ones.
const LINKS_LAST: SignedDuration = SignedDuration::from_hours(24);

pub fn run(config: &Config) -> Result<ExitCode> {
    let data = Data::embedded()?;
    let db = Db::open(&config.database).context("the database can't be opened")?;
    if demo::is_filled(&db)? {
        println!("The demo town is in {} already and stays as it is.", place(config));
    } else {
        fill(&db, data, config)?;
    }
    db.read_now(|c| demo::sign_ins(c, data))?;
    drop(db);
    serve::serve(config, |app| say_where(app, data))?;
    Ok(ExitCode::SUCCESS)
}

/// Where the town's data is, without what a server's address holds of secrets.
fn place(config: &Config) -> String {
    match &config.database {
        Url::File(path) => path.display().to_string(),
        Url::Postgres(_) => "that database".into(),
    }
}

fn fill(db: &Db, data: &'static Data, config: &Config) -> Result<()> {
    let (began, now) = (Instant::now(), config.clock.now());
    let bar = bar();
    let shown = bar.clone();
    demo::fill(db, data, now, move |done, all| {
        shown.set_length(all as u64);
        shown.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    let seconds = began.elapsed().as_secs_f64();
    println!("{} is in {} now, after {seconds:.1} s: a year of it.", data.town.name, place(config));
    Ok(())
}

/// On standard error, where that is a terminal.
fn bar() -> ProgressBar {
    let bar = ProgressBar::new(1);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_message("A year goes by");
    bar
}

fn say_where(app: &App, data: &'static Data) -> Result<()> {
    let now = app.now();
    let links = app.db.write_now(move |c| {
        let mut links = Vec::new();
        for (who, person) in demo::sign_ins(c, data)? {
            links.push((who, sign_in::link_lasting(c, person, LINKS_LAST, now)?));
        }
        Ok::<_, anyhow::Error>(links)
    })?;
    println!(
        "Look at it on {}, as a stranger, or come in as one of three people (each link works once):",
        app.settings.base_url
    );
    links.iter().for_each(|(who, path)| println!("{who}: {}", app.settings.url(path)));
    Ok(())
}
