//! What every page needs and no feature is: the application's state, languages, the page's frame,
//! forms, errors, Markdown, the activity log's rows, letters to be sent, live signals.
//!
//! Deliberately absent: anything that knows a person's rights (that is `people`), or a noun of the
//! product (those are the rooms).

pub mod activity;
pub mod app;
pub mod cache;
pub mod chrome;
pub mod community;
pub mod error;
pub mod fetch;
pub mod files;
pub mod form;
pub mod headers;
pub mod i18n;
pub mod likeness;
pub mod limits;
pub mod live;
pub mod look;
pub mod markdown;
pub mod outbox;
pub mod pace;
pub mod pack;
pub mod page;
pub mod personal;
pub mod qr;
pub mod retention;
pub mod routes;
pub mod shared;
pub mod testing;
pub mod token;
pub mod voice;
pub mod words;

pub use app::{App, Clock, Settings, TownAccounts, Work};
pub use chrome::{Badge, Chrome, Section};
pub use community::{Community, Stage};
pub use error::{Error, Result};
pub use form::{Form, Problem};
pub use i18n::{Locale, Message};
pub use page::Markup;
pub use routes::Routes;
pub use shared::Sharing;
pub use voice::{GroupId, PersonId, Role, Scope, SectorId, Side, Voice};
pub use words::Words;

#[doc(hidden)]
pub use {linkme, rust_embed};

extern crate self as kit;

messages!();
