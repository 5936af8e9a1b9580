//! What many people's pages say alike, read once and used again as long as the data stand still: the counts
//! of the map, the directory in its order, how many have voted. A page for a member is made anew each time,
//! and of what it says the greater part is not about them.
//!
//! It holds under the same [`Stamp`] as guests' pages do, and by the same reasons (see [`crate::cache`]).

use crate::App;
use crate::cache::Stamp;
use jiff::Timestamp;
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// No more values than these are kept under one stamp. Rooms ask for few, and for one a decision at most.
const MOST: usize = 1_000;

type Key = (TypeId, String);

/// All values that are kept.
#[derive(Debug, Default)]
pub struct Shared(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    stamp: Option<Stamp>,
    values: HashMap<Key, Arc<dyn Any + Send + Sync>>,
}

/// What one transaction may use again, and leaves for others. It must be made before the transaction begins.
#[derive(Clone)]
pub struct Sharing {
    app: App,
    stamp: Option<Stamp>,
}

impl Sharing {
    pub fn begin(app: &App, now: Timestamp) -> Sharing {
        Sharing { app: app.clone(), stamp: Stamp::now(app, now) }
    }

    /// The value of this type and name, or what `read` says it is.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn get<T: Send + Sync + 'static, E>(
        &self,
        name: &str,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        self.app.shared.get(self.stamp, name, read)
    }
}

impl Shared {
    /// Without a stamp nothing is kept.
    fn get<T: Send + Sync + 'static, E>(
        &self,
        stamp: Option<Stamp>,
        name: &str,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let Some(stamp) = stamp else { return read().map(Arc::new) };
        let key = (TypeId::of::<T>(), name.to_owned());
        if let Some(value) = self.find(stamp, &key) {
            return Ok(value);
        }
        let value = Arc::new(read()?);
        self.keep(stamp, key, value.clone());
        Ok(value)
    }

    fn find<T: Send + Sync + 'static>(&self, stamp: Stamp, key: &Key) -> Option<Arc<T>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let value = kept.values.get(key).filter(|_| kept.stamp == Some(stamp))?;
        value.clone().downcast().ok()
    }

    fn keep(&self, stamp: Stamp, key: Key, value: Arc<dyn Any + Send + Sync>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.stamp != Some(stamp) {
            *kept = Kept { stamp: Some(stamp), ..Kept::default() };
        }
        if kept.values.len() < MOST {
            kept.values.insert(key, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn read(shared: &Shared, stamp: Option<Stamp>, name: &str, value: i64) -> i64 {
        *shared.get(stamp, name, || Ok::<_, Infallible>(value)).unwrap()
    }

    #[test]
    fn a_value_is_read_once_under_each_stamp_and_name() {
        let (shared, first, second) = (Shared::default(), Stamp::of(1, 1, 1), Stamp::of(2, 1, 1));
        assert_eq!(read(&shared, Some(first), "a", 1), 1);
        assert_eq!(read(&shared, Some(first), "a", 2), 1);
        assert_eq!(read(&shared, Some(first), "b", 3), 3);
        assert_eq!(read(&shared, Some(second), "a", 4), 4);
        assert_eq!(read(&shared, None, "a", 5), 5);
    }

    #[test]
    fn values_of_two_types_are_two() {
        let (shared, stamp) = (Shared::default(), Some(Stamp::of(1, 1, 1)));
        read(&shared, stamp, "a", 1);
        let words = shared.get(stamp, "a", || Ok::<_, Infallible>("a".to_owned())).unwrap();
        assert_eq!(*words, "a");
    }

    #[test]
    fn there_is_room_for_so_many_and_no_more() {
        let (shared, stamp) = (Shared::default(), Some(Stamp::of(1, 1, 1)));
        for n in 0..=MOST as i64 {
            read(&shared, stamp, &n.to_string(), n);
        }
        assert_eq!(read(&shared, stamp, "0", -1), 0);
        assert_eq!(read(&shared, stamp, &MOST.to_string(), -1), -1);
    }
}
