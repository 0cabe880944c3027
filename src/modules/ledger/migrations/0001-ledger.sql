create schema ledger;
grant usage on schema ledger to careloom_server;
