-- The executor asks for the jobs that are due, oldest first, many times a second: without this it sorts all of them each time,
-- and thousands are due when business closes.
create index job_due on public.act_ru_job (duedate_);
