use super::MOST;

/// All e-mail addresses in a text, each once, in the order written.
pub fn emails(text: &str) -> Vec<String> {
    let plain = with_at_signs(text);
    let chars: Vec<char> = plain.chars().collect();
    let mut found: Vec<String> = Vec::new();
    for at in chars.iter().enumerate().filter(|(_, c)| **c == '@').map(|(at, _)| at) {
        let Some(address) = address_around(&chars, at) else { continue };
        if found.len() < MOST && !found.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
            found.push(address);
        }
    }
    found
}

/// "info (at) iskola.hu", "info[kukac]iskola.hu", "info @ iskola.hu": ways to hide an address from machines.
fn with_at_signs(text: &str) -> String {
    let mut plain = text.replace(" @ ", "@");
    if !plain.contains('@') {
        for hidden in ["(at)", "[at]", "(kukac)", "[kukac]", " kukac ", "(AT)", "[AT]"] {
            plain = plain.replace(&format!(" {hidden} "), "@").replace(hidden, "@");
        }
    }
    plain
}

fn address_around(chars: &[char], at: usize) -> Option<String> {
    let is_local = |c: &char| c.is_alphanumeric() || "._%+-'".contains(*c);
    let is_domain = |c: &char| c.is_alphanumeric() || ".-".contains(*c);
    let before = chars[..at].iter().rev().take(64).take_while(|c| is_local(c)).count();
    let after = chars[at + 1..].iter().take(253).take_while(|c| is_domain(c)).count();
    let local: String = chars[at - before..at].iter().collect();
    let domain: String = chars[at + 1..at + 1 + after].iter().collect();
    let (local, domain) = (local.trim_matches(['.', '\'', '-']), domain.trim_matches(['.', '-']));
    let labels: Vec<&str> = domain.split('.').collect();
    let last = labels.last()?;
    let is_address = !local.is_empty()
        && labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty())
        && last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic);
    is_address.then(|| format!("{local}@{}", domain.to_lowercase()))
}
