//! Who does which kind of job.

use crate::mail_out::{self, Mailer};
use db::jobs::Job;
use kit::{App, Work, outbox};
use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;

type Outside =
    Box<dyn Fn(App, Job) -> Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>> + Send + Sync>;

/// Why a job was not done. The reason is logged and kept: it must name no person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Trying again may help.
    #[error("{0}")]
    Later(String),
    /// It can't ever be done; kept for the steward to see.
    #[error("{0}")]
    Never(String),
}

pub(super) enum Doer {
    InTransaction(Work),
    Outside(Outside),
}

/// One doer a kind.
pub struct Handlers(HashMap<&'static str, Doer>);

impl Handlers {
    /// Those of letters. The rooms' own come by [`Handlers::jobs`].
    pub fn new(mailer: Mailer) -> Handlers {
        let mailer = Arc::new(mailer);
        Handlers(HashMap::new())
            .jobs([(outbox::UNSENT, (|_, _, _| Ok(())) as Work)])
            .outside(outbox::JOB, move |app, job| mail_out::post(app, mailer.clone(), job))
    }

    /// Adds kinds that are done inside the database: `handlers.jobs(agree::jobs())`.
    #[must_use]
    pub fn jobs(mut self, kinds: impl IntoIterator<Item = (&'static str, Work)>) -> Handlers {
        self.0.extend(kinds.into_iter().map(|(kind, act)| (kind, Doer::InTransaction(act))));
        self
    }

    /// Adds a kind that reaches outside.
    #[must_use]
    pub fn outside<F, W>(mut self, kind: &'static str, act: F) -> Handlers
    where
        F: Fn(App, Job) -> W + Send + Sync + 'static,
        W: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        self.0.insert(kind, Doer::Outside(Box::new(move |app, job| Box::pin(act(app, job)))));
        self
    }

    pub(super) fn doer(&self, kind: &str) -> Option<&Doer> {
        self.0.get(kind)
    }
}
