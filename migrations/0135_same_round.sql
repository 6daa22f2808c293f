-- Up to whom an agency's people have been looked through for somebody registered twice: those who were
-- registered before anybody asked, or brought in from elsewhere, come to their turn at night.
create table app.same_round (
  agency_id uuid primary key references app.agency,
  passed uuid not null
);
call app.protect('same_round');
create policy jobs_add on app.same_round for insert to peyvand_jobs with check (true);
create policy jobs_change on app.same_round for update to peyvand_jobs using (true);
grant insert, update on app.same_round to peyvand_jobs;
create index person_in_order on app.person (agency_id, id) where not mentioned_only;
