-- The language of what somebody writes beside a thing: a reason, a note, a closing word. Empty where nobody
-- said, as in what was written before.
alter table ballots add column locale text not null default '';
alter table need_supports add column locale text not null default '';
alter table agenda_relations add column locale text not null default '';
alter table agenda_items add column outcome_locale text not null default '';
alter table focus_closures add column locale text not null default '';
alter table initiatives add column closing_locale text not null default '';
alter table promises add column note_locale text not null default '';
alter table promise_moves add column locale text not null default '';
