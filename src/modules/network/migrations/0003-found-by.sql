-- What a practitioner is found by: characters, pinyin and initials of her names. Who is here already is found by her names as they stand.
alter table network.practitioner add column found_by text[];
update network.practitioner set found_by = array[name_zh, lower(replace(name_en, ' ', ''))];
alter table network.practitioner alter column found_by set not null;
