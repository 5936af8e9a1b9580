//! Files that people send: told apart by what they hold, never by their names; pictures turned upright,
//! freed of what else a camera writes into them (the place!) and written anew in two sizes; kept in a
//! folder or an S3 store under the hash of their content.
//!
//! Deliberately absent: who may read or send what. That is the rooms'.

mod gate;
mod incoming;
mod kinds;
mod names;
mod quotas;
mod store;
#[cfg(test)]
mod tests;
mod zip;

pub use gate::Gate;
pub use incoming::{Incoming, unreadable};
pub use kinds::{Kind, Refusal};
pub use names::{disposition, own_name, slug};
pub use pictures::{Format, Made, Picture, Size};
pub use quotas::{MB, Quotas};
pub use store::{Kept, Place, Store, key_of};

use crate::{Error, Result};
use std::sync::Arc;

/// The most bytes that one file may have.
pub const LARGEST: u64 = 20 * 1024 * 1024;

/// What a file became.
pub enum Content {
    Picture(Picture),
    Document { kind: Kind, bytes: Vec<u8> },
}

/// A file that may be kept, and the room in memory that it holds until it is.
pub struct Taken {
    pub content: Content,
    _room: gate::Room,
}

impl Store {
    /// Looks into a file that came in, and makes of it what may be kept. Memory is bounded, whoever sends how
    /// much at once: each waits until there is room for what its file needs.
    pub async fn take(&self, incoming: Incoming) -> Result<Result<Taken, Refusal>> {
        let file = Arc::new(incoming);
        let (looking, room) = (file.clone(), self.gate().enter(file.size).await?);
        let look = match blocking(move || kinds::look(&looking)).await? {
            Ok(look) => look,
            Err(refusal) => return Ok(Err(refusal)),
        };
        // Not while it holds the other: two that wait for each other would wait for ever.
        drop(room);
        let room = self.gate().enter(look.needs).await?;
        let content = blocking(move || match look.kind {
            Kind::Picture(format) => {
                let source = file.reader().map_err(|_| Refusal::Unreadable)?;
                Ok(Content::Picture(pictures::make(source, format)?))
            }
            kind => file.bytes().map(|bytes| Content::Document { kind, bytes }),
        });
        Ok(content.await?.map(|content| Taken { content, _room: room }))
    }
}

/// Off the threads that serve pages. A decoder that panics has met a file that it can't read.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<Result<T, Refusal>> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done),
        Err(panic) if panic.is_panic() => Ok(Err(Refusal::Unreadable)),
        Err(ended) => Err(Error::Unavailable(ended.to_string())),
    }
}
