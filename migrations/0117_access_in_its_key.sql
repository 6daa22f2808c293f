-- Which of fifty cases I see is answered from the key of case_access alone, a page or two of it. With
-- the user in it, the index by case was taken instead, and asked once for each case: twice as long.
drop index app.case_access_case;
create index case_access_case on app.case_access (case_id);
