//! Certificates of real elections, and what becomes of one that somebody has changed.

use super::*;

/// Counts with a certificate, and checks it: as it is, with something changed, and on other ballots.
fn prove(file: &str, options: &[&str], change: impl Fn(&mut Value), others: &str) {
    let desk = Desk::new();
    let certificate = desk.name("certificate.json");
    told(&[&["count", file, "--certificate", &certificate][..], options].concat());
    let page = told(&["verify", &certificate, "--ballots", file]);
    assert!(
        page.contains("IT HOLDS") && page.contains("- the ballots are those that were counted"),
        "{page}"
    );
    let check = json(&["verify", &certificate, "--ballots", file]);
    assert_eq!(check["holds"], true);

    let mut proof: Value = serde_json::from_slice(&fs::read(&certificate).unwrap()).unwrap();
    change(&mut proof["proof"]);
    let tampered = desk.file("tampered.json", &proof.to_string());
    for (certificate, ballots) in [(&tampered, file), (&certificate, others)] {
        let output = run(&["verify", certificate, "--ballots", ballots]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("IT DOES NOT HOLD"), "{}", said(&output));
    }
}

#[test]
fn certificates_hold_until_somebody_changes_them() {
    let files =
        ["pabulib/Netherlands_Assen_2024.pb", "stv/glasgow-Calton-2007.blt", "stv/glasgow-Linn-2007.blt"];
    let [Some(budget), Some(ward), Some(other)] = files.map(shared) else { return };
    let Some(wieliczka) = shared("pabulib/Poland_Wieliczka_2023_Green_Budget.pb") else { return };
    let swap = |list: &mut Value| list.as_array_mut().unwrap().swap(0, 1);
    prove(&budget, &["--rule", "mes"], |proof| swap(&mut proof["budget"]["purchases"]), &wieliczka);
    for rule in ["seqpav", "av", "expanding-approvals"] {
        let seats = ["--rule", rule, "--seats", "4"];
        prove(&budget, &seats, |proof| swap(&mut proof["committee"]["awards"]), &wieliczka);
    }
    let dearest = ["--rule", "greedy"];
    prove(&budget, &dearest, |proof| swap(&mut proof["budget"]["added"]), &wieliczka);
    let orders = ["--rule", "expanding-approvals"];
    prove(&ward, &orders, |proof| swap(&mut proof["committee"]["awards"]), &other);
    prove(&ward, &["--rule", "stv-scottish"], |proof| swap(&mut proof["stv"]["count"]["elected"]), &other);
    for rule in ["schulze", "ranked-pairs", "irv", "borda"] {
        let change = |proof: &mut Value| {
            let winner = proof["ranked"]["winner"].as_u64().unwrap();
            proof["ranked"]["winner"] = u64::from(winner == 0).into();
        };
        prove(&ward, &["--rule", rule], change, &other);
    }
}

#[test]
fn a_committee_elected_at_once_is_certified_as_far_as_can_be_checked() {
    let Some(file) = shared("abc/instanceS0001.abc.yaml") else { return };
    let other = shared("abc/instanceS0003.abc.yaml").unwrap();
    let seats = ["--rule", "pav", "--seats", "2"];
    let cheat = |proof: &mut Value| proof["committee"]["compared"]["score"] = "1000".into();
    prove(&file, &seats, cheat, &other);
}

/// One more at the first number of a certificate's chamber, wherever it stands.
fn add_one(number: &mut Value) {
    *number = (number.as_u64().unwrap() + 1).into();
}

