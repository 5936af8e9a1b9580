-- How often a meeting was changed since it was set: calendars tell by it which entry is the newer one.
alter table meetings add column changes bigint not null default 0;
