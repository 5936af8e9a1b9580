//! Letters as files, read as a mail program reads them.

use crate::desk::{Desk, letter, until};
use jiff::SignedDuration;
use kit::outbox::Letter;
use mail_parser::{HeaderValue, MessageParser};
use std::os::unix::fs::PermissionsExt;

fn raw_header(bytes: &[u8], name: &'static str) -> String {
    let message = MessageParser::default().parse(bytes).unwrap();
    match message.header(name) {
        Some(HeaderValue::Text(text)) => text.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_letter_can_be_read_by_a_mail_program() {
    let desk = Desk::with_folder();
    let text = "Szia Márta!\n\nhttp://localhost/sign-in/abcdefghijklmnopqrstuvwxyz0123456789_-ABCDEFGH\n\nEgy hosszú sor, amely messze túlmegy azon a hetvennyolc betűn, amelynél a régi levelezők sort törtek.";
    let subject = "Meghívó: Kővölgy, közös platform";
    desk.send(Letter {
        to: "marta@example.org".into(),
        subject: subject.into(),
        text: text.into(),
        unsubscribe: Some("http://localhost/off/1".into()),
    });
    until("the letter", || desk.jobs() == 0);
    let letters = desk.letters();
    let (name, bytes) = &letters[0];
    assert!(name.starts_with("20261123T090000.000-") && name.ends_with(".eml"), "{name}");
    let message = MessageParser::default().parse(bytes).unwrap();
    assert_eq!(message.subject(), Some(subject));
    assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), text);
    assert_eq!(message.to().unwrap().first().unwrap().address(), Some("marta@example.org"));
    let from = message.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Kővölgy"), Some("platform@kovolgy.example")));
    assert_eq!(message.date().unwrap().to_rfc3339(), "2026-11-23T09:00:00Z");
    assert!(message.message_id().unwrap().ends_with("@kovolgy.example"));
    assert!(message.reply_to().is_none());
    assert_eq!(raw_header(bytes, "Auto-Submitted"), "auto-generated");
    assert!(String::from_utf8_lossy(bytes).contains("List-Unsubscribe: <http://localhost/off/1>\r\n"));
    assert!(String::from_utf8_lossy(bytes).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    // No line of a message is longer than 998 bytes.
    assert!(bytes.split(|b| *b == b'\n').all(|line| line.len() <= 998));
}

#[test]
fn letters_lie_in_order_and_for_their_owner_alone() {
    let desk = Desk::with_folder();
    for n in 0..12 {
        desk.send(letter(&format!("n{n}@example.org")));
        desk.town.wait(SignedDuration::from_millis(1));
    }
    until("twelve letters", || desk.jobs() == 0);
    let letters = desk.letters();
    assert_eq!(letters.len(), 12);
    for (n, (name, bytes)) in letters.iter().enumerate() {
        assert!(
            String::from_utf8_lossy(bytes).contains(&format!("<n{n}@example.org>"))
                || String::from_utf8_lossy(bytes).contains(&format!("n{n}@example.org")),
            "{name}"
        );
    }
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&desk.folder), mode(&desk.folder.join(&letters[0].0))), (0o700, 0o600));
}

#[test]
fn nothing_that_somebody_typed_becomes_a_header() {
    let desk = Desk::with_folder();
    let subject = "Hello\r\nBcc: victim@example.org";
    desk.send(Letter { subject: subject.into(), ..letter("marta@example.org") });
    until("the letter", || desk.jobs() == 0);
    let (_, bytes) = desk.letters().remove(0);
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert!(message.bcc().is_none());
}

#[test]
fn a_letter_to_no_address_is_given_up_and_kept() {
    let desk = Desk::with_folder();
    desk.send(letter("no address"));
    until("given up", || desk.jobs() == 0);
    let (attempts, _, error) = desk.job();
    assert_eq!((attempts, desk.letters().len()), (1, 0));
    assert!(!error.unwrap().contains("no address"));
}

#[test]
fn a_letter_that_was_only_pretended_goes_nowhere() {
    let desk = Desk::with_folder();
    desk.town.stranger().post("/sign-in", &[("email", "nobody@example.org")]);
    until("done", || desk.jobs() == 0);
    assert!(desk.letters().is_empty());
    desk.town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    until("done", || desk.letters().len() == 1);
}

#[test]
fn a_letter_whose_time_is_over_is_not_sent() {
    let desk = Desk::idle();
    desk.town.stranger().post("/sign-in", &[("email", "marta@example.org")]);
    desk.town.wait(SignedDuration::from_mins(11));
    let folder = std::env::temp_dir().join(format!("kalaka_reach_over_{}", kit::token::number()));
    let mailer = reach::Mailer::new(None, &folder).unwrap();
    let desk = desk.working(reach::Handlers::new(mailer));
    until("done", || desk.jobs() == 0);
    assert!(!folder.exists());
}
