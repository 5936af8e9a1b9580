//! Without a command it serves the platform. The other commands look after its data.

use kalaka::{commands, config};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = config::Args::typed();
    config::keep_files_private();
    commands::start_log(args.common.verbose);
    match commands::run(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("kalaka: {error:#}");
            ExitCode::FAILURE
        }
    }
}
