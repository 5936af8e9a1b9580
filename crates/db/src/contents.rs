//! What a backup holds beside rows: the contents of files, each under its hash. They lie in a table of the backup
//! alone, and under its sums.

use crate::{Conn, Result};

pub(crate) fn create(c: &mut Conn) -> Result<()> {
    c.batch("create table file_contents (hash text primary key, content blob not null)")
}

/// Puts a content into a backup that is being written.
pub fn put(c: &mut Conn, hash: &str, content: &[u8]) -> Result<()> {
    c.run(
        "insert into file_contents (hash, content) values ($1, $2) on conflict (hash) do nothing",
        &[&hash, &content],
    )
    .map(drop)
}

/// Hands each content of a backup over, then takes them all out of it. One that was made before there were files
/// has none.
pub(crate) fn take_out(c: &mut Conn, keep: &mut Keep<'_>) -> Result<()> {
    let there: Option<i64> = c.first("select 1 from sqlite_schema where name = 'file_contents'", &[])?;
    if there.is_none() {
        return Ok(());
    }
    let hashes: Vec<String> = c.all("select hash from file_contents", &[])?;
    for hash in &hashes {
        let content: Option<Vec<u8>> =
            c.first("select content from file_contents where hash = $1", &[hash])?;
        keep(hash, content.unwrap_or_default())?;
    }
    c.batch("drop table file_contents")?;
    // Else the new database would carry their place with it for ever.
    if hashes.is_empty() { Ok(()) } else { c.batch("vacuum") }
}

/// Keeps a content under its hash, where files are kept.
pub type Keep<'k> = dyn FnMut(&str, Vec<u8>) -> Result<()> + 'k;
