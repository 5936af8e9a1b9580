use serde::{Deserialize, Serialize};

use super::MOST;

/// A phone number as it was written, and what the cell says of it: "TTY", "24/7 Crisis Line", "ext. 17".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    pub number: String,
    pub label: String,
}

/// More digits no number in the world has (ITU-T E.164).
const MOST_DIGITS: usize = 15;

/// All phone numbers in a text with what is said of each. Numbers stay as people there write them:
/// only stray blanks are taken out.
pub fn phones(text: &str) -> Vec<Phone> {
    let chars: Vec<char> = text.chars().collect();
    let spans = spans(&chars);
    if spans.is_empty() {
        return short_code(text).into_iter().collect();
    }
    let mut found: Vec<Phone> = Vec::with_capacity(spans.len());
    let mut said_until = 0;
    for Span { start, end, next } in spans {
        let between: String = chars[said_until..start].iter().collect();
        let (behind, ahead) = shared_out(&between, found.is_empty());
        if let Some(last) = found.last_mut() {
            add_label(last, behind);
        }
        let mut phone = Phone { number: tidy(&chars[start..end]), label: String::new() };
        add_label(&mut phone, ahead);
        found.push(phone);
        said_until = next;
    }
    let rest: String = chars[said_until..].iter().collect();
    if let Some(last) = found.last_mut() {
        add_label(last, &rest);
    }
    without_repeats(found)
}

/// "112", "3-1-1": a number that is too short to be found within text, alone in its cell.
fn short_code(text: &str) -> Option<Phone> {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_code = (3..=5).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || c == '-');
    is_code.then(|| Phone { number: text.to_owned(), label: String::new() })
}

/// Of the words between two numbers, those up to a colon speak of the next, the others of the one before.
fn shared_out(between: &str, first: bool) -> (&str, &str) {
    if !between.trim_end().ends_with([':', '(']) {
        return if first { ("", between) } else { (between, "") };
    }
    let head = between.trim_end().trim_end_matches([':', '(']);
    match head.rfind([',', ';', '\n']) {
        Some(cut) => (&between[..cut], &between[cut..]),
        None => ("", between),
    }
}

fn add_label(phone: &mut Phone, said: &str) {
    const NOTHING_SAID: [&str; 12] = [
        "or",
        "and",
        "number",
        "phone",
        "tel",
        "telephone",
        "telefon",
        "téléphone",
        "vagy",
        "és",
        "sau",
        "und",
    ];
    let said = said.trim_matches(|c: char| c.is_whitespace() || ",;:.-–/|".contains(c));
    let said = match said.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) if !inner.contains(['(', ')']) => inner.trim(),
        _ => said.trim_start_matches(')').trim_end_matches('(').trim(),
    };
    let said =
        [" or", " and", " vagy", " és"].iter().find_map(|word| said.strip_suffix(word)).unwrap_or(said);
    if said.is_empty() || NOTHING_SAID.contains(&said.to_lowercase().as_str()) {
        return;
    }
    if !phone.label.is_empty() {
        phone.label.push_str(", ");
    }
    phone.label.extend(said.chars().take(160));
}

fn without_repeats(phones: Vec<Phone>) -> Vec<Phone> {
    let digits = |phone: &Phone| phone.number.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let mut kept: Vec<Phone> = Vec::with_capacity(phones.len());
    for phone in phones {
        match kept.iter_mut().find(|known| digits(known) == digits(&phone)) {
            Some(known) if known.label.is_empty() => known.label = phone.label,
            Some(_) => {}
            None => kept.push(phone),
        }
    }
    kept
}

fn tidy(number: &[char]) -> String {
    let text: String = number.iter().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("- ", "-").replace(" -", "-")
}

/// Where a number stands, and where the words behind it begin.
struct Span {
    start: usize,
    end: usize,
    next: usize,
}

fn spans(chars: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < chars.len() && spans.len() < MOST {
        let begins = match chars[at] {
            '+' | '(' => chars.get(at + 1).is_some_and(|c| c.is_ascii_digit() || *c == '+'),
            c => c.is_ascii_digit(),
        };
        let inside_word = at > 0 && (chars[at - 1].is_alphanumeric() || "@_".contains(chars[at - 1]));
        if !begins || inside_word {
            at += 1;
            continue;
        }
        let run = Run::from(chars, at);
        if run.is_number(chars) {
            let next = run.next(chars);
            spans.push(Span { start: at, end: run.end, next });
            at = next;
        } else {
            at = run.end.max(at + 1);
        }
    }
    spans
}