#[test]
fn polls_by_marks_are_certified() {
    let desk = Desk::new();
    let market = desk.file("market.csv", MARKET);
    let other = desk.file("other.csv", &MARKET.replace("4,2,", "4,3,"));
    let cheat =
        |proof: &mut Value| add_one(&mut proof["marks"]["count"]["chambers"][0]["figures"][0]["unmarked"]);
    for rule in ["score", "score-mean", "majority-judgment", "least-resistance", "dots"] {
        prove(&market, &["--rule", rule, "--joining", "each-accepts"], cheat, &other);
    }
    let votes = desk.file("votes.csv", "a,b,paper\n1,,\n1,,\n,1,\n,,spoiled\n");
    let more = desk.file("more.csv", "a,b,paper\n1,,\n1,,\n,1,\n,1,\n");
    for rule in ["plurality", "majority"] {
        prove(&votes, &["--rule", rule, "--seed", "may"], cheat, &more);
    }
    let slate = desk.file("slate.csv", "chamber,a,b\nnorth,x,\nsouth,x,x\n");
    let longer = desk.file("longer.csv", "chamber,a,b\nnorth,x,\nsouth,x,x\nsouth,,x\n");
    prove(&slate, &["--rule", "approval", "--joining", "each-chooses"], cheat, &longer);
}

#[test]
fn grades_of_a_real_election_are_certified() {
    let Some(file) = shared("preflib/00026-00000005.cat") else { return };
    let desk = Desk::new();
    let text = fs::read_to_string(&file).unwrap();
    let other = desk.file("other.cat", &text.replace("ALTERNATIVE NAME 1: ", "ALTERNATIVE NAME 1: another "));
    let cheat = |proof: &mut Value| {
        proof["marks"]["count"]["ranking"].as_array_mut().unwrap().swap(0, 1);
    };
    for rule in ["approval", "score", "score-mean", "majority-judgment"] {
        prove(&file, &["--rule", rule], cheat, &other);
    }
}

#[test]
fn proposals_are_certified() {
    let desk = Desk::new();
    let vote = |name: &str, lines: &str| desk.file(name, &format!("chamber,vote,count,reason\n{lines}"));
    let motion = vote("motion.csv", "citizens,yes,20,\ncitizens,no,3,\norganisations,yes,4,\n");
    let nearer = vote("nearer.csv", "citizens,yes,20,\ncitizens,no,3,\norganisations,yes,5,\n");
    prove(
        &motion,
        &["--rule", "two-sides"],
        |proof| add_one(&mut proof["two_sides"]["sides"][0]["votes"]["no"]),
        &nearer,
    );
    let consent = vote("consent.csv", "citizens,consent,2,\ncitizens,objection,1,the stream floods\n");
    let calmer = vote("calmer.csv", "citizens,consent,2,\ncitizens,objection,1,\n");
    let silence = |proof: &mut Value| {
        proof["consent"]["count"]["chambers"][0]["responses"]["objections"][0][0]["reason"] = "".into();
    };
    prove(&consent, &["--rule", "consent"], silence, &calmer);
    let levels = vote("levels.csv", "citizens,1,5,\ncitizens,6,2,\n");
    let fewer = vote("fewer.csv", "citizens,1,4,\ncitizens,6,2,\n");
    let pass = |proof: &mut Value| proof["gradients"]["count"]["passes"] = false.into();
    prove(&levels, &["--rule", "gradients"], pass, &fewer);
    let certificate = desk.name("proof.json");
    told(&["count", &motion, "--rule", "two-sides", "--certificate", &certificate]);
    assert!(told(&["verify", &certificate]).contains("It says that it was adopted"));
}

#[test]
fn a_certificate_finds_the_ballots_that_lie_beside_it() {
    let desk = Desk::new();
    let file = desk.file("orders.csv", "a,b\n1,2\n1,2\n2,1\n");
    let certificate = desk.name("proof.json");
    told(&["count", &file, "--rule", "irv", "--certificate", &certificate]);
    assert!(told(&["verify", &certificate]).contains("IT HOLDS"));
    fs::remove_file(&file).unwrap();
    assert!(refused(&["verify", &certificate]).contains("say where they are with --ballots"));
    assert!(refused(&["verify", &desk.file("no.json", "{}")]).contains("is not a certificate"));
}
