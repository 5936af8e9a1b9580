//! Pools and quotas in a line each.

use sortition::{Household, Instance, Person, Pool, Quota, Quotas};

/// A pool of the categories `a`, `b`, …: a person for each word, with a feature for each letter.
/// A number after the letters is the household: `xy1`.
pub fn pool(words: &str) -> Pool {
    let person = |(number, word): (usize, &str)| {
        let home = word.trim_start_matches(char::is_alphabetic);
        let features = word.trim_end_matches(char::is_numeric).chars().map(String::from).collect();
        let household = (!home.is_empty()).then(|| home.to_owned());
        Person { id: format!("p{number}"), household, features }
    };
    let people: Vec<Person> = words.split_whitespace().enumerate().map(person).collect();
    let categories = people.first().map_or(0, |person| person.features.len());
    Pool::of(["a", "b", "c", "d"][..categories].iter().map(|name| (*name).to_owned()).collect(), people)
        .unwrap()
}

/// Quotas such as `a:x:1-2 b:y:0-3`.
pub fn quotas(words: &str) -> Quotas {
    let quota = |word: &str| {
        let parts: Vec<&str> = word.split([':', '-']).collect();
        let number = |at: usize| parts[at].parse().unwrap();
        Quota { category: parts[0].to_owned(), feature: parts[1].to_owned(), min: number(2), max: number(3) }
    };
    Quotas::of(words.split_whitespace().map(quota).collect()).unwrap()
}

pub fn instance(people: &str, limits: &str, seats: u32) -> Instance {
    Instance::of(&pool(people), &quotas(limits), seats, Household::Any).unwrap()
}

pub fn at_home(people: &str, limits: &str, seats: u32) -> Instance {
    Instance::of(&pool(people), &quotas(limits), seats, Household::One).unwrap()
}
