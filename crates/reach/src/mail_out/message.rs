//! A letter as a message: plain text, from the community, marked as written by a machine, so that no machine
//! answers it.

use super::Posted;
use crate::work::Failure;
use db::jobs::Job;
use kit::{App, token};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::{Address, Message};
use std::time::{Duration, SystemTime};

pub fn write(app: &App, posted: &Posted, job: &Job) -> Result<Message, Failure> {
    let from: Address = address(&app.settings.mail_from, "the address that letters come from is none")?;
    let to: Address = address(&posted.letter.to, "the address that it goes to is none")?;
    let town = app.community().map(|place| place.name.clone());
    let written = Duration::from_millis(u64::try_from(posted.at).unwrap_or_default());
    let builder = Message::builder()
        .message_id(Some(number(job, from.domain())))
        .date(SystemTime::UNIX_EPOCH + written)
        .from(Mailbox::new(town, from))
        .to(Mailbox::new(None, to))
        .subject(&posted.letter.subject)
        .header(ContentType::TEXT_PLAIN);
    let builder = raw(builder, "Auto-Submitted", "auto-generated");
    let builder = raw(builder, "X-Auto-Response-Suppress", "All");
    let builder = match &posted.letter.unsubscribe {
        Some(url) => {
            let one_click = raw(builder, "List-Unsubscribe", &format!("<{url}>"));
            raw(one_click, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        }
        None => builder,
    };
    builder.body(posted.letter.text.clone()).map_err(|e| Failure::Never(e.to_string()))
}

/// The error says nothing of the address itself.
fn address(text: &str, what: &str) -> Result<Address, Failure> {
    text.parse().map_err(|_| Failure::Never(what.into()))
}

/// The same whenever the same job is done again, so that a letter that went out twice is known as one.
fn number(job: &Job, domain: &str) -> String {
    let hash: String = token::hash(&job.payload).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("<{}.{hash}@{domain}>", job.id)
}

fn raw(builder: MessageBuilder, name: &'static str, value: &str) -> MessageBuilder {
    builder.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), value.into()))
}
