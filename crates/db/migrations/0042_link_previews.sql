-- What is shown of pages elsewhere that posts link to: read once for all posts, kept by address.
create table link_previews (
    id {{pk}},
    address text not null unique,
    host text not null,
    title text not null default '',       -- empty: there is nothing to show
    description text not null default '',
    site_name text not null default '',
    fetched_at bigint,
    expires_at bigint not null default 0  -- from then on it is read again by whoever links to it
);
create index link_previews_of_host on link_previews (host, fetched_at);

create table post_links (
    post_id bigint not null references posts (id),
    preview_id bigint not null references link_previews (id),
    position bigint not null,
    taken_away_at bigint,                 -- who wrote the post wants none shown
    primary key (post_id, preview_id)
);
create index post_links_of_preview on post_links (preview_id);

alter table community add column link_previews boolean not null default true;
