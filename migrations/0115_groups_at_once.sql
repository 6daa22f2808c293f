-- Notes, documents and assessments are read by the dozen: their policies ask once for each group, as
-- that of what is due does, and not once for each row. Groups that few rows carry go on by row.
do $$
declare
  sees constant text := $see$case data_group
    when 'core' then case_id = any ((select app.my_cases('core'))::uuid[])
    when 'notes' then case_id = any ((select app.my_cases('notes'))::uuid[])
    when 'health' then case_id = any ((select app.my_cases('health'))::uuid[])
    else app.can_see_group(case_id, data_group)
  end$see$;
begin
  execute format('alter policy staff_read on app.note using ((%s) and (status <> ''draft'' or author_id = (select app.me())))', sees);
  execute format('alter policy staff_read on app.document using (%s)', sees);
  execute format('alter policy staff_read on app.assessment using (%s)', sees);
end $$;
