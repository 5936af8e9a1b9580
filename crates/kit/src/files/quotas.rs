//! How much may be kept, as the steward sets it.

/// In bytes, and files in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotas {
    /// For what one person sends in their own voice.
    pub person: i64,
    /// For what is sent in the voice of one group, by whomever.
    pub group: i64,
    /// For everything.
    pub community: i64,
    /// So many files of one person in an hour.
    pub an_hour: i64,
}

pub const MB: i64 = 1_000_000;

impl Default for Quotas {
    fn default() -> Quotas {
        Quotas { person: 300 * MB, group: 1000 * MB, community: 20_000 * MB, an_hour: 60 }
    }
}
