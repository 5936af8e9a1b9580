//! The file around a certificate: which ballots it speaks of, and how they are to be read.

use super::ballots::Format;
use crate::commands::counting::file;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::path::Path;
use tally::formats::rank_csv::Reading;
use tally::single::{self, consent, gradients};
use tally::{budget, committee, ranked, stv, two_sides};

/// The form that this program writes and reads.
const FORM: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// The form of this file: 1.
    kalaka_certificate: u32,
    /// The name of the ballots' file.
    pub ballots: String,
    pub format: Format,
    /// In a .cat file: so many of the first categories approve.
    pub approving: usize,
    /// In RCTab's files: how their marks are read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranks: Option<Reading>,
    pub proof: Proof,
}

/// What proves an outcome.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    Budget(budget::Certificate),
    Committee(committee::certificate::Certificate),
    Ranked(ranked::Certificate),
    Stv(stv::Certificate),
    Marks(single::certificate::Certificate),
    TwoSides(two_sides::certificate::Certificate),
    Consent(consent::certificate::Certificate),
    Gradients(gradients::certificate::Certificate),
}

impl Envelope {
    /// Around a proof on the ballots of a file that was read so.
    pub fn of(ballots: &Path, format: Format, approving: usize, ranks: Reading, proof: Proof) -> Envelope {
        let ranks = (format == Format::Rctab).then_some(ranks);
        Envelope { kalaka_certificate: FORM, ballots: file::name(ballots), format, approving, ranks, proof }
    }

    pub fn read(path: &Path) -> Result<Envelope> {
        let text = file::text(path)?;
        let envelope: Envelope = serde_json::from_str(&text)
            .with_context(|| format!("{} is not a certificate that can be read", path.display()))?;
        let form = envelope.kalaka_certificate;
        anyhow::ensure!(form == FORM, "{} has form {form}; this program knows form {FORM}", path.display());
        Ok(envelope)
    }
}

pub fn write(path: &Path, envelope: &Envelope) -> Result<()> {
    file::write(path, &(serde_json::to_string_pretty(envelope)? + "\n"))
}
