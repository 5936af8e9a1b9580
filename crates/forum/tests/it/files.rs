//! Pictures and documents: sent by a form or a script, seen by whom they concern, counted, and gone when nothing
//! shows them.

use crate::town::{open, post_id, reply, start, start_in_circle, work};
use forum::files::sweep;
use jiff::SignedDuration;
use kit::testing::{Answer, Browser, CANARY, photo, picture};
use people::testing::Town;

/// Sends a file as the script does.
fn send(browser: &Browser, name: &str, content: &[u8], form: &[(&str, &str)]) -> Answer {
    browser.clone().with_header("accept", "application/json").upload("/files", "file", name, content, form)
}

/// Sends a file that must be taken, and gives its path.
fn sent(browser: &Browser, name: &str, content: &[u8]) -> String {
    let answer = send(browser, name, content, &[("voice", "me")]);
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let said: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    said["path"].as_str().unwrap().to_owned()
}

fn jpeg() -> Vec<u8> {
    photo(1200, 900)
}

/// Who gets it, of a stranger, somebody outside the circle, one inside, and a guide.
fn seen_by(town: &Town, path: &str) -> [u16; 4] {
    let status = |browser: Browser| browser.get(path).status();
    [town.stranger(), town.as_("vera"), town.as_("gabor"), town.as_("stella")].map(status)
}

fn swept(town: &Town) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(sweep(&town.app, SignedDuration::ZERO)).unwrap();
}

fn kept(town: &Town) -> usize {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(town.app.files.list()).unwrap().len()
}

/// Of a picture in WebP with losses: 14 bits at a fixed place (RFC 9649, section 2.5).
fn width(webp: &[u8]) -> u16 {
    assert_eq!(&webp[12..16], b"VP8 ");
    u16::from_le_bytes([webp[26], webp[27]]) & 0x3fff
}

#[test]
fn a_picture_is_its_senders_until_a_post_shows_it() {
    let town = open();
    let marta = town.as_("marta");
    let path = sent(&marta, "A csónak.JPG", &jpeg());
    assert_eq!(path, "/files/1/a-csonak.webp");
    assert_eq!(seen_by(&town, &path), [404; 4]);
    let own = marta.get(&path);
    assert_eq!(own.status(), 200);
    let header = |name| own.headers.get(name).map_or("", |value| value.to_str().unwrap());
    assert_eq!(header("content-type"), "image/webp");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(header("cache-control"), "private, max-age=31536000, immutable");
    assert_eq!(header("content-length"), own.body.len().to_string());
    assert!(own.body.starts_with(b"RIFF") && !own.contains("Canary") && !own.contains(CANARY));

    let body = format!("Look:\n\n![Our boat]({path})");
    let preview = marta.post("/markdown", &[("text", &body)]);
    let thread = start(&marta, "The boat", &body);
    let page = town.stranger().get(&thread);
    let shown = "<img src=\"/files/1/a-csonak.webp\" srcset=\"/files/1/a-csonak.webp?size=small 800w, \
                 /files/1/a-csonak.webp 900w\" sizes=\"(max-width: 42rem) 100vw, 42rem\" width=\"900\" height=\"1200\" \
                 alt=\"Our boat\" loading=\"lazy\">";
    assert!(preview.contains(shown) && page.contains(shown), "{}", preview.text());
    assert_eq!(seen_by(&town, &path), [200; 4]);
    let open = town.stranger().get(&path);
    assert_eq!(open.headers["cache-control"], "public, max-age=31536000, immutable");
    let small = town.stranger().get(&format!("{path}?size=small"));
    assert_eq!((width(&small.body), width(&open.body)), (800, 900));
    for other in ["/files/1/other.webp", "/files/2/a-csonak.webp", "/files/x/a-csonak.webp"] {
        assert_eq!(marta.get(other).status(), 404, "{other}");
    }
}

#[test]
fn what_the_circle_shows_only_the_circle_sees() {
    let town = open();
    let marta = town.as_("marta");
    let path = sent(&marta, "plan.jpg", &jpeg());
    let hidden = start_in_circle(&marta, "Between us", &format!("![The plan]({path})"));
    assert!(town.as_("gabor").get(&hidden).contains("<img src=\"/files/1/plan.webp\""));
    assert_eq!(seen_by(&town, &path), [404, 404, 200, 200]);
    assert_eq!(town.as_("gabor").get(&path).headers["cache-control"], "private, max-age=31536000, immutable");
    // Who quotes it elsewhere shows it to nobody by that, whether they see it or guess its number.
    for (who, title) in [("gabor", "Quoted"), ("vera", "Guessed")] {
        let thread =
            start(&town.as_(who), title, &format!("{title}: ![The plan]({path}) and [again]({path})"));
        let page = town.stranger().get(&thread);
        assert!(!page.contains("<img") && page.contains("<a href=\"/files/1/plan.webp\""), "{}", page.text());
        assert_eq!(seen_by(&town, &path), [404, 404, 200, 200], "{who}");
    }
    // Its sender may.
    start(&marta, "For everybody", &format!("![The plan]({path})"));
    assert_eq!(seen_by(&town, &path), [200; 4]);
}

