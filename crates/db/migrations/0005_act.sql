-- Initiatives, what was promised, what came of it.

create table initiatives (
    id {{pk}},
    focus_id bigint not null references focuses (id),
    title text not null,
    aim text not null,
    html text not null,
    locale text not null,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    created_at bigint not null,
    started_at bigint,                    -- null: a draft, carried by too few
    closed_at bigint,
    closing_note text not null default '',
    news_at bigint not null,              -- the last promise or result; its threads have their own times
    warned_at bigint,                     -- when those who carry it were told that it fades
    idempotency_key text unique
);
create index initiatives_of_focus on initiatives (focus_id, id);

create table initiative_carriers (
    initiative_id bigint not null references initiatives (id),
    voice text not null,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    at bigint not null,
    primary key (initiative_id, voice)
);
create index initiative_carriers_of_group on initiative_carriers (group_id);

create table promises (
    id {{pk}},
    initiative_id bigint not null references initiatives (id),
    what text not null,
    locale text not null,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    due_on text not null,                 -- '2026-12-08'
    made_at bigint not null,
    state text not null default 'open' check (state in ('open', 'kept', 'broken')),
    ended_at bigint,
    ended_by bigint references persons (id),
    note text not null default '',
    idempotency_key text unique
);
create index promises_of_initiative on promises (initiative_id, due_on);
create index promises_open on promises (due_on) where state = 'open';
create index promises_of_person on promises (person_id, due_on);

create table promise_moves (
    id {{pk}},
    promise_id bigint not null references promises (id),
    from_day text not null,
    to_day text not null,
    reason text not null,
    person_id bigint not null references persons (id),
    at bigint not null
);
create index promise_moves_of_promise on promise_moves (promise_id, id);

create table results (
    id {{pk}},
    initiative_id bigint not null references initiatives (id),
    promise_id bigint references promises (id),
    title text not null,
    body text not null default '',
    html text not null default '',
    amount double precision,
    unit text not null default '',
    link text not null default '',
    locale text not null,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    at bigint not null,
    idempotency_key text unique
);
create index results_of_initiative on results (initiative_id, id);
create index results_newest on results (at);
