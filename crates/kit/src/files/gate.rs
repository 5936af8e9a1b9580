//! How much memory all pictures together may take while they are decoded.

use crate::{Error, Result};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// All that is decoded at once, in MiB.
const ALL: u32 = 256;

/// Nobody counts for less, so that there are never more than four at once.
const LEAST: u32 = ALL / 4;

/// Is free again when it is dropped.
pub type Room = OwnedSemaphorePermit;

#[derive(Debug, Clone)]
pub struct Gate(Arc<Semaphore>);

impl Default for Gate {
    fn default() -> Gate {
        Gate(Arc::new(Semaphore::new(ALL as usize)))
    }
}

impl Gate {
    /// Waits until there is room for so many bytes.
    pub async fn enter(&self, bytes: u64) -> Result<Room> {
        let needed = u32::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(ALL).clamp(LEAST, ALL);
        let permit = self.0.clone().acquire_many_owned(needed).await;
        permit.map_err(|e| Error::Unavailable(e.to_string()))
    }
}
