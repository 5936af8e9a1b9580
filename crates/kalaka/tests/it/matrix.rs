//! Each route × each role × (own, another's, hidden, not there), against a table that people read:
//! `matrix.txt`. A route of the house that isn't in the table fails the test, and so does a line whose
//! route is gone. To write the table anew, run with `KALAKA_WRITE_MATRIX=1` and read the difference.
//!
//! A form is sent empty: who may send it gets 422 or is led on, who may not gets 403 or 404, and a
//! stranger is led to `sign-in`.

use crate::matrix_places::{Places, settled_town};
use kit::routes::Route;
use people::testing::Town;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Signed out; a member who is nobody special; another group's representative; whose things they are;
/// a guide; the steward.
const ROLES: [&str; 6] = ["stranger", "vera", "gabor", "marta", "stella", "istvan"];

/// `(METHOD path, place)` to what each role got.
type Table = BTreeMap<(String, String), Vec<String>>;

#[test]
fn every_route_gives_each_role_what_it_should() {
    let routes = routes();
    let mut found = Table::new();
    for role in ROLES {
        // A town for each role: what one changes must not hide what another gets.
        let (town, places) = settled_town();
        for route in &routes {
            for (label, path) in places.of(&route.path) {
                let line = (format!("{} {}", route.method, route.path), label.to_owned());
                found.entry(line).or_default().push(ask(&town, role, route, &path));
            }
        }
    }
    if std::env::var_os("KALAKA_WRITE_MATRIX").is_some() {
        std::fs::write(file(), written(&found)).unwrap();
    }
    assert_eq!(found_against(&read(&std::fs::read_to_string(file()).unwrap()), &found), Vec::<String>::new());
}

#[test]
fn nobody_reads_more_than_they_may_by_any_route() {
    let (town, places) = settled_town();
    for role in ["stranger", "vera"] {
        for route in routes().iter().filter(|r| r.method == "GET" && !r.path.ends_with("/live")) {
            for (_, path) in places.of(&route.path) {
                let text = browser(&town, role).get(&path).text();
                assert!(!text.contains(Places::SECRET), "{role} reads the circle's secret at {path}");
            }
        }
        // The page says what was searched for; the thread that holds it must not be found by it.
        let search = browser(&town, role).get(&format!("/search?q={}", Places::SECRET)).text();
        assert!(!search.contains("A plan"), "{role} finds the circle's thread");
    }
}

fn routes() -> Vec<Route> {
    let mut routes = kalaka::house::routes().merge(kit::look::routes()).table().to_vec();
    // What reads comes first, what deletes last, so that a role's own deeds hide little from it.
    let rank = |method: &str| ["GET", "POST", "DELETE"].iter().position(|m| *m == method);
    routes.sort_by_key(|route| (rank(route.method), route.path == "/sign-out", route.path.clone()));
    routes
}

fn browser(town: &Town, role: &str) -> kit::testing::Browser {
    if role == "stranger" { town.stranger() } else { town.as_(role) }
}

/// The status, or `sign-in` where one is led to sign in first.
fn ask(town: &Town, role: &str, route: &Route, path: &str) -> String {
    let browser = browser(town, role);
    let answer = match route.method {
        // A stream of signals never ends; its head says whether one may listen.
        "GET" if path.ends_with("/live") => {
            browser.send(axum::http::Method::HEAD, &format!("{path}?after=0"), None, "text/plain")
        }
        "GET" => browser.get(path),
        "POST" => browser.post(path, &[]),
        _ => browser.post(&format!("{path}?_method=delete"), &[]),
    };
    assert_ne!(answer.status(), 500, "{} {path} for {role}", route.method);
    if answer.location().starts_with("/sign-in?next=") {
        "sign-in".into()
    } else {
        answer.status().to_string()
    }
}

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/matrix.txt")
}

fn written(table: &Table) -> String {
    let mut text = format!("# route · place · {}\n", ROLES.join(" · "));
    for ((route, place), got) in table {
        text += &format!("{route:50} {place:8} {}\n", got.join(" "));
    }
    text
}

fn read(text: &str) -> Table {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let got = words[3..].iter().map(|w| (*w).to_owned()).collect();
            ((format!("{} {}", words[0], words[1]), words[2].to_owned()), got)
        })
        .collect()
}

fn found_against(wanted: &Table, found: &Table) -> Vec<String> {
    let lines: BTreeSet<_> = wanted.keys().chain(found.keys()).collect();
    let differ = lines.into_iter().filter(|line| wanted.get(*line) != found.get(*line));
    differ
        .map(|line| {
            format!(
                "{} {}: the table says {:?}, it is {:?}",
                line.0,
                line.1,
                wanted.get(line),
                found.get(line)
            )
        })
        .collect()
}
