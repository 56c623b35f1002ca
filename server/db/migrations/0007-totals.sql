-- A kind of figure more: the published totals of operations beside what is loaded of them.
alter table briefing drop constraint briefing_kind_check;
alter table briefing add constraint briefing_kind_check
  check (kind in ('figure', 'totals', 'brief', 'dossier', 'deck', 'data'));
