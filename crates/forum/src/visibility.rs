//! Who may see a thread, asked by every room and on every way out: page, list, live line, versions. A
//! thread is open to everybody, or it belongs to the founding circle; who may not see it learns nothing
//! of it.

use crate::ThreadId;
use db::Conn;
use kit::{Error, Result, Scope};
use people::Visitor;

/// The scope of a thread that this visitor sees; otherwise there is no such thread.
pub fn scope_for(c: &mut Conn, thread: ThreadId, visitor: &Visitor) -> Result<Scope> {
    let scope = scope_of(c, thread)?.ok_or(Error::NotFound)?;
    ensure_seen(scope, visitor)?;
    Ok(scope)
}

/// What isn't seen isn't there.
pub fn ensure_seen(scope: Scope, visitor: &Visitor) -> Result<()> {
    if visitor.sees(scope) { Ok(()) } else { Err(Error::NotFound) }
}

db::query! {
    fn scope_of(thread: ThreadId) -> Option<Scope> {
        "select scope from threads where id = $1 and merged_into is null"
    }
}
