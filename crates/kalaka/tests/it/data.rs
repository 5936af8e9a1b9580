//! Backup, restore and check, as a steward types them, while people write.

use crate::server::{Place, Server, agent, post, said};
use crate::small_town::SmallTown;
use db::testing;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Somewhere to restore to: a folder, or on the other engine a database of its own.
fn elsewhere(folder: &Path) -> (Place, testing::Place) {
    let empty = testing::place().unwrap();
    let (data, own) = (folder.to_path_buf(), db::Url::File(folder.join("community.db")));
    let database = if matches!(empty.url, db::Url::File(_)) { own } else { empty.url.clone() };
    (Place { data, database }, empty)
}

#[test]
fn a_backup_taken_while_people_write_comes_back_whole() {
    let town = SmallTown::settle(4, 2);
    let server = Server::start(&town.place, "127.0.0.1:0");
    let (stop, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let clients: Vec<_> = (0..town.sessions.len())
        .map(|n| {
            let (stop, acknowledged) = (stop.clone(), acknowledged.clone());
            let url = format!("{}/threads/{}/posts", server.base, town.threads[n % 2]);
            let secret = town.sessions[n].clone();
            std::thread::spawn(move || answer(&url, &secret, &stop, &acknowledged))
        })
        .collect();
    while acknowledged.load(Ordering::Relaxed) < 50 {
        std::thread::yield_now();
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.kalaka");
    let before = acknowledged.load(Ordering::Relaxed);
    let written = town.place.run(&["backup", file.to_str().unwrap()]);
    assert!(written.status.success(), "{}", said(&written));
    stop.store(true, Ordering::Relaxed);
    clients.into_iter().for_each(|client| client.join().unwrap());
    server.kill();

    let (place, _empty) = elsewhere(&folder.path().join("restored"));
    let restored = place.run(&["restore", file.to_str().unwrap()]);
    assert!(restored.status.success(), "{}", said(&restored));
    let checked = place.run(&["check"]);
    assert!(checked.status.success() && said(&checked).contains("all is well"), "{}", said(&checked));
    let posts = posts_in(&place);
    let after = acknowledged.load(Ordering::Relaxed);
    assert!(
        (before + 2..=after + 2).contains(&posts),
        "{posts} posts; {before} answers before, {after} after"
    );

    // Whoever was signed in is, and the restored town goes on.
    let server = Server::start(&place, "127.0.0.1:0");
    let url = format!("{}/threads/{}/posts", server.base, town.threads[0]);
    let form = [("voice", "me"), ("locale", "en"), ("body", "We are back"), ("key", "back")];
    assert_eq!(post(&agent(), &url, &town.sessions[0], &form).unwrap().status(), 303);
    server.kill();
    assert_eq!(posts_in(&place), posts + 1);

    let again = place.run(&["restore", file.to_str().unwrap()]);
    assert!(!again.status.success(), "a town that is there was restored over");
}

fn answer(url: &str, secret: &str, stop: &AtomicBool, acknowledged: &AtomicUsize) {
    let agent = agent();
    for turn in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let key = turn.to_string();
        let form = [("voice", "me"), ("locale", "en"), ("body", "One more"), ("key", &key)];
        assert_eq!(post(&agent, url, secret, &form).unwrap().status(), 303);
        acknowledged.fetch_add(1, Ordering::Relaxed);
    }
}

fn posts_in(place: &Place) -> usize {
    let db = db::Db::open(&place.database).unwrap();
    let count: Option<i64> = db.read_now(|c| c.first("select count(*) from posts", &[])).unwrap();
    usize::try_from(count.unwrap()).unwrap()
}

#[test]
fn a_damaged_backup_is_refused_and_leaves_nothing_behind() {
    let town = SmallTown::settle(1, 1);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.kalaka");
    let written = town.place.run(&["backup", file.to_str().unwrap()]);
    assert!(written.status.success(), "{}", said(&written));
    let twice = town.place.run(&["backup", file.to_str().unwrap()]);
    assert!(!twice.status.success() && said(&twice).contains("is there already"), "{}", said(&twice));

    let mut bytes = std::fs::read(&file).unwrap();
    let name = b"How do we begin?";
    let place = bytes.windows(name.len()).position(|window| window == name).unwrap();
    bytes[place] = b'W';
    std::fs::write(&file, bytes).unwrap();
    let new = folder.path().join("new");
    let (place, _empty) = elsewhere(&new);
    let restored = place.run(&["restore", file.to_str().unwrap()]);
    assert!(!restored.status.success() && said(&restored).contains("damaged"), "{}", said(&restored));
    assert_eq!(std::fs::read_dir(&new).unwrap().count(), 0);
}
