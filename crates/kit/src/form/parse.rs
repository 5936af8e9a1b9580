//! Fields into values: lines, texts, addresses, days, numbers. What can't be one is an error beside
//! the field, and an empty value here.

use super::{Form, Problem};
use jiff::civil;
use std::ops::RangeInclusive;

impl Form {
    /// One line without line breaks or invisible characters, its length in characters within `len`.
    pub fn line(&mut self, field: &'static str, len: RangeInclusive<usize>) -> String {
        let line = clean(self.value(field)).split_whitespace().collect::<Vec<_>>().join(" ");
        self.within(field, line, &len)
    }

    /// A text of several lines, with `\n` as line ends and no blanks around it.
    pub fn text(&mut self, field: &'static str, len: RangeInclusive<usize>) -> String {
        let text = clean(&self.value(field).replace("\r\n", "\n").replace('\r', "\n")).trim().to_owned();
        self.within(field, text, &len)
    }

    fn within(&mut self, field: &'static str, text: String, len: &RangeInclusive<usize>) -> String {
        let count = text.chars().count();
        let problem = if count == 0 && *len.start() > 0 {
            Problem::new("kit-form-missing")
        } else if count < *len.start() {
            Problem::new("kit-form-too-short").with("min", *len.start())
        } else if count > *len.end() {
            Problem::new("kit-form-too-long").with("max", *len.end()).with("count", count)
        } else {
            return text;
        };
        self.add(field, problem);
        String::new()
    }

    /// An e-mail address, in lower case.
    pub fn email(&mut self, field: &'static str) -> String {
        let address = clean(self.value(field)).trim().to_lowercase();
        if !is_email(&address) {
            self.add(field, Problem::new("kit-form-not-an-email"));
            return String::new();
        }
        address
    }

    /// A web address; `https://` is put before one that has none. Empty where nothing was typed.
    pub fn web_address(&mut self, field: &'static str) -> String {
        let typed = clean(self.value(field)).trim().to_owned();
        if typed.is_empty() {
            return typed;
        }
        let Some(address) = web_address(&typed) else {
            self.add(field, Problem::new("kit-form-not-a-web-address"));
            return String::new();
        };
        address
    }

    /// A day as `<input type="date">` sends it.
    pub fn day(&mut self, field: &'static str) -> Option<civil::Date> {
        let day = self.value(field).trim().parse().ok();
        if day.is_none() {
            self.add(field, Problem::new("kit-form-not-a-day"));
        }
        day
    }

    pub fn optional_day(&mut self, field: &'static str) -> Option<civil::Date> {
        if self.value(field).trim().is_empty() { None } else { self.day(field) }
    }

    /// A day and a time as `<input type="datetime-local">` sends them.
    pub fn day_and_time(&mut self, field: &'static str) -> Option<civil::DateTime> {
        let at = self.value(field).trim().parse().ok();
        if at.is_none() {
            self.add(field, Problem::new("kit-form-not-a-time"));
        }
        at
    }

    /// A number with a comma or a point, or none.
    pub fn optional_number(&mut self, field: &'static str) -> Option<f64> {
        let typed: String = self.value(field).chars().filter(|c| !c.is_whitespace()).collect();
        if typed.is_empty() {
            return None;
        }
        let number = typed.replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite() && n.abs() < 1e15);
        if number.is_none() {
            self.add(field, Problem::new("kit-form-not-a-number"));
        }
        number
    }

    /// A whole number within a range.
    pub fn whole(&mut self, field: &'static str, range: RangeInclusive<i64>) -> Option<i64> {
        let number = self.value(field).trim().parse().ok().filter(|n| range.contains(n));
        if number.is_none() {
            let problem = Problem::new("kit-form-not-in-range");
            self.add(field, problem.with("min", *range.start()).with("max", *range.end()));
        }
        number
    }
}

/// Without control and direction characters, which only serve to deceive; line breaks and tabs stay.
pub fn clean(text: &str) -> String {
    let deceives = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
    };
    text.chars().filter(|c| !deceives(*c)).collect()
}

/// A deliberately simple look: one `@`, something before it, a dot after it, no blanks. Whether the
/// address works is shown by the letter that reaches it.
pub fn is_email(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else { return false };
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c);
    !local.is_empty()
        && address.len() <= 254
        && !domain.contains('@')
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !domain.contains("..")
        && !address.contains(odd)
}

/// An `http(s)` address with a host, or `None`.
pub fn web_address(typed: &str) -> Option<String> {
    let typed = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = url::Url::parse(&typed).ok()?;
    let fine = matches!(url.scheme(), "http" | "https")
        && url.host_str().is_some_and(|h| h.contains('.'))
        && url.username().is_empty()
        && url.password().is_none();
    fine.then(|| url.to_string())
}
