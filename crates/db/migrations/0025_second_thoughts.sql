-- Whether a quiet word comes before a post that is very long, comes right after another, or is much in capitals.
alter table community add column second_thoughts boolean not null default false;
