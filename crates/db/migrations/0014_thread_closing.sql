-- Why a thread was closed, in the words of the guide who closed it.
alter table threads add column closing_reason text not null default '';
alter table threads add column closing_locale text not null default '';
