-- Who of an account at the town's own sign-in somebody is here.
create table town_accounts (
    id {{pk}},
    person_id bigint not null references persons (id),
    issuer text not null,                 -- https://accounts.kovolgy.example
    subject text not null,                -- what the issuer calls the account, for ever
    linked_at bigint not null,
    used_at bigint not null,
    unique (issuer, subject)
);
create index town_accounts_of_person on town_accounts (person_id);

-- Who was sent there and is to come back, each once.
create table town_account_asks (
    state_hash {{blob}} primary key,      -- SHA-256 of 256 random bits, as are the others
    browser_hash {{blob}} not null,       -- of a cookie: who comes back is who left
    nonce text not null,                  -- what the answer must name
    verifier text not null,               -- what shows that the answer is ours to fetch (PKCE)
    next text not null,
    expires_at bigint not null
);
create index town_account_asks_by_end on town_account_asks (expires_at);

-- Who comes by it and is new may have an invitation waiting for their address.
create index invitations_by_email on invitations (email);
