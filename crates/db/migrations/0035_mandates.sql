-- Mandates of representatives, and handing them over; what kind of place a group's link leads to.

alter table memberships add column mandate_from bigint;     -- null: since they came in
alter table memberships add column mandate_until bigint;    -- the midnight after its last day; null: no end
alter table memberships add column named_by bigint references persons (id);
alter table memberships add column mandate_reminded bigint not null default 0;  -- 1: a month before, 2: a week before
update memberships set mandate_from = since where role = 'representative';
create index memberships_ending on memberships (mandate_until) where mandate_until is not null;

alter table groups add column mandate_months bigint;        -- for how long it names its representatives; null: no end

-- A representative offers the mandate to another person of the group, who hasn't answered yet.
create table handovers (
    group_id bigint not null references groups (id) on delete cascade,
    from_id bigint not null references persons (id),
    to_id bigint not null references persons (id),
    at bigint not null,
    primary key (group_id, from_id)
);
create index handovers_from on handovers (from_id);
create index handovers_to on handovers (to_id);

alter table group_links add column kind text not null default 'other'
    check (kind in ('network', 'chat', 'list', 'pictures', 'other'));
