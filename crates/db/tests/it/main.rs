//! What every room relies on, on whichever engine this run is on.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod both_engines;
mod filled;
mod migrations;
mod transfer;