/// A run of digits and what may stand between the digits of one number.
struct Run {
    start: usize,
    /// Behind the last digit, vanity letter or closing bracket.
    end: usize,
    digits: usize,
    vanity: bool,
}

impl Run {
    fn from(chars: &[char], start: usize) -> Run {
        let mut run = Run { start, end: start, digits: 0, vanity: false };
        let mut at = start;
        while at < chars.len() && at - run.end <= 3 && run.digits <= MOST_DIGITS {
            match chars[at] {
                c if c.is_ascii_digit() => {
                    run.digits += 1;
                    run.end = at + 1;
                }
                _ if run.ends_before(&chars[at..]) => break,
                ')' => run.end = at + 1,
                'A'..='Z' if run.digits >= 4 => match vanity_letters(chars, at) {
                    Some(letters) => {
                        run.digits += letters;
                        run.vanity = true;
                        at += letters - 1;
                        run.end = at + 1;
                    }
                    None => break,
                },
                '+' | '(' | '/' | ' ' | '\u{a0}' | '-' | '–' | '.' => {}
                _ => break,
            }
            at += 1;
        }
        run
    }

    /// Whether what follows begins another number, or none.
    fn ends_before(&self, rest: &[char]) -> bool {
        let opens = rest.get(1).is_some_and(|c| c.is_ascii_digit() || *c == '+');
        match rest[0] {
            '+' => self.digits > 0,
            '(' => self.digits >= 7 || !opens,
            '/' | ' ' | '\u{a0}' => self.digits >= 6 && begins_another(&rest[1..], self.digits, rest[0]),
            _ => false,
        }
    }

    fn is_number(&self, chars: &[char]) -> bool {
        let written = &chars[self.start..self.end];
        let least = if written.contains(&'(') { 7 } else { 6 };
        let cut_off = self.digits < 7 && chars.get(self.end) == Some(&'-');
        (least..=MOST_DIGITS).contains(&self.digits) && !cut_off && !is_date_or_years(written)
    }

    /// "1-888-4-GOODWILL (1-888-446-6394)": the bracket only spells the letters.
    fn next(&self, chars: &[char]) -> usize {
        let rest: String = chars[self.end..].iter().take(24).collect();
        match rest.find(')') {
            Some(close) if self.vanity && rest.trim_start().starts_with('(') => {
                self.end + rest[..close].chars().count() + 1
            }
            _ => self.end,
        }
    }
}

/// A stroke or a blank parts two numbers when a whole number follows: "264 123456 / 0745 123456".
fn begins_another(rest: &[char], so_far: usize, mark: char) -> bool {
    let ahead = rest
        .iter()
        .take(40)
        .take_while(|c| c.is_ascii_digit() || " -.()/+".contains(**c))
        .collect::<Vec<_>>();
    let digits = ahead.iter().filter(|c| c.is_ascii_digit()).count();
    let first = ahead.iter().find(|c| c.is_ascii_digit() || ***c == '+');
    if mark == '/' {
        digits >= 6
    } else {
        so_far >= 9 && digits >= 9 && first.is_some_and(|c| **c == '0' || **c == '+')
    }
}

/// "333-HELP": three capital letters or more that stand close to the digits.
fn vanity_letters(chars: &[char], at: usize) -> Option<usize> {
    let close = at > 0 && (chars[at - 1] == '-' || chars[at - 1].is_ascii_digit());
    let letters = chars[at..].iter().take_while(|c| c.is_ascii_uppercase()).count();
    let ends = !chars.get(at + letters).is_some_and(|c| c.is_alphabetic());
    (close && ends && letters >= 3).then_some(letters)
}

fn is_date_or_years(written: &[char]) -> bool {
    let text: String = written.iter().collect();
    let groups: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let is_year = |group: &str| {
        group.len() == 4 && (group.starts_with("18") || group.starts_with("19") || group.starts_with("20"))
    };
    match groups[..] {
        [from, to] => is_year(from) && is_year(to),
        [a, b, c] => {
            (is_year(a) && b.len() <= 2 && c.len() <= 2) || (a.len() <= 2 && b.len() <= 2 && is_year(c))
        }
        _ => false,
    }
}
