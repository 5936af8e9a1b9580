//! The page of a focus's stakes: the grid, who said what and when, and who has not been heard.

use super::grid::{self, Mark, Says};
use super::queries::{self, Answer};
use super::stake::Degree;
use crate::focuses::{self, Focus, FocusId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Result, Section};
use people::Visitor;

/// So many groups are shown at most.
const SHOWN: i64 = 600;

/// So many kinds of thoughts are read: sixteen of a group at most.
const THOUGHTS: i64 = 4_000;

#[derive(Template)]
#[template(path = "stakes/show.html")]
struct Show {
    chrome: Chrome,
    focus: Focus,
    marks: Vec<Mark>,
    silent: Vec<Answer>,
    /// Whether this visitor may answer for one of these.
    own: Vec<kit::GroupId>,
}

impl Show {
    fn find(c: &mut Conn, visitor: &Visitor, id: FocusId) -> Result<Show> {
        let focus = focuses::by_id(c, id)?.ok_or(Error::NotFound)?;
        let answers = queries::answers(c, id, SHOWN)?;
        // What members think of those who aren't here is not for everybody.
        let thoughts = match visitor.person {
            Some(_) => queries::thoughts(c, id, THOUGHTS)?,
            None => Vec::new(),
        };
        let (marks, silent) = grid::sort(answers, &thoughts);
        let voices = visitor.person.iter().flat_map(|person| person.voices.iter());
        let own = voices.filter_map(|voice| voice.group).collect();
        Ok(Show { chrome: visitor.chrome(Section::Focuses), focus, marks, silent, own })
    }

    fn is_member(&self) -> bool {
        self.chrome.viewer.is_some()
    }

    fn may_answer(&self) -> bool {
        self.is_member() && !self.focus.is_closed()
    }

    /// From the most influence down, as the rows stand.
    fn rows(&self) -> [Degree; 4] {
        [Degree::Greatly, Degree::Much, Degree::Little, Degree::Hardly]
    }

    fn columns(&self) -> [Degree; 4] {
        [Degree::Hardly, Degree::Little, Degree::Much, Degree::Greatly]
    }

    fn concern(&self, degree: &Degree) -> String {
        self.chrome.t(&degree.concern()).to_string()
    }

    fn influence(&self, degree: &Degree) -> String {
        self.chrome.t(&degree.influence()).to_string()
    }

    /// The marks of one field.
    fn in_field(&self, influence: &Degree, concern: &Degree) -> Vec<&Mark> {
        self.marks.iter().filter(|m| m.influence == *influence && m.concern == *concern).collect()
    }

    /// The fields in which one can do much about what concerns one much.
    fn is_core(&self, influence: &Degree, concern: &Degree) -> bool {
        influence.step() >= 3 && concern.step() >= 3
    }

    /// The groups that this visitor speaks for and that have not answered.
    fn own_silent(&self) -> Vec<&Answer> {
        self.silent.iter().filter(|answer| self.own.contains(&answer.group_id)).collect()
    }

    fn may_change(&self, mark: &Mark) -> bool {
        self.may_answer() && (!mark.is_own() || self.own.contains(&mark.group))
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<FocusId>) -> Result<Response> {
    let page = app.db.read(move |c| Show::find(c, &visitor, id)).await?;
    kit::page::show(&page)
}
