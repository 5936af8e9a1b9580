//! The community that this platform serves: one row, read by every page, kept in memory and read
//! again when it changes.

use crate::Locale;
use db::{Conn, Db};
use jiff::{Timestamp, tz::TimeZone};
use std::sync::{Arc, RwLock};

db::words! {
    /// *Founding* is private; *open* is for everybody.
    pub enum Stage { Founding = "founding", Open = "open" }
}

db::words! {
    /// How a newcomer gets in.
    pub enum JoinBy { Invitation = "invitation", Email = "email" }
}

db::words! {
    /// Of whom a second step of signing in is asked. Everybody may set one up.
    pub enum SecondStep {
        /// Of guides and stewards.
        Guides = "guides",
        Nobody = "nobody",
    }
}

db::row! {
    #[derive(Debug, Clone)]
    struct CommunityRow {
        name: String,
        place: String,
        languages: String,
        time_zone: String,
        stage: Stage,
        founded_at: Timestamp,
        opened_at: Option<Timestamp>,
        join_by: JoinBy,
        max_focuses: i64,
        max_initiatives: i64,
        second_step_for: SecondStep,
        second_thoughts: bool,
        link_previews: bool,
        version: i64,
    }
}

/// The community as pages see it.
#[derive(Debug, Clone)]
pub struct Community {
    pub name: String,
    pub place: String,
    /// Most important first; never empty.
    pub languages: Vec<Locale>,
    pub time_zone: TimeZone,
    pub stage: Stage,
    pub founded_at: Timestamp,
    pub opened_at: Option<Timestamp>,
    pub join_by: JoinBy,
    pub max_focuses: i64,
    pub max_initiatives: i64,
    pub second_step_for: SecondStep,
    /// A quiet word comes before some posts.
    pub second_thoughts: bool,
    /// Cards say what pages elsewhere are that posts link to.
    pub link_previews: bool,
    pub version: i64,
}

impl Community {
    pub fn is_founding(&self) -> bool {
        self.stage == Stage::Founding
    }

    /// Whether newcomers let themselves in by proving an address. Never in the founding stage.
    pub fn joins_by_email(&self) -> bool {
        self.join_by == JoinBy::Email && !self.is_founding()
    }

    pub fn main_language(&self) -> Locale {
        self.languages.first().copied().unwrap_or_else(Locale::english)
    }
}

impl From<CommunityRow> for Community {
    fn from(row: CommunityRow) -> Community {
        let mut languages: Vec<Locale> = row.languages.split(' ').filter_map(Locale::find).collect();
        if languages.is_empty() {
            languages.push(Locale::english());
        }
        Community {
            name: row.name,
            place: row.place,
            languages,
            time_zone: TimeZone::get(&row.time_zone).unwrap_or(TimeZone::UTC),
            stage: row.stage,
            founded_at: row.founded_at,
            opened_at: row.opened_at,
            join_by: row.join_by,
            max_focuses: row.max_focuses,
            max_initiatives: row.max_initiatives,
            second_step_for: row.second_step_for,
            second_thoughts: row.second_thoughts,
            link_previews: row.link_previews,
            version: row.version,
        }
    }
}

/// Reads the community; `None` before it is founded.
pub fn load(c: &mut Conn) -> db::Result<Option<Community>> {
    Ok(find(c)?.map(Community::from))
}

db::query! {
    fn find() -> Option<CommunityRow> {
        "select name, place, languages, time_zone, stage, founded_at, opened_at, join_by, max_focuses,
                max_initiatives, second_step_for, second_thoughts, link_previews, version
         from community where id = 1"
    }
}

/// The community in memory.
pub(crate) struct Current(RwLock<Option<Arc<Community>>>);

impl Current {
    pub fn load(db: &Db) -> crate::Result<Current> {
        Ok(Current(RwLock::new(db.read_now(load)?.map(Arc::new))))
    }

    pub fn get(&self) -> Option<Arc<Community>> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    pub async fn refresh(&self, db: &Db) -> crate::Result<()> {
        let found = db.read(load).await?.map(Arc::new);
        *self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner) = found;
        Ok(())
    }
}
