//! Getting rid of what a deletion leaves behind in the embedded engine: a deleted row stays on its page until
//! something else is written there, its words stay in the search indexes until they are merged, and all of it
//! stays in the log until that is begun anew.

use crate::{Conn, Engine, Error, Result};

/// Rewrites indexes, file and log. On PostgreSQL the server's own vacuum does the like, by and by.
pub(crate) fn run(c: &mut Conn) -> Result<()> {
    if c.engine() == Engine::Postgres {
        return Ok(());
    }
    // None of this can be done inside a transaction; whatever shares it is kept, as it would be anyway.
    c.batch("release work; commit")?;
    let rewritten = rewrite(c);
    c.batch("begin immediate; savepoint work")?;
    rewritten
}

fn rewrite(c: &mut Conn) -> Result<()> {
    c.batch(
        "insert into search_words (search_words) values ('optimize');
         insert into search_parts (search_parts) values ('optimize');
         vacuum",
    )?;
    // Waits for the pages that are being read just now; where one takes too long, the job comes again.
    let busy: Option<i64> = c.first("pragma wal_checkpoint(truncate)", &[])?;
    if busy == Some(0) { Ok(()) } else { Err(Error::Unavailable("the log is being read".into())) }
}
