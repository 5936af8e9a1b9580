//! Which column of a list holds what, by the words of its header.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Title,
    Body,
    Link,
    OnDay,
    UntilDay,
}

/// Folded words, English, Hungarian and German; the earlier line wins where two fit
/// ("napirendi pont címe" is a title, not a day).
const HEADERS: &[(Column, &[&str])] = &[
    (
        Column::UntilDay,
        &["until", "end", "ends", "hatarido", "vege", "befejezes", "zarul", "bis", "ende", "frist"],
    ),
    (
        Column::Link,
        &[
            "link",
            "url",
            "web",
            "website",
            "document",
            "file",
            "hivatkozas",
            "webcim",
            "dokumentum",
            "fajl",
            "dokument",
            "datei",
            "webseite",
        ],
    ),
    (
        Column::Title,
        &[
            "title",
            "subject",
            "item",
            "matter",
            "topic",
            "agenda",
            "name",
            "cim",
            "cime",
            "targy",
            "targya",
            "tema",
            "napirend",
            "napirendi",
            "eloterjesztes",
            "megnevezes",
            "titel",
            "betreff",
            "thema",
            "gegenstand",
            "tagesordnungspunkt",
            "tagesordnung",
            "bezeichnung",
        ],
    ),
    (
        Column::Body,
        &[
            "body",
            "text",
            "description",
            "summary",
            "details",
            "content",
            "note",
            "notes",
            "leiras",
            "szoveg",
            "osszefoglalo",
            "reszletek",
            "tartalom",
            "megjegyzes",
            "indoklas",
            "beschreibung",
            "inhalt",
            "zusammenfassung",
            "anmerkung",
            "begrundung",
        ],
    ),
    (
        Column::OnDay,
        &[
            "day", "date", "when", "meeting", "session", "on", "start", "starts", "nap", "napja", "datum",
            "datuma", "idopont", "mikor", "ules", "kezdete", "kezdes", "tag", "termin", "wann", "sitzung",
            "beginn",
        ],
    ),
];

/// The column of each header; the first one of a kind is taken, `None` for what is not known.
pub(super) fn columns(headers: &[String]) -> Vec<Option<Column>> {
    let mut taken: Vec<Column> = Vec::new();
    let mut choose = |header: &String| {
        let column = column_named(header).filter(|column| !taken.contains(column))?;
        taken.push(column);
        Some(column)
    };
    headers.iter().map(&mut choose).collect()
}

fn column_named(header: &str) -> Option<Column> {
    let words = db::fold::words(header);
    let named = |names: &[&str]| words.iter().any(|word| names.contains(&word.as_str()));
    HEADERS.iter().find(|(_, names)| named(names)).map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_three_languages() {
        let known = |header: &str| column_named(header);
        for header in ["Title", "Agenda item", "Napirendi pont címe", "TÁRGY", "Előterjesztés tárgya"] {
            assert_eq!(known(header), Some(Column::Title), "{header}");
        }
        for header in ["Date of meeting", "Az ülés napja", "Dátum", "Mikor?"] {
            assert_eq!(known(header), Some(Column::OnDay), "{header}");
        }
        assert_eq!(known("Leírás"), Some(Column::Body));
        assert_eq!(known("Link to the document"), Some(Column::Link));
        assert_eq!(known("Határidő"), Some(Column::UntilDay));
        assert_eq!(known("Tagesordnungspunkt"), Some(Column::Title));
        assert_eq!(known("Datum der Sitzung"), Some(Column::OnDay));
        assert_eq!(known("Beschreibung"), Some(Column::Body));
        assert_eq!(known("Előadó"), None);
    }

    #[test]
    fn of_two_columns_for_one_thing_the_first_is_taken() {
        let headers = ["Cím", "Tárgy", "Nap"].map(String::from);
        assert_eq!(columns(&headers), [Some(Column::Title), None, Some(Column::OnDay)]);
    }
}
