-- Persons and how they come in; groups, sectors, and what links them.

create table persons (
    id {{pk}},
    name text not null,
    name_folded text not null,            -- without accents and case: for order and search
    email text unique,                    -- lower case; null once somebody has left
    role text not null default 'member' check (role in ('steward', 'guide', 'member')),
    in_circle boolean not null default false,  -- of the founding circle
    locale text,                          -- null: as the browser says
    about text not null default '',
    joined_at bigint not null,
    seen_at bigint not null,
    left_at bigint
);
create index persons_by_name on persons (name_folded, id) where left_at is null;

create table sessions (
    token_hash {{blob}} primary key,      -- SHA-256 of the cookie's 256 random bits
    id bigint not null unique,            -- how the person names it to end it; random
    person_id bigint not null references persons (id),
    device text not null,                 -- 'Firefox, Linux'
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);
create index sessions_of_person on sessions (person_id);

create table invitations (
    id {{pk}},
    token_hash {{blob}} not null unique,
    invited_by bigint not null references persons (id),
    email text,                           -- null: a link to be copied, for whoever has it
    name text not null default '',
    group_id bigint,
    group_role text check (group_role in ('member', 'representative')),
    person_role text not null default 'member' check (person_role in ('guide', 'member')),
    in_circle boolean not null default false,
    note text not null default '',
    next text not null default '/',       -- where one who accepts arrives
    created_at bigint not null,
    expires_at bigint not null,
    uses_left bigint not null,
    withdrawn_at bigint,
    accepted_at bigint,                   -- the first time
    idempotency_key text unique           -- a form sent twice is one invitation
);

create table sign_in_links (
    token_hash {{blob}} primary key,
    purpose text not null check (purpose in ('sign_in', 'address')),
    email text not null,                  -- what the link proves
    name text not null default '',        -- a newcomer's, as they gave it
    person_id bigint references persons (id),  -- whose address it is to become
    invitation_id bigint references invitations (id),
    next text not null,                   -- the path to go on to
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);
create index sign_in_links_over on sign_in_links (expires_at);

create table sectors (
    id {{pk}},
    key text not null unique,             -- 'health'
    names {{json}} not null,              -- {"en": "Health and care", "hu": "…"}
    colour bigint not null check (colour between 1 and 9),
    symbol text not null,
    position bigint not null,
    retired_at bigint
);

create table imports (
    id {{pk}},
    file_name text not null,
    content {{blob}} not null,
    mapping {{json}} not null,            -- what each column is, and what was chosen for each row
    created_by bigint references persons (id),  -- null: by command
    created_at bigint not null,
    done_at bigint,
    undone_at bigint,
    taken bigint not null default 0,
    doubted bigint not null default 0,
    left_out bigint not null default 0
);

create table groups (
    id {{pk}},
    side text not null check (side in ('organisations', 'citizens')),
    sector_id bigint references sectors (id),
    name text not null,
    name_folded text not null,            -- without accents, case and legal form: for likeness and order
    purpose text not null default '',
    needs text not null default '',
    offers text not null default '',
    contact_name text not null default '',
    email text not null default '',
    phone text not null default '',
    address text not null default '',
    website text not null default '',
    locale text,                          -- the language of its own words
    state text not null check (state in ('listed', 'invited', 'in', 'dormant')),
    import_id bigint references imports (id),
    created_by bigint references persons (id),
    created_at bigint not null,
    joined_at bigint,
    updated_at bigint not null,
    check (side = 'citizens' or sector_id is not null)
);
create index groups_by_state on groups (state, side, sector_id);
create index groups_by_name on groups (name_folded);
create index groups_of_import on groups (import_id);

create table group_links (
    id {{pk}},
    group_id bigint not null references groups (id) on delete cascade,
    label text not null,
    url text not null,
    position bigint not null
);
create index group_links_of_group on group_links (group_id, position);

create table memberships (
    id {{pk}},
    person_id bigint not null references persons (id),
    group_id bigint not null references groups (id),
    role text not null check (role in ('member', 'representative')),
    since bigint not null,
    unique (person_id, group_id)
);
create index memberships_of_group on memberships (group_id);
