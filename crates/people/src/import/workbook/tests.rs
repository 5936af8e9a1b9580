//! Workbooks as programs write them, and as nobody should.

use super::super::decode::Unreadable;
use super::super::outlook::List;
use super::super::table::{MOST_COLUMNS, MOST_ROWS};
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use rust_xlsxwriter::Workbook as Written;
use std::io::{Cursor, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of these parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn xlsx() -> Vec<u8> {
    let mut workbook = Written::new();
    workbook.add_worksheet().set_name("Notes").unwrap();
    let list = workbook.add_worksheet().set_name("Choirs & bands").unwrap();
    for (row, cells) in [
        ["Name", "E-mail", "Phone"],
        ["Kőszegi Vonósok", "vonosok@example.org", "06 94 360 000"],
        ["Fő tér <Jazz>", "jazz@example.org", ""],
    ]
    .iter()
    .enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            list.write(row as u32 + 2, column as u16 + 1, *cell).unwrap();
        }
    }
    list.write(4, 3, 36_301_234_567_f64).unwrap();
    let other = workbook.add_worksheet().set_name("Schools").unwrap();
    other.write(0, 0, "Name").unwrap();
    other.write(1, 0, "Bersek József School").unwrap();
    other.write(2, 0, "Balog School").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// A sheet of an ODS with these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"Empty\"><table:table-row><table:table-cell/></table:table-row></table:table>\
         <table:table table:name=\"List\"><table:table-column/>{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

/// The parts of a small XLSX with this sheet and these shared texts.
fn small_xlsx(sheet: &str, texts: &str) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            &format!(
                "<Relationships><Relationship Id=\"a\" Type=\"{kind}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
            ),
        ),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"List\" r:id=\"r1\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
                 <Relationship Id=\"r2\" Type=\"{kind}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet>{sheet}</worksheet>")),
        ("xl/sharedStrings.xml", texts),
    ])
}

