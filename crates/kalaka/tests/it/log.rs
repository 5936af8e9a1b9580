//! The log says what happened, and of nobody: no address, no name.

use crate::server::{Server, agent, post};
use crate::small_town::SmallTown;
use std::path::Path;
use std::time::{Duration, Instant};
use ureq::Agent;

/// What people here are called, and write; each name stands in the addresses too, in small letters.
const PERSONAL: [&str; 7] = ["@", "stella", "kovács", "person", "amina", "mein brief", "example.org"];

#[test]
fn the_log_holds_no_address_and_no_name() {
    let town = SmallTown::settle(2, 1);
    let server = Server::start_with(&town.place, &["--listen", "127.0.0.1:0", "--verbose", "serve"], &[]);
    sign_in_by_letter(&server.base, &town.place.data);
    write(&server.base, &town);
    leave(&server.base, &town);
    server.kill();
    tells_of_nobody(&town.place.data);
}

/// Somebody takes their data along and leaves: no file of the program's has their address after that.
fn leave(base: &str, town: &SmallTown) {
    let agent = agent();
    let send = |path: &str, form: &[(&str, &str)]| {
        let answer = post(&agent, &format!("{base}{path}"), &town.sessions[0], form).unwrap();
        assert_eq!(answer.status(), 303, "{path}");
    };
    assert!(holds(&town.place.data, "person0@example.org"));
    send("/account/data/exports", &[]);
    until(|| town.place.data.join("exports").exists());
    send("/account/data/deletion", &[("posts", "go"), ("when", "now"), ("sure", "yes")]);
    until(|| !holds(&town.place.data, "person0@example.org"));
}

/// Whether a text stands in any file of a folder.
fn holds(folder: &Path, text: &str) -> bool {
    let inside = std::fs::read_dir(folder).into_iter().flatten().flatten();
    inside.map(|entry| entry.path()).any(|path| {
        let holds = |bytes: Vec<u8>| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        if path.is_dir() { self::holds(&path, text) } else { std::fs::read(&path).is_ok_and(holds) }
    })
}

/// What goes wrong is told at more length, which is where addresses like to slip in.
#[test]
fn nor_does_it_when_the_letters_can_not_be_sent() {
    let town = SmallTown::settle(1, 1);
    let server = Server::start_with(
        &town.place,
        &["--listen", "127.0.0.1:0", "--smtp", "smtp://127.0.0.1:1", "--verbose", "serve"],
        &[("KALAKA_LOG", "info,kalaka=debug,reach=debug,people=debug,kit=debug,lettre=debug")],
    );
    ask_for_a_link(&agent(), &server.base, "person0@example.org");
    ask_for_a_link(&agent(), &server.base, "amina@example.org");
    until(|| log(&town.place.data).contains("a job failed"));
    server.kill();
    tells_of_nobody(&town.place.data);
}

fn tells_of_nobody(data: &Path) {
    let log = log(data);
    assert!(!log.is_empty());
    for word in PERSONAL {
        let line = log.lines().find(|line| line.to_lowercase().contains(word));
        assert_eq!(line, None, "the log holds {word:?}");
    }
}

fn log(data: &Path) -> String {
    // Where the data is may hold anything; it is the steward's own word.
    std::fs::read_to_string(data.join("log")).unwrap().replace(data.to_str().unwrap(), "DATA")
}

/// Two come in by their letters; one whom nobody knows asks for a link too.
fn sign_in_by_letter(base: &str, data: &Path) {
    ask_for_a_link(&agent(), base, "amina@example.org");
    for address in ["person0@example.org", "person1@example.org"] {
        let agent = agent();
        ask_for_a_link(&agent, base, address);
        let link = link_in_letter(data, address);
        let press = || agent.post(&link).send_form([("in", "yes")]).unwrap().status();
        assert_eq!(press(), 303, "{address}");
        // The second time it is over, which is told on a page.
        assert!(press().is_client_error());
    }
}

fn ask_for_a_link(agent: &Agent, base: &str, address: &str) {
    let answer = agent.post(format!("{base}/sign-in")).send_form([("email", address)]).unwrap();
    assert!(!answer.status().is_server_error());
}

fn link_in_letter(data: &Path, address: &str) -> String {
    let mut link = None;
    until(|| {
        let letters = std::fs::read_dir(data.join("mail")).into_iter().flatten().flatten();
        let texts = letters.filter_map(|letter| std::fs::read_to_string(letter.path()).ok());
        let mut own = texts.filter(|text| text.contains(address)).map(|text| text.replace("=\r\n", ""));
        let word =
            |text: String| text.split_whitespace().find(|w| w.contains("/sign-in/")).map(str::to_owned);
        link = own.find_map(word);
        link.is_some()
    });
    link.unwrap()
}

/// A post, one in nobody's voice, one without a word, and one where nothing is.
fn write(base: &str, town: &SmallTown) {
    let agent = agent();
    let send = |thread: &str, voice: &str, body: &str| {
        let form = [("voice", voice), ("locale", "en"), ("body", body), ("key", body)];
        let url = format!("{base}/threads/{thread}/posts");
        post(&agent, &url, &town.sessions[0], &form).unwrap().status().as_u16()
    };
    let thread = town.threads[0].to_string();
    assert_eq!(send(&thread, "me", "Mein Brief an Stella Kovács"), 303);
    assert!((400..500).contains(&send(&thread, "999", "Mein Brief")));
    assert_eq!(send(&thread, "me", ""), 422);
    assert_eq!(send("99", "me", "Mein Brief"), 404);
    let search = format!("{base}/search?q=Stella+Kov%C3%A1cs");
    assert_eq!(agent.get(&search).call().unwrap().status(), 200);
}

fn until(mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(20), "it does not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}
