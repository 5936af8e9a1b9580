//! Coming in by a town's own sign-in, with a provider that is certified for OpenID Connect: the library `oidc-provider` of
//! npm, which this test installs under `target/` where it can.

use crate::server::{Server, agent};
use crate::small_town::SmallTown;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use url::Url;

const LIBRARY: &str = "oidc-provider@9.13.3";

/// The folder that the library lies in; `None`, and a word about it, where it can't be installed.
fn installed() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oidc");
    std::fs::create_dir_all(&folder).unwrap();
    // Tests run beside each other; the first one installs for all.
    let turn = std::fs::File::create(folder.join("turn")).unwrap();
    turn.lock().unwrap();
    if folder.join("node_modules/oidc-provider").exists() {
        return Some(folder);
    }
    let npm = ["install", "--silent", "--no-fund", "--no-audit", "--no-save", LIBRARY];
    let mut command = Command::new("npm");
    let done =
        command.args(npm).current_dir(&folder).stdin(Stdio::null()).status().is_ok_and(|s| s.success());
    if !done {
        println!("skipped: {LIBRARY} can't be installed here");
    }
    done.then_some(folder)
}

/// A sign-in that runs, and knows one person.
struct Provider {
    child: Child,
    url: String,
}

impl Provider {
    fn start(folder: &Path, back: &str, is_verified: bool) -> Provider {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/oidc_provider.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .arg(folder)
            .args([back, &is_verified.to_string()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // The library says a word before and after; it ends where nobody listens.
        let url = lines.find(|line| line.starts_with("http://")).unwrap();
        std::thread::spawn(move || lines.for_each(drop));
        Provider { child, url }
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A browser that goes where it is sent, and keeps the cookies of each place.
#[derive(Default)]
struct Browser {
    cookies: BTreeMap<(String, String), String>,
}

impl Browser {
    /// Where one arrives, with the status and the page.
    fn goes(&mut self, to: &str) -> (Url, u16, String) {
        let mut at = Url::parse(to).unwrap();
        for hops in 0.. {
            assert!(hops < 10, "sent around in a circle, at {at}");
            let place = at.origin().ascii_serialization();
            let own = self.cookies.iter().filter(|((of, _), _)| *of == place);
            let cookies: Vec<String> = own.map(|((_, name), value)| format!("{name}={value}")).collect();
            let mut answer = agent()
                .get(at.as_str())
                .header("cookie", cookies.join("; "))
                .header("accept-language", "en")
                .call()
                .unwrap();
            for set in answer.headers().get_all("set-cookie") {
                let pair = set.to_str().unwrap().split(';').next().unwrap();
                let (name, value) = pair.split_once('=').unwrap();
                self.cookies.insert((place.clone(), name.to_owned()), value.to_owned());
            }
            match answer.headers().get("location") {
                Some(next) => at = at.join(next.to_str().unwrap()).unwrap(),
                None => return (at, answer.status().as_u16(), answer.body_mut().read_to_string().unwrap()),
            }
        }
        unreachable!("the loop ends by itself")
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn comes_in(folder: &Path, is_verified: bool) -> (u16, String, String) {
    let (town, listen) = (SmallTown::settle(1, 1), format!("127.0.0.1:{}", free_port()));
    let provider = Provider::start(folder, &format!("http://{listen}/sign-in/town/return"), is_verified);
    let settings = [
        ("KALAKA_OIDC_ISSUER", provider.url.as_str()),
        ("KALAKA_OIDC_CLIENT", "kalaka"),
        ("KALAKA_OIDC_SECRET", "secret"),
        ("KALAKA_OIDC_NAME", "Kővölgy ID"),
    ];
    let server = Server::start_with(&town.place, &["--listen", &listen, "serve"], &settings);
    let mut browser = Browser::default();
    let (_, status, page) = browser.goes(&format!("{}/sign-in", server.base));
    assert!(status == 200 && page.contains("Kővölgy ID"), "{page}");
    let (at, status, page) = browser.goes(&format!("{}/sign-in/town?next=/account", server.base));
    (status, at.path().to_owned(), page)
}

#[test]
fn a_real_provider_lets_somebody_in_whose_address_it_has_proven() {
    let Some(folder) = installed() else { return };
    let (status, path, page) = comes_in(&folder, true);
    assert_eq!((status, path.as_str()), (200, "/account"), "{page}");
    assert!(page.contains("person0@example.org"));
}

#[test]
fn and_nobody_whose_address_it_has_not() {
    let Some(folder) = installed() else { return };
    let (status, path, page) = comes_in(&folder, false);
    assert_eq!((status, path.as_str()), (403, "/sign-in/town/return"), "{page}");
    assert!(page.contains("has not made sure"), "{page}");
}
