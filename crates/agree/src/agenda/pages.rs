//! The register as it is read: what comes, what is past, and one item with what relates to it.

use super::relation::{Relating, Relation};
use super::subject::Title;
use super::{Day, Item, ItemId, Listed, keeping, queries, subject};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::Conn;
use jiff::civil::Date;
use kit::{App, Chrome, Result, Section};
use people::Visitor;
use serde::Deserialize;
use std::collections::HashMap;

const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "agenda/index.html")]
struct IndexPage {
    chrome: Chrome,
    days: Vec<(When, Vec<Listed>)>,
    past: Vec<Listed>,
    /// Where the past goes on.
    older: Option<String>,
    /// Beyond the first page of the past.
    deeper: bool,
    keeps: bool,
}

#[derive(Deserialize)]
pub struct Turn {
    /// `2026-11-01.45`: the last item of the page before.
    before: Option<String>,
}

impl Turn {
    fn place(&self) -> Option<(String, ItemId)> {
        let (day, id) = self.before.as_deref()?.split_once('.')?;
        let is_day = day.is_empty() || day.parse::<Date>().is_ok();
        Some((day.to_owned(), id.parse().ok()?)).filter(|_| is_day)
    }
}

pub async fn index(State(app): State<App>, visitor: Visitor, Query(turn): Query<Turn>) -> Result<Response> {
    let chrome = visitor.chrome(Section::Agenda);
    let (today, place) = (chrome.today().to_string(), turn.place());
    let deeper = place.is_some();
    let (before, before_id) = place.unwrap_or(("9999-12-31".into(), ItemId(i64::MAX)));
    let (coming, mut past, keeps) = app
        .db
        .read(move |c| {
            let coming = if deeper { Vec::new() } else { queries::upcoming(c, &today)? };
            let past = queries::past(c, &today, &before, before_id, PAGE as i64 + 1)?;
            Ok::<_, kit::Error>((coming, past, keeping::keeps(c, &visitor)?))
        })
        .await?;
    let (older, days) = (older(&mut past), by_day(coming, chrome.today()));
    kit::page::show(&IndexPage { chrome, days, past, older, deeper, keeps })
}

/// Cuts a page to its length; the address of the next one, where there is more.
fn older(past: &mut Vec<Listed>) -> Option<String> {
    let more = past.len() > PAGE;
    past.truncate(PAGE);
    let last = past.last().filter(|_| more)?;
    let day = last.on_day.map(|day| day.to_string()).unwrap_or_default();
    Some(format!("/agenda?before={day}.{}", last.id))
}

/// Below which heading an item stands.
#[derive(PartialEq)]
enum When {
    /// It has begun and isn't over.
    Now,
    On(Day),
    Sometime,
}

fn by_day(items: Vec<Listed>, today: Date) -> Vec<(When, Vec<Listed>)> {
    let mut days: Vec<(When, Vec<Listed>)> = Vec::new();
    for item in items {
        let when = match item.on_day {
            Some(day) if day.0 < today => When::Now,
            Some(day) => When::On(day),
            None => When::Sometime,
        };
        match days.last_mut() {
            Some((last, of_day)) if *last == when => of_day.push(item),
            _ => days.push((when, vec![item])),
        }
    }
    days
}

#[derive(Template)]
#[template(path = "agenda/show.html")]
struct ShowPage {
    chrome: Chrome,
    item: Item,
    relations: Vec<Shown>,
    keeps: bool,
}

/// What relates to the item, with its name.
struct Shown {
    title: Title,
    path: String,
    relation: Relating,
}

impl ShowPage {
    fn is_past(&self) -> bool {
        self.item.is_past(self.chrome.today())
    }

    fn of(&self, relation: &Relation) -> Vec<&Shown> {
        self.relations.iter().filter(|shown| shown.relation.relation == *relation).collect()
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<ItemId>) -> Result<Response> {
    let chrome = visitor.chrome(Section::Agenda);
    let (item, relations, keeps) = app
        .db
        .read(move |c| {
            Ok::<_, kit::Error>((queries::by_id(c, id)?, shown(c, id)?, keeping::keeps(c, &visitor)?))
        })
        .await?;
    kit::page::show(&ShowPage { chrome, item, relations, keeps })
}

/// One question for the relations, and one for the names of each kind of subject. What is gone is left out.
fn shown(c: &mut Conn, item: ItemId) -> Result<Vec<Shown>> {
    let relations = queries::of_item(c, item)?;
    let mut titles: HashMap<(&str, i64), Title> = HashMap::new();
    for kind in super::AGENDA_SUBJECTS {
        let ids: Vec<i64> =
            relations.iter().filter(|r| r.subject_kind == kind.kind).map(|r| r.subject_id).collect();
        if !ids.is_empty() {
            titles.extend((kind.titles)(c, &ids)?.into_iter().map(|(id, title)| ((kind.kind, id), title)));
        }
    }
    let named = relations.into_iter().filter_map(|relation| {
        let kind = subject::of_kind(&relation.subject_kind)?;
        let title = titles.remove(&(kind.kind, relation.subject_id))?;
        Some(Shown { title, path: (kind.path)(relation.subject_id), relation })
    });
    Ok(named.collect())
}