#[test]
fn a_document_is_kept_by_the_browser_and_never_shown() {
    let town = open();
    let marta = town.as_("marta");
    let path = sent(&marta, "Jegyzőkönyv <b>.pdf", b"%PDF-1.7 <script>alert(1)</script>");
    assert_eq!(path, "/files/1/jegyzokonyv-b.pdf");
    reply(&marta, &start(&marta, "Minutes", "Here."), &format!("[Minutes]({path})"));
    let answer = town.stranger().get(&path);
    assert_eq!(answer.headers["content-type"], "application/pdf");
    assert_eq!(
        answer.headers["content-disposition"],
        "attachment; filename=\"jegyzokonyv-b.pdf\"; filename*=UTF-8''Jegyz%C5%91k%C3%B6nyv%20b.pdf"
    );
    assert_eq!(answer.headers["content-security-policy"], "default-src 'none'; sandbox");
    assert_eq!(answer.text(), "%PDF-1.7 <script>alert(1)</script>");
    let list = sent(&marta, "list.csv", b"name,street\n");
    assert_eq!(marta.get(&list).headers["content-type"], "text/csv");
}

#[test]
fn without_a_script_a_page_takes_the_file_into_the_draft() {
    let town = open();
    let thread = start(&town.as_("amina"), "A question", "Who?");
    let (marta, place) = (town.as_("marta"), format!("answer-{}", thread.rsplit('/').next().unwrap()));
    let page = marta.get(&thread);
    assert!(page.contains(&format!("formaction=\"/drafts/{place}?then=files\"")));
    let kept = marta.post(&format!("/drafts/{place}?then=files"), &[("body", "This one:")]);
    assert_eq!(kept.location(), format!("/files/new?for={place}"));
    assert!(marta.get(kept.location()).contains("enctype=\"multipart/form-data\""));
    let to = format!("/files?for={place}");
    let nothing = marta.upload(&to, "file", "", b"", &[]);
    assert!(nothing.status() == 422 && nothing.contains("Choose a file first"), "{}", nothing.text());
    let described = marta.upload(&to, "file", "boat.jpg", &jpeg(), &[("voice", "me")]);
    let describing = described.location().to_owned();
    assert_eq!(describing, format!("/files/1/description?for={place}"));
    assert!(marta.get(&describing).contains("src=\"/files/1/boat.webp?size=small\""));
    let blank = marta.post(&describing, &[("alt", "  ")]);
    assert!(blank.status() == 422 && blank.contains("Say what the picture shows"), "{}", blank.text());
    let put = marta.post(&describing, &[("alt", "The [red] boat")]);
    assert_eq!(put.location(), format!("{thread}?page=last#reply"));
    let page = marta.get(&thread);
    let line = "This one:\n\n![The \\[red\\] boat](/files/1/boat.webp)</textarea>";
    assert!(page.contains(line), "{}", page.text());
    let document = marta.upload(&to, "file", "list.csv", b"a,b\n", &[("voice", "me")]);
    assert_eq!(document.location(), put.location());
    assert!(marta.get(&thread).contains("\n\n[list.csv](/files/2/list.csv)</textarea>"));
    let decorated = marta.post(&describing, &[("decorative", "yes")]);
    assert_eq!(decorated.status(), 303);
    assert!(marta.get(&thread).contains("\n\n![](/files/1/boat.webp)</textarea>"));
    // Only where one may write, and only one's own.
    assert_eq!(town.as_("vera").get(&describing).status(), 404);
    assert_eq!(town.as_("vera").post(&describing, &[("alt", "x")]).status(), 404);
    assert_eq!(marta.get("/files/new?for=elsewhere").status(), 404);
    assert!(town.stranger().upload(&to, "file", "boat.jpg", &jpeg(), &[]).location().starts_with("/sign-in"));
}

