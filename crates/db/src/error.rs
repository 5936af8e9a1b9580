//! What can go wrong between a question and its answer.

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Cloneable, because one failed commit is the answer to all who waited for it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// A constraint of the schema said no. The name is the same on both engines
    /// (`persons_email_key`), so a room can turn it into a form error.
    #[error("constraint {0}")]
    Constraint(String),
    #[error("expected one row and found none")]
    NoRow,
    /// Another transaction was in the way; trying again may help.
    #[error("busy: {0}")]
    Busy(String),
    /// The disk is full or failing: nothing can be written now.
    #[error("storage: {0}")]
    Storage(String),
    /// The engine can't be reached, or the pool is closed.
    #[error("unavailable: {0}")]
    Unavailable(String),
    #[error("column {column}: {reason}")]
    Column { column: usize, reason: String },
    #[error("the database closure panicked")]
    Panicked,
    #[error("migration: {0}")]
    Migration(String),
    #[error("sql: {0}")]
    Sql(String),
}

impl Error {
    pub fn is_constraint(&self, name: &str) -> bool {
        matches!(self, Error::Constraint(found) if found == name)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            ConstraintViolation, DatabaseBusy, DatabaseLocked, DiskFull, SystemIoFailure,
        };
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(ConstraintViolation) => Error::Constraint(constraint_name(&text)),
            Some(DatabaseBusy | DatabaseLocked) => Error::Busy(text),
            Some(DiskFull | SystemIoFailure) => Error::Storage(text),
            _ => Error::Sql(text),
        }
    }
}

/// `UNIQUE constraint failed: ballots.decision_id, ballots.voice` becomes
/// `ballots_decision_id_voice_key`, the name PostgreSQL gives to the same constraint.
fn constraint_name(text: &str) -> String {
    let Some(what) = text.split("constraint failed: ").nth(1) else {
        return if text.contains("FOREIGN KEY") { "foreign_key".into() } else { text.into() };
    };
    if let Some(index) = what.strip_prefix("index ") {
        return index.trim_matches('\'').into();
    }
    let Some((table, _)) = what.split_once('.') else { return what.into() };
    let columns: Vec<&str> = what.split(", ").filter_map(|c| c.split('.').nth(1)).collect();
    format!("{table}_{}_key", columns.join("_"))
}

impl From<postgres::Error> for Error {
    fn from(error: postgres::Error) -> Self {
        use postgres::error::SqlState;
        let Some(db) = error.as_db_error() else {
            return Error::Unavailable(error.to_string());
        };
        let text = db.to_string();
        match *db.code() {
            SqlState::UNIQUE_VIOLATION | SqlState::CHECK_VIOLATION | SqlState::NOT_NULL_VIOLATION => {
                Error::Constraint(db.constraint().unwrap_or(&text).into())
            }
            SqlState::FOREIGN_KEY_VIOLATION => Error::Constraint("foreign_key".into()),
            SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => Error::Busy(text),
            SqlState::DISK_FULL | SqlState::IO_ERROR => Error::Storage(text),
            SqlState::ADMIN_SHUTDOWN | SqlState::CANNOT_CONNECT_NOW => Error::Unavailable(text),
            _ => Error::Sql(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::constraint_name;

    #[test]
    fn a_constraint_has_the_same_name_on_both_engines() {
        let cases = [
            ("UNIQUE constraint failed: persons.email", "persons_email_key"),
            ("UNIQUE constraint failed: ballots.decision_id, ballots.voice", "ballots_decision_id_voice_key"),
            ("UNIQUE constraint failed: index 'one_open'", "one_open"),
            ("FOREIGN KEY constraint failed", "foreign_key"),
        ];
        for (text, name) in cases {
            assert_eq!(constraint_name(text), name);
        }
    }
}
