create schema integrity;
grant usage on schema integrity to careloom_server;