#[test]
fn what_is_refused_is_said_beside_the_field() {
    let town = open();
    let marta = town.as_("marta");
    for (content, says) in [
        (&b"<svg onload=alert(1)></svg>"[..], "This is something else"),
        (b"", "This file is empty"),
        (b"\x89PNG\r\n\x1a\nno more", "This file is damaged"),
    ] {
        let page = marta.upload("/files?for=new", "file", "boat.png", content, &[("voice", "me")]);
        assert!(
            page.status() == 422 && page.contains(says) && page.contains("id=\"file-error\""),
            "{}",
            page.text()
        );
        let told = send(&marta, "boat.png", content, &[]);
        assert!(told.status() == 422 && told.contains(says), "{}", told.text());
    }
    let mut large = jpeg();
    large.resize(21 * 1024 * 1024, 0);
    let page = marta.upload("/files", "file", "boat.jpg", &large, &[]);
    assert!(page.status() == 422 && page.contains("It may have 20 MB"), "{} {}", page.status(), page.text());
    let stolen = send(&marta, "boat.jpg", &jpeg(), &[("voice", &town.group("club").to_string())]);
    assert!(stolen.status() == 422, "{}", stolen.text());
    assert_eq!(marta.post("/files", &[("file", "x")]).status(), 422);
    assert_eq!(kept(&town), 0);
}

#[test]
fn so_much_and_so_often() {
    let town = Town::open_with(forum::routes(), |settings| {
        settings.quotas.person = 20_000;
        settings.quotas.group = 40_000;
        settings.quotas.community = 50_000;
        settings.quotas.an_hour = 9;
    });
    let words = |size: usize| "word ".repeat(size / 5).into_bytes();
    let marta = town.as_("marta");
    let school = town.group("school").to_string();
    let try_to =
        |browser: &Browser, voice: &str, size| send(browser, "w.txt", &words(size), &[("voice", voice)]);
    assert_eq!(try_to(&marta, "me", 15_000).status(), 200);
    let full = try_to(&marta, "me", 10_000);
    assert!(full.status() == 422 && full.contains("fill the"), "{}", full.text());
    assert_eq!(try_to(&marta, &school, 30_000).status(), 200, "that counts for the school");
    assert!(try_to(&marta, &school, 15_000).contains("This group"));
    assert_eq!(try_to(&town.as_("amina"), "me", 4_000).status(), 200);
    assert!(try_to(&town.as_("amina"), "me", 10_000).contains("Tell a guide"));
    for _ in 0..5 {
        assert_eq!(try_to(&marta, "me", 5).status(), 200);
    }
    let often = try_to(&marta, "me", 5);
    assert!(often.status() == 422 && often.contains("many files in a short time"), "{}", often.text());
    town.wait(SignedDuration::from_hours(1));
    assert_eq!(try_to(&marta, "me", 5).status(), 200);
}

#[test]
fn what_nothing_shows_goes_after_a_day() {
    let town = open();
    let marta = town.as_("marta");
    let [unused, shown, removed, drafted] =
        [40_u32, 41, 42, 43].map(|side| sent(&marta, "p.png", &picture(side, side, pictures::Format::Png)));
    let thread = start(&marta, "Pictures", &format!("![Shown]({shown})"));
    reply(&marta, &thread, &format!("![To be removed]({removed})"));
    marta.post("/drafts/new", &[("body", &format!("![Not yet]({drafted})"))]);
    let post = post_id(&town, &thread, 2);
    assert_eq!(marta.post(&format!("/posts/{post}?_method=delete"), &[]).status(), 303);
    let all =
        |town: &Town| [&unused, &shown, &removed, &drafted].map(|path| town.as_("marta").get(path).status());
    assert_eq!(town.as_("vera").get(&removed).status(), 404, "at once");
    swept(&town);
    assert_eq!((all(&town), kept(&town)), ([200; 4], 4), "not yet");
    town.wait(SignedDuration::from_hours(25));
    swept(&town);
    assert_eq!((all(&town), kept(&town)), ([404, 200, 404, 200], 2));
    marta.post("/drafts/new?_method=delete", &[]);
    town.wait(SignedDuration::from_hours(25));
    swept(&town);
    assert_eq!((all(&town), kept(&town)), ([404, 200, 404, 404], 1));
    work(&town);
}

#[test]
fn the_same_file_is_kept_once_and_for_as_long_as_one_shows_it() {
    let town = open();
    let (marta, amina) = (town.as_("marta"), town.as_("amina"));
    let (first, second) = (sent(&marta, "a.txt", b"words"), sent(&amina, "b.txt", b"words"));
    assert_eq!(kept(&town), 1);
    start(&amina, "Words", &format!("[words]({second})"));
    town.wait(SignedDuration::from_hours(25));
    swept(&town);
    assert_eq!((marta.get(&first).status(), amina.get(&second).text()), (404, "words".into()));
}

#[test]
fn an_older_version_still_shows_what_it_showed() {
    let town = open();
    let marta = town.as_("marta");
    let path = sent(&marta, "a.txt", b"words");
    let thread = start(&marta, "Words", &format!("[words]({path})"));
    let post = post_id(&town, &thread, 1);
    marta.post(&format!("/posts/{post}"), &[("body", "No words.")]);
    town.wait(SignedDuration::from_hours(25));
    swept(&town);
    assert_eq!(town.stranger().get(&path).text(), "words");
}
