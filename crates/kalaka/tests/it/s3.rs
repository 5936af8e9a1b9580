//! Files in an S3 store: against moto's server, of PyPI, which this test installs under `target/` where it can.

use crate::files::{get, send};
use crate::server::{Place, Server, said};
use crate::small_town::SmallTown;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const MOTO: &str = "moto[s3,server]==5.2.5";

/// The server's program; `None`, and a word about it, where it can't be installed.
fn installed() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("moto");
    let program = folder.join("bin/moto_server");
    if program.exists() {
        return Some(program);
    }
    let runs =
        |command: &mut Command| command.stdin(Stdio::null()).status().is_ok_and(|status| status.success());
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", MOTO];
    let done = runs(Command::new("python3").args(["-m", "venv"]).arg(&folder))
        && runs(Command::new(folder.join("bin/python")).args(pip));
    if !done {
        println!("skipped: {MOTO} can't be installed here");
    }
    done.then_some(program)
}

struct S3 {
    child: Child,
    address: String,
}

impl S3 {
    fn start(program: &Path) -> S3 {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = Command::new(program)
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let s3 = S3 { child, address: format!("127.0.0.1:{port}") };
        let began = Instant::now();
        // The first answer of a server that has just started is that there is a bucket now.
        while !ureq::put(format!("http://{}/town", s3.address)).send_empty().is_ok_and(|a| a.status() == 200)
        {
            assert!(began.elapsed() < Duration::from_secs(60), "the S3 server does not answer");
            std::thread::sleep(Duration::from_millis(100));
        }
        s3
    }

    /// The setting of one town in the bucket.
    fn files(&self, prefix: &str) -> String {
        format!("s3+http://key:se%2Fcret@{}/town/{prefix}", self.address)
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(place: &Place, files: &str, arguments: &[&str]) -> String {
    let output = place.command(arguments).env("KALAKA_FILES", files).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    said(&output)
}

#[test]
fn files_live_in_an_s3_store_and_move_with_a_backup() {
    let Some(program) = installed() else { return };
    let (s3, town) = (S3::start(&program), SmallTown::settle(1, 1));
    let files = s3.files("one");
    let server =
        Server::start_with(&town.place, &["--listen", "127.0.0.1:0", "serve"], &[("KALAKA_FILES", &files)]);
    let sent = kit::testing::picture(300, 200, kit::files::Format::Png);
    let (status, told) = send(&server.base, &town.sessions[0], &sent);
    assert_eq!(status, 200, "{told}");
    let (status, picture) = get(&server.base, &town.sessions[0], "/files/1/boat.webp");
    assert!(status == 200 && picture.starts_with(b"RIFF"));
    server.kill();
    assert!(!town.place.data.join("files").exists(), "nothing is in the folder");
    assert!(run(&town.place, &files, &["check"]).contains("all is well"));

    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("town.kalaka");
    run(&town.place, &files, &["backup", backup.to_str().unwrap()]);
    let empty = db::testing::place().unwrap();
    let data = folder.path().join("restored");
    let database = match &empty.url {
        db::Url::File(_) => db::Url::File(data.join("community.db")),
        postgres => postgres.clone(),
    };
    let (place, other) = (Place { data, database }, s3.files("two"));
    assert!(run(&place, &other, &["restore", backup.to_str().unwrap()]).contains("1 files"));
    assert!(run(&place, &other, &["check"]).contains("all is well"));
    let nowhere = place.command(&["check"]).env("KALAKA_FILES", s3.files("three")).output().unwrap();
    assert!(!nowhere.status.success() && said(&nowhere).contains("file 1 is missing"), "{}", said(&nowhere));
}
