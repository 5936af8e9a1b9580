//! What the people of a test town find in their letters.

use people::testing::Town;

/// The path of the link in the newest letter to an address.
pub fn link_to(town: &Town, address: &str) -> String {
    let letter = town
        .letters()
        .into_iter()
        .rfind(|l| l.to == address)
        .unwrap_or_else(|| panic!("no letter to {address}"));
    let line = letter.text.lines().find_map(|line| line.trim().strip_prefix("http://localhost"));
    line.unwrap_or_else(|| panic!("no link in {}", letter.text)).to_owned()
}

/// How many letters wait for an address.
pub fn count_to(town: &Town, address: &str) -> usize {
    town.letters().iter().filter(|l| l.to == address).count()
}

/// How many jobs of a kind wait.
pub fn jobs(town: &Town, kind: &'static str) -> i64 {
    town.write(move |c| {
        let counted = c.first::<i64>("select count(*) from jobs where kind = $1", &[&kind])?;
        Ok(counted.unwrap_or_default())
    })
}

/// Lets newcomers in by e-mail.
pub fn open_to_newcomers(town: &Town) {
    town.write(|c| Ok(c.run("update community set join_by = 'email'", &[])?));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(town.app.community_changed()).unwrap();
}
