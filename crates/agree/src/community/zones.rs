//! The time zones that a town may choose from, by part of the world.

use kit::Locale;

/// Towns are on these; the rest of the list is for machines.
const PARTS: [&str; 9] =
    ["Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

/// A part of the world: its name, and its zones as they are called and as people read them.
pub type Part = (&'static str, Vec<(String, String)>);

/// All zones, sorted by name.
pub fn all() -> Vec<Part> {
    let mut names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    names.sort();
    PARTS
        .into_iter()
        .map(|part| (part, names.iter().filter_map(|name| in_part(part, name)).collect()))
        .collect()
}

fn in_part(part: &str, name: &str) -> Option<(String, String)> {
    let place = name.strip_prefix(part)?.strip_prefix('/')?;
    Some((name.to_owned(), place.replace('_', " ").replace('/', ", ")))
}

/// Where a speaker of a language most likely is; they can say otherwise.
pub fn likely(locale: Locale) -> &'static str {
    match locale.code() {
        "hu" => "Europe/Budapest",
        "ro" => "Europe/Bucharest",
        "it" => "Europe/Rome",
        "ca" => "Europe/Madrid",
        "pt" => "Europe/Lisbon",
        _ => "Europe/London",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_reads_as_a_place() {
        assert_eq!(
            in_part("Europe", "Europe/Isle_of_Man"),
            Some(("Europe/Isle_of_Man".into(), "Isle of Man".into()))
        );
        assert_eq!(in_part("Europe", "Asia/Tokyo"), None);
        assert_eq!(
            in_part("America", "America/Argentina/Salta").map(|(_, says)| says),
            Some("Argentina, Salta".into())
        );
    }

    #[test]
    fn the_zones_of_europe_are_there() {
        let europe = all().into_iter().find(|(part, _)| *part == "Europe").map(|(_, zones)| zones);
        assert!(europe.unwrap().iter().any(|(name, _)| name == "Europe/Budapest"));
    }
}
