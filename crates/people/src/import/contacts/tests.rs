use proptest::prelude::*;

use super::*;

fn numbers(text: &str) -> Vec<String> {
    phones(text).into_iter().map(|phone| phone.number).collect()
}

fn told(text: &str) -> Vec<(String, String)> {
    phones(text).into_iter().map(|phone| (phone.number, phone.label)).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(number, label)| ((*number).to_owned(), (*label).to_owned())).collect()
}

#[test]
fn two_numbers_in_a_cell_are_two_phones() {
    for text in [
        "(415) 861-3282 (415) 558-2116",
        "(415) 861-3282, (415) 558-2116",
        "(415) 861-3282 or (415) 558-2116",
    ] {
        assert_eq!(numbers(text), ["(415) 861-3282", "(415) 558-2116"], "{text}");
    }
    assert_eq!(numbers("0264 123456 / 0745 123456"), ["0264 123456", "0745 123456"]);
    assert_eq!(numbers("0740 123 456 0745 123 456"), ["0740 123 456", "0745 123 456"]);
    assert_eq!(numbers("+36 94 123-456; +36 30 987 6543"), ["+36 94 123-456", "+36 30 987 6543"]);
    assert_eq!(numbers("06-30/123-4567"), ["06-30/123-4567"]);
    assert_eq!(numbers("0221/123456"), ["0221/123456"]);
    assert_eq!(numbers("+44 (0)20 7946 0958"), ["+44 (0)20 7946 0958"]);
    assert_eq!(numbers("312-345"), ["312-345"]);
    assert_eq!(numbers("4153860959"), ["4153860959"]);
}

#[test]
fn what_is_said_of_a_number_stays_with_it() {
    assert_eq!(
        told("(415) 550-2210, TTY: (415) 647-6332"),
        pairs(&[("(415) 550-2210", ""), ("(415) 647-6332", "TTY")])
    );
    assert_eq!(
        told("(415) 575-2101 TTY: 711; Recorded information: (415) 575-2100"),
        pairs(&[("(415) 575-2101", "TTY: 711"), ("(415) 575-2100", "Recorded information")])
    );
    assert_eq!(told("(415) 442-5060, ext. 17"), pairs(&[("(415) 442-5060", "ext. 17")]));
    assert_eq!(told("Number: (415) 334-9919"), pairs(&[("(415) 334-9919", "")]));
    assert_eq!(told(": (415) 355-0210"), pairs(&[("(415) 355-0210", "")]));
    assert_eq!(told("+36 94 360 113 (titkárság)"), pairs(&[("+36 94 360 113", "titkárság")]));
    assert_eq!(
        told("24/7 Crisis Line: (415) 647-7273, Main Line: (415) 861-2024"),
        pairs(&[("(415) 647-7273", "24/7 Crisis Line"), ("(415) 861-2024", "Main Line")])
    );
}

#[test]
fn a_number_told_twice_is_one() {
    assert_eq!(told("(415) 338-2472, TTY: (415) 338-2472"), pairs(&[("(415) 338-2472", "TTY")]));
}

#[test]
fn letters_may_stand_for_digits() {
    assert_eq!(told("(415) 445-KIDS (5437)"), pairs(&[("(415) 445-KIDS", "")]));
    assert_eq!(numbers("1-888-4-GOODWILL (1-888-446-6394)"), ["1-888-4-GOODWILL"]);
    assert_eq!(numbers("Toll free: 1 (877) 2STOPPBC(278-6722)"), ["1 (877) 2STOPPBC"]);
    assert_eq!(numbers("(415) 427-8000, 1-888-4-HELP-BAY"), ["(415) 427-8000", "1-888-4-HELP-BAY"]);
}

#[test]
fn stray_blanks_go_and_short_codes_stand_alone() {
    assert_eq!(numbers("(415) 568- 2082"), ["(415) 568-2082"]);
    assert_eq!(numbers("2-1-1"), ["2-1-1"]);
    assert_eq!(numbers("112"), ["112"]);
}

