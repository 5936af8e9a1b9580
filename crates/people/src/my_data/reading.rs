//! The archive as people read it: one page in their language, without script, with all that is in the files.

use super::queries::Export;
use db::Record;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kit::activity::{self, Told};
use kit::{App, Chrome, Community, Locale, Section};
use serde_json::Value;

/// A page that lies in somebody's folder has no other place for its look.
const LOOK: &str = "body{font:1.05rem/1.55 Georgia,serif;max-width:46rem;margin:0 auto;padding:1.5rem;color:#22201c;\
background:#fbf9f4}h1,h2{line-height:1.2}h2{margin-top:3rem;border-bottom:2px solid #b9ae97;padding-bottom:.3rem}\
article{border-bottom:1px solid #ddd5c4;padding:.8rem 0}dl{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;\
gap:.15rem 1rem;margin:0}dt{color:#5e574a}dd{margin:0;overflow-wrap:anywhere}.text{white-space:pre-wrap;\
margin:.4rem 0 0}a{color:#5b3a12}@media(prefers-color-scheme:dark){body{color:#ece7dc;background:#1d1b18}\
dt{color:#b5ab98}a{color:#e0b57a}article{border-color:#3a362f}}";

/// Fields that are long texts.
const TEXTS: [&str; 1] = ["text"];

pub struct Reading {
    chrome: Chrome,
    base_url: String,
    name: String,
    contents: String,
}

impl Reading {
    pub fn of(app: &App, export: &Export, name: &str) -> Reading {
        let community = app.community();
        let community = community.as_deref();
        let chrome = Chrome {
            locale: Locale::find(&export.locale).unwrap_or_else(Locale::english),
            town: community.map_or_else(|| "Kaláka".into(), |c| c.name.clone()),
            founding: community.is_none_or(Community::is_founding),
            path: String::new(),
            section: Section::None,
            viewer: None,
            flash: None,
            now: app.now(),
            zone: community.map_or(TimeZone::UTC, |c| c.time_zone.clone()),
            development: false,
        };
        Reading {
            chrome,
            base_url: app.settings.base_url.clone(),
            name: name.into(),
            contents: String::new(),
        }
    }

    /// The row with its times as people and programs read them: numbers in columns of times become text.
    pub fn timed(row: &Record) -> Record {
        let fields = row.0.iter().map(|(name, value)| {
            let value = match (is_time(name), value.as_i64(), value.as_str()) {
                (true, Some(at), _) => {
                    Timestamp::from_millisecond(at).map_or(Value::Null, |at| Value::from(at.to_string()))
                }
                (_, _, Some(json)) if name == "fields" => {
                    serde_json::from_str(json).unwrap_or_else(|_| value.clone())
                }
                _ => value.clone(),
            };
            (name.clone(), value)
        });
        Record(fields.collect())
    }

    /// What a kind of things is called.
    fn kind(&self, kind: &str) -> String {
        // messages: my-data-kind-*
        self.chrome.t(&format!("my-data-kind-{}", kind.replace('_', "-"))).to_string()
    }

    pub fn heading(&self, kind: &str) -> String {
        format!("<section id=\"{kind}\"><h2>{}</h2>\n", escaped(&self.kind(kind)))
    }

    /// Notes for the table of contents how many there are.
    pub fn counted(&mut self, kind: &str, count: i64) {
        let (name, number) = (escaped(&self.kind(kind)), self.chrome.number(count));
        self.contents += &match count {
            0 => format!("<li>{name}: 0</li>\n"),
            _ => format!(
                "<li><a href=\"#{kind}\">{name}</a>: {number}, <a href=\"{kind}.json\">{kind}.json</a></li>\n"
            ),
        };
    }

