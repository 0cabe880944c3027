-- When the end of a policy was written down.
alter table coverage.member add column ended_at timestamptz;
grant update (ended_at) on coverage.member to careloom_server;
