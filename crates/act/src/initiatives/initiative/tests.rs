use super::*;

fn carrier(side: Side, sector: Option<i64>, voice: &str) -> Carrier {
    Carrier { voice: voice.into(), name: String::new(), side, sector_id: sector.map(SectorId) }
}

#[test]
fn two_sectors_and_citizens_can_start() {
    let school = carrier(Side::Organisations, Some(1), "g1");
    let club = carrier(Side::Organisations, Some(2), "g2");
    let library = carrier(Side::Organisations, Some(1), "g3");
    let neighbours = carrier(Side::Citizens, None, "g4");
    let citizen = carrier(Side::Citizens, None, "p5");
    let missing =
        |carriers: &[&Carrier]| Missing::among(&carriers.iter().map(|c| (*c).clone()).collect::<Vec<_>>());
    assert_eq!(missing(&[]), Missing { sectors: 2, citizens: true });
    assert_eq!(missing(&[&school, &library, &neighbours]), Missing { sectors: 1, citizens: false });
    assert_eq!(missing(&[&school, &club, &citizen]), Missing { sectors: 0, citizens: true });
    assert!(missing(&[&school, &club, &citizen, &citizen]).nobody());
    assert!(missing(&[&school, &club, &neighbours]).nobody());
}

/// Today is day 0. News so many days ago; the next promise in so many, the last one so many ago.
fn days(news: i64, next_due: Option<i64>, last_promise: Option<i64>) -> Days {
    Days {
        today: day(0),
        started: day(-200),
        news: day(-news),
        next_due: next_due.map(day),
        last_promise: last_promise.map(|d| day(-d)),
    }
}

fn day(offset: i64) -> civil::Date {
    civil::date(2026, 11, 23).saturating_add(offset.days())
}

#[test]
fn health_follows_news_and_promises_to_the_day() {
    let health = |news, next, last| days(news, next, last).health();
    assert_eq!(health(0, Some(30), None), Health::Moving);
    assert_eq!(health(29, Some(1), None), Health::Moving);
    assert_eq!(health(30, Some(1), None), Health::Quiet(30));
    assert_eq!(health(59, Some(1), None), Health::Quiet(59));
    assert_eq!(health(60, Some(1), None), Health::Stalled(60));
    assert_eq!(health(0, Some(31), Some(5)), Health::Quiet(5));
    assert_eq!(health(0, None, Some(10)), Health::Quiet(10));
    assert_eq!(health(0, None, Some(60)), Health::Stalled(60));
    assert_eq!(health(0, None, None), Health::Stalled(200));
}

#[test]
fn it_is_known_since_when_it_is_quiet_or_stalled() {
    let since = |news, next, last| days(news, next, last).since();
    assert_eq!(since(0, Some(30), None), None);
    assert_eq!(since(30, Some(1), None), Some(day(0)));
    assert_eq!(since(45, Some(1), None), Some(day(-15)));
    assert_eq!(since(60, Some(1), None), Some(day(0)));
    assert_eq!(since(3, None, Some(3)), Some(day(-3)));
    assert_eq!(since(45, None, Some(3)), Some(day(-15)));
    assert_eq!(since(10, None, Some(70)), Some(day(-10)));
    assert_eq!(since(0, Some(31), Some(5)), Some(day(-5)));
}
