//! How people of a test town invite.

use kit::testing::{Answer, Browser};

/// A form of an invitation by letter; `more` wins over what is usual.
pub fn invite(browser: &Browser, email: &str, more: &[(&str, &str)]) -> Answer {
    let key = kit::token::number().to_string();
    let mut form = more.to_vec();
    form.extend([
        ("how", "letter"),
        ("email", email),
        ("role", "member"),
        ("group_role", "member"),
        ("key", &key),
    ]);
    browser.post("/invitations", &form)
}

/// A link to copy, as its page shows it.
pub fn link(browser: &Browser, more: &[(&str, &str)]) -> String {
    let key = kit::token::number().to_string();
    let mut form = more.to_vec();
    form.extend([
        ("how", "link"),
        ("role", "member"),
        ("group_role", "member"),
        ("uses", "2"),
        ("key", &key),
    ]);
    let page = browser.post("/invitations", &form).text();
    let url = page.split("value=\"http://localhost").nth(1).unwrap_or_else(|| panic!("no link in {page}"));
    url.split('"').next().unwrap().to_owned()
}

pub fn withdrawal(page: &Answer) -> String {
    let text = page.text();
    let path = text.split("action=\"").find(|rest| rest.starts_with("/invitations/withdrawals/")).unwrap();
    path.split('"').next().unwrap().to_owned()
}
