-- How many of each side have voted is asked for by each guide who opens the home page; counted in the index alone.
create index ballots_by_side on ballots (decision_id, side);
