//! A message on its way to a page: a key, its arguments, and a language.

use super::{Locale, bundle};
use fluent_bundle::{FluentArgs, FluentValue};
use std::fmt;

/// A value inside a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Text(String),
    /// Chooses the plural, and is written with the language's own digits and separators.
    Number(f64),
}

macro_rules! number_arg {
    ($($type:ty),*) => {
        $(impl From<$type> for Arg {
            fn from(n: $type) -> Arg {
                Arg::Number(n as f64)
            }
        }
        impl From<&$type> for Arg {
            fn from(n: &$type) -> Arg {
                Arg::Number(*n as f64)
            }
        }
        // A loop's variable in a template is a reference already, and the template adds another.
        impl From<&&$type> for Arg {
            fn from(n: &&$type) -> Arg {
                Arg::Number(**n as f64)
            }
        })*
    };
}

number_arg!(i64, usize, u64, i32, u32, f64);

macro_rules! text_arg {
    ($($type:ty),*) => {
        $(impl From<$type> for Arg {
            fn from(text: $type) -> Arg {
                Arg::Text(text.to_string())
            }
        })*
    };
}

text_arg!(&str, &&str, String, &String, &&String, Message<'_>, crate::Markup);

/// Written where it is displayed; without a text in any language it shows its key.
#[derive(Debug, Clone)]
pub struct Message<'k> {
    locale: Locale,
    key: &'k str,
    args: Vec<(&'static str, Arg)>,
}

impl<'k> Message<'k> {
    pub(crate) fn new(locale: Locale, key: &'k str) -> Message<'k> {
        Message { locale, key, args: Vec::new() }
    }

    /// Fills `{ $name }`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    #[must_use]
    pub fn with_all(mut self, args: &[(&'static str, Arg)]) -> Self {
        self.args.extend_from_slice(args);
        self
    }

    fn fluent_args(&self) -> Option<FluentArgs<'_>> {
        if self.args.is_empty() {
            return None;
        }
        let mut args = FluentArgs::with_capacity(self.args.len());
        for (name, arg) in &self.args {
            match arg {
                Arg::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
                Arg::Number(n) => args.set(*name, FluentValue::from(*n)),
            }
        }
        Some(args)
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let args = self.fluent_args();
        let text = bundle::text(self.locale.bundle(), self.key, args.as_ref())
            .or_else(|| bundle::text(Locale::english().bundle(), self.key, args.as_ref()));
        f.write_str(text.as_deref().unwrap_or(self.key))
    }
}
