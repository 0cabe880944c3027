-- The journal is sealed by the numbers of platform/0005.
alter table ledger.posting alter column transaction set default platform.current_transaction();
alter table ledger.transfer alter column transaction set default platform.current_transaction();
