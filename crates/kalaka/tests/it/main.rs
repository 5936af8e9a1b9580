//! The whole house at once: its statements, and the program as a process, killed and restored.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod counting;
mod data;
mod files;
mod had;
mod kill;
mod leaving;
mod log;
mod matrix;
mod matrix_places;
mod my_data;
mod oidc;
mod retention;
mod s3;
mod server;
mod settings;
mod small_town;
mod statements;
