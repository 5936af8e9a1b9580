//! What a command says on standard output, and whether all is well.

use anyhow::{Context, Result};
use serde::Serialize;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

pub struct Answer {
    text: String,
    holds: bool,
}

impl Answer {
    pub fn text(text: String) -> Answer {
        Answer { text, holds: true }
    }

    pub fn json(value: &impl Serialize) -> Result<Answer> {
        let text = serde_json::to_string_pretty(value).context("the result can't be written as JSON")?;
        Ok(Answer::text(text + "\n"))
    }

    /// The same answer, to a question whose answer is no.
    pub fn denied(self) -> Answer {
        Answer { holds: false, ..self }
    }

    /// Prints it. Whoever reads only the first lines of it has what they want.
    pub fn given(self) -> Result<ExitCode> {
        match std::io::stdout().lock().write_all(self.text.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(error).context("standard output can't be written to")
            }
            _ => Ok(if self.holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
        }
    }
}
