//! What a look is narrowed down to, as it stands in its address, so that each part can be taken out of it.

use kit::Form;

/// The fields of the form, in their order.
pub const FIELDS: [&str; 10] =
    ["q", "kind", "voice", "side", "sector", "locale", "place", "tag", "from", "to"];

/// What stands in these fields; empty ones are left out.
#[derive(Debug, Clone)]
pub struct Address(Vec<(&'static str, String)>);

impl Address {
    pub fn of(form: &Form) -> Address {
        let filled = FIELDS.into_iter().map(|field| (field, form.value(field).to_owned()));
        Address(filled.filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The address with another value in a field; with none where that is empty.
    pub fn with(&self, field: &str, value: &str) -> String {
        let others =
            self.0.iter().filter(|(name, _)| *name != field).map(|(name, value)| (*name, value.as_str()));
        let changed = (!value.is_empty()).then_some((field, value));
        let all = others.chain(changed).map(|(name, value)| format!("{name}={}", kit::page::encoded(value)));
        format!("/search?{}", all.collect::<Vec<_>>().join("&"))
    }

    pub fn without(&self, field: &str) -> String {
        self.with(field, "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_can_be_taken_out_or_changed() {
        let form = Form::with(&[("q", "két út"), ("voice", "School"), ("other", "x"), ("side", "")]);
        let address = Address::of(&form);
        assert_eq!(address.without("voice"), "/search?q=k%C3%A9t+%C3%BAt");
        assert_eq!(address.with("kind", "post"), "/search?q=k%C3%A9t+%C3%BAt&voice=School&kind=post");
    }
}
