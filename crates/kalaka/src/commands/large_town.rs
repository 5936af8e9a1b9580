//! A large town to measure with: `cargo xtask bench` fills one, and reads where to look in it.

use crate::config::Config;
use crate::large_town::{self, Size};
use anyhow::{Context, Result, ensure};
use db::Db;
use indicatif::ProgressBar;
use std::process::ExitCode;
use std::time::Instant;

/// The file in the data folder that says where to look.
const LANDMARKS: &str = "landmarks.json";

pub fn run(config: &Config, times: usize) -> Result<ExitCode> {
    let began = Instant::now();
    let db = Db::open(&config.database).context("the database can't be opened")?;
    ensure!(db.read_now(kit::community::load)?.is_none(), "there is a community in it already");
    let size = Size::times(times);
    let bar = ProgressBar::new(size.posts as u64);
    let landmarks =
        large_town::fill(&db, size, kit::Clock::System.now(), |done| bar.set_position(done as u64))?;
    bar.finish_and_clear();
    std::fs::write(config.data.join(LANDMARKS), serde_json::to_string_pretty(&landmarks)?)?;
    let Size { people, groups, threads, posts } = size;
    let seconds = began.elapsed().as_secs_f64();
    println!("{people} people, {groups} groups, {threads} threads and {posts} posts after {seconds:.1} s");
    Ok(ExitCode::SUCCESS)
}
