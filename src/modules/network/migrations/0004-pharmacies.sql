-- A pharmacy is an institution of its own: it hands out what others order.
alter table network.institution
  drop constraint institution_kind_check,
  add constraint institution_kind_check
    check (kind in ('operator', 'hospital', 'clinic', 'imaging-centre', 'laboratory', 'pharmacy', 'doctor-group'));