    pub fn head(&self) -> String {
        let t = |key: &'static str| {
            let said = self.chrome.t(key).with("town", &self.chrome.town).with("name", &self.name);
            escaped(&said.to_string())
        };
        let made = self.chrome.moment(&self.chrome.now);
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
             <style>{LOOK}</style></head>\n<body>\n<header><h1>{title}</h1>\n<p>{}</p><p>{}</p></header>\n<main>\n\
             <nav><h2>{}</h2><ul>\n{}</ul></nav>\n",
            self.chrome.lang(),
            t("my-data-archive-lead"),
            escaped(&self.chrome.t("my-data-archive-made").to_string()).replace("@", &made.0),
            t("my-data-archive-contents"),
            self.contents,
            title = t("my-data-archive-title"),
        )
    }

    pub fn foot(&self) -> &'static str {
        "</main>\n</body>\n</html>\n"
    }

    /// One thing: what happened as a sentence, all else as its fields.
    pub fn entry(&self, kind: &str, row: &Record) -> String {
        let told = match kind {
            "activity" => Some(self.happening(row)),
            "notifications" => Some(escaped(&self.notice(row))),
            _ => None,
        };
        let mut said = String::new();
        let mut texts = String::new();
        for (name, value) in &row.0 {
            if told.is_some() && !is_time(name) {
                continue;
            }
            let Some(shown) = self.shown(name, value) else { continue };
            match TEXTS.contains(&name.as_str()) {
                true => texts += &format!("<p class=\"text\">{shown}</p>"),
                false => said += &format!("<dt>{}</dt><dd>{shown}</dd>", escaped(&self.label(name))),
            }
        }
        let told = told.map_or_else(String::new, |told| format!("<p>{told}</p>"));
        format!("<article>{told}<dl>{said}</dl>{texts}</article>\n")
    }

    fn label(&self, name: &str) -> String {
        // messages: my-data-field-*
        self.chrome.t(&format!("my-data-field-{}", name.replace('_', "-"))).to_string()
    }

    /// A value as it is shown; what is empty is not.
    fn shown(&self, name: &str, value: &Value) -> Option<String> {
        Some(match value {
            Value::Null => return None,
            Value::Number(number) => self.chrome.number(number.as_f64()?),
            Value::Object(fields) => {
                let texts = fields.values().filter_map(Value::as_str).filter(|text| !text.is_empty());
                escaped(&texts.collect::<Vec<_>>().join("\n"))
            }
            Value::String(text) if text.is_empty() => return None,
            Value::String(text) => match text.parse::<Timestamp>() {
                Ok(at) if is_time(name) => self.chrome.moment(&at).0,
                _ if name == "path" => {
                    format!("<a href=\"{0}{1}\">{1}</a>", escaped(&self.base_url), escaped(text))
                }
                _ => escaped(&self.word(name, text)),
            },
            other => escaped(&other.to_string()),
        })
    }

    /// One of the platform's own words, in the reader's language; anything else stays as it is.
    fn word(&self, name: &str, text: &str) -> String {
        if name == "language" {
            return Locale::find(text).map_or_else(|| text.to_owned(), |locale| locale.own_name().to_owned());
        }
        if name == "act" {
            // messages: my-data-act-*
            return self.chrome.t(&format!("my-data-act-{text}")).to_string();
        }
        let is_word = name.ends_with("_for")
            || ["role", "choice", "state", "relation", "reaction", "purpose", "posts"].contains(&name);
        // messages: my-data-word-*
        let key = format!("my-data-word-{}", text.replace('_', "-"));
        let said = self.chrome.t(&key).to_string();
        if is_word && said != key { said } else { text.to_owned() }
    }

    fn happening(&self, row: &Record) -> String {
        let (kind, title, voice) = (text_of(row, "kind"), text_of(row, "title"), text_of(row, "group_name"));
        let voice = (!voice.is_empty()).then_some(voice);
        let told = Told { kind, who: Some(&self.name), voice, subject: ("", 0), title };
        activity::sentence(&self.chrome, &told).0
    }

    fn notice(&self, row: &Record) -> String {
        let key = format!("notices-{}", text_of(row, "kind").replace(['.', '_'], "-"));
        let count = row.0.iter().find(|(name, _)| name == "count").and_then(|(_, n)| n.as_i64()).unwrap_or(1);
        let said =
            self.chrome.t(&key).with("who", text_of(row, "by_name")).with("title", text_of(row, "title"));
        let said = said.with("others", count - 1).to_string();
        if said == key { text_of(row, "title").to_owned() } else { said }
    }
}

fn text_of<'r>(row: &'r Record, name: &str) -> &'r str {
    row.0.iter().find(|(n, _)| n == name).and_then(|(_, value)| value.as_str()).unwrap_or_default()
}

fn is_time(name: &str) -> bool {
    name.ends_with("_at") || ["at", "since"].contains(&name)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
