//! The forum in a small town, through its pages.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod activity;
mod bookmarks;
mod broken_uploads;
mod care;
mod closing;
mod correspondence;
mod drafts;
mod files;
mod follows;
mod live;
mod long;
mod mentions;
mod moderation;
mod newcomers;
mod places;
mod posts;
mod previews;
mod profiles;
mod reactions;
mod search;
mod search_narrowing;
mod search_spelling;
mod second_thoughts;
mod sharing;
mod suggestions;
mod tags;
mod threads;
mod town;
mod unseen;
