//! What the founding says of the community and a steward may put right: parsed from the same fields.

use super::zones;
use jiff::tz::TimeZone;
use kit::{Chrome, Community, Form, Locale, Problem};

/// What stands about the community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub name: String,
    pub place: String,
    /// Codes, the main one first.
    pub languages: Vec<&'static str>,
    pub time_zone: String,
}

impl Facts {
    pub fn parse(form: &mut Form) -> Facts {
        Facts {
            name: form.line("name", 2..=60),
            place: form.line("place", 2..=80),
            languages: languages(form),
            time_zone: time_zone(form),
        }
    }

    pub fn of(community: &Community) -> Facts {
        Facts {
            name: community.name.clone(),
            place: community.place.clone(),
            languages: community.languages.iter().map(|locale| locale.code()).collect(),
            time_zone: community.time_zone.iana_name().unwrap_or("UTC").to_owned(),
        }
    }

    /// As the database keeps them.
    pub fn language_codes(&self) -> String {
        self.languages.join(" ")
    }

    /// The form with these in it.
    pub fn filled(&self) -> Form {
        let main = self.languages.first().copied().unwrap_or_default();
        let fields = [
            ("name", self.name.as_str()),
            ("place", &self.place),
            ("main_language", main),
            ("time_zone", &self.time_zone),
        ];
        let mut form = Form::with(&fields);
        self.languages.iter().for_each(|code| form.add_value("languages", *code));
        form
    }

    /// The fields' names, for the summary of faults.
    pub fn field_names(chrome: &Chrome) -> [(&'static str, String); 4] {
        let fields = [
            ("name", "community-name"),
            ("place", "community-place"),
            ("main_language", "community-main-language"),
            ("time_zone", "community-time-zone"),
        ];
        fields.map(|(field, key)| (field, chrome.t(key).to_string()))
    }

    /// Before anybody has said anything: all languages, and the zone where a speaker most likely is.
    pub fn likely(locale: Locale) -> Facts {
        let mut languages: Vec<&'static str> = Locale::all().map(Locale::code).collect();
        languages.sort_by_key(|code| *code != locale.code());
        let time_zone = zones::likely(locale).to_owned();
        Facts { name: String::new(), place: String::new(), languages, time_zone }
    }
}

fn languages(form: &mut Form) -> Vec<&'static str> {
    let mut chosen: Vec<&'static str> =
        form.values("languages").filter_map(Locale::find).map(Locale::code).collect();
    // The main language comes first, ticked or not.
    match Locale::find(form.value("main_language")) {
        Some(main) => {
            chosen.retain(|code| *code != main.code());
            chosen.insert(0, main.code());
        }
        None => form.add("main_language", Problem::new("kit-form-choose")),
    }
    chosen
}

fn time_zone(form: &mut Form) -> String {
    let name = form.value("time_zone").to_owned();
    if TimeZone::get(&name).is_err() {
        form.add("time_zone", Problem::new("kit-form-choose"));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fills_the_form_is_what_is_read_from_it() {
        let facts = Facts {
            name: "Kővölgy".into(),
            place: "Kővölgy and its villages".into(),
            languages: vec!["hu", "en"],
            time_zone: "Europe/Budapest".into(),
        };
        let mut form = facts.filled();
        assert_eq!(Facts::parse(&mut form), facts);
        assert!(form.is_valid());
    }

    #[test]
    fn a_language_or_a_zone_that_does_not_exist_is_asked_for_again() {
        let fields = [("name", "X."), ("place", "Y."), ("main_language", "xx"), ("time_zone", "Mars/Base")];
        let mut form = Form::with(&fields);
        Facts::parse(&mut form);
        assert!(form.has_error("main_language") && form.has_error("time_zone") && !form.has_error("name"));
    }
}
