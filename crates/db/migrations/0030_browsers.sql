-- The browsers in which somebody has signed in, so that a new one can be told by letter.
create table browsers (
    token_hash {{blob}} not null,         -- SHA-256 of a cookie's 256 random bits; opens nothing
    person_id bigint not null references persons (id),
    device text not null,                 -- 'Firefox, Linux'
    created_at bigint not null,
    seen_at bigint not null,
    primary key (token_hash, person_id)
);
create index browsers_of_person on browsers (person_id);
create index browsers_by_seen on browsers (seen_at);
