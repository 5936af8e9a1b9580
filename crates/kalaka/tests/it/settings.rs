//! What a steward sets, and what of it stands; whose the files are.

use crate::server::{Place, said};
use crate::small_town::SmallTown;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// A place with an embedded database, whatever the engine of this run.
fn embedded(data: &Path) -> Place {
    Place { data: data.into(), database: db::Url::File(data.join("community.db")) }
}

/// A link begins with the base URL, as it was settled.
fn link(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn flags_beat_variables_beat_the_file() {
    let town = SmallTown::settle(1, 1);
    fs::write(town.place.data.join("kalaka.toml"), "base_url = 'https://file.example'\n").unwrap();
    let ask = ["sign-in-link", "person0@example.org"];
    let flag = ["--base-url", "https://flag.example", ask[0], ask[1]];
    let variable = ("KALAKA_BASE_URL", "https://variable.example");
    let place = &town.place;
    assert!(link(&mut place.command(&ask)).starts_with("https://file.example/"));
    assert!(link(place.command(&ask).env(variable.0, variable.1)).starts_with("https://variable.example/"));
    assert!(link(place.command(&flag).env(variable.0, variable.1)).starts_with("https://flag.example/"));
}

#[test]
fn a_file_that_lies_elsewhere_may_name_the_data_folder() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.toml");
    fs::write(&file, "data = 'community'\n").unwrap();
    let (data, named) = (folder.path().join("community"), folder.path().join("named"));
    let run = |data: &[&str]| {
        let output =
            Place::bare().args(data).args(["--config", file.to_str().unwrap(), "check"]).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    };
    run(&["--data", named.to_str().unwrap()]);
    assert!(named.join("community.db").exists() && !data.exists());
    run(&[]);
    assert!(data.join("community.db").exists());

    fs::write(data.join("kalaka.toml"), "data = '/elsewhere'\n").unwrap();
    let output = embedded(&data).command(&["check"]).output().unwrap();
    assert!(!output.status.success() && said(&output).contains("can't name another"), "{}", said(&output));
}

#[test]
fn the_data_is_its_owners_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (new, open) = (folder.path().join("new"), folder.path().join("open"));
    fs::create_dir(&open).unwrap();
    fs::set_permissions(&open, Permissions::from_mode(0o755)).unwrap();
    for data in [&new, &open] {
        let output = embedded(data).run(&["check"]);
        assert!(output.status.success(), "{}", said(&output));
        assert_eq!(mode(data), 0o700);
        for entry in fs::read_dir(data).unwrap() {
            let path = entry.unwrap().path();
            let own = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("community.db"));
            assert!(!own || mode(&path) == 0o600, "{} is {:o}", path.display(), mode(&path));
        }
        assert!(data.join("community.db").exists());
    }

    // One that was opened by hand is closed again, a backup is nobody else's to read.
    fs::set_permissions(&new, Permissions::from_mode(0o775)).unwrap();
    let backup = folder.path().join("town.kalaka");
    let output = embedded(&new).command(&["backup", backup.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!((mode(&new), mode(&backup)), (0o700, 0o600));
}

#[test]
fn an_open_folder_with_other_things_in_it_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    fs::create_dir(&home).unwrap();
    fs::write(home.join("letter.txt"), "Dear").unwrap();
    fs::set_permissions(&home, Permissions::from_mode(0o755)).unwrap();
    let output = embedded(&home).run(&["check"]);
    assert!(!output.status.success() && said(&output).contains("chmod 700"), "{}", said(&output));
    assert_eq!((mode(&home), fs::read_dir(&home).unwrap().count()), (0o755, 1));
}

#[test]
fn the_clock_is_moved_in_development_alone() {
    let town = SmallTown::settle(1, 1);
    let ask = ["sign-in-link", "person0@example.org"];
    let moved = |offset: &str, development: &str| {
        let mut command = town.place.command(&ask);
        command.env("KALAKA_CLOCK_OFFSET", offset).env("KALAKA_DEVELOPMENT", development).output().unwrap()
    };
    let refused = moved("8d", "false");
    assert!(!refused.status.success() && said(&refused).contains("for development alone"));
    for offset in ["8d", "691200", "1w 1d"] {
        let output = moved(offset, "true");
        assert!(output.status.success(), "{offset}: {}", said(&output));
    }
    let nonsense = moved("soon", "true");
    assert!(!nonsense.status.success() && said(&nonsense).contains("a span like 8d"));
}

#[test]
fn the_towns_own_sign_in_is_set_up_whole_or_not_at_all() {
    let town = SmallTown::settle(1, 1);
    let check = |settings: &[(&str, &str)]| {
        let output = town.place.command(&["check"]).envs(settings.iter().copied()).output().unwrap();
        (output.status.success(), said(&output))
    };
    let issuer = ("KALAKA_OIDC_ISSUER", "https://accounts.example.net");
    let rest =
        [("KALAKA_OIDC_CLIENT", "kalaka"), ("KALAKA_OIDC_SECRET", "s"), ("KALAKA_OIDC_NAME", "Town ID")];
    let (ok, says) = check(&[issuer, rest[0], rest[2]]);
    assert!(!ok && says.contains("`oidc_secret` must be too"), "{says}");
    let open = ("KALAKA_OIDC_ISSUER", "http://accounts.example.net");
    let (ok, says) = check(&[open, rest[0], rest[1], rest[2]]);
    assert!(!ok && says.contains("is like https://"), "{says}");
    let (ok, says) = check(&[issuer, rest[0], rest[1], rest[2]]);
    assert!(ok, "{says}");
}