fn cells(list: &List) -> Vec<Vec<&str>> {
    list.table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

#[test]
fn an_xlsx_is_read_by_its_first_sheet_with_something_in_it_or_by_another() {
    let bytes = xlsx();
    let list = List::read(&bytes, None).unwrap();
    assert_eq!(
        (&list.sheets[..], list.sheet_name()),
        (&["Choirs & bands".into(), "Schools".into()][..], "Choirs & bands")
    );
    assert_eq!(list.table.headers, ["Name", "E-mail", "Phone"]);
    assert_eq!(
        cells(&list),
        [
            ["Kőszegi Vonósok", "vonosok@example.org", "06 94 360 000"],
            ["Fő tér <Jazz>", "jazz@example.org", "36301234567"]
        ]
    );
    assert_eq!(list.table.rows[0].line, 4, "as the sheet numbers them");
    assert!(list.table.rows.iter().all(|row| row.problems.is_empty()));
    let other = List::read(&bytes, Some("Schools")).unwrap();
    assert_eq!((other.sheet_name(), other.table.rows.len()), ("Schools", 2));
    assert_eq!(List::read(&bytes, Some("gone")).unwrap().sheet_name(), "Choirs & bands");
}

#[test]
fn an_ods_is_read_as_one_sees_it() {
    let rows = format!(
        "{}{}{}<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        row(&["Name", "Phone", "Purpose"]),
        "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation>\
         <text:p>Bolyai <text:span>J&#225;nos</text:span><text:s text:c=\"4000000000\"/>kör</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"float\" office:value=\"3.630123E10\"><text:p>36 301 230 000</text:p></table:table-cell>\
         <table:table-cell><text:p>Maths</text:p><text:p>&amp; tea</text:p></table:table-cell></table:table-row>",
        row(&["Kő", "", "Stone"]),
    );
    let list = List::read(&ods(&rows), None).unwrap();
    assert_eq!((list.sheet_name(), list.sheets.len()), ("List", 1));
    let wide = format!("Bolyai János{}kör", " ".repeat(100));
    assert_eq!(cells(&list), [[wide.as_str(), "36301230000", "Maths\n& tea"], ["Kő", "", "Stone"]]);
}

#[test]
fn what_other_programs_wrote_is_read() {
    let list = List::read(include_bytes!("../../../tests/fixtures/openpyxl.xlsx"), None).unwrap();
    assert_eq!((list.sheet_name(), list.table.skipped), ("Szervezetek", 1));
    assert_eq!(list.table.headers, ["Név", "Telefon", "E-mail", "Cím"]);
    assert_eq!(
        cells(&list),
        [
            ["Kőszegi Vonósok", "36301234567", "v@example.org", "9730 Kőszeg, Fő tér 1."],
            ["Polgári Kör", "06 94 360 111", "", ""]
        ]
    );
    let list = List::read(include_bytes!("../../../tests/fixtures/odfpy.ods"), None).unwrap();
    assert_eq!(list.table.headers, ["Name", "Phone", "Email"]);
    assert_eq!(cells(&list)[1], ["Hill Band", "06 94 360 222", ""]);
}

#[test]
fn what_a_file_claims_of_itself_is_not_believed() {
    let sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
                 <row r=\"1048576\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"XFD2\"/></row></sheetData>";
    let texts = "<sst uniqueCount=\"999999999999999999\"><si><t>Name</t></si><si><r><t>O</t></r><r><t>ne</t></r></si></sst>";
    assert_eq!(cells(&List::read(&small_xlsx(sheet, texts), None).unwrap()), [["One"]]);

    let far = "<sheetData><row><c r=\"ZZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>";
    assert!(matches!(
        List::read(&small_xlsx(far, ""), None),
        Err(Unreadable::TooWide { most: MOST_COLUMNS, .. })
    ));
    let many = format!(
        "{}<table:table-row table:number-rows-repeated=\"4000000000\">{}</table:table-row>",
        row(&["Name"]),
        "<table:table-cell><text:p>x</text:p></table:table-cell>"
    );
    assert!(matches!(List::read(&ods(&many), None), Err(Unreadable::TooManyRows { most: MOST_ROWS })));
    let million = "<table:table-row><table:table-cell table:number-columns-repeated=\"1000000\"><text:p>x</text:p></table:table-cell></table:table-row>";
    assert!(matches!(List::read(&ods(million), None), Err(Unreadable::TooWide { columns: 1_000_000, .. })));
}

#[test]
fn a_text_that_every_cell_points_to_is_not_kept_a_million_times() {
    let texts = format!("<sst><si><t>{}</t></si></sst>", "long ".repeat(20_000));
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(40_000);
    let began = Instant::now();
    let read = List::read(&small_xlsx(&format!("<sheetData>{rows}</sheetData>"), &texts), None);
    assert!(matches!(read, Err(Unreadable::TooLarge { .. })), "{:?}", read.map(|list| list.table.rows.len()));
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = "0".repeat(1024 * 1024);
    for part in ["content.xml", "xl/sharedStrings.xml"] {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut begin = |name: &str, text: &str, times: usize| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            (0..times).for_each(|_| zip.write_all(text.as_bytes()).unwrap());
        };
        begin(
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            usize::from(part == "content.xml"),
        );
        if part.starts_with("xl/") {
            begin("[Content_Types].xml", "<Types/>", 1);
            begin("_rels/.rels", "<Relationship Type=\"/officeDocument\" Target=\"xl/workbook.xml\"/>", 1);
            begin(
                "xl/_rels/workbook.xml.rels",
                "<Relationship Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/>",
                1,
            );
        }
        begin(part, &zeros, 70);
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 1024 * 1024);
        let read = List::read(&bytes, None);
        assert!(matches!(read, Err(Unreadable::TooLarge { .. })), "{part}: {read:?}");
    }
}

