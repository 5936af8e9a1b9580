//! Of a page elsewhere that a post links to, on a line of its own, a small card says what it is: its title, a sentence
//! and where it is. The server reads that page once for everybody, so that no reader's browser asks anybody else, and
//! keeps no picture of it. Who wrote the post may take the card away; the community may want none at all.
//!
//! Only links in threads that everybody sees are followed: to read a page tells its owner that somebody here spoke
//! of it, which is nobody's business where the thread isn't public. Nor are those of messages, drafts and posts that
//! wait for a guide.

mod attaching;
mod card;
mod fetching;
mod head;
mod queries;

pub use attaching::{attach, fetch_soon, forget, forget_of};
pub use card::Cards;
pub use fetching::{JOB, fetch};
pub use queries::take_away;
