//! The worker and the letters it sends, around a small town.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod desk;
mod folder;
mod server;
mod work;
