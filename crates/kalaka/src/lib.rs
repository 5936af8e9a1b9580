//! Kaláka, the common platform of a town: one binary, one data folder. This is the house around the
//! areas: commands, settings, wiring. A library beside the binary, so that tests can walk through
//! all of it.

pub mod commands;
pub mod config;
pub mod demo;
mod front;
mod home;
pub mod house;
mod large_town;
mod measuring;
pub mod serve;
mod tls;
pub mod upkeep;

kit::messages!();
