-- Posts are by far the most that can be found, so they have an index of their own; the others stay few
-- enough to be ranked.
drop index search_documents_words;
create index search_documents_words on search_documents using gin (words) where kind <> 'post';
create index search_documents_parts on search_documents using gin (words) where kind = 'post';
