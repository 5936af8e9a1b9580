use proptest::prelude::*;

use super::*;

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

fn read(text: &str) -> Table {
    table(text).unwrap()
}

/// Rows that fit, so that the table knows what its columns look like.
const CLUBS: &str = "Name,Address,Phone,Email,About\n\
    Choir,\"1 High Street, Milton\",020 7946 0001,a@choir.org,Songs of all times for all voices\n\
    Chess,\"2 High Street, Milton\",020 7946 0002,b@chess.org,Boards and clocks are there\n\
    Scouts,\"3 Mill Road, Milton\",020 7946 0003,c@scouts.org,Tents and fires\n\
    Rovers,\"4 Mill Road, Milton\",020 7946 0004,d@rovers.org,Football on Sundays\n";

fn last(row: &str) -> Row {
    read(&format!("{CLUBS}{row}\n")).rows.pop().unwrap()
}

#[test]
fn each_delimiter_is_recognised() {
    for (delimiter, text) in [
        (',', "name,town\nChoir,Milton\nChess,\"Milton; Mill\"\n"),
        (';', "név;hely\nKórus;Kőszeg, Fő tér\nSakk;Kőszeg, Kút tér\n"),
        ('\t', "name\ttown\nChoir, mixed\tMilton\nChess\tMilton\n"),
        ('|', "name|town\nChoir|Milton\nChess|Milton\n"),
    ] {
        let table = read(text);
        assert_eq!(table.delimiter, delimiter);
        assert_eq!((table.headers.len(), table.rows.len()), (2, 2), "{text}");
    }
}

#[test]
fn a_first_line_may_name_the_delimiter() {
    let table = read("sep=;\nname;town\nChoir, Chess, Scouts;Milton\n");
    assert_eq!(table.delimiter, ';');
    assert_eq!(cells(&table), [["Choir, Chess, Scouts", "Milton"]]);
    assert_eq!(table.rows[0].line, 3);
}

#[test]
fn blanks_before_quotes_are_no_part_of_a_cell() {
    let table =
        read("\"name\", \"town\"\n\"Choir\",   \"Milton, Mill\" ,\"x\"\n\"Chess\", \"Milton\",\"y\"\n");
    assert_eq!(cells(&table), [["Choir", "Milton, Mill", "x"], ["Chess", "Milton", "y"]]);
}

#[test]
fn quoted_cells_may_span_lines_and_hold_quotes() {
    let table = read("name,about\nChoir,\"first\nsecond \"\"loud\"\" line\"\nChess,short\n");
    assert_eq!(cells(&table), [["Choir", "first\nsecond \"loud\" line"], ["Chess", "short"]]);
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
}

#[test]
fn an_unclosed_quote_does_not_swallow_the_rest_of_the_file() {
    let table = read("name,town\nChoir,\"Milton\nChess,\"Mill, upper\"\nScouts,Milton\n");
    assert_eq!(cells(&table), [["Choir", "\"Milton"], ["Chess", "Mill, upper"], ["Scouts", "Milton"]]);
    assert_eq!(table.rows[0].problems, [Problem::StrayQuote]);
    let at_end = read("name,town\nChess,Mill\nChoir,\"Milton\n");
    assert_eq!(cells(&at_end), [["Chess", "Mill"], ["Choir", "\"Milton"]]);
}

#[test]
fn quotes_within_a_cell_are_letters() {
    let table = read("name,town\nChoir \"Loud\" of Milton,Milton\n\"The \"Loud\" Choir\",Mill\n");
    assert_eq!(cells(&table), [["Choir \"Loud\" of Milton", "Milton"], ["The \"Loud\" Choir", "Mill"]]);
    assert!(table.rows.iter().all(|row| row.problems.is_empty()));
}

#[test]
fn commas_in_an_address_are_put_right_by_the_looks_of_the_cells() {
    let row = last("Dance,5 Mill Road, Milton,020 7946 0005,e@dance.org,Tango and waltz");
    assert_eq!(
        row.cells,
        ["Dance", "5 Mill Road, Milton", "020 7946 0005", "e@dance.org", "Tango and waltz"]
    );
    assert_eq!(row.problems, [Problem::TooManyCells { cells: 6, columns: 5, joined: vec![1], sure: true }]);
}

