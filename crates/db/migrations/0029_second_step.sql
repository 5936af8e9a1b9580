-- A second step of signing in: codes that an app shows, and codes on paper for when the app is gone.
create table second_steps (
    person_id bigint primary key references persons (id),
    secret {{blob}},                      -- shared with the app; null until a code has confirmed it
    last_step bigint not null default 0,  -- the half minute of the last code that was taken: none is taken twice
    since bigint,
    new_secret {{blob}}                   -- shown, and not confirmed yet
);

create table recovery_codes (
    code_hash {{blob}} primary key,       -- SHA-256 of 60 random bits
    person_id bigint not null references persons (id),
    made_at bigint not null,
    used_at bigint
);
create index recovery_codes_of_person on recovery_codes (person_id);

-- When this session last showed whose it is: at signing in, and whenever it is asked again.
alter table sessions add column proven_at bigint not null default 0;

-- Of guides and stewards: until when they may go without.
alter table persons add column second_step_due bigint;
alter table community add column second_step_for text not null default 'guides'
    check (second_step_for in ('guides', 'nobody'));
