-- That two rows are one person, or are not, is said by whoever may write one of them, of people of the
-- own agency: reading both, in an emergency or as a partner, is not enough.
alter policy staff_change on app.likely_pair
  using (agency_id = (select app.my_agency())
    and app.can_see_person(person_id) and app.can_see_person(other_id)
    and (app.can_write_person(person_id) or app.can_write_person(other_id)));

alter policy staff_add on app.same_as
  with check (agency_id = (select app.my_agency()) and created_by = (select app.me()) and undone_at is null
    and app.can_see_person(person_id) and app.can_see_person(other_id)
    and (app.can_write_person(person_id) or app.can_write_person(other_id))
    and 2 = (select count(*) from app.person p
      where p.id in (same_as.person_id, same_as.other_id) and p.agency_id = (select app.my_agency())));

alter policy staff_change on app.same_as
  using (undone_at is null and agency_id = (select app.my_agency())
    and app.can_see_person(person_id) and app.can_see_person(other_id)
    and (app.can_write_person(person_id) or app.can_write_person(other_id)));
