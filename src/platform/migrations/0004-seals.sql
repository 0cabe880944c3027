-- What is sealed is a chain of blocks: the audit trail is one, the journal of the ledger another.
alter table platform.seal add column chain text not null default 'audit';
alter table platform.seal alter column chain drop default;
alter table platform.seal drop constraint seal_pkey;
alter table platform.seal add primary key (chain, block);
alter table platform.seal alter column row_ids type text[] using row_ids::text[];
