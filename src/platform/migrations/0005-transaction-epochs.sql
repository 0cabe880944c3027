-- Rows that are sealed carry the number of their transaction. PostgreSQL counts transactions per cluster, so a database that is restored
-- into another cluster goes on from its own greatest number: what the cluster counts, and a base. An epoch begins where the base changes.
create table platform.transaction_epoch (
  epoch int primary key, -- the first, with base 0, has no row
  base bigint not null check (base > 0),
  begun_at timestamptz not null
);
grant select on platform.transaction_epoch to careloom_server;

-- The base of the last epoch, as a constant that PostgreSQL folds into every statement; `platform/database` replaces it with the epoch.
create function platform.transaction_base() returns bigint language sql immutable parallel safe as 'select 0::bigint';
-- Number of this transaction.
create function platform.current_transaction() returns xid8 language sql volatile
  as $$ select (pg_current_xact_id()::text::bigint + platform.transaction_base())::text::xid8 $$;
-- All transactions below this number have ended.
create function platform.ended_before() returns xid8 language sql stable
  as $$ select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + platform.transaction_base())::text::xid8 $$;
-- The snapshot of a statement, `xmin:xmax:open,open`, in these numbers.
create function platform.current_snapshot() returns text language sql stable
  as $$ select (pg_snapshot_xmin(s)::text::bigint + platform.transaction_base()) || ':' || (pg_snapshot_xmax(s)::text::bigint + platform.transaction_base())
      || ':' || coalesce((select string_agg((open::text::bigint + platform.transaction_base())::text, ',') from pg_snapshot_xip(s) open), '')
    from pg_current_snapshot() s $$;

alter table platform.audit alter column transaction set default platform.current_transaction();

-- The greatest number that a seal names is asked for at every start.
create index on platform.seal (until_transaction);
