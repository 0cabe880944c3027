create schema billing;
grant usage on schema billing to careloom_server;
