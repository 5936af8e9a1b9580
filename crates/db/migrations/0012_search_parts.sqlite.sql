-- Posts are by far the most that can be found, so they have an index of their own that gives the newest
-- first without looking at all matches; the others stay few enough to be ranked.
create virtual table search_parts using fts5(body, content='', contentless_delete=1, detail=none, tokenize="ascii");
insert into search_parts (rowid, body) select id, spaced(body) from search_documents where kind = 'post' order by id;
delete from search_words where rowid in (select id from search_documents where kind = 'post');
