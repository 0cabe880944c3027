create schema ledger;
grant usage on schema ledger to careloom_server;

-- What one party owes or is owed for one purpose in one network. Its id follows from the five columns that make it what it is
-- (`accountIdOf`), so that nobody has to look for it. It is never changed; its balance is computed from the transfers.
create table ledger.account (
  id uuid primary key,
  network_id uuid not null references network.network,
  party_kind text not null check (party_kind in ('institution', 'practitioner', 'person', 'payer')),
  party_id uuid not null,
  purpose text not null check (purpose in ('receivable', 'cash', 'card', 'bank', 'deposit', 'to-share', 'share')),
  currency text not null check (currency = 'CNY'),
  name_zh text, -- of a payer, whom no room below the ledger knows
  name_en text,
  institution_ids uuid[] not null, -- who sees it: the cashier of the network and the party's own institution
  opened_at timestamptz not null,
  constraint account_once unique (network_id, purpose, party_kind, party_id, currency),
  unique (id, currency),
  check ((name_zh is null) = (name_en is null)),
  check (party_kind <> 'payer' or name_zh is not null)
);

-- One happening that moves money, once per source. `network_id` repeats that of its accounts: a key to the network would make every
-- posting of a network touch one row.
create table ledger.posting (
  id uuid primary key,
  network_id uuid not null,
  source text not null constraint posting_once unique,
  what text not null,
  date date not null,
  visit_id uuid,
  bill_id uuid,
  service_id uuid,
  claim_id uuid,
  settlement_id uuid,
  content_hash bytea not null, -- the same source with other content is a bug of the caller
  institution_ids uuid[] not null,
  posted_at timestamptz not null,
  posted_by uuid not null,
  transaction xid8 not null default pg_current_xact_id()
);
create index on ledger.posting (transaction, id);

-- An amount that leaves one account (credit) for another of the same currency (debit): the sum over all accounts is always zero.
create table ledger.transfer (
  posting_id uuid not null references ledger.posting,
  place smallint not null,
  debit_id uuid not null,
  credit_id uuid not null,
  currency text not null,
  amount_fen bigint not null check (amount_fen > 0),
  institution_ids uuid[] not null,
  transaction xid8 not null default pg_current_xact_id(),
  primary key (posting_id, place),
  foreign key (debit_id, currency) references ledger.account (id, currency),
  foreign key (credit_id, currency) references ledger.account (id, currency),
  check (debit_id <> credit_id)
);
create index transfer_debit on ledger.transfer (debit_id, transaction, posting_id, place);
create index transfer_credit on ledger.transfer (credit_id, transaction, posting_id, place);

alter table ledger.account enable row level security;
alter table ledger.posting enable row level security;
alter table ledger.transfer enable row level security;
create policy parties on ledger.account using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on ledger.posting using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on ledger.transfer using (institution_ids && platform.acting_institutions() or platform.over_network());

-- Append-only: what was posted is never changed, a mistake is posted back.
grant select, insert on ledger.account, ledger.posting, ledger.transfer to careloom_server;
