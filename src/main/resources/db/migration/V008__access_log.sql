-- Who saw personal numbers in full, append-only.
create table access_log (
    access_log_id bigint generated always as identity primary key,
    at            timestamptz not null,
    actor         text not null,
    case_number   text not null references case_file,
    place         text not null
);
create index access_log_case on access_log (case_number, at);
create index access_log_actor on access_log (actor, at);
