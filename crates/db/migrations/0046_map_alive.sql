-- The stakeholder map, alive: who knows somebody where, whom members miss, and how it stood before.

create table acquaintances (
    group_id bigint not null references groups (id) on delete cascade,
    person_id bigint not null references persons (id),
    named boolean not null default false,  -- others who agreed to it, too, may know who says so
    at bigint not null,
    primary key (group_id, person_id)
);
create index acquaintances_of_person on acquaintances (person_id);

-- A group that somebody misses on the map, until a guide lists it or sets the proposal aside.
create table missing_groups (
    id {{pk}},
    side text not null check (side in ('organisations', 'citizens')),
    sector_id bigint references sectors (id),
    name text not null,
    name_folded text not null,
    reason text not null,
    person_id bigint not null references persons (id),
    created_at bigint not null,
    settled_at bigint,
    settled_by bigint references persons (id),
    group_id bigint references groups (id) on delete set null,  -- what it became
    check (side = 'citizens' or sector_id is not null)
);
create index missing_groups_open on missing_groups (id) where settled_at is null;
create index missing_groups_of_person on missing_groups (person_id);
create index missing_groups_of_group on missing_groups (group_id);

-- The map's counts, once a month.
create table map_snapshots (
    month text primary key,               -- '2026-11'
    at bigint not null
);
create index map_snapshots_by_time on map_snapshots (at);

create table map_counts (
    month text not null references map_snapshots (month),
    side text not null check (side in ('organisations', 'citizens')),
    sector_id bigint references sectors (id),  -- null: groups of citizens
    state text not null check (state in ('listed', 'invited', 'in', 'dormant')),
    count bigint not null
);
create index map_counts_of_month on map_counts (month);
