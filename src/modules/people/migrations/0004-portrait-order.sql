-- The timeline in its order, and what is there at all by institution and kind without reading the facts themselves.
create index fact_by_time on people.fact (person_id, happened_at desc, id desc) where status <> 'entered-in-error';
create index fact_tally on people.fact (person_id, institution_id, kind) where status <> 'entered-in-error';
