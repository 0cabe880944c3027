-- What is owed about something that is no patient (a filing, an agreement) says its name in lists.
alter table commitments.commitment add column label_zh text, add column label_en text,
  add check ((label_zh is null) = (label_en is null)), add check (label_zh is null or person_id is null);
