//! Where somebody who has just come in is led: to the answer form of what is being talked about.

use super::card;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use kit::{App, Result};
use people::Visitor;

/// Leads on to the thread that was talked in last, or to a first one.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let look = move |c: &mut Conn| card::newest(c, visitor.person_id(), visitor.sees_circle(), 1);
    let newest = app.db.read(look).await?;
    let path = newest.first().map(|card| format!("/threads/{}?from={}#reply", card.id, card.posts));
    kit::page::see(path.as_deref().unwrap_or("/threads/new"))
}
