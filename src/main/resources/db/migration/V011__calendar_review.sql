-- What each batch of the recomputation after a calendar change did. Only added to, so that no node and nobody who works on
-- a case waits for another one; the sum over a version is its report.
create table calendar_review_batch (
    calendar_review_batch_id bigint generated always as identity primary key,
    version     bigint not null,
    at          timestamptz not null,
    examined    int not null,
    moved       int not null,
    unchanged   int not null,
    provisional int not null
);
create index calendar_review_batch_version on calendar_review_batch (version);
drop table calendar_review;

create index clock_event_calendar on clock_event (calendar_version) where kind = 'CALENDAR_CHANGED';
create index clock_provisional on clock (bureau) where provisional and stopped_at is null;
