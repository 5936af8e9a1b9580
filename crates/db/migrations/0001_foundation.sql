-- What every room stands on: the community, its log, its jobs, its limits.

create table community (
    id bigint primary key check (id = 1),
    name text not null,
    place text not null,
    languages text not null,              -- codes, most important first: 'hu en'
    time_zone text not null,              -- IANA name
    stage text not null default 'founding' check (stage in ('founding', 'open')),
    founded_at bigint not null,
    opened_at bigint,
    join_by text not null default 'invitation' check (join_by in ('invitation', 'email')),
    max_focuses bigint not null default 3,
    max_initiatives bigint not null default 3,
    settings {{json}} not null,
    version bigint not null default 1     -- bumped with each change; what is cached of it is keyed by this
);

-- What happened, in the transaction in which it happened: the public log, notifications and
-- whatever an upper room must learn are read from here.
create table activity (
    id {{pk}},
    at bigint not null,
    kind text not null,                   -- 'focus.adopted'
    person_id bigint,                     -- who did it; null: the platform itself
    group_id bigint,                      -- in whose voice, where not their own
    subject_kind text not null,           -- 'focus'
    subject_id bigint not null,
    title text not null,                  -- what the subject was called then
    detail {{json}} not null,
    scope text not null check (scope in ('open', 'circle', 'private'))
);
create index activity_newest on activity (scope, id);
create index activity_subject on activity (subject_kind, subject_id, id);
create index activity_group on activity (group_id, id);

create table jobs (
    id {{pk}},
    kind text not null,
    payload {{json}} not null,
    run_at bigint not null,
    attempts bigint not null default 0,
    leased_until bigint,
    last_error text,
    failed_at bigint                      -- given up; kept for the steward to see
);
create index jobs_due on jobs (run_at) where failed_at is null;

-- Counters of one window of time, for limits on what one address or network may ask for.
create table limits (
    key text not null,
    window_start bigint not null,
    count bigint not null,
    primary key (key, window_start)
);
