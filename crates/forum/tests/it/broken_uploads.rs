//! Files that come in broken, as a bad line or a bad will sends them: each is taken or refused with a word, and the
//! platform goes on.

use crate::town::open;
use axum::http::Method;
use jiff::SignedDuration;
use kit::testing::faults::Faults;
use kit::testing::{photo, picture};

const STUMBLES: [&str; 22] = [
    "\r\n",
    "\r\n\r\n",
    "--",
    "--edge",
    "--edge--",
    "\n",
    ";",
    "=",
    "\"",
    "\0",
    "filename=\"",
    "name=\"file\"",
    "name=\"voice\"",
    "content-type: image/svg+xml",
    "Content-Length: 99999999999",
    "../../etc/passwd",
    "%00",
    "\u{feff}",
    "GIF89a",
    "%PDF-1.7",
    "PK\u{3}\u{4}",
    "<svg onload=alert(1)>",
];

fn form(name: &str, kind: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"voice\"\r\n\r\nme\r\n--edge\r\ncontent-disposition: form-data; \
         name=\"file\"; filename=\"{name}\"\r\ncontent-type: {kind}\r\n\r\n"
    );
    [head.as_bytes(), content, b"\r\n--edge--\r\n"].concat()
}

#[test]
fn no_broken_upload_stops_the_platform() {
    let town = open();
    let good = [
        form("boat.jpg", "image/jpeg", &photo(64, 48)),
        form("map.png", "image/png", &picture(40, 30, pictures::Format::Png)),
        form("notes.pdf", "application/pdf", b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"),
        form("", "text/plain", b""),
    ];
    let good: Vec<&[u8]> = good.iter().map(Vec::as_slice).collect();
    let tried = Faults { good: &good, stumbles: &STUMBLES }.try_for(10, |body| {
        // So that the limit of an hour isn't all that answers.
        town.wait(SignedDuration::from_mins(5));
        let marta = town.as_("marta");
        let answer =
            marta.send(Method::POST, "/files", Some(body.to_vec()), "multipart/form-data; boundary=edge");
        assert!(answer.status() < 500, "{}", answer.status());
        answer.status() == 303
    });
    assert_eq!(town.stranger().get("/threads").status(), 200);
    assert!(tried.times > 50 && tried.useful > tried.times / 20, "{tried:?}");
}
