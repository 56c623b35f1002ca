-- Who may see a record: the Traffic Light Protocol 2.0 marking that its owner gave it. Movements carry that of
-- their data set. What was public is clear; what was imported without a marking stays within the organisation.

alter table data_set add column marking text not null default 'amber'
  check (marking in ('clear', 'green', 'amber', 'amber-strict', 'red'));
update data_set set marking = 'clear' where id in ('gazetteer', 'reported') or synthetic;

alter table seizure add column marking text not null default 'amber'
  check (marking in ('clear', 'green', 'amber', 'amber-strict', 'red'));
update seizure set marking = (select d.marking from data_set d where d.id = seizure.data_set);

alter table run_event add column marking text not null default 'amber'
  check (marking in ('clear', 'green', 'amber', 'amber-strict', 'red'));
update run_event set marking = coalesce((select d.marking from data_set d where d.id = run_event.data_set), 'amber');
