-- Each answer is kept as it is given, so an assessment changes a dozen times before it is completed.
-- As with a note, what it said on the way is nobody's record: history begins when it is completed.
drop trigger keep_history on app.assessment;
create trigger raise_version before update on app.assessment
  for each row when (old.status = 'draft') execute function app.raise_version();
create trigger keep_history before update on app.assessment
  for each row when (old.status <> 'draft') execute function app.keep_history();
