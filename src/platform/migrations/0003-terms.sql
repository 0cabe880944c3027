-- Code systems as rows: diagnoses, tests, drugs, studies. What a code means on a day; nothing about a person.
create table platform.term (
  system text not null check (system ~ '^[a-z][a-z0-9-]{1,39}$'),
  code text not null check (length(code) between 1 and 64),
  name_zh text not null,
  name_en text not null,
  detail jsonb, -- what the system says beside the name, such as analytes of a test
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  imported boolean not null, -- an operator's row is never changed by our own lists
  primary key (system, code)
);
-- Search is by token rows: characters, pinyin, initials, words, code. Equality and prefix range only.
create table platform.term_token (
  system text not null,
  token text not null collate "C",
  code text not null,
  primary key (system, token, code),
  foreign key (system, code) references platform.term on delete cascade
);
create index on platform.term_token (system, code);
-- Which edition of our own lists this database holds.
create table platform.term_edition (
  only_row boolean primary key default true check (only_row),
  digest text not null
);
grant select, insert, update on platform.term, platform.term_edition to careloom_server;
grant select, insert, delete on platform.term_token to careloom_server;
