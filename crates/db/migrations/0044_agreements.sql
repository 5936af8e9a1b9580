-- How people treat each other here: the community's agreements in versions, and who accepted which of them.
create table agreement_versions (
    number bigint primary key,            -- 1, 2, 3 …
    person_id bigint not null references persons (id),
    at bigint not null,
    note text not null,                   -- what changed, for those who know the one before
    locale text not null,                 -- of the note
    due_at bigint                         -- by when members accept it; null: a small correction, which asks nobody
);

-- The same in each language of the community, or in one.
create table agreement_texts (
    number bigint not null references agreement_versions (number),
    locale text not null,
    position bigint not null,             -- the community's first language first
    body text not null,                   -- Markdown, as written
    html text not null,                   -- the same, rendered and made safe
    primary key (number, locale)
);

create table agreement_acceptances (
    person_id bigint not null references persons (id),
    number bigint not null references agreement_versions (number),
    at bigint not null,
    primary key (person_id, number)
);
