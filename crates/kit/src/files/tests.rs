//! Files as they come in, and what becomes of them.

use super::*;
use crate::testing::{CANARY, photo, picture};
use pictures::Format;

fn take(name: &str, bytes: &[u8]) -> Result<Content, Refusal> {
    let store = Store::open(&Place::Memory).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let taken = runtime.block_on(store.take(Incoming::of(name, bytes).unwrap())).unwrap();
    taken.map(|taken| taken.content)
}

fn picture_of(bytes: &[u8]) -> Picture {
    match take("x", bytes) {
        Ok(Content::Picture(picture)) => picture,
        Ok(Content::Document { kind, .. }) => panic!("a document: {kind:?}"),
        Err(refusal) => panic!("refused: {refusal:?}"),
    }
}

fn kind_of(name: &str, bytes: &[u8]) -> Result<Kind, Refusal> {
    match take(name, bytes)? {
        Content::Document { kind, .. } => Ok(kind),
        Content::Picture(_) => panic!("a picture"),
    }
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn a_photo_stands_upright_and_says_no_more_where_it_was_taken() {
    let sent = photo(1200, 900);
    assert!(holds(&sent, CANARY.as_bytes()) && holds(&sent, b"Exif"));
    let Picture { large, small } = picture_of(&sent);
    assert_eq!(large.size, Size { width: 900, height: 1200 });
    let small = small.unwrap();
    assert_eq!(small.size, Size { width: 800, height: 1067 });
    for made in [&large, &small] {
        assert!(
            !holds(&made.bytes, b"Canary") && !holds(&made.bytes, b"Exif") && !holds(&made.bytes, b"EXIF")
        );
    }
}

#[test]
fn each_kind_of_picture_becomes_one() {
    for format in [Format::Png, Format::Gif, Format::WebP, Format::Jpeg] {
        let Picture { large, small } = picture_of(&picture(300, 200, format));
        assert_eq!(large.size, Size { width: 300, height: 200 }, "{format:?}");
        assert!(small.is_none() && large.bytes.starts_with(b"RIFF"));
    }
    let wide = picture_of(&picture(4000, 1000, Format::Png));
    assert_eq!(wide.large.size, Size { width: 1600, height: 400 });
    assert_eq!(wide.small.unwrap().size, Size { width: 800, height: 200 });
}

/// A picture of so many dots that says so and has none: `IHDR` and an end.
fn bomb(side: u32) -> Vec<u8> {
    let mut head = b"IHDR".to_vec();
    head.extend(side.to_be_bytes());
    head.extend(side.to_be_bytes());
    head.extend([8, 6, 0, 0, 0]);
    let mut sum = flate2::Crc::new();
    sum.update(&head);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(head);
    png.extend(sum.sum().to_be_bytes());
    png.extend(
        b"\0\0\0\x0cIDAT\x78\x9c\x63\x60\x60\x60\x00\x00\x00\x04\x00\x01\0\0\0\0\0\0\0\0IEND\xaeB`\x82",
    );
    png
}

#[test]
fn a_picture_of_forty_thousand_by_forty_thousand_is_refused_before_it_is_decoded() {
    assert_eq!(take("x.png", &bomb(40_000)).err(), Some(Refusal::TooManyDots));
    // The same in little: it has fewer dots than it says.
    assert_eq!(take("x.png", &bomb(100)).err(), Some(Refusal::Unreadable));
}

#[test]
fn what_is_damaged_is_no_picture_and_no_harm() {
    let whole = picture(300, 200, Format::Png);
    for end in [9, 20, 33, 50, whole.len() / 2] {
        assert!(take("x.png", &whole[..end]).is_err(), "{end}");
    }
    for format in [Format::Jpeg, Format::Gif, Format::WebP, Format::Png] {
        let whole = picture(60, 40, format);
        for at in (0..whole.len()).step_by(7) {
            let mut broken = whole.clone();
            broken[at] ^= 0xff;
            // A picture or a refusal; what counts is that it ends.
            let _ = take("x", &broken);
        }
    }
}

/// An archive of empty files with these names.
fn archive(names: &[&str]) -> Vec<u8> {
    let (mut files, mut list) = (Vec::new(), Vec::new());
    for name in names {
        let at = files.len() as u32;
        let length = (name.len() as u16).to_le_bytes();
        let content: &[u8] = match *name {
            "mimetype" => b"application/vnd.oasis.opendocument.text",
            _ => b"",
        };
        let size = (content.len() as u32).to_le_bytes();
        files.extend([&b"PK\x03\x04"[..], &[0; 14], &size, &size, &length, &[0; 2]].concat());
        files.extend(name.as_bytes());
        files.extend(content);
        list.extend(
            [&b"PK\x01\x02"[..], &[0; 16], &size, &size, &length, &[0; 12], &at.to_le_bytes()].concat(),
        );
        list.extend(name.as_bytes());
    }
    let (count, at) = ((names.len() as u16).to_le_bytes(), (files.len() as u32).to_le_bytes());
    let size = (list.len() as u32).to_le_bytes();
    [files, list, [&b"PK\x05\x06"[..], &[0; 4], &count, &count, &size, &at, &[0; 2]].concat()].concat()
}

#[test]
fn documents_are_told_by_what_they_hold() {
    let word = archive(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
    assert_eq!(kind_of("holiday.jpg", &word), Ok(Kind::Docx));
    assert_eq!(kind_of("x", &archive(&["xl/workbook.xml", "[Content_Types].xml"])), Ok(Kind::Xlsx));
    assert_eq!(kind_of("x", &archive(&["[Content_Types].xml", "ppt/presentation.xml"])), Ok(Kind::Pptx));
    assert_eq!(kind_of("x", &archive(&["mimetype", "content.xml"])), Ok(Kind::Odt));
    assert_eq!(kind_of("x.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Ok(Kind::Pdf));
    assert_eq!(kind_of("list.CSV", "név;cím\nÉva;Fő u. 1.\n".as_bytes()), Ok(Kind::Csv));
    assert_eq!(kind_of("x.exe", b"only words, in \xe1rv\xedzt\xfbr\xf5"), Ok(Kind::Txt));
    let macros = archive(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]);
    assert_eq!(kind_of("x.docx", &macros), Err(Refusal::Macros));
    // Names that lead out of the archive do nothing: it is never unpacked.
    assert_eq!(kind_of("x.docx", &archive(&["../../etc/passwd"])), Err(Refusal::Unknown));
}

#[test]
fn what_could_run_is_refused_whatever_it_is_called() {
    let refused: [&[u8]; 12] = [
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        b"<?xml version=\"1.0\"?><svg/>",
        b"\xef\xbb\xbf  <!DOCTYPE html><title>x</title>",
        b"<html><body>hello",
        b"words first, then <script>alert(1)</script>",
        b"<?php phpinfo();",
        b"#!/bin/sh\nrm -r /\n",
        b"MZ\x90\0\x03\0\0\0",
        b"\x7fELF\x02\x01\x01\0",
        b"PK\x03\x04 no archive at all",
        b"\x1f\x8b\x08\0\0\0\0\0\0\x03",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old document, which may hold macros",
    ];
    for content in refused {
        for name in ["photo.jpg", "words.txt", "list.csv", "x.svg", ""] {
            assert!(take(name, content).is_err(), "{name}: {}", String::from_utf8_lossy(content));
        }
    }
    assert_eq!(take("x.txt", b"").err(), Some(Refusal::Empty));
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    assert_eq!(take("x.jpg", heic).err(), Some(Refusal::OtherPicture));
}

/// A picture that is a script as well: its dots are all that goes on.
#[test]
fn a_polyglot_becomes_a_picture_and_nothing_else() {
    let script = b"*/=1;alert(1);/*<script>alert(2)</script>";
    for format in [Format::Gif, Format::Png, Format::Jpeg] {
        let mut both = picture(30, 20, format);
        both.extend(script);
        let made = picture_of(&both).large;
        assert!(!holds(&made.bytes, b"alert") && made.bytes.starts_with(b"RIFF"), "{format:?}");
    }
}

/// CVE-2023-51447 (quality.md, case 2): a file's name that is a script.
#[test]
fn a_name_means_nothing_to_a_browser_or_a_folder() {
    let odd = "../..\\<img src=x onerror=alert(1)>\"\r\nSet-Cookie: a=b.pdf";
    let own = own_name(odd);
    assert_eq!(own, "img src=x onerror=alert(1)Set-Cookie a=b.pdf");
    assert_eq!(slug(&own), "img-src-x-onerror-alert-1-set-cookie-a-b");
    let header = disposition(&own, "pdf");
    assert!(header.starts_with("attachment; filename=\"img-src-x-onerror-alert-1-set-cookie-a-b.pdf\""));
    assert!(
        header.is_ascii() && !header.contains(['<', '>', '\r', '\n']) && header.matches('"').count() == 2
    );
    assert_eq!(
        disposition("Jegyzőkönyv 2.PDF", "pdf"),
        "attachment; filename=\"jegyzokonyv-2.pdf\"; filename*=UTF-8''Jegyz%C5%91k%C3%B6nyv%202.pdf"
    );
    assert_eq!((own_name("\u{202e}gpj.exe"), slug("…")), ("gpj.exe".into(), "file".into()));
    assert_eq!(own_name(".htaccess"), "htaccess");
}

#[test]
fn a_place_is_a_folder_or_an_s3_store() {
    let data = std::path::Path::new("/data");
    let folder = |setting| match Place::parse(setting, data) {
        Ok(Place::Folder(folder)) => folder.display().to_string(),
        other => format!("{other:?}"),
    };
    assert_eq!(folder(None), "/data/files");
    assert_eq!(folder(Some("pictures")), "/data/pictures");
    assert_eq!(folder(Some("/elsewhere")), "/elsewhere");
    assert!(matches!(Place::parse(Some("s3://key:secret@host/bucket"), data), Ok(Place::S3(_))));
    assert!(Place::parse(Some("ftp://host"), data).is_err());
}

#[test]
fn what_is_kept_in_a_folder_is_found_listed_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Place::Folder(folder.path().join("files"))).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let hash = store.put(b"words".to_vec()).await.unwrap();
        assert_eq!(store.put(b"words".to_vec()).await.unwrap(), hash);
        assert_eq!(store.get(&hash).await.unwrap().unwrap(), b"words");
        let listed = store.list().await.unwrap();
        assert_eq!(
            listed.iter().map(|kept| (kept.hash.as_str(), kept.size)).collect::<Vec<_>>(),
            [(hash.as_str(), 5)]
        );
        store.delete(&hash).await.unwrap();
        store.delete(&hash).await.unwrap();
        assert!(store.get(&hash).await.unwrap().is_none() && store.list().await.unwrap().is_empty());
    });
}