#[test]
fn what_is_no_workbook_says_so() {
    let why = |bytes: &[u8]| List::read(bytes, None).unwrap_err();
    assert_eq!(why(b"PK\x03\x04rest"), Unreadable::Broken);
    assert_eq!(why(&archive(&[("notes.txt", "hello")])), Unreadable::Archive);
    assert_eq!(why(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Unreadable::Workbook);
    assert_eq!(why(&small_xlsx("<sheetData/>", "")), Unreadable::Empty);
    assert_eq!(why(&ods(&row(&["Name", "Email"]))), Unreadable::NoRows);
    let half = xlsx();
    assert_eq!(why(&half[..half.len() / 2]), Unreadable::Broken);
}

/// Longer than this nobody waits for a small broken file.
const PATIENCE: Duration = Duration::from_secs(20);

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// The files that are broken: true ones, and their parts unpacked so that what is within is broken too.
fn good() -> Vec<Vec<u8>> {
    let json = "{\"contents\":[{\"name\":\"One\",\"phones\":[{\"number\":\"06 94\"}],\"locations\":[{\"addresses\":[{\"city\":\"Kő\"}]}]}]}";
    let packed = archive(&[
        ("organizations.csv", "id,name,email\n1,One,a@example.org\n2,Two,\n"),
        ("phones.csv", "id,organization_id,number\n3,1,\"06 94 1\"\n"),
        ("addresses.csv", "id,location_id,city\n"),
    ]);
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>E-mail</t></is></c></row>\
                 <row r=\"2\"><c r=\"A2\" t=\"str\"><v>One &amp; two</v></c><c r=\"B2\"><v>1E5</v></c></row></sheetData>";
    vec![
        xlsx(),
        small_xlsx(sheet, "<sst><si><t>Name</t></si></sst>"),
        ods(&(row(&["Name", "Phone"]) + &row(&["One", "2"]))),
        packed,
        json.into(),
    ]
}

/// The same archive with one of its parts broken.
fn broken_within(bytes: &[u8], chance: &mut StdRng) -> Option<Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let hurt = chance.random_range(0..zip.len());
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).ok()?;
        let mut part = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut part).ok()?;
        new.start_file(file.name().ok()?.to_string(), SimpleFileOptions::default()).ok()?;
        new.write_all(&if at == hurt { mutated(&part, chance) } else { part }).ok()?;
    }
    Some(new.finish().ok()?.into_inner())
}

const STUMBLES: [&str; 18] = [
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&#x0;",
    "&lt",
    "\"",
    "<![CDATA[",
    "<!--",
    "<!DOCTYPE a [<!ENTITY a \"&a;&a;\">]>",
    "99999999999999999999",
    "-1",
    "A1:XFD1048576",
    "table:number-columns-repeated=\"9999999\"",
    "PK\x03\x04",
    "\0",
    "ő",
];

fn mutated(good: &[u8], chance: &mut StdRng) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..chance.random_range(1..6) {
        let from = chance.random_range(0..=bytes.len());
        let long = if chance.random_bool(0.8) { 8 } else { bytes.len() };
        let to = (from + chance.random_range(0..=long)).min(bytes.len());
        let stumble = STUMBLES[chance.random_range(0..STUMBLES.len())].bytes();
        match chance.random_range(0..5) {
            0 => drop(bytes.splice(from..to, None)),
            1 => {
                let doubled = bytes[from..to].to_vec();
                drop(bytes.splice(to..to, doubled));
            }
            2 => drop(bytes.splice(from..from, stumble)),
            3 => drop(bytes.splice(from..to, stumble)),
            _ => bytes[from..to].iter_mut().for_each(|byte| *byte = chance.next_u32() as u8),
        }
    }
    bytes
}

/// Longer with `KALAKA_FUZZ_SECONDS`, otherwise with `KALAKA_FUZZ_SEED`.
#[test]
fn no_broken_workbook_makes_the_reader_panic_or_hang() {
    let seconds = number("KALAKA_FUZZ_SECONDS").unwrap_or(8);
    let mut chance = StdRng::seed_from_u64(number("KALAKA_FUZZ_SEED").unwrap_or(1));
    let good = good();
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut tried, mut read, mut longest) = (0_u64, 0_u64, Duration::ZERO);
    while Instant::now() < end {
        let file = &good[chance.random_range(0..good.len())];
        let within = if chance.random_bool(0.7) { broken_within(file, &mut chance) } else { None };
        let bytes = within.unwrap_or_else(|| mutated(file, &mut chance));
        let began = Instant::now();
        let answer = catch_unwind(AssertUnwindSafe(|| List::read(&bytes, None).is_ok()));
        let took = began.elapsed();
        if answer.is_err() || took > PATIENCE {
            let kept = std::env::temp_dir().join(format!("kalaka-broken-{tried}"));
            std::fs::write(&kept, &bytes).unwrap();
            panic!("after {took:?}: {}", kept.display());
        }
        tried += 1;
        read += u64::from(answer.unwrap_or_default());
        longest = longest.max(took);
    }
    println!(
        "{tried} broken files in {seconds} s, {read} of them could be read; the longest took {longest:?}"
    );
    assert!(tried > 100 && read > tried / 100, "{tried} files, {read} read: nothing is tried like this");
}
