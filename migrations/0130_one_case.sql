-- What takes the place of another row, or goes on from it, is of the same case; and whoever a need, an
-- assessment, an answer to a plan or a consent is about belongs to the case.
alter table app.note
  drop constraint note_amends_fkey,
  add foreign key (case_id, amends) references app.note (case_id, id);
alter table app.assessment
  drop constraint assessment_amends_fkey,
  drop constraint assessment_person_id_fkey,
  add foreign key (case_id, amends) references app.assessment (case_id, id),
  add foreign key (case_id, person_id) references app.case_person (case_id, person_id);
alter table app.document
  drop constraint document_supersedes_fkey,
  add foreign key (case_id, supersedes) references app.document (case_id, id);
alter table app.goal
  drop constraint goal_continues_fkey,
  add foreign key (case_id, continues) references app.goal (case_id, id);
alter table app.action
  drop constraint action_continues_fkey,
  add foreign key (case_id, continues) references app.action (case_id, id);
alter table app.need
  drop constraint need_person_id_fkey,
  add foreign key (case_id, person_id) references app.case_person (case_id, person_id);
alter table app.plan_agreement
  drop constraint plan_agreement_person_id_fkey,
  add foreign key (case_id, person_id) references app.case_person (case_id, person_id);
alter table app.consent
  drop constraint consent_person_id_fkey,
  add foreign key (case_id, person_id) references app.case_person (case_id, person_id);
