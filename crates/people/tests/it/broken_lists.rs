//! Lists that come in broken: each is read or refused with a word, and the platform goes on.

use kit::testing::faults::Faults;
use people::testing::Town;

const GOOD: [&str; 5] = [
    "Name,Sector,Phone,Email\nMill association,Sport,06 30 1234567,post@example.org\nThe choir,Culture,,\n",
    "Név;Szektor;Cím\r\nPolgárőrség;Biztonság;\"Fő utca 1.\r\nKővölgy\"\r\n",
    "\u{feff}name\tabout\nClub\t\"He said \"\"no\"\"\"\n",
    "Name\n",
    "a,b,c\n1,2\n3,4,5,6\n\"open\n",
];

const STUMBLES: [&str; 20] = [
    ",",
    ";",
    "\t",
    "\"",
    "\"\"",
    "\n",
    "\r",
    "\r\n\r\n",
    "\0",
    "\u{feff}",
    "\u{fffe}",
    "ő",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "x,x,x,x,x",
    "PK\u{3}\u{4}",
    "<script>",
    "'; drop table groups; --",
    "00000000000000000000",
    "\u{202e}",
];

#[test]
fn no_broken_list_stops_the_platform() {
    let town = Town::open(people::routes());
    let good = GOOD.map(str::as_bytes);
    let tried = Faults { good: &good, stumbles: &STUMBLES }.try_for(10, |list| {
        let stella = town.as_("stella");
        let answer = stella.upload("/groups/import", "file", "list.csv", list, &[]);
        assert!(answer.status() < 500, "{}", answer.status());
        if answer.status() != 303 {
            return false;
        }
        let page = stella.get(answer.location());
        assert!(page.status() < 400, "{}", page.status());
        true
    });
    assert!(tried.times > 50 && tried.useful > tried.times / 10, "{tried:?}");
}
