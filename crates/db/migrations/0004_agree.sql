-- Needs, the municipality's agenda, focuses, decisions, the charter.

create table needs (
    id {{pk}},
    title text not null,
    body text not null,
    html text not null,
    for_whom text not null default '',
    locale text not null,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    created_at bigint not null,
    edited_at bigint,
    merged_into bigint references needs (id),
    merged_at bigint,
    merged_by bigint references persons (id),
    supporters bigint not null default 0,       -- the voices that share it; of one that was merged: then
    organisations bigint not null default 0,    -- of them organisations; all others are citizens
    idempotency_key text unique
);
create index needs_most_shared on needs (supporters desc, id desc) where merged_into is null;
create index needs_merged on needs (merged_into) where merged_into is not null;

create table need_supports (
    need_id bigint not null references needs (id),
    voice text not null,                  -- 'p12' a person, 'g5' a group
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    note text not null default '',
    at bigint not null,
    primary key (need_id, voice)
);
create index need_supports_of_voice on need_supports (voice);

create table agenda_items (
    id {{pk}},
    title text not null,
    body text not null default '',
    html text not null default '',
    link text not null default '',
    locale text not null,
    on_day text,                          -- '2026-12-08': when it is decided or discussed
    until_day text,
    created_by bigint references persons (id),
    group_id bigint references groups (id),
    created_at bigint not null,
    closed_at bigint,                     -- off the table
    closed_by bigint references persons (id),
    outcome text not null default '',     -- what the council made of it, in a sentence
    idempotency_key text unique
);
create index agenda_items_by_day on agenda_items (on_day);

create table agenda_relations (
    id {{pk}},
    item_id bigint not null references agenda_items (id),
    subject_kind text not null,           -- 'need', 'focus', 'initiative'
    subject_id bigint not null,
    relation text not null check (relation in ('independent', 'complements', 'hands_over')),
    note text not null default '',
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    at bigint not null,
    unique (item_id, subject_kind, subject_id)
);
create index agenda_relations_of_subject on agenda_relations (subject_kind, subject_id);

create table decisions (
    id {{pk}},
    kind text not null,                   -- 'focus', 'ratification'
    subject_kind text not null,           -- 'focus', 'charter'
    subject_id bigint not null,
    question text not null,
    body text not null default '',
    html text not null default '',
    locale text not null,
    rule text not null check (rule in ('two_sides')),
    ends_focus_id bigint,                 -- the focus that ends if this is adopted
    opened_by bigint references persons (id),
    group_id bigint references groups (id),
    opened_at bigint not null,
    electors_until bigint not null,       -- who is here by then may vote
    closes_at bigint not null,
    organisations bigint not null,        -- how many voices this side had when it opened
    citizens bigint not null,
    closed_at bigint,
    outcome text check (outcome in ('adopted', 'rejected')),
    count {{json}}                        -- the tally as it was published, once closed
);
create index decisions_open on decisions (closes_at) where closed_at is null;
create index decisions_of_subject on decisions (subject_kind, subject_id);
create unique index decisions_one_open on decisions (subject_kind, subject_id) where closed_at is null;

create table ballots (
    decision_id bigint not null references decisions (id),
    voice text not null,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    side text not null check (side in ('organisations', 'citizens')),
    sector_id bigint references sectors (id),
    choice text not null check (choice in ('yes', 'no', 'abstain')),
    reason text not null default '',
    receipt text not null unique,         -- how a voter finds their ballot among the published ones
    cast_at bigint not null,
    primary key (decision_id, voice)
);

create table focuses (
    id {{pk}},
    title text not null,
    body text not null,
    html text not null,
    locale text not null,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    proposed_at bigint not null,
    state text not null check (state in ('proposed', 'active', 'closed')),
    adopted_at bigint,
    until_day text,                       -- the end of its term
    term_months bigint not null default 12,
    provisional boolean not null default false,
    decision_id bigint references decisions (id),
    idempotency_key text unique           -- a form sent twice is one proposal
);
create index focuses_by_state on focuses (state, adopted_at);

create table focus_needs (
    focus_id bigint not null references focuses (id),
    need_id bigint not null references needs (id),
    primary key (focus_id, need_id)
);
create index focus_needs_of_need on focus_needs (need_id);

create table focus_closures (
    id {{pk}},
    focus_id bigint not null references focuses (id),
    at bigint not null,
    why text not null,
    person_id bigint references persons (id),   -- null: its term ended, or a decision named it
    group_id bigint references groups (id),
    decision_id bigint references decisions (id),
    reopened_at bigint,
    reopened_by bigint references persons (id)
);
create index focus_closures_of_focus on focus_closures (focus_id, id);

create table charter_versions (
    id {{pk}},
    number bigint not null unique,
    summary text not null default '',     -- what changed
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    at bigint not null,
    provisional boolean not null,
    ratified_at bigint,
    decision_id bigint references decisions (id)
);

create table charter_sections (
    version_id bigint not null references charter_versions (id),
    position bigint not null,
    title text not null,
    body text not null,
    html text not null,
    primary key (version_id, position)
);

create table meetings (
    id {{pk}},
    title text not null,
    place text not null,
    starts_at bigint not null,
    body text not null default '',
    locale text not null,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    created_at bigint not null,
    cancelled_at bigint,
    idempotency_key text unique           -- a form sent twice is one meeting
);
create index meetings_by_time on meetings (starts_at);
