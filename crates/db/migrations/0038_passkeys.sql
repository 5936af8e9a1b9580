-- Keys that a person's devices hold, to sign in with. Of each we have the public half.
create table passkeys (
    id {{pk}},
    person_id bigint not null references persons (id),
    credential_id {{blob}} not null unique,
    handle {{blob}} not null,             -- 128 random bits, one for all keys of a person: what a device knows them by
    credential text not null,             -- JSON: the public key, its counter and flags
    name text not null,
    created_at bigint not null,
    used_at bigint,
    halted_at bigint                      -- its counter went back, so there may be two of it: it opens nothing any more
);
create index passkeys_of_person on passkeys (person_id);

-- What a device is asked to sign, each for once.
create table passkey_challenges (
    challenge_hash {{blob}} primary key,  -- SHA-256
    person_id bigint references persons (id), -- who makes a new key; null: to find out who somebody is
    state text not null,                  -- JSON: what the answer is held against
    expires_at bigint not null
);
create index passkey_challenges_by_end on passkey_challenges (expires_at);
create index passkey_challenges_of_person on passkey_challenges (person_id);
