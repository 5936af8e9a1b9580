//! Organisations in JSON: a list of them, a page of a list as the standard's interface gives it, or one.
//! Read straight into what we need of them, so that a file of empty brackets stays as small as it is.

use super::super::decode::Unreadable;
use super::super::table::MOST_ROWS;
use super::organisation::{Address, MOST_OF_A_KIND, Organisation};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Whether a text looks like JSON; a list of organisations never begins so.
pub fn is_json(text: &str) -> bool {
    let begin = text.trim_start();
    begin.starts_with(['[', '{']) && text.trim_end().ends_with([']', '}'])
}

pub fn read(text: &str) -> Result<Vec<Organisation>, Unreadable> {
    let all = told(text).ok_or(Unreadable::NotHsds)?;
    if all.iter().all(|organisation| organisation.name.0.is_empty()) {
        return Err(Unreadable::NotHsds);
    }
    Ok(all.into_iter().map(Organisation::from).collect())
}

fn told(text: &str) -> Option<Vec<Told>> {
    if text.trim_start().starts_with('[') {
        return serde_json::from_str::<Firsts<Told, MORE_THAN_ROWS>>(text).ok().map(|all| all.0);
    }
    let page: Page = serde_json::from_str(text).ok()?;
    match page.contents.0.is_empty() {
        false => Some(page.contents.0),
        true => serde_json::from_str::<Told>(text).ok().map(|one| vec![one]),
    }
}

/// One more than may be, so that too many are told from just enough.
const MORE_THAN_ROWS: usize = MOST_ROWS + 1;

#[derive(Deserialize)]
struct Page {
    #[serde(default, alias = "organizations")]
    contents: Firsts<Told, MORE_THAN_ROWS>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Told {
    name: Text,
    description: Text,
    email: Text,
    website: Text,
    additional_websites: Few<Url>,
    contacts: Few<Contact>,
    phones: Few<Phone>,
    locations: Few<Location>,
    services: Few<Service>,
    attributes: Few<Attribute>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Url {
    url: Text,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Contact {
    name: Text,
    title: Text,
    email: Text,
    phones: Few<Phone>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Phone {
    number: Text,
    extension: Text,
    #[serde(rename = "type")]
    kind: Text,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Location {
    addresses: Few<Place>,
    phones: Few<Phone>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Place {
    address_1: Text,
    address_2: Text,
    city: Text,
    postal_code: Text,
    state_province: Text,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Service {
    name: Text,
    attributes: Few<Attribute>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Attribute {
    taxonomy_term: Term,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Term {
    name: Text,
    taxonomy: Text,
}

impl From<Told> for Organisation {
    fn from(told: Told) -> Organisation {
        let mut organisation =
            Organisation { name: told.name.0, description: told.description.0, ..Organisation::default() };
        organisation.add_email(&told.email.0);
        organisation.add_website(&told.website.0);
        told.additional_websites.0.iter().for_each(|site| organisation.add_website(&site.url.0));
        let of_contacts = told.contacts.0.iter().flat_map(|contact| &contact.phones.0);
        let of_locations = told.locations.0.iter().flat_map(|location| &location.phones.0);
        for phone in told.phones.0.iter().chain(of_contacts).chain(of_locations) {
            organisation.add_phone(&phone.number.0, &phone.extension.0, &phone.kind.0);
        }
        for contact in &told.contacts.0 {
            organisation.add_contact(&contact.name.0, &contact.title.0);
            organisation.add_email(&contact.email.0);
        }
        for place in told.locations.0.iter().flat_map(|location| &location.addresses.0) {
            organisation.add_address(&Address {
                lines: [&place.address_1.0, &place.address_2.0],
                city: &place.city.0,
                postcode: &place.postal_code.0,
                state: &place.state_province.0,
            });
        }
        told.services.0.iter().for_each(|service| organisation.add_service(&service.name.0));
        let of_services = told.services.0.iter().flat_map(|service| &service.attributes.0);
        for Attribute { taxonomy_term: term } in told.attributes.0.iter().chain(of_services) {
            organisation.add_term(&term.taxonomy.0, &term.name.0);
        }
        organisation
    }
}

/// A text, or what stands for one: numbers as they are typed, nothing for what has parts.
#[derive(Default)]
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Text, D::Error> {
        from.deserialize_any(Texts)
    }
}

struct Texts;

impl<'de> Visitor<'de> for Texts {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Text, E> {
        Ok(Text(text.trim().to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Text, E> {
        Ok(Text::default())
    }

    fn visit_unit<E>(self) -> Result<Text, E> {
        Ok(Text::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Text, A::Error> {
        while all.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Text::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Text, A::Error> {
        while all.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Text::default())
    }
}

type Few<T> = Firsts<T, MOST_OF_A_KIND>;

/// The first so many of a list; nothing where there is none.
struct Firsts<T, const MOST: usize>(Vec<T>);

impl<T, const MOST: usize> Default for Firsts<T, MOST> {
    fn default() -> Self {
        Firsts(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for Firsts<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(FirstOf::<T, MOST>(PhantomData))
    }
}

struct FirstOf<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for FirstOf<T, MOST> {
    type Value = Firsts<T, MOST>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Firsts::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Self::Value, A::Error> {
        let mut kept = Vec::new();
        while kept.len() < MOST {
            match all.next_element()? {
                Some(one) => kept.push(one),
                None => return Ok(Firsts(kept)),
            }
        }
        while all.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Firsts(kept))
    }
}
