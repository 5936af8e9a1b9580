//! The schema, and how a database gets to it: numbered steps, forward only, one text for both
//! engines with a few tokens, and an override file for one engine where it must be
//! (`0003_search.sqlite.sql`).

use crate::{Conn, Engine, Error, Result};
use refinery_core::traits::sync::{Migrate, Query, Transaction};
use refinery_core::{Migration, Runner};

/// One step: its name (`V1__people`), the portable text, and the engines' own texts.
struct Step {
    name: &'static str,
    text: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

impl Step {
    /// The 3 of `V3__forum`. Numbers may have holes where steps were written side by side.
    fn number(&self) -> i64 {
        let number = self.name.trim_start_matches('V').split("__").next();
        number.and_then(|n| n.parse().ok()).unwrap_or_default()
    }
}

macro_rules! step {
    ($name:literal, $file:literal) => {
        Step {
            name: $name,
            text: include_str!(concat!("../migrations/", $file, ".sql")),
            sqlite: "",
            postgres: "",
        }
    };
    ($name:literal, $file:literal, engines) => {
        Step {
            name: $name,
            text: "",
            sqlite: include_str!(concat!("../migrations/", $file, ".sqlite.sql")),
            postgres: include_str!(concat!("../migrations/", $file, ".postgres.sql")),
        }
    };
    ($name:literal, $file:literal, more) => {
        Step {
            name: $name,
            text: include_str!(concat!("../migrations/", $file, ".sql")),
            sqlite: include_str!(concat!("../migrations/", $file, ".sqlite.sql")),
            postgres: include_str!(concat!("../migrations/", $file, ".postgres.sql")),
        }
    };
}

const STEPS: &[Step] = &[
    step!("V1__foundation", "0001_foundation"),
    step!("V2__people", "0002_people"),
    step!("V3__forum", "0003_forum"),
    step!("V4__agree", "0004_agree"),
    step!("V5__act", "0005_act"),
    step!("V6__search", "0006_search", engines),
    step!("V7__charter_language", "0007_charter_language"),
    step!("V8__caps", "0008_caps"),
    step!("V9__languages", "0009_languages"),
    step!("V10__meeting_changes", "0010_meeting_changes"),
    step!("V11__reactions", "0011_reactions"),
    step!("V12__search_parts", "0012_search_parts", engines),
    step!("V13__told_posts", "0013_told_posts"),
    step!("V14__thread_closing", "0014_thread_closing"),
    step!("V15__thread_voices", "0015_thread_voices"),
    step!("V16__drafts", "0016_drafts"),
    step!("V17__thread_care", "0017_thread_care"),
    step!("V18__moderation", "0018_moderation"),
    step!("V20__profiles", "0020_profiles"),
    step!("V21__files", "0021_files"),
    step!("V22__ballots_by_side", "0022_ballots_by_side"),
    step!("V23__bookmarks", "0023_bookmarks"),
    step!("V24__thread_places", "0024_thread_places"),
    step!("V25__second_thoughts", "0025_second_thoughts"),
    step!("V26__search_narrowing", "0026_search_narrowing", more),
    step!("V27__invitation_fates", "0027_invitation_fates"),
    step!("V29__second_step", "0029_second_step"),
    step!("V30__browsers", "0030_browsers"),
    step!("V32__patterns", "0032_patterns"),
    step!("V33__correspondence", "0033_correspondence"),
    step!("V34__claims", "0034_claims"),
    step!("V35__mandates", "0035_mandates"),
    step!("V36__group_changes", "0036_group_changes"),
    step!("V38__passkeys", "0038_passkeys"),
    step!("V39__town_accounts", "0039_town_accounts"),
    step!("V40__tags", "0040_tags"),
    step!("V42__link_previews", "0042_link_previews"),
    step!("V44__agreements", "0044_agreements"),
    step!("V46__map_alive", "0046_map_alive"),
    step!("V47__focus_stakes", "0047_focus_stakes"),
];

/// How many steps there are.
pub(crate) const NEWEST: usize = STEPS.len();

/// Brings the database to this program's schema; each step in a transaction of its own.
pub(crate) fn run(c: &mut Conn) -> Result<()> {
    run_to(c, NEWEST)
}

/// Brings the database to the schema after so many steps: as an older program would have left it.
pub(crate) fn run_to(c: &mut Conn, steps: usize) -> Result<()> {
    let engine = c.engine();
    let steps: Result<Vec<Migration>> = STEPS.iter().take(steps).map(|s| migration(s, engine)).collect();
    let report =
        Runner::new(&steps?).set_grouped(true).run(c).map_err(|e| Error::Migration(e.to_string()))?;
    let applied = report.applied_migrations();
    if let Some(newest) = applied.last() {
        tracing::info!(steps = applied.len(), newest = newest.name(), "schema migrated");
    }
    Ok(())
}

/// A database that a newer program has migrated must not be written to by this one.
pub(crate) fn check_version(c: &mut Conn) -> Result<()> {
    let found: Option<i64> =
        c.first("select cast(max(version) as bigint) from refinery_schema_history", &[])?;
    let newest = STEPS.iter().map(Step::number).max().unwrap_or_default();
    if found.is_some_and(|version| version > newest) {
        return Err(Error::Migration(format!(
            "the data was written by a newer program (schema {found:?}, this one knows {newest})"
        )));
    }
    Ok(())
}

fn migration(step: &Step, engine: Engine) -> Result<Migration> {
    let own = match engine {
        Engine::Sqlite => step.sqlite,
        Engine::Postgres => step.postgres,
    };
    let text = format!("{}{own}", step.text);
    Migration::unapplied(step.name, &render(&text, engine)).map_err(|e| Error::Migration(e.to_string()))
}

/// Fills the tokens of the one text for one engine.
fn render(text: &str, engine: Engine) -> String {
    let tokens = match engine {
        // `autoincrement`: the id of something deleted is never given to something else.
        Engine::Sqlite => {
            [("{{pk}}", "integer primary key autoincrement"), ("{{blob}}", "blob"), ("{{json}}", "text")]
        }
        Engine::Postgres => [
            ("{{pk}}", "bigint generated by default as identity primary key"),
            ("{{blob}}", "bytea"),
            ("{{json}}", "jsonb"),
        ],
    };
    tokens.iter().fold(text.to_owned(), |text, (token, sql)| text.replace(token, sql))
}

impl Transaction for Conn {
    type Error = Error;

