//! The ways in which a request ends without what was asked for. Rooms return these; `people::frame`
//! renders them as one page in the visitor's language.
//!
//! Which one: what somebody may not even know of is `NotFound`; what they see but may not do is
//! `Forbidden`; what a signature would allow is `SignInFirst`; what is
//! grave and was not proven lately is `ProveFirst`; a form's faults belong beside its
//! fields (422, the page again), and only what has no field is `Invalid`.

use crate::Problem;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    #[error("not found")]
    NotFound,
    #[error("forbidden")]
    Forbidden,
    #[error("sign in first")]
    SignInFirst,
    /// Theirs to do, after showing once more that it is them.
    #[error("prove it is you first")]
    ProveFirst,
    /// The request makes no sense; the problem says what to do.
    #[error("invalid: {0:?}")]
    Invalid(Problem),
    /// It made sense until somebody else was quicker.
    #[error("conflict: {0:?}")]
    Conflict(Problem),
    #[error("too many; again in {seconds} s")]
    TooMany { seconds: i64 },
    #[error("too large")]
    TooLarge,
    /// The disk is full, the database is away: reading may still work, and it passes.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// Ours.
    #[error("bug: {0}")]
    Bug(String),
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::Forbidden | Error::ProveFirst => StatusCode::FORBIDDEN,
            Error::SignInFirst => StatusCode::UNAUTHORIZED,
            Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Error::Conflict(_) => StatusCode::CONFLICT,
            Error::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Bug(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// What is seen may not be done by this one.
pub fn ensure(may: bool) -> Result<()> {
    if may { Ok(()) } else { Err(Error::Forbidden) }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Error {
        match error {
            db::Error::NoRow => Error::NotFound,
            db::Error::Storage(why) | db::Error::Busy(why) | db::Error::Unavailable(why) => {
                tracing::error!(why, "the database can't be used");
                Error::Unavailable(why)
            }
            other => Error::Bug(other.to_string()),
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        if let Error::Bug(why) = &self {
            tracing::error!(why, "a bug");
        }
        let mut response = self.status().into_response();
        if let Error::TooMany { seconds } = self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        response.extensions_mut().insert(self);
        response
    }
}
