//! The commands beside serving: each is short, says what it did, and exits with a status.

pub mod counting;
mod data;
mod demo;
mod import;
mod large_town;
mod reset_second_step;
mod sign_in_link;

use crate::config::{Args, Command, Config, Import};
use crate::serve;
use anyhow::Result;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

pub fn run(args: Args) -> Result<ExitCode> {
    // Counting a file needs no community.
    if let Some(Command::Counting(command)) = &args.command {
        return Ok(counting::run(command));
    }
    let folder = if matches!(args.command, Some(Command::Demo)) { "./data/demo" } else { "./data/community" };
    let config = Config::settle(&args.common, &args.serving, folder)?;
    match args.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::serve(&config, |_| Ok(())).map(|()| ExitCode::SUCCESS),
        Command::Backup { file } => data::backup(&config, &file),
        Command::Restore { file } => data::restore(&config, &file),
        Command::Check => data::check(&config),
        Command::Demo => demo::run(&config),
        Command::Import { what: Import::Groups { file } } => import::groups(&config, &file),
        Command::SignInLink { email } => sign_in_link::run(&config, &email),
        Command::ResetSecondStep { email } => reset_second_step::run(&config, &email),
        Command::LargeTown { times } => large_town::run(&config, times),
        Command::Counting(command) => Ok(counting::run(&command)),
    }
}

/// The log goes to standard error: times, levels, what happened; no names, no addresses.
pub fn start_log(verbose: bool) {
    let default = if verbose { "info,kalaka=debug" } else { "warn,kalaka=info,reach=info,db=info" };
    let filter = EnvFilter::try_from_env("KALAKA_LOG").unwrap_or_else(|_| EnvFilter::new(default));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
