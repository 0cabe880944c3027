-- Primary centres, chronic-disease centres, internet hospitals, and the management centres of a county group.
alter table network.institution
  drop constraint institution_kind_check,
  add constraint institution_kind_check
    check (kind in ('operator', 'management-centre', 'hospital', 'internet-hospital', 'health-centre', 'chronic-centre', 'clinic',
      'imaging-centre', 'laboratory', 'pharmacy', 'doctor-group'));

-- Who looks after whom in one line of work, inside a network; who has no row here is looked after by the operator.
create table network.supervision (
  network_id uuid not null references network.network,
  institution_id uuid not null references network.institution,
  line text not null check (line in ('medical', 'nursing', 'quality', 'infection', 'pharmacy', 'public-health', 'insurance', 'finance',
    'supply', 'staff', 'information')),
  superior_id uuid not null references network.institution,
  primary key (network_id, institution_id, line),
  check (institution_id <> superior_id)
);
create index on network.supervision (superior_id);
grant select, insert on network.supervision to careloom_server;
grant update (superior_id) on network.supervision to careloom_server;
