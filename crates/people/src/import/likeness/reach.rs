//! The ways in which a group is reached, in a form in which two lists have them alike.

use super::super::contacts::host;
use super::super::text::plain;
use super::Card;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Word,
    Phone,
    Website,
    Domain,
    Address,
}

/// The ways to reach a group: what they are compared by, and what of it is shown.
pub fn reach(card: &Card) -> Vec<(Kind, String, String)> {
    let mut keys: Vec<(Kind, String, String)> = Vec::new();
    for phone in &card.phones {
        keys.extend(phone_key(phone).map(|key| (Kind::Phone, key, phone.clone())));
    }
    for site in &card.websites {
        let rest = site.split_once("//").map_or(site.as_str(), |(_, rest)| rest).trim_start_matches("www.");
        keys.push((Kind::Website, rest.trim_end_matches('/').to_lowercase(), site.clone()));
    }
    let sites = card.websites.iter().map(|site| host(site));
    let mails = card.emails.iter().filter_map(|email| email.rsplit_once('@')).map(|(_, domain)| domain);
    for domain in sites.chain(mails).map(str::to_lowercase).filter(|domain| !is_everybodys(domain)) {
        keys.push((Kind::Domain, domain.clone(), domain));
    }
    keys.extend(address_key(&card.address).map(|key| (Kind::Address, key, card.address.clone())));
    keys
}

/// The last nine digits, so that country codes and trunk prefixes don't matter; letters as on a keypad.
fn phone_key(phone: &str) -> Option<String> {
    const KEYPAD: &[u8; 26] = b"22233344455566677778889999";
    let digits: Vec<char> = phone
        .chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            'A'..='Z' => Some(char::from(KEYPAD[c as usize - 'A' as usize])),
            _ => None,
        })
        .collect();
    (digits.len() >= 6).then(|| digits[digits.len().saturating_sub(9)..].iter().collect())
}

/// The words of an address in any order, without its postcode: lists differ in both.
fn address_key(address: &str) -> Option<String> {
    let plain = plain(address);
    let mut words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_numbered = |words: &[&str]| words.iter().any(|word| word.chars().any(|c| c.is_ascii_digit()));
    let is_code =
        |word: &str, digits: usize| word.len() >= digits && word.chars().all(|c| c.is_ascii_digit());
    let code = words.iter().rposition(|word| is_code(word, 5));
    // "9730 Kőszeg, Fő tér 1." but "1525 Grant Avenue": four digits in front are a postcode only where a
    // house number follows.
    let code = code.or_else(|| (is_code(words.first()?, 4) && is_numbered(&words[1..])).then_some(0));
    code.map(|at| words.remove(at));
    let is_street = words.len() >= 3 && is_numbered(&words);
    words.sort_unstable();
    is_street.then(|| words.join(" "))
}

/// Mail and web hosts that tell nothing about who uses them.
fn is_everybodys(domain: &str) -> bool {
    let names = domain.split('.').collect::<Vec<_>>();
    names.iter().any(|name| EVERYBODYS.contains(name))
        || ["web.de", "mail.com", "free.fr", "me.com"].contains(&domain)
}

#[rustfmt::skip]
const EVERYBODYS: [&str; 44] = [
    "gmail", "googlemail", "yahoo", "ymail", "hotmail", "outlook", "live", "msn", "aol", "icloud", "gmx",
    "proton", "protonmail", "zoho", "yandex", "freemail", "citromail", "vipmail", "indamail", "t-online",
    "upcmail", "chello", "invitel", "digikabel", "orange", "wanadoo", "laposte", "libero", "tiscali",
    "sapo", "sbcglobal", "pacbell", "earthlink", "comcast", "verizon", "facebook", "instagram",
    "wordpress", "blogspot", "google", "youtube", "linktr", "weebly", "wixsite",
];
