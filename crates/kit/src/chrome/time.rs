//! Times as people say them, with the exact one on the element.

use super::Chrome;
use crate::Markup;
use jiff::{Timestamp, civil};

pub(super) fn when(chrome: &Chrome, at: Timestamp) -> Markup {
    let local = chrome.local(at);
    let time = chrome.locale.formats().time(local);
    let day = day_in_words(chrome, local.date());
    let near = (local.date() - chrome.today()).get_days().abs() <= 6;
    let words = if near {
        chrome.t("kit-when-day-and-time").with("day", day).with("time", time).to_string()
    } else {
        day
    };
    element(chrome, at, &words)
}

pub(super) fn moment(chrome: &Chrome, at: Timestamp) -> Markup {
    let local = chrome.local(at);
    let formats = chrome.locale.formats();
    let day = formats.weekday_and_day(local.date());
    let words =
        chrome.t("kit-when-day-and-time").with("day", day).with("time", formats.time(local)).to_string();
    element(chrome, at, &words)
}

pub(super) fn day(chrome: &Chrome, day: civil::Date) -> Markup {
    let exact = chrome.locale.formats().day(day);
    Markup(format!(r#"<time datetime="{day}" title="{exact}">{}</time>"#, day_in_words(chrome, day)))
}

fn element(chrome: &Chrome, at: Timestamp, words: &str) -> Markup {
    let exact = chrome.locale.formats().exact(chrome.local(at));
    Markup(format!(r#"<time datetime="{at}" title="{exact}">{words}</time>"#))
}

fn day_in_words(chrome: &Chrome, day: civil::Date) -> String {
    let formats = chrome.locale.formats();
    let today = chrome.today();
    match (day - today).get_days() {
        0 => chrome.t("kit-when-today").to_string(),
        1 => chrome.t("kit-when-tomorrow").to_string(),
        -1 => chrome.t("kit-when-yesterday").to_string(),
        -6..=6 => formats.weekday(day),
        _ if day.year() == today.year() => formats.day_of_year(day),
        _ => formats.day(day),
    }
}
