//! Messages, gathered from the rooms of all linked crates: `…/messages/hu.ftl`.

use super::formats;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu::decimal::{DecimalFormatter, input::Decimal};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(crate) type Bundle = FluentBundle<FluentResource>;

/// The message files of one crate: `(path, text)` of each.
pub struct Catalogue(pub fn() -> Vec<(String, String)>);

/// The catalogues of all linked crates. A crate adds its own with [`crate::messages!`].
#[linkme::distributed_slice]
pub static CATALOGUES: [Catalogue];

/// Adds this crate's message files (`src/**/messages/*.ftl`) to the catalogue. In a debug build they
/// are read from the folder at start, so a change of words needs no build.
#[macro_export]
macro_rules! messages {
    () => {
        #[derive($crate::rust_embed::Embed)]
        #[crate_path = "kit::rust_embed"]
        #[folder = "src"]
        #[include = "**/messages/*.ftl"]
        struct MessageFiles;

        #[expect(unsafe_code, reason = "linkme places the catalogue in a link section")]
        const _: () = {
            #[$crate::linkme::distributed_slice($crate::i18n::CATALOGUES)]
            #[linkme(crate = $crate::linkme)]
            static CATALOGUE: $crate::i18n::Catalogue =
                $crate::i18n::Catalogue($crate::i18n::files_of::<MessageFiles>);
        };
    };
}

/// Reads the files that a crate embeds.
pub fn files_of<E: rust_embed::Embed>() -> Vec<(String, String)> {
    let text = |path: &str| E::get(path).map(|f| String::from_utf8_lossy(&f.data).into_owned());
    E::iter().filter_map(|path| text(&path).map(|t| (path.to_string(), t))).collect()
}

/// The messages of one language, from all rooms that have them.
pub(crate) struct Messages {
    pub bundle: Bundle,
    /// Of how many rooms.
    pub rooms: usize,
}

/// The messages of each language.
pub(crate) fn all() -> BTreeMap<String, Messages> {
    let mut languages = BTreeMap::new();
    for (path, text) in CATALOGUES.iter().flat_map(|c| (c.0)()) {
        let Some(code) = language_of(&path) else { continue };
        let Ok(id) = code.parse::<unic_langid::LanguageIdentifier>() else { continue };
        let messages = languages.entry(code).or_insert_with(|| Messages { bundle: empty(id), rooms: 0 });
        messages.rooms += 1;
        // A malformed message costs itself alone; `tidy` fails on it.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
            tracing::error!(path, ?errors, "malformed messages");
            resource
        });
        if let Err(errors) = messages.bundle.add_resource(resource) {
            tracing::error!(path, ?errors, "messages that stand twice");
        }
    }
    languages
}

fn empty(id: unic_langid::LanguageIdentifier) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Pages set the direction on elements; invisible marks inside text only disturb searching.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    bundle
}

/// A large or broken number in the language's own way: `12 400`, `3,5`. The others are the same in all.
fn grouped(value: &FluentValue<'_>, languages: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if number.value.fract() == 0.0 && number.value.abs() < 1000.0 {
        return None;
    }
    let decimal = Decimal::try_from_str(&number.value.to_string()).ok()?;
    languages.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&decimal).to_string()).ok()
}

struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: unic_langid::LanguageIdentifier, (): ()) -> Result<Numbers, ()> {
        formats::decimal(&language.to_string()).map(Numbers).ok_or(())
    }
}

fn language_of(path: &str) -> Option<String> {
    let file = path.rsplit('/').next()?;
    file.strip_suffix(".ftl").map(String::from)
}

/// The text of one message, or `None` where this language lacks it.
pub(crate) fn text<'b>(bundle: &'b Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'b, str>> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::warn!(key, ?errors, "a message lacks an argument");
    }
    Some(Cow::Owned(text))
}