#[test]
fn what_is_no_number_is_not_taken_for_one() {
    for text in [
        "",
        "Call for information",
        "24/7",
        "9:00am - 5:00pm",
        "2013-11-23",
        "23.11.2013",
        "1848-1849",
        "Room 250 & 244",
        "(415) 252-",
        "www.7tepees.org",
        "12345678901234567890",
    ] {
        assert_eq!(numbers(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn emails_are_found_among_words_and_each_once() {
    assert_eq!(emails("info@aasf.org, Hearing Impaired: INFO@aasf.org"), ["info@aasf.org"]);
    assert_eq!(
        emails("Ágnes <agnes.kiss@Iskola.HU>; mailto:iroda@iskola.hu."),
        ["agnes.kiss@iskola.hu", "iroda@iskola.hu"]
    );
    assert_eq!(emails("iroda (kukac) iskola.hu"), ["iroda@iskola.hu"]);
    assert_eq!(emails("iroda[at]iskola.hu"), ["iroda@iskola.hu"]);
    assert_eq!(emails("margaret.o'info@dignityhealth.org"), ["margaret.o'info@dignityhealth.org"]);
    for text in ["See website", "@kalaka", "a@b", "info@", "x@y.1", "@", "a@.hu"] {
        assert_eq!(emails(text), Vec::<String>::new(), "{text}");
    }
}

fn sites(text: &str) -> Vec<String> {
    websites(text).sites
}

#[test]
fn websites_get_the_scheme_they_lack() {
    assert_eq!(sites("www.onlok.org/30thsite"), ["https://www.onlok.org/30thsite"]);
    assert_eq!(sites("Benefits.gov"), ["https://benefits.gov"]);
    assert_eq!(sites("HTTP://www.FSASF.org/A/B"), ["http://www.fsasf.org/A/B"]);
    assert_eq!(sites("http://www.sfbos.org/"), ["http://www.sfbos.org"]);
    assert_eq!(
        sites("www.bcaction.org, www.thinkbeforeyoupink.org"),
        ["https://www.bcaction.org", "https://www.thinkbeforeyoupink.org"]
    );
    assert_eq!(sites("www.sfdph.org (Go to Our Services)"), ["https://www.sfdph.org"]);
    assert_eq!(sites("iskola.hu, http://www.iskola.hu/"), ["https://iskola.hu"]);
    assert_eq!(sites("műhely.hu"), ["https://műhely.hu"]);
}

#[test]
fn broken_websites_are_mended_and_said_to_be() {
    let broken = websites("http://www.sfdph.org/dph/BalboaT eenHlthCtr.asp");
    assert_eq!(
        (broken.sites, broken.mended),
        (vec!["http://www.sfdph.org/dph/BalboaTeenHlthCtr.asp".to_owned()], true)
    );
    assert_eq!(sites("http://a.org/detail. cfm?id=1"), ["http://a.org/detail.cfm?id=1"]);
    let broken = websites("www/cregs.sfsu.edu");
    assert_eq!((broken.sites, broken.mended), (vec!["https://www.cregs.sfsu.edu".to_owned()], true));
    assert_eq!(sites("http//iskola.hu"), ["http://iskola.hu"]);
    assert!(!websites("http://iskola.hu/a www.b.hu").mended);
}

#[test]
fn words_with_dots_are_no_websites() {
    for text in [
        "Emberly C. Cross, Staff Attorney",
        "Asian, Inc.",
        "e.g. this",
        "St.Anthony",
        "9.30",
        "javascript:alert(1)",
        "a.m.",
    ] {
        assert_eq!(sites(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn two_spellings_of_a_site_have_one_host() {
    assert_eq!(host("https://www.iskola.hu/a?b"), "iskola.hu");
    assert_eq!(host("http://iskola.hu:8080"), "iskola.hu");
}

proptest! {
    #[test]
    fn no_text_makes_them_panic(text in "\\PC{0,200}", digits in "[0-9 ()+./A-Z@,:-]{0,80}") {
        for text in [text, digits] {
            for phone in phones(&text) {
                prop_assert!(!phone.number.is_empty());
            }
            for address in emails(&text) {
                prop_assert_eq!(emails(&address), vec![address]);
            }
            for site in websites(&text).sites {
                prop_assert!(site.starts_with("http"));
            }
        }
    }
}
