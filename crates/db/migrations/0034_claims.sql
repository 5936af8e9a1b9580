-- Claims: the own people of a listed group take its page over. And groups that rest.

create table claims (
    id {{pk}},
    group_id bigint not null references groups (id) on delete cascade,
    person_id bigint not null references persons (id),
    words text not null,                  -- who they are in the group
    locale text not null,
    token_hash {{blob}} unique,           -- of the link in the letter to the group's address; null where none went
    created_at bigint not null,
    expires_at bigint not null,
    outcome text check (outcome in ('confirmed', 'refused', 'withdrawn')),
    answer text not null default '',
    settled_by bigint references persons (id),  -- null: by the letter's link
    settled_at bigint
);
create index claims_of_group on claims (group_id, person_id);
create index claims_of_person on claims (person_id);
create index claims_waiting on claims (created_at) where settled_at is null;

-- Why a group rests, in its own words, and since when; null for one that rests because nobody is in it any more.
alter table groups add column rest_reason text not null default '';
alter table groups add column rested_at bigint;
