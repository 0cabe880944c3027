-- When a block of the journal is sealed, the accounts that moved are closed: what had come and gone below this transaction. A balance is
-- the last closing and the transfers since.
create table ledger.balance (
  account_id uuid not null references ledger.account,
  until_transaction xid8 not null,
  debit_fen bigint not null,
  credit_fen bigint not null,
  institution_ids uuid[] not null,
  primary key (account_id, until_transaction)
);
-- The same for all accounts of one purpose in a network.
create table ledger.purpose_total (
  network_id uuid not null references network.network,
  purpose text not null,
  until_transaction xid8 not null,
  debit_fen bigint not null,
  credit_fen bigint not null,
  operator_id uuid not null references network.institution,
  primary key (network_id, purpose, until_transaction)
);
alter table ledger.balance enable row level security;
alter table ledger.purpose_total enable row level security;
create policy parties on ledger.balance using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy cashier on ledger.purpose_total using (operator_id = any (platform.acting_institutions()) or platform.over_network());
grant select, insert on ledger.balance, ledger.purpose_total to careloom_server;
