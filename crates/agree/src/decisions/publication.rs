//! Anyone can check: the ballots of a closed decision, without names and times, to download and to
//! find one's own among. Sectors with few ballots are not named, as in the table.

use super::count::{self, Published};
use super::queries::{self, Bare};
use super::{Choice, Decision, DecisionId, Outcome, closing};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kit::{App, Chrome, Error, Locale, Result, Section};
use people::Visitor;
use people::sectors::{self, Sector};
use serde::Deserialize;

/// What stands for a sector in the file where it isn't named.
const OTHER: &str = "other";

/// All ballots as CSV: `receipt,side,sector,choice`, in random order.
pub async fn download(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<DecisionId>,
) -> Result<Response> {
    closing::close_if_due(&app, id, visitor.now).await?;
    let csv = app
        .db
        .read(move |c| {
            let published = published(c, id)?.1;
            let sectors = sectors::all(c, Locale::english())?;
            Ok::<_, Error>(csv(&queries::published_ballots(c, id)?, &published, &sectors))
        })
        .await?;
    let name = format!("attachment; filename=\"decision-{id}.csv\"");
    let headers =
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".into()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, csv).into_response())
}

/// Before its closing there is nothing to be found, whoever asks.
fn published(c: &mut db::Conn, id: DecisionId) -> Result<(Decision, Published)> {
    let decision = queries::by_id(c, id)?.filter(Decision::is_closed).ok_or(Error::NotFound)?;
    let published = Published::read(&decision)?;
    Ok((decision, published))
}

fn csv(ballots: &[Bare], published: &Published, sectors: &[Sector]) -> String {
    let mut csv = String::from("receipt,side,sector,choice\n");
    for ballot in ballots {
        let sector = sector_key(ballot, published, sectors);
        csv.push_str(&format!("{},{},{sector},{}\n", ballot.receipt, ballot.side, ballot.choice));
    }
    csv
}

/// The key of the ballot's sector where it is named, letters and digits only.
fn sector_key(ballot: &Bare, published: &Published, sectors: &[Sector]) -> String {
    let Some(id) = ballot.sector_id else { return String::new() };
    if !published.names(Some(id)) {
        return OTHER.into();
    }
    let key = sectors.iter().find(|s| s.id == id).map_or_else(|| format!("sector-{id}"), |s| s.key.clone());
    key.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
}

#[derive(Debug, Default, Deserialize)]
pub struct Sought {
    receipt: Option<String>,
}

#[derive(Template)]
#[template(path = "decisions/ballots.html")]
struct BallotsPage {
    chrome: Chrome,
    decision: Decision,
    published: Published,
    /// Counted again just now, from the ballots.
    counts_alike: bool,
    outcome: Outcome,
    sought: String,
    found: Option<Bare>,
    sector: Option<Sector>,
}

/// Finds a ballot by its receipt, and counts all of them again.
pub async fn find(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<DecisionId>,
    Query(sought): Query<Sought>,
) -> Result<Response> {
    closing::close_if_due(&app, id, visitor.now).await?;
    let chrome = visitor.chrome(Section::Decisions);
    let sought = as_printed(sought.receipt.as_deref().unwrap_or_default());
    let page = app
        .db
        .read(move |c| {
            let (decision, published) = published(c, id)?;
            let counts_alike = count::recount(c, id)? == published;
            let found = if sought.is_empty() { None } else { queries::ballot_by_receipt(c, id, &sought)? };
            let sector = found.as_ref().and_then(|b| b.sector_id).filter(|s| published.names(Some(*s)));
            let sectors = if sector.is_some() { sectors::all(c, chrome.locale)? } else { Vec::new() };
            let sector = sectors.into_iter().find(|s| Some(s.id) == sector);
            let outcome = published.outcome()?;
            Ok::<_, Error>(BallotsPage {
                chrome,
                decision,
                published,
                counts_alike,
                outcome,
                sought,
                found,
                sector,
            })
        })
        .await?;
    kit::page::show(&page)
}

impl BallotsPage {
    fn choice(&self, choice: &Choice) -> String {
        let key = format!("decisions-choice-{choice}"); // messages: decisions-choice-*
        self.chrome.t(&key).to_string()
    }

    fn is_adopted(&self) -> bool {
        self.outcome == Outcome::Adopted
    }

    /// Of an organisation whose sector had few ballots.
    fn is_of_small_sector(&self) -> bool {
        self.sector.is_none() && self.found.as_ref().is_some_and(|b| b.sector_id.is_some())
    }
}

/// A receipt as it was printed, however it was typed: `k7q4 mx2d9rta` is `K7Q4-MX2D-9RTA`.
fn as_printed(typed: &str) -> String {
    let letters: Vec<char> = typed.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    let groups = letters.chunks(4).map(|four| four.iter().collect::<String>().to_uppercase());
    groups.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::as_printed;

    #[test]
    fn a_receipt_may_be_typed_as_one_likes() {
        assert_eq!(as_printed(" k7q4 mx2d9rta "), "K7Q4-MX2D-9RTA");
        assert_eq!(as_printed("K7Q4-MX2D-9RTA"), "K7Q4-MX2D-9RTA");
        assert_eq!(as_printed(" – "), "");
    }
}
