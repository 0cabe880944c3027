create schema coverage;
grant usage on schema coverage to careloom_server;
