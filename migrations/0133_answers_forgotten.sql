-- What a command was answered, content included, is kept as long as a lost reply may be asked for
-- again. Its id and what it said, hashed, stay for ever: nothing is done twice.
create index command_answered on app.command (at) where answer is not null;

-- The job runner may empty an answer, and nothing else of a command.
grant update (answer) on app.command to peyvand_jobs;
create policy jobs_forget on app.command for update to peyvand_jobs using (true) with check (answer is null);
