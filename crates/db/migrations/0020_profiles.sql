-- What people say of themselves, and who may see each part of it; what they ask for of their own data; how long
-- what is kept is kept.
alter table persons add column helps text not null default '';      -- what they can help with
alter table persons add column speaks text not null default '';     -- languages, in their own words
alter table persons add column about_for text not null default 'members' check (about_for in ('public', 'members', 'hidden'));
alter table persons add column helps_for text not null default 'members' check (helps_for in ('public', 'members', 'hidden'));
alter table persons add column speaks_for text not null default 'members' check (speaks_for in ('public', 'members', 'hidden'));
alter table persons add column groups_for text not null default 'members' check (groups_for in ('public', 'members', 'hidden'));
alter table persons add column since_for text not null default 'members' check (since_for in ('public', 'members', 'hidden'));
-- The widest of these: whom the profile as a whole is there for.
alter table persons add column profile_for text not null default 'members' check (profile_for in ('public', 'members', 'hidden'));
update persons set profile_for = 'hidden' where left_at is not null;

-- Archives of one person's data, made by a job; the file is gone when its time is over.
create table exports (
    id {{pk}},
    person_id bigint not null references persons (id),
    locale text not null,
    asked_at bigint not null,
    kinds bigint not null default 0,      -- how many kinds of things there are, and how many are written
    written bigint not null default 0,
    entries bigint not null default 0,
    ready_at bigint,
    bytes bigint,
    file text                             -- its name in the data folder; nobody could guess it
);
create index exports_of_person on exports (person_id, id);

-- Accounts that wait to be deleted; signing in takes the wish back.
create table deletions (
    person_id bigint primary key references persons (id),
    asked_at bigint not null,
    due_at bigint not null,
    posts text not null check (posts in ('stay', 'go'))
);

-- How many days something is kept, where it isn't what the program thinks sensible.
create table retention_periods (
    kind text primary key,
    days bigint not null
);
