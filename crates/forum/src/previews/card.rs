//! What is shown of a page elsewhere.

use super::queries;
use crate::{PostId, ThreadId};
use db::Conn;
use std::borrow::Borrow;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Card {
        pub post_id: PostId,
        pub id: i64,
        pub address: String,
        /// As the network knows it, so that a name which only looks like another's is seen.
        pub host: String,
        pub title: String,
        pub description: String,
        pub site_name: String,
    }
}

/// Those of a page of posts.
#[derive(Debug, Clone, Default)]
pub struct Cards(Vec<Card>);

impl Cards {
    /// Those of the posts with numbers in a range of a thread; none where the community wants none.
    pub fn find(c: &mut Conn, thread: ThreadId, (from, to): (i64, i64)) -> db::Result<Cards> {
        queries::shown(c, thread, from, to).map(Cards)
    }

    pub fn of(&self, post: impl Borrow<PostId>) -> Vec<&Card> {
        let post = *post.borrow();
        self.0.iter().filter(|card| card.post_id == post).collect()
    }
}