    fn execute<'a, T: Iterator<Item = &'a str>>(&mut self, queries: T) -> Result<usize> {
        self.batch("begin")?;
        let mut count = 0;
        for query in queries {
            if let Err(error) = self.batch(query) {
                self.batch("rollback")?;
                return Err(error);
            }
            count += 1;
        }
        self.batch("commit")?;
        Ok(count)
    }
}

impl Query<Vec<Migration>> for Conn {
    fn query(&mut self, query: &str) -> Result<Vec<Migration>> {
        let query = query.replace("SELECT version,", "SELECT CAST(version AS BIGINT) AS version,");
        let rows: Vec<(i64, String, String, String)> = self.all(&query, &[])?;
        rows.into_iter().map(applied).collect()
    }
}

fn applied((version, name, at, checksum): (i64, String, String, String)) -> Result<Migration> {
    let broken = |what: &str| Error::Migration(format!("unreadable history: {what}"));
    let version = i32::try_from(version).map_err(|_| broken("version"))?;
    let at = time::OffsetDateTime::parse(&at, &time::format_description::well_known::Rfc3339)
        .map_err(|_| broken("time"))?;
    let checksum = checksum.parse().map_err(|_| broken("checksum"))?;
    Ok(Migration::applied(version, name, at, checksum))
}

impl Migrate for Conn {}
