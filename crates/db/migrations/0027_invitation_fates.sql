-- What becomes of an invitation on its way: its letter left, or came back; its page was opened; it was declined;
-- it was recalled once more. Some go on paper, with a code to type.
alter table invitations add column on_paper boolean not null default false;
alter table invitations add column remark text not null default '';  -- for those who invite: who asked, and where
alter table invitations add column sent_at bigint;
alter table invitations add column bounced_at bigint;
alter table invitations add column opened_at bigint;
alter table invitations add column declined_at bigint;
alter table invitations add column decline_reason text not null default '';
alter table invitations add column reminded_at bigint;
alter table invitations add column reminder_hash {{blob}};            -- the second letter has a link of its own
create unique index invitations_by_reminder on invitations (reminder_hash);
create index invitations_of_group on invitations (group_id);
