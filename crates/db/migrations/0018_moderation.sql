-- Order among people: what members point out, what guides do about it, and how it is appealed.

-- Who reads but doesn't write for a while, or can't come in. One row a person: the newest stands.
create table pauses (
    person_id bigint primary key references persons (id),
    until bigint,                         -- null: blocked, until a guide lifts it
    words text not null,                  -- why, as the guide told them
    locale text not null,
    path text not null,                   -- where it is explained and can be appealed
    at bigint not null
);

-- A hidden post keeps its place; the text is for its writer and the guides.
alter table posts add column hidden_at bigint;
alter table posts add column hidden_for text;

-- Everything that was done, the newest last; the public log is read from here.
create table moderation_acts (
    id {{pk}},
    kind text not null check (kind in ('dismissed', 'held', 'hidden', 'shown', 'warned', 'withdrawn', 'paused',
                                       'blocked', 'lifted', 'upheld', 'overturned')),
    reason text,
    post_id bigint references posts (id),
    thread_id bigint references threads (id),
    person_id bigint not null references persons (id),  -- whom it concerns
    by_id bigint references persons (id), -- null: the platform
    about_id bigint references moderation_acts (id),    -- which act it undoes or confirms
    words text not null default '',       -- what the one concerned was told
    locale text not null default '',
    days bigint,                          -- how long, for a pause
    key_hash {{blob}},                    -- of the secret by which one who is blocked appeals
    at bigint not null,
    undone_at bigint
);
create index moderation_acts_of_post on moderation_acts (post_id, id);
create index moderation_acts_of_person on moderation_acts (person_id, id);
create unique index moderation_acts_by_key on moderation_acts (key_hash) where key_hash is not null;

create table flags (
    id {{pk}},
    post_id bigint not null references posts (id),
    person_id bigint references persons (id),  -- null: the platform itself
    reason text not null,
    words text not null default '',
    at bigint not null,
    act_id bigint references moderation_acts (id),      -- what came of it
    unique (post_id, person_id)
);
create index flags_open on flags (post_id) where act_id is null;
create index flags_of_act on flags (act_id);

-- One a person and act.
create table appeals (
    act_id bigint primary key references moderation_acts (id),
    words text not null,
    at bigint not null,
    answered_by bigint references persons (id),
    answered_at bigint,
    overturned boolean,
    answer text not null default '',
    answer_locale text not null default ''
);
create index appeals_open on appeals (at) where answered_at is null;
