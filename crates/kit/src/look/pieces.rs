//! What the components need and a template can't say well.

use crate::{Form, Markup};
use std::borrow::Borrow;
use std::fmt::Display;

/// For forms whose faults speak for themselves.
pub const NO_NAMES: [(&str, &str); 0] = [];

/// A fault with its field's name before it, for the summary on top.
pub fn named(names: impl Names, field: &str, text: &str) -> String {
    names.of(field).map_or_else(|| text.to_owned(), |name| format!("{name}: {text}"))
}

/// Fields and their labels, however a template holds them.
pub trait Names {
    fn of(&self, field: &str) -> Option<String>;
}

impl<N: Display> Names for [(&str, N)] {
    fn of(&self, field: &str) -> Option<String> {
        self.iter().find(|(f, _)| *f == field).map(|(_, name)| name.to_string())
    }
}

impl<N: Display, const K: usize> Names for [(&str, N); K] {
    fn of(&self, field: &str) -> Option<String> {
        self.as_slice().of(field)
    }
}

impl<N: Display> Names for Vec<(&str, N)> {
    fn of(&self, field: &str) -> Option<String> {
        self.as_slice().of(field)
    }
}

impl<T: Names + ?Sized> Names for &T {
    fn of(&self, field: &str) -> Option<String> {
        (**self).of(field)
    }
}

/// The type of an input for a `date`, `time` or `datetime-local`: a field for text where it holds what was typed and is
/// none.
pub fn date_type<'k>(kind: &'k str, value: &str) -> &'k str {
    let is_one = match kind {
        "date" => value.parse::<jiff::civil::Date>().is_ok(),
        "time" => value.parse::<jiff::civil::Time>().is_ok(),
        _ => value.parse::<jiff::civil::DateTime>().is_ok(),
    };
    if is_one || value.is_empty() { kind } else { "text" }
}

/// The attributes that tie an input to its label, hint and fault.
pub fn marks(form: &Form, name: &str, hint: impl Display) -> Markup {
    Markup(format!(r#" id="{name}" name="{name}"{}"#, described(form, name, hint)))
}

/// The same for a group of choices, whose inputs carry the name.
pub fn group_marks(form: &Form, name: &str, hint: impl Display) -> Markup {
    Markup(format!(r#" id="{name}"{}"#, described(form, name, hint)))
}

fn described(form: &Form, name: &str, hint: impl Display) -> String {
    let hint = !hint.to_string().is_empty();
    match (hint, form.has_error(name)) {
        (false, false) => String::new(),
        (true, false) => format!(r#" aria-describedby="{name}-hint""#),
        (false, true) => format!(r#" aria-invalid="true" aria-describedby="{name}-error""#),
        (true, true) => format!(r#" aria-invalid="true" aria-describedby="{name}-error {name}-hint""#),
    }
}

/// The first letters of the first and the last word: "Marta Kiss" is `MK`.
pub fn initials(name: &str) -> String {
    let first_letter = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let letters: Vec<char> = name.split_whitespace().filter_map(first_letter).collect();
    let ends = match letters.as_slice() {
        [] => return "·".into(),
        [one] => vec![*one],
        [first, .., last] => vec![*first, *last],
    };
    ends.into_iter().flat_map(char::to_uppercase).collect()
}

/// One place in a row of page numbers.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    pub page: i64,
    pub is_current: bool,
    /// Pages left out here.
    pub is_gap: bool,
}

/// The page numbers to show: both ends, and the neighbours of the current one. One page needs none.
pub fn page_steps(page: impl Borrow<i64>, pages: impl Borrow<i64>) -> Vec<Step> {
    let (page, pages) = (*page.borrow(), *pages.borrow());
    let shown = |n: &i64| *n == 1 || *n == pages || (n - page).abs() <= 1;
    let mut steps = Vec::new();
    let mut before = 0;
    for n in (1..=pages).filter(shown).filter(|_| pages > 1) {
        if n > before + 1 {
            steps.push(Step { page: 0, is_current: false, is_gap: true });
        }
        steps.push(Step { page: n, is_current: n == page, is_gap: false });
        before = n;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_last_name() {
        assert_eq!(initials("Bíró Ilona"), "BI");
        assert_eq!(initials("Neighbours of Malom street"), "NS");
        assert_eq!(initials("„Őszirózsa” Klub"), "ŐK");
        assert_eq!(initials(""), "·");
    }

    #[test]
    fn what_is_no_date_is_shown_as_text() {
        for value in ["", "2026-11-27"] {
            assert_eq!(date_type("date", value), "date", "{value}");
        }
        assert_eq!(date_type("datetime-local", "2026-11-27T18:00"), "datetime-local");
        assert_eq!((date_type("date", "soon"), date_type("time", "25:00")), ("text", "text"));
    }

    #[test]
    fn a_long_pager_leaves_gaps() {
        let said = |page: i64, pages: i64| {
            let steps = page_steps(page, pages);
            steps
                .iter()
                .map(|s| if s.is_gap { "…".into() } else { s.page.to_string() })
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(said(5, 9), "1 … 4 5 6 … 9");
        assert_eq!(said(1, 2), "1 2");
        assert_eq!(said(1, 1), "");
    }

    #[test]
    fn a_fault_stands_alone_in_the_summary() {
        assert_eq!(named([("title", "Title")], "title", "Write something."), "Title: Write something.");
        assert_eq!(named(NO_NAMES, "title", "Write something."), "Write something.");
    }
}
