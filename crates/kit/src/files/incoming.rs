//! A file on its way in: on the disk from its first bytes on, since twenty at once would fill the memory. It
//! has no name there, and is gone with the process or with the last who holds it.

use super::{LARGEST, Refusal};
use crate::{Error, Problem, Result};
use axum::extract::multipart::{Field, MultipartError};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

pub struct Incoming {
    file: File,
    pub size: u64,
    /// As the sender's device called it, cleaned.
    pub name: String,
}

impl Incoming {
    /// Takes a field of a form in. A file of more than [`LARGEST`] bytes is [`Error::TooLarge`].
    pub async fn receive(mut field: Field<'_>, folder: &Path) -> Result<Incoming> {
        let name = super::own_name(field.file_name().unwrap_or_default());
        let file =
            std::fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder)).map_err(full)?;
        let mut incoming = Incoming { file, size: 0, name };
        while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
            incoming.size += chunk.len() as u64;
            if incoming.size > LARGEST {
                return Err(Error::TooLarge);
            }
            // A chunk is a few kilobytes and goes into the system's cache.
            incoming.file.write_all(&chunk).map_err(full)?;
        }
        Ok(incoming)
    }

    /// A file that is there already, for tests and commands.
    pub fn of(name: &str, bytes: &[u8]) -> std::io::Result<Incoming> {
        let mut file = tempfile::tempfile()?;
        file.write_all(bytes)?;
        Ok(Incoming { file, size: bytes.len() as u64, name: super::own_name(name) })
    }

    /// From the beginning.
    pub(super) fn reader(&self) -> std::io::Result<File> {
        let mut file = self.file.try_clone()?;
        file.seek(SeekFrom::Start(0))?;
        Ok(file)
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.size).unwrap_or(0));
        let read = self.reader().and_then(|mut file| file.read_to_end(&mut bytes));
        read.map(|_| bytes).map_err(|_| Refusal::Unreadable)
    }
}

/// What a form says that can't be read.
pub fn unreadable(error: MultipartError) -> Error {
    match error.status().as_u16() {
        413 => Error::TooLarge,
        _ => Error::Invalid(Problem::new("kit-form-unreadable")),
    }
}

fn full(error: std::io::Error) -> Error {
    tracing::error!(%error, "a file can't be taken in");
    Error::Unavailable(error.to_string())
}
