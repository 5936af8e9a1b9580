-- The language in which a version of the charter is written; empty where nobody said.
alter table charter_versions add column locale text not null default '';
