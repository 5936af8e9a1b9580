//! Small repairs of text that passed through spreadsheets and web pages on its way.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One line of clean text: blanks collapsed, invisible characters gone, lone quotation marks dropped.
pub fn tidy(text: &str) -> String {
    let plain = without_ghosts(text);
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    without_lone_quotes(&line)
}

/// Clean text that keeps its paragraphs.
pub fn tidy_lines(text: &str) -> String {
    let lines: Vec<String> = without_ghosts(text)
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    without_lone_quotes(lines.join("\n").trim())
}

/// Lower case without accents, so that "Egyesület" meets "EGYESULET" and "Straße" "Strasse".
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase().replace('`', "'");
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' => folded.push('d'),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ı' => folded.push('i'),
            '’' | '‘' | 'ʼ' | '´' | '`' => folded.push('\''),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// A soft hyphen between blanks was a dash before some program wrote it so; within a word it is nothing.
/// Control characters and marks of no width go, blanks of any width become blanks.
fn without_ghosts(text: &str) -> String {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte) || byte == b'\n') {
        return text.to_owned();
    }
    let text = text.replace(" \u{ad} ", " – ");
    text.chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'))
        .map(|c| if c.is_whitespace() && c != '\n' { ' ' } else { c })
        .filter(|c| !c.is_control() || *c == '\n')
        .collect()
}

/// Programs that write quotes wrongly lose the first of a pair: `at risk" teenagers`. What has no partner goes.
fn without_lone_quotes(text: &str) -> String {
    if !text.contains('"') {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut open: Option<usize> = None;
    let mut lone: Vec<usize> = Vec::new();
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| **c == '"') {
        let word_before = at > 0 && !chars[at - 1].is_whitespace() && !"([{–-".contains(chars[at - 1]);
        match open {
            Some(_) if word_before => open = None,
            Some(first) => {
                lone.push(first);
                open = Some(at);
            }
            None if word_before => lone.push(at),
            None => open = Some(at),
        }
    }
    lone.extend(open);
    lone.sort_unstable();
    let is_lone = |at: usize| lone.binary_search(&at).is_ok();
    chars.iter().enumerate().filter(|(at, _)| !is_lone(*at)).map(|(_, c)| *c).collect()
}

#[cfg(test)]
mod tests;
