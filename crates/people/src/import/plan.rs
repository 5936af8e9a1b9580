//! What a guide chose for a list: what each column holds, where rows belong that don't say it, and what
//! becomes of single rows. It is kept beside the list until that is taken.

use super::columns::Field;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// Where a group belongs: to the citizens' side, or to a sector of the organisations', by its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Place {
    Citizens,
    Sector(String),
}

/// No sector's key begins so.
const CITIZENS: &str = "@citizens";

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Place::Citizens => CITIZENS,
            Place::Sector(key) => key,
        })
    }
}

impl FromStr for Place {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Place, &'static str> {
        match text {
            "" => Err("a place has a name"),
            CITIZENS => Ok(Place::Citizens),
            key => Ok(Place::Sector(key.into())),
        }
    }
}

impl From<Place> for String {
    fn from(place: Place) -> String {
        place.to_string()
    }
}

impl TryFrom<String> for Place {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Place, &'static str> {
        text.parse()
    }
}

/// What was chosen for one row, where it differs from what we would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub take: Option<bool>,
    /// The fields that are changed of the group that is here already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub columns: Vec<Field>,
    /// For rows that nothing tells of.
    pub otherwise: Place,
    /// Of a workbook with several, the sheet that is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// By the line on which the row begins.
    #[serde(default)]
    pub rows: BTreeMap<usize, Choice>,
}

impl Plan {
    pub fn has_names(&self) -> bool {
        self.columns.contains(&Field::Name)
    }

    pub fn to_json(&self) -> String {
        serde_json::json!(self).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_comes_back_as_it_was_kept() {
        let choice = Choice { place: Some(Place::Citizens), take: Some(false), change: None };
        let plan = Plan {
            columns: vec![Field::Name, Field::Ignore],
            otherwise: Place::Sector("civil".into()),
            sheet: None,
            rows: BTreeMap::from([(12, choice)]),
        };
        assert_eq!(serde_json::from_str::<Plan>(&plan.to_json()).unwrap(), plan);
        assert!(
            plan.to_json().contains("\"12\":{\"place\":\"@citizens\",\"take\":false}"),
            "{}",
            plan.to_json()
        );
    }
}
