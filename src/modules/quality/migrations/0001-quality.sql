create schema quality;
grant usage on schema quality to careloom_server;