#[test]
fn commas_in_two_cells_are_put_right_together() {
    let row = last("Dance,5 Mill Road, Milton,020 7946 0005,e@dance.org,Tango, waltz, and more");
    assert_eq!(row.cells[1], "5 Mill Road, Milton");
    assert_eq!(row.cells[4], "Tango, waltz, and more");
    assert_eq!(
        row.problems,
        [Problem::TooManyCells { cells: 8, columns: 5, joined: vec![1, 4], sure: true }]
    );
}

#[test]
fn a_missing_cell_is_found_by_the_looks_of_the_others() {
    let row = last("Dance,\"5 Mill Road, Milton\",e@dance.org,Tango and waltz");
    assert_eq!(row.cells, ["Dance", "5 Mill Road, Milton", "", "e@dance.org", "Tango and waltz"]);
    assert_eq!(row.problems, [Problem::TooFewCells { cells: 4, columns: 5, sure: true }]);
}

#[test]
fn a_row_that_nothing_tells_about_is_kept_in_doubt() {
    assert_eq!(last("Dance").cells, ["Dance", "", "", "", ""]);
    assert_eq!(last("Dance").problems, [Problem::TooFewCells { cells: 1, columns: 5, sure: false }]);
    let odd = last("Dance,f@dance.org,f@dance.org,f@dance.org,f@dance.org,f@dance.org,x");
    assert!(matches!(odd.problems[..], [Problem::TooManyCells { cells: 7, columns: 5, sure: false, .. }]));
}

#[test]
fn empty_cells_at_the_end_of_a_line_are_no_fault() {
    let table = read("name;town;;\nChoir;Milton;;\nChess;Mill;;;;\n\n;;;\nScouts;Mill;;\n");
    assert_eq!(table.headers, ["name", "town"]);
    assert_eq!(cells(&table), [["Choir", "Milton"], ["Chess", "Mill"], ["Scouts", "Mill"]]);
    assert!(table.rows.iter().all(|row| row.problems.is_empty()));
    assert_eq!(table.skipped, 2);
}

#[test]
fn titles_above_the_headers_are_passed_over() {
    let table =
        read("Clubs of Milton 2026,,,\n,,,\nname,town,phone,email\nChoir,Milton,020 7946 0001,a@b.org\n");
    assert_eq!(table.headers, ["name", "town", "phone", "email"]);
    assert_eq!((table.rows.len(), table.skipped), (1, 2));
}

#[test]
fn a_list_without_headers_keeps_its_first_row() {
    let table = read("Choir,a@choir.org\nChess,b@chess.org\n");
    assert!(!table.has_headers);
    assert_eq!(table.rows.len(), 2);
    let names = read("Asian, Inc.\nChoir\nChess\nScouts\n");
    assert_eq!(cells(&names), [["Asian, Inc."], ["Choir"], ["Chess"], ["Scouts"]]);
    assert!(!names.has_headers);
    assert!(read("Name\nChoir\nChess\n").has_headers);
}

#[test]
fn what_is_too_much_is_refused_by_name() {
    assert_eq!(table("name,town\n"), Err(Unreadable::NoRows));
    let many = format!("name,town\n{}", "Choir,Milton\n".repeat(MOST_ROWS + 1));
    assert_eq!(table(&many), Err(Unreadable::TooManyRows { most: MOST_ROWS }));
    let wide = format!("{}\n{}\n", vec!["town"; 250].join(","), vec!["x"; 250].join(","));
    assert_eq!(table(&wide), Err(Unreadable::TooWide { columns: 250, most: MOST_COLUMNS }));
}

#[test]
fn stray_quotes_do_not_make_it_slow() {
    // Searching for a closing quote from each of these anew would take minutes.
    let one_line = format!("name,town\n{}\n", "\"a,".repeat(300_000));
    let lines = format!("name,town\n{}\n", "a\n\"".repeat(20_000));
    let start = std::time::Instant::now();
    let _ = (table(&one_line), table(&lines));
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[a-ző ,;\t|\"\n@.0-9()+/-]{0,400}") {
        if let Ok(table) = table(&text) {
            prop_assert!(table.rows.iter().all(|row| row.cells.len() == table.headers.len()));
        }
    }

    #[test]
    fn what_is_written_by_the_book_is_read_as_it_was(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zé\",; \n]{0,12}[a-z]", 3), 2..12)
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines: Vec<String> =
            rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
        let text = format!("name,town,about\n{}\n", lines.join("\n"));
        let read = read(&text);
        let trimmed: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
        let cells: Vec<Vec<String>> = read.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(cells, trimmed);
    }
}
