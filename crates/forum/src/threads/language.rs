//! In which language somebody writes: what they chose, else their own, where the community speaks it.

use kit::{Form, Locale, Problem};
use people::Visitor;

/// The languages to choose among; none where there is one.
pub fn options(visitor: &Visitor) -> Vec<(&'static str, &'static str)> {
    let languages = visitor.community.as_ref().map_or(&[][..], |c| &c.languages);
    if languages.len() < 2 {
        Vec::new()
    } else {
        languages.iter().map(|l| (l.code(), l.own_name())).collect()
    }
}

/// What is chosen before anything is.
pub fn usual(visitor: &Visitor) -> Locale {
    let Some(community) = &visitor.community else { return visitor.locale };
    if community.languages.contains(&visitor.locale) { visitor.locale } else { community.main_language() }
}

/// The code of the language that a form's field `locale` names.
pub fn chosen(form: &mut Form, visitor: &Visitor) -> &'static str {
    let named = form.value("locale").to_owned();
    if named.is_empty() {
        return usual(visitor).code();
    }
    let found = options(visitor).into_iter().find(|(code, _)| *code == named);
    if found.is_none() {
        form.add("locale", Problem::new("kit-form-choose"));
    }
    found.map_or("", |(code, _)| code)
}
