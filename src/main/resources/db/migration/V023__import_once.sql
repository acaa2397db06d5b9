-- The same file is loaded by a bureau once at a time, whoever hands it in twice in one instant. Of copies that run already,
-- the first one goes on.
update overpayment_import later set state = 'CANCELLED', finished_at = now()
where state = 'RUNNING' and exists (
    select from overpayment_import first
    where first.state = 'RUNNING' and first.sha256 = later.sha256 and first.bureau = later.bureau
        and first.import_id < later.import_id);
create unique index overpayment_import_once on overpayment_import (bureau, sha256) where state = 'RUNNING';
