//! Backup and restore, from and to either engine.

use crate::filled;
use db::testing::{self, Fresh, Place};
use db::{Db, Error, Url, search};
use std::path::{Path, PathBuf};

fn filled() -> Fresh {
    filled_at(testing::place().unwrap())
}

/// A database with rows in each table. The last notice was deleted, so its number is used up.
fn filled_at(place: Place) -> Fresh {
    let fresh = testing::opened(place).unwrap();
    let tables = filled::tables(testing::STEPS);
    fresh.db.write_now(move |c| filled::fill(c, &tables)).unwrap();
    fresh.db.write_now(|c| c.run("delete from notifications where id = 3", &[])).unwrap();
    fresh
}

fn backup(db: &Db, folder: &Path, name: &str) -> PathBuf {
    let (file, db) = (folder.join(name), db.clone());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(db.backup(&file)).unwrap();
    file
}

fn restored(file: &Path, place: Place, scratch: &Path) -> Fresh {
    let restored = db::restore(file, &place.url, scratch).unwrap();
    assert!(restored.proven && restored.rows > 50, "{restored:?}");
    testing::opened(place).unwrap()
}

#[test]
fn a_backup_brings_all_rows_back_on_either_engine() {
    let folder = tempfile::tempdir().unwrap();
    for (name, original) in [("own", filled()), ("embedded", filled_at(testing::in_folder().unwrap()))] {
        let file = backup(&original.db, folder.path(), name);
        let sums = testing::sums_of(&file).unwrap();
        assert!(sums.len() > 30 && sums.contains_key("sqlite_sequence"), "{:?}", sums.keys());
        for (to, place) in [("own", testing::place().unwrap()), ("embedded", testing::in_folder().unwrap())] {
            let copy = restored(&file, place, folder.path());
            let again = backup(&copy.db, folder.path(), &format!("{name}-{to}"));
            assert_eq!(testing::sums_of(&again).unwrap(), sums, "{name} to {to}");
            goes_on(&copy.db);
        }
    }
}

/// Whoever goes on with a copy finds what was written, and gives no number twice.
fn goes_on(db: &Db) {
    let found = db.read_now(|c| search::find(c, "szulok arviz", "", false, 10)).unwrap();
    assert_eq!(found.len(), 3);
    let insert = "insert into notifications (person_id, kind, path, title, subject_kind, subject_id, at)
                  values (1, 'reply', '/', '', 'thread', 1, 0) returning id";
    let id: Option<i64> = db.write_now(|c| c.first(insert, &[])).unwrap();
    assert_eq!(id, Some(4));
    let orphan = "insert into follows (person_id, thread_id, since) values (99, 99, 0)";
    let refused = db.write_now(|c| c.run(orphan, &[])).unwrap_err();
    assert!(refused.is_constraint("foreign_key"), "{refused}");
}

#[test]
fn a_backup_is_of_one_moment_while_writes_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let original = filled();
    let db = original.db.clone();
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let writing = std::thread::spawn(move || {
        let mut pairs = 0_i64;
        // Two rows in two tables in each transaction: a backup holds both or neither.
        while stopped.try_recv() == Err(std::sync::mpsc::TryRecvError::Empty) {
            pairs += 1;
            db.write_now(move |c| {
                c.run("insert into limits (key, window_start, count) values ('pair', $1, 1)", &[&pairs])?;
                c.run("insert into readings (person_id, thread_id, number) values (1, 2, $1) on conflict (person_id, thread_id) do update set number = excluded.number", &[&pairs])
            })
            .unwrap();
        }
        pairs
    });
    for round in 0..5 {
        let file = backup(&original.db, folder.path(), &format!("round{round}"));
        let copy = restored(&file, testing::in_folder().unwrap(), folder.path());
        let both: Option<(i64, Option<i64>)> = copy
            .db
            .read_now(|c| {
                c.first("select (select count(*) from limits where key = 'pair'), (select number from readings where person_id = 1 and thread_id = 2)", &[])
            })
            .unwrap();
        let (pairs, number) = both.unwrap();
        assert_eq!(number.unwrap_or(0), pairs);
    }
    drop(stop);
    assert!(writing.join().unwrap() > 0);
}

/// A file that differs from the backup in one place is refused, or holds the very same rows.
#[test]
fn a_damaged_backup_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let original = filled_at(testing::in_folder().unwrap());
    let file = backup(&original.db, folder.path(), "whole");
    let (whole, sums) = (std::fs::read(&file).unwrap(), testing::sums_of(&file).unwrap());
    let damaged = folder.path().join("damaged");
    let written: Vec<usize> = (0..whole.len()).filter(|place| whole[*place] != 0).collect();
    let (mut refused, mut at) = (0, 7_usize);
    for round in 0..60 {
        // Places as if by chance, and the same on each run.
        at = (at * 1_103_515_245 + 12_345) % written.len();
        let place = written[at];
        let mut bytes = whole.clone();
        bytes[place] ^= 1 << (place % 8);
        std::fs::write(&damaged, &bytes).unwrap();
        let target = testing::in_folder().unwrap();
        match db::restore(&damaged, &target.url, folder.path()) {
            Err(error) => {
                assert!(matches!(error, Error::Storage(_)), "byte {place}: {error:?}");
                let Url::File(path) = &target.url else { unreachable!() };
                assert!(!path.exists() && path.parent().unwrap().read_dir().unwrap().next().is_none());
                refused += 1;
            }
            Ok(_) => {
                let copy = testing::opened(target).unwrap();
                let again = backup(&copy.db, folder.path(), &format!("again{round}"));
                assert_eq!(testing::sums_of(&again).unwrap(), sums, "byte {place}");
            }
        }
    }
    assert!(refused > 30, "{refused} of 60");
}

#[test]
fn what_is_no_backup_is_refused_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let original = filled();
    let file = backup(&original.db, folder.path(), "whole");
    let cut = folder.path().join("cut");
    let whole = std::fs::read(&file).unwrap();
    for bytes in [&whole[..whole.len() / 2], &whole[..4096], b"a letter, not a backup", b""] {
        std::fs::write(&cut, bytes).unwrap();
        let target = testing::in_folder().unwrap();
        assert!(
            matches!(db::restore(&cut, &target.url, folder.path()), Err(Error::Storage(_))),
            "{}",
            bytes.len()
        );
    }
    // Data that is there stays: a backup is not written over, nor a database restored over.
    assert!(matches!(db::restore(&file, &original.url, folder.path()), Err(Error::Storage(_))));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    assert!(matches!(runtime.block_on(original.db.backup(&file)), Err(Error::Storage(_))));
    assert_eq!(std::fs::read(&file).unwrap(), whole);
}

#[test]
fn a_backup_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = backup(&filled().db, folder.path(), "mine");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(folder.path().read_dir().unwrap().count(), 1, "nothing but the backup is left");
}
