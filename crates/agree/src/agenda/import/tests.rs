use super::rows::Oddity::{self, *};
use super::{Row, read};
use crate::agenda::Day;

fn rows(file: &str) -> Vec<Row> {
    read(file.as_bytes(), &[]).map(|listing| listing.rows).unwrap_or_default()
}

fn problem(bytes: &[u8]) -> &'static str {
    read(bytes, &[]).err().map_or("", |problem| problem.key)
}

#[test]
fn a_hungarian_list_in_an_old_encoding_is_read() {
    let file = "Napirendi pont címe;Az ülés napja;Leírás;Előadó\r\n\
                Őszi útfelújítás;2026. december 8.;Kátyúk a Fő utcán;polgármester\r\n\
                \"Bérleti díjak; módosítás\";2026.12.15.;;jegyző\r\n";
    // Windows-1250, as an old spreadsheet writes it.
    let old: Vec<u8> = file
        .chars()
        .map(|c| match c {
            'ő' => 0xF5,
            'Ő' => 0xD5,
            'ű' => 0xFB,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let listing = read(&old, &[]).unwrap();
    let found: Vec<_> =
        listing.rows.iter().map(|r| (r.title.as_str(), r.on_day.as_str(), r.body.as_str())).collect();
    assert_eq!(
        found,
        [
            ("Őszi útfelújítás", "2026-12-08", "Kátyúk a Fő utcán"),
            ("Bérleti díjak; módosítás", "2026-12-15", ""),
        ]
    );
    assert_eq!(listing.left_out, ["Előadó"]);
    assert!(listing.rows.iter().all(Row::is_wanted));
}

#[test]
fn each_row_says_what_is_odd_about_it() {
    let long = "x".repeat(300);
    let file = format!(
        "Title,Date,Until,Link\n\
         Lamps,soon,,kovolgy.example/lamps\n\
         ,2026-12-01,,\n\
         Bus,2026-12-08,2026-12-01,ask the clerk\n\
         bus,8 December 2026,,\n\
         {long},2026-12-08,2026-12-20,\n"
    );
    let rows = rows(&file);
    let odd: Vec<&[Oddity]> = rows.iter().map(|row| row.oddities.as_slice()).collect();
    assert_eq!(
        odd,
        [
            &[NoDay("soon".into())][..],
            &[NoTitle],
            &[NoLink("ask the clerk".into()), UntilBeforeOn],
            &[Twice],
            &[TitleCut],
        ]
    );
    assert_eq!(rows[0].link, "https://kovolgy.example/lamps");
    assert_eq!((rows[2].on_day.as_str(), rows[2].until_day.as_str()), ("2026-12-08", ""));
    assert_eq!(rows[4].title.chars().count(), 200);
    assert_eq!(rows.iter().map(Row::is_wanted).collect::<Vec<_>>(), [true, false, true, false, true]);
}

#[test]
fn what_the_register_has_is_told() {
    let there = [("Street LAMPS!".to_owned(), Day::read("2026-12-08")), ("Bus".to_owned(), None)];
    let listing = read(b"title,day\nStreet lamps,2026-12-08\nBus,2026-12-08\n", &there).unwrap();
    assert_eq!(listing.rows[0].oddities, [There]);
    assert_eq!(listing.rows[1].oddities, []);
}

#[test]
fn what_is_no_list_says_what_to_do() {
    assert_eq!(problem(b"PK\x03\x04 and the rest"), "agenda-list-is-a-workbook");
    assert_eq!(problem(b""), "agenda-list-is-empty");
    assert_eq!(problem(b"title,day\n"), "agenda-list-without-titles", "one line alone is no header");
    assert_eq!(problem(b"colour,size\nred,3\nblue,4\n"), "agenda-list-without-titles");
    assert_eq!(problem(&vec![b'x'; 2 * 1024 * 1024]), "agenda-list-too-large");
    let many = format!("title\n{}", "A row of its own\n".repeat(501));
    assert_eq!(problem(many.as_bytes()), "agenda-list-too-large");
}
