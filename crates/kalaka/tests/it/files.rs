//! Files as a steward has them: in the backup, in the store, in the memory.

use crate::server::{Place, Server, said};
use crate::small_town::SmallTown;
use kit::testing::{photo, picture};
use std::path::{Path, PathBuf};
use std::time::Duration;

const EDGE: &str = "edge-of-a-part";

/// Sends a file as the script does, and gives the status and what was said.
pub fn send(base: &str, secret: &str, content: &[u8]) -> (u16, String) {
    let head =
        format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"boat.jpg\"\r\n\r\n");
    let body = [head.as_bytes(), content, format!("\r\n--{EDGE}--\r\n").as_bytes()].concat();
    let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(300)));
    let agent: ureq::Agent = config.http_status_as_error(false).build().into();
    let answer = agent
        .post(format!("{base}/files"))
        .header("cookie", format!("session={secret}"))
        .header("accept", "application/json")
        .header("content-type", format!("multipart/form-data; boundary={EDGE}"))
        .send(&body[..]);
    let mut answer = answer.unwrap();
    (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
}

/// What stands under a path, for somebody who is signed in.
pub fn get(base: &str, secret: &str, path: &str) -> (u16, Vec<u8>) {
    let request =
        crate::server::agent().get(format!("{base}{path}")).header("cookie", format!("session={secret}"));
    let mut answer = request.call().unwrap();
    (answer.status().as_u16(), answer.body_mut().read_to_vec().unwrap())
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let inside = |folder: PathBuf| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    inside(folder.to_path_buf()).flat_map(inside).collect()
}

#[test]
fn a_backup_has_the_files_and_a_check_finds_what_is_wrong_with_them() {
    let town = SmallTown::settle(1, 1);
    let server = Server::start(&town.place, "127.0.0.1:0");
    let (status, told) = send(&server.base, &town.sessions[0], &picture(1000, 500, kit::files::Format::Png));
    assert_eq!(status, 200, "{told}");
    server.kill();
    let kept = files_in(&town.place.data.join("files"));
    assert_eq!(kept.len(), 2, "a large and a small one");

    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("town.kalaka");
    let written = town.place.run(&["backup", backup.to_str().unwrap()]);
    assert!(written.status.success(), "{}", said(&written));
    let empty = db::testing::place().unwrap();
    let data = folder.path().join("restored");
    let database = match &empty.url {
        db::Url::File(_) => db::Url::File(data.join("community.db")),
        postgres => postgres.clone(),
    };
    let place = Place { data, database };
    let restored = place.run(&["restore", backup.to_str().unwrap()]);
    assert!(restored.status.success() && said(&restored).contains("2 files"), "{}", said(&restored));
    let checked = place.run(&["check"]);
    assert!(checked.status.success() && said(&checked).contains("all is well"), "{}", said(&checked));
    let again = files_in(&place.data.join("files"));
    for (before, after) in kept.iter().zip(&again) {
        assert_eq!(
            (before.file_name(), std::fs::read(before).unwrap()),
            (after.file_name(), std::fs::read(after).unwrap())
        );
    }

    std::fs::remove_file(&again[0]).unwrap();
    let mut bytes = std::fs::read(&again[1]).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&again[1], bytes).unwrap();
    let checked = place.run(&["check"]);
    let says = said(&checked);
    assert!(!checked.status.success(), "{says}");
    assert!(
        says.contains("file 1 is missing from the store") && says.contains("file 1 is damaged"),
        "{says}"
    );
    let partly = place.run(&["backup", folder.path().join("partly.kalaka").to_str().unwrap()]);
    assert!(!partly.status.success() && said(&partly).contains("but for file 1"), "{}", said(&partly));
}

/// Twenty photos of twelve million dots at once: decoded, each takes 36 MB, and all of them 720.
#[test]
fn twenty_photos_at_once_do_not_fill_the_memory() {
    let town = SmallTown::settle(20, 1);
    let server = Server::start(&town.place, "127.0.0.1:0");
    let (before, photo) = (server.most_memory(), photo(4000, 3000));
    std::thread::scope(|scope| {
        for secret in &town.sessions {
            let (base, photo) = (&server.base, &photo);
            scope.spawn(move || assert_eq!(send(base, secret, photo).0, 200));
        }
    });
    let most = server.most_memory();
    println!("{before} MiB at rest, {most} MiB at most with 20 photos of {} KB", photo.len() / 1024);
    assert!(most < before + 320, "{before} MiB at rest, {most} MiB at most");
}
